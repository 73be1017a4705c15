// The steps that all acting commands share: find, show, ask, act.

import type { RasServer } from '../../server.ts';
import type { Session } from '../../sessions/session.ts';
import { Complaint } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import type { ServersOptions } from '../options.ts';
import {
  connectionFields,
  connectionItem,
  type StaleItem,
  staleFields,
} from '../people/connection_fields.ts';
import { type PortItem, portFields, portItem } from '../people/port_fields.ts';
import {
  find,
  nameOn,
  type Selected,
  type SelectedConnection,
  type SelectedPort,
  sayLeftOut,
} from '../select/find.ts';
import { namesOf, type Selection } from '../select/selection.ts';
import { Servers } from '../servers/servers.ts';
import type { World } from '../terminal/world.ts';
import {
  type Batch,
  type BatchOptions,
  mannerOf,
  reportFields,
  runBatch,
  type Settling,
  type Task,
} from './batch.ts';
import { untilGone } from './until_gone.ts';

export interface ActingCommand {
  readonly command: string;
  readonly onPort: 'disconnectPort' | 'resetPort' | 'clearPortStats' | undefined;
  readonly onConnection:
    | 'disconnectSession'
    | 'clearConnectionStats'
    | 'sendUserMessage'
    | undefined;
  /** The text for `sendUserMessage`. */
  readonly text?: string;
  /** The action in words: 'disconnect 2 ports of RAS01'. */
  readonly verb: (what: string) => string;
  /** The word for it afterwards. */
  readonly done: string;
  /** Seconds in which the sessions must be gone. */
  readonly goneWithin?: number | undefined;
  /** It needs no consent. */
  readonly isHarmless?: boolean;
}

const forPorts = { fields: portFields, key: 'name' };
const forConnections = { fields: connectionFields, key: 'userName' };

/** What --fields can name in the report about ports, and about connections. */
export const portReportFields = reportFields(forPorts);
export const connectionReportFields = reportFields(forConnections);

export function actOn(
  world: World,
  options: ServersOptions & BatchOptions,
  selection: Selection,
  deed: ActingCommand,
): Promise<Exit> {
  if (selection.kind === 'named ports' || selection.kind === 'ports') {
    return actOnItems(world, options, selection, deed, {
      ...forPorts,
      taskOf: (servers, target) => (target.kind === 'port' ? portTask(servers, deed, target) : []),
    });
  }
  return actOnItems(world, options, selection, deed, {
    fields: selection.kind === 'stale' ? staleFields : connectionFields,
    key: 'userName',
    taskOf: (servers, target) =>
      target.kind === 'connection' ? connectionTask(servers, deed, target) : [],
  });
}

interface Shown<Item extends object> extends Pick<Batch<Item>, 'fields' | 'key'> {
  /** None for the other kind, which such a selection does not find. */
  readonly taskOf: (servers: Servers, target: Selected) => Task<Item> | [];
}

async function actOnItems<Item extends object>(
  world: World,
  options: ServersOptions & BatchOptions,
  selection: Selection,
  deed: ActingCommand,
  { taskOf, ...shown }: Shown<Item>,
): Promise<Exit> {
  const manner = mannerOf(world, options, shown);
  return Servers.during(
    world,
    options,
    async (servers) => {
      const { targets, troubles, leftOut } = await find(servers, selection);
      sayLeftOut(world, leftOut);
      const targetOf = new Map<Task<Item>, Selected>();
      const tasks = targets.flatMap((target) => {
        const task = taskOf(servers, target);
        if (!Array.isArray(task)) targetOf.set(task, target);
        return task;
      });
      return runBatch(world, options, manner, {
        command: deed.command,
        ...shown,
        tasks,
        ...settlingOf(servers, targetOf, deed),
        troubles,
        isOneServer: servers.isOneServer,
        isSimulated: servers.lab !== undefined,
        question: deed.verb(inWords(targets)),
        done: deed.done,
        isHarmless: deed.isHarmless === true,
      });
    },
    { named: { names: namesOf(selection) }, isActing: true },
  );
}

