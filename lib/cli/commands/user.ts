// rras user: whether an account may dial in, and how it is called back.

import { callbackModes, type User, type UserSettings } from '../../server/user.ts';
import type { RasServer } from '../../server.ts';
import { mannerOf, runBatch } from '../acting/batch.ts';
import { refuseWithoutSet } from '../acting/consent.ts';
import { command, emptyHint, isBlank, type OptionOf, text, type ValuesOf } from '../command.ts';
import { didYouMean, usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import { consentOptions, outputOptions, serversOptions } from '../options.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { serverField } from '../people/port_fields.ts';
import { nameOn } from '../select/find.ts';
import { exitOf, results, Servers, troubles } from '../servers/servers.ts';
import type { World } from '../terminal/world.ts';

const settable = ['mayDialIn', 'callback', 'phoneNumber', 'usesPolicy'] as const;
// An empty number is a valid setting: it removes the number.
const mayBeNone: readonly string[] = ['phoneNumber'];

interface UserItem extends User {
  readonly server: string;
  readonly userName: string;
}

interface ChangeItem extends UserItem {
  readonly change: string;
}

const field = fieldOf<UserItem>();

const fields: readonly Field<UserItem>[] = [
  serverField,
  field('userName', { header: 'USER' }),
  field('mayDialIn', { header: 'DIAL-IN' }),
  field('usesPolicy', { header: 'POLICY' }),
  field('callback'),
  field('phoneNumber', { header: 'PHONE' }),
];
// The change says what there was before.
const changeFields: readonly Field<ChangeItem>[] = [
  ...fields.map((each) =>
    settable.some((name) => name === each.name) ? { ...each, isMinor: true } : each,
  ),
  fieldOf<ChangeItem>()('change'),
];

const options = {
  set: settings(),
  accountServer: text(
    '--account-server <name>',
    'the machine that keeps the account: a domain controller',
  ),
  ...consentOptions,
  ...serversOptions,
  ...outputOptions,
};

type UserCommandOptions = ValuesOf<typeof options>;

export const user = command({
  name: 'user',
  description: 'Show or set whether an account may dial in.',
  examples: [
    'rras user alice --server RAS01',
    'rras user alice --set mayDialIn=no --account-server DC01',
  ],
  fields: changeFields,
  argument: ['<name>', 'the account'],
  options,
  run: (world, [name = ''], given) => {
    const { set } = given;
    return set === undefined ? showUser(world, name, given) : setUser(world, name, set, given);
  },
});

async function showUser(world: World, name: string, options: UserCommandOptions): Promise<Exit> {
  refuseWithoutSet(options, 'mayDialIn=no');
  checkOutput(options, fields);
  return Servers.during(world, options, async (servers) => {
    const outcomes = await servers.each((server) =>
      server.getUser(name, { ...servers.patience, ...account(options) }),
    );
    await writeListing(world, options, {
      command: 'user',
      fields,
      key: 'userName',
      items: results(outcomes).map(({ server, result }) => itemOf(server, name, result)),
      errors: troubles(outcomes),
      isOneServer: servers.isOneServer,
      isCard: true,
    });
    return exitOf(outcomes);
  });
}

async function setUser(
  world: World,
  name: string,
  assignments: readonly UserSettings[],
  options: UserCommandOptions,
): Promise<Exit> {
  const names = assignments.flatMap((each) => Object.keys(each));
  const twice = names.find((each, index) => names.indexOf(each) !== index);
  if (twice !== undefined) throw usage(`--set ${twice} stands there twice.`);
  const settings: UserSettings = Object.assign({}, ...assignments);
  const shown = { fields: changeFields, key: 'userName' };
  const manner = mannerOf(world, options, shown);
  const at = account(options);
  return Servers.during(
    world,
    options,
    async (servers) => {
      const outcomes = await servers.eachKept(async (server) => ({
        server,
        before: await server.getUser(name, { ...servers.patience, ...at }),
      }));
      const act = async (server: RasServer) => {
        await server.setUser(name, settings, { ...servers.patienceToAct, ...at });
        servers.lab?.record(server.name, 'setUser', name, settings, at);
      };
      return runBatch(world, options, manner, {
        command: 'user',
        ...shown,
        tasks: results(outcomes).map(({ result: { server, before } }) => ({
          item: { ...itemOf(server.name, name, before), change: changeInWords(before, settings) },
          server: server.name,
          name: nameOn(server, name),
          action: 'setUser',
          act: () => act(server),
        })),
        troubles: troubles(outcomes),
        isOneServer: servers.isOneServer,
        isSimulated: servers.lab !== undefined,
        question: `change the dial-in settings of ${name}`,
        done: 'set',
      });
    },
    { isActing: true },
  );
}

function account({ accountServer }: Pick<UserCommandOptions, 'accountServer'>): {
  server?: string;
} {
  return accountServer === undefined ? {} : { server: accountServer };
}

function itemOf(server: string, userName: string, user: User): UserItem {
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

function settings(): OptionOf<readonly UserSettings[] | undefined> {
  return {
    flags: '--set <field=value>',
    words: 'mayDialIn, callback, phoneNumber or usesPolicy; may be repeated',
    read: (assignment) => [settingIn(assignment)],
    isList: true,
    suggestions: [
      ...['mayDialIn', 'usesPolicy'].flatMap((name) => [`${name}=yes`, `${name}=no`]),
      ...callbackModes.map((mode) => `callback=${mode}`),
      'phoneNumber=',
    ],
  };
}

function settingIn(assignment: string): UserSettings {
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
  if (isBlank(value) && !(value === '' && mayBeNone.includes(name))) {
    throw usage(`--set ${name}= has no value.`, emptyHint);
  }
  return { [name]: readSetting(name, value.trim()) };
}

function readSetting(name: (typeof settable)[number], value: string): boolean | string {
  if (name === 'phoneNumber') return value;
  if (name === 'callback') {
    if ((callbackModes as readonly string[]).includes(value)) return value;
    throw usage(`There is no callback ${value}.`, `There are ${callbackModes.join(', ')}.`);
  }
  if (/^(?:yes|true|on)$/i.test(value)) return true;
  if (/^(?:no|false|off)$/i.test(value)) return false;
  throw usage(`${name} is yes or no, and not ${value}.`);
}
