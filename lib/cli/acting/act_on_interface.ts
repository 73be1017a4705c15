// Finds, shows, asks and acts, for the commands that act on one interface.

import { RasError } from '../../errors/ras_error.ts';
import type { Interface } from '../../interfaces/interface.ts';
import type { RasServer } from '../../server.ts';
import { Complaint, usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import type { ServersOptions } from '../options.ts';
import { type InterfaceItem, interfaceFields, interfaceItem } from '../people/interface_fields.ts';
import { nameOn } from '../select/find.ts';
import { type FoundInterface, findInterface, interfaceName } from '../select/interface.ts';
import { Servers } from '../servers/servers.ts';
import type { World } from '../terminal/world.ts';
import { troubleOf } from '../trouble.ts';
import { type BatchOptions, mannerOf, reportFields, runBatch, type Settling } from './batch.ts';

export interface InterfaceDeed {
  readonly command: string;
  readonly action: 'connectInterface' | 'disconnectInterface';
  /** 'connect interface Paris of RAS01' begins with it. */
  readonly verb: string;
  /** Refuses an interface before anybody is asked. */
  readonly check?: (found: FoundInterface) => void;
  /** Does it, and gives the interface as it is then if that is known. */
  readonly act: (servers: Servers, found: FoundInterface) => Promise<Interface | undefined>;
  /** The word for `result` afterwards. */
  readonly done: (now: Interface | undefined) => string;
  readonly notes?: (found: FoundInterface) => readonly string[];
  readonly settling?: (servers: Servers, found: FoundInterface) => Settling<InterfaceItem>;
  readonly progress?: (found: FoundInterface) => string;
  readonly isHarmless?: boolean;
}

const shown = { fields: interfaceFields, key: 'name' };

/** What --fields can name in the report. */
export const interfaceReportFields = reportFields(shown);

export function actOnInterface(
  world: World,
  options: ServersOptions & BatchOptions,
  word: string,
  deed: InterfaceDeed,
): Promise<Exit> {
  const manner = mannerOf(world, options, shown);
  const name = interfaceName(word);
  return Servers.during(
    world,
    options,
    async (servers) => {
      const found = await findInterface(servers, name);
      checkDialled(found.one);
      deed.check?.(found);
      const { server, one, riders } = found;
      let now: Interface | undefined;
      return runBatch(world, options, manner, {
        command: deed.command,
        ...shown,
        tasks: [
          {
            item: interfaceItem(server.name, one, riders),
            server: server.name,
            name: nameOn(server, one.name),
            action: deed.action,
            act: async () => {
              now = await deed.act(servers, found);
            },
            result: () => deed.done(now),
            after: () => (now === undefined ? {} : interfaceItem(server.name, now, riders)),
          },
        ],
        troubles: [],
        isOneServer: servers.isOneServer,
        isSimulated: servers.lab !== undefined,
        question: `${deed.verb} interface ${nameOf(found)}`,
        done: '',
        isHarmless: deed.isHarmless === true,
        ...(deed.notes && { notes: deed.notes(found) }),
        ...(deed.settling && { settling: deed.settling(servers, found) }),
        ...(deed.progress && { progress: deed.progress(found) }),
      });
    },
    { named: { names: [name] }, isActing: true },
  );
}

/** 'Paris of RAS01'. */
export function nameOf({ server, one }: FoundInterface): string {
  return server.name === '' ? one.name : `${one.name} of ${server.name}`;
}

const undialled: readonly string[] = ['client', 'dedicated', 'internal', 'loopback'];

/** A type that is newer than the package is left to the server. */
export function checkDialled({ name, type }: Interface): void {
  if (!undialled.includes(type)) return;
  throw usage(
    `Nothing was done: ${name} is of the type ${type}, and only demand-dial interfaces are connected and disconnected.`,
    type === 'client'
      ? '`rras disconnect` ends the connection of a client.'
      : '`rras interface list --type full-router` lists the demand-dial interfaces.',
  );
}

/** Connects it and waits. It is read once more if the time is over, so that the result says what is known. */
export async function connectWithin(
  servers: Servers,
  { server, one }: Pick<FoundInterface, 'server' | 'one'>,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Interface> {
  const place = servers.lab?.interfacePlaceOf(server.name, one.name);
  const record = (action: string, ...args: unknown[]) =>
    servers.lab?.record(server.name, action, place, ...args);
  try {
    const now = await server.connectInterface(one, { timeout: milliseconds, signal });
    record('connectInterface', 0);
    return now;
  } catch (error) {
    if (!(error instanceof RasError)) throw error;
    const { outcome, code } = error;
    if (outcome !== 'unknown') {
      // Only an attempt that was begun leaves the interface so.
      const now = servers.lab === undefined ? undefined : await readAgain(servers, server, one);
      if (now?.unreachable.includes('connection-failure') && now.lastError?.code === code) {
        record('connectInterface', now.lastError.status);
      }
      throw error;
    }
    record('dialInterface');
    if (code !== 'ERR_RRAS_TIMEOUT') throw error;
    return afterTimeout(servers, server, one, milliseconds / 1000);
  }
}

async function afterTimeout(
  servers: Servers,
  server: RasServer,
  one: Interface,
  seconds: number,
): Promise<Interface> {
  const { name } = one;
  const where = nameOn(server, name);
  const look = `\`rras interface show ${name}\` shows whether it is connected by then; --within waits longer.`;
  try {
    const now = await server.getInterface(one, servers.patience);
    if (now.state === 'connected') return now;
    const how = now.state === 'connecting' ? 'is still connecting' : `is ${now.state}`;
    const message = `The interface ${where} ${how} after ${seconds} s.`;
    throw new Complaint('timeOut', message, look, 'unknown');
  } catch (error) {
    if (error instanceof Complaint) throw error;
    const { message } = troubleOf(error);
    throw new Complaint(
      'timeOut',
      `It is not known whether ${where} is connected after ${seconds} s: ${message}`,
      look,
      'unknown',
    );
  }
}

async function readAgain(
  { patience }: Servers,
  server: RasServer,
  one: Interface,
): Promise<Interface | undefined> {
  try {
    return await server.getInterface(one, patience);
  } catch {
    // The error of the attempt says more.
    return undefined;
  }
}