function settlingOf<Item extends object>(
  servers: Servers,
  targetOf: ReadonlyMap<Task<Item>, Selected>,
  { goneWithin }: ActingCommand,
): { readonly settling?: Settling<Item> } {
  if (goneWithin === undefined) return {};
  return {
    settling: {
      words: 'they are gone',
      done: 'gone',
      notDone: 'still there',
      wait: async (tasks) => {
        const targets = tasks.flatMap((task) => targetOf.get(task) ?? []);
        const left = await untilGone(servers, targets, goneWithin);
        return new Map(
          tasks.flatMap((task) => {
            const target = targetOf.get(task);
            const trouble = target === undefined ? undefined : left.get(target);
            return trouble === undefined ? [] : [[task, trouble]];
          }),
        );
      },
    },
  };
}

/** The library gets the port as it was listed, so that its guard compares it before the action. */
function portTask(
  servers: Servers,
  { onPort }: ActingCommand,
  target: SelectedPort,
): Task<PortItem> {
  const { server, port } = target;
  if (onPort === undefined) throw new Error('This is not done to ports');
  return {
    item: portItem(server.name, target),
    server: server.name,
    name: nameOn(server, port.name),
    action: onPort,
    act: async () => {
      const place = servers.lab?.placeOf(server.name, port.name);
      await server[onPort](port, servers.patienceToAct);
      servers.lab?.record(server.name, onPort, place);
    },
  };
}

function connectionTask(
  servers: Servers,
  deed: ActingCommand,
  target: SelectedConnection,
): Task<StaleItem> {
  const { server, session } = target;
  const { ports, userName } = session;
  const { onConnection, text } = deed;
  if (onConnection === undefined) throw new Error('This is not done to connections');
  const names = ports.map(({ name }) => name).join(' ');
  return {
    item: itemOf(target),
    server: server.name,
    name: nameOn(server, `${userName} (${names})`),
    action:
      server.dialect === 'rassapi' ? (onPortsInstead[onConnection] ?? onConnection) : onConnection,
    act: async () => {
      const place = servers.lab?.placeOf(server.name, ports[0]?.name ?? '');
      await onConnectionDone(servers, deed, server, session);
      servers.lab?.record(server.name, onConnection, place, ...(text === undefined ? [] : [text]));
    },
  };
}

function itemOf({ server, reasons, session }: SelectedConnection): StaleItem {
  const item = connectionItem(server.name, session);
  return reasons === undefined ? item : { ...item, reasons };
}

/** The library gets the session as it was listed, so that its guard compares it before the action. */
async function onConnectionDone(
  servers: Servers,
  { onConnection, text = '' }: ActingCommand,
  server: RasServer,
  session: Session,
): Promise<void> {
  const { connection, ports } = session;
  if (onConnection === undefined) return;
  if (onConnection === 'disconnectSession') {
    await server.disconnectSession(session, servers.patienceToAct);
  } else if (connection === undefined) {
    // Under rassapi there are no connections, only users on ports.
    const onPort = onPortsInstead[onConnection];
    if (onPort === undefined) {
      throw new Complaint('failure', `There is no ${onConnection} with the library rassapi.`);
    }
    for (const port of ports) await server[onPort](port, servers.patienceToAct);
  } else if (onConnection === 'sendUserMessage') {
    await server.sendUserMessage(connection, text, servers.patienceToAct);
  } else {
    await server[onConnection](connection, servers.patienceToAct);
  }
}

const onPortsInstead: Readonly<Partial<Record<string, 'clearPortStats'>>> = {
  clearConnectionStats: 'clearPortStats',
};

/** 'port VPN3-1 of RAS01', '3 connections of 2 servers'. */
function inWords(targets: readonly Selected[]): string {
  const [first] = targets;
  if (first === undefined) return 'nothing';
  const names = new Set(targets.map(({ server }) => server.name));
  const what =
    targets.length > 1
      ? `${targets.length} ${first.kind}s`
      : first.kind === 'port'
        ? `port ${first.port.name}`
        : `the connection of ${first.session.userName}`;
  if (names.size > 1) return `${what} of ${names.size} servers`;
  return first.server.name === '' ? what : `${what} of ${first.server.name}`;
}
