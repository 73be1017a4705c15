// rras user: whether an account may dial in, and how it is called back.

import type { RasServer } from '../../server.ts';
import { callbackModes, type User, type UserSettings } from '../../user/user.ts';
import { type BatchOptions, checkBatchOutput, runBatch } from '../acting/batch.ts';
import { didYouMean, usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import type { Field, Item } from '../output/fields.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { exitOf, results, type ServerOptions, Session, troubles } from '../servers/session.ts';
import type { World } from '../world.ts';
import { serverField } from './port_fields.ts';
import { nameOn } from './port_targets.ts';

export type UserOptions = ServerOptions &
  BatchOptions & { readonly set?: readonly string[]; readonly accountServer?: string };

const settable = ['mayDialIn', 'callback', 'phoneNumber', 'byPolicy'] as const;

const fields: readonly Field[] = [
  serverField,
  { name: 'userName' },
  { name: 'mayDialIn' },
  { name: 'byPolicy' },
  { name: 'callback' },
  { name: 'phoneNumber' },
];
const changeFields: readonly Field[] = [...fields, { name: 'change' }];

export async function user(world: World, name: string, options: UserOptions): Promise<Exit> {
  if (options.set !== undefined) return setUser(world, name, readSettings(options.set), options);
  checkOutput(options, fields);
  return Session.during(world, options, async (session) => {
    const outcomes = await session.each((server) =>
      server.getUser(name, { ...session.patience, ...account(options) }),
    );
    await writeListing(world, options, {
      command: 'user',
      fields,
      key: 'userName',
      items: results(outcomes).map(({ server, result }) => itemOf(server, name, result)),
      errors: troubles(outcomes),
      isOneServer: session.isOneServer,
      isCard: true,
    });
    return exitOf(outcomes);
  });
}

async function setUser(
  world: World,
  name: string,
  settings: UserSettings,
  options: UserOptions,
): Promise<Exit> {
  checkBatchOutput(options, changeFields, 'userName');
  return Session.during(world, options, async (session) => {
    const { timeout } = session.patience;
    const outcomes = await session.eachKept(async (server) => ({
      server,
      before: await server.getUser(name, { ...session.patience, ...account(options) }),
    }));
    const act = async (server: RasServer) => {
      await server.setUser(name, settings, { timeout, ...account(options) });
      session.lab?.record(server.name, 'setUser', name, settings, account(options));
    };
    return runBatch(world, options, {
      command: 'user',
      fields: changeFields,
      key: 'userName',
      tasks: results(outcomes).map(({ result: { server, before } }) => ({
        item: { ...itemOf(server.name, name, before), change: changeInWords(before, settings) },
        name: nameOn(server, name),
        act: () => act(server),
      })),
      troubles: troubles(outcomes),
      isOneServer: session.isOneServer,
      question: `change the dial-in settings of ${name}`,
      done: 'set',
    });
  });
}

function account({ accountServer }: UserOptions): { server?: string } {
  return accountServer === undefined ? {} : { server: accountServer };
}

function itemOf(server: string, userName: string, user: User): Item {
  return { server, userName, ...user };
}

function changeInWords(before: User, settings: UserSettings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}: ${wordOf(Reflect.get(before, name))} -> ${wordOf(value)}`)
    .join(', ');
}

function wordOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === undefined || value === '' ? '-' : String(value);
}

function readSettings(assignments: readonly string[]): UserSettings {
  const settings: Record<string, boolean | string> = {};
  for (const assignment of assignments) {
    const [, key = '', value = ''] = /^([^=]*)=(.*)$/s.exec(assignment) ?? [];
    const name = settable.find((each) => each.toLowerCase() === key.trim().toLowerCase());
    if (name === undefined) {
      const near = didYouMean(key, settable);
      const question = near === undefined ? '' : ` Did you mean ${near}?`;
      throw usage(
        `--set ${assignment} sets nothing.${question}`,
        `There are ${settable.map((each) => `${each}=…`).join(', ')}.`,
      );
    }
    settings[name] = readSetting(name, value.trim());
  }
  return settings;
}

function readSetting(name: (typeof settable)[number], value: string): boolean | string {
  if (name === 'phoneNumber') return value;
  if (name === 'callback') {
    if ((callbackModes as readonly string[]).includes(value)) return value;
    throw usage(`There is no callback ${value}.`, `There are ${callbackModes.join(', ')}.`);
  }
  if (/^(?:yes|true|on)$/i.test(value)) return true;
  if (/^(?:no|false|off)$/i.test(value)) return false;
  throw usage(`${name} is yes or no, and not ${value === '' ? 'nothing' : value}.`);
}
