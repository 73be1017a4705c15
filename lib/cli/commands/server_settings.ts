// rras server --set: how many ports each tunnel protocol has, and the other settings of tunnels.

import type { SettingsResult } from '../../server/info.ts';
import { settableFields } from '../../server/info_ex_operations.ts';
import type { RasServer } from '../../server.ts';
import { mannerOf, runBatch, type Task } from '../acting/batch.ts';
import { emptyHint, isBlank, type OptionOf, wordsIn } from '../command.ts';
import { Complaint, didYouMean, usage } from '../complaint.ts';
import { combine, type Exit } from '../exit_codes.ts';
import type { ConsentOptions, OutputOptions, ServersOptions } from '../options.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import { writeListing } from '../output/listing.ts';
import { serverField } from '../people/port_fields.ts';
import type { Named } from '../servers/names.ts';
import { results, Servers, troubles } from '../servers/servers.ts';
import { say, type World } from '../terminal/world.ts';
import { tunnelsOf } from './tunnels.ts';

/** One value to be set. */
export interface Setting {
  readonly protocol: string;
  readonly field: string;
  readonly value: number | boolean;
}

interface ChangeItem {
  readonly server: string;
  readonly change: string;
  /** Known after the change. */
  readonly isRestartRequired: boolean | undefined;
  readonly isRebootRequired: boolean | undefined;
}

const field = fieldOf<ChangeItem>();

const fields: readonly Field<ChangeItem>[] = [
  serverField,
  field('change'),
  field('isRestartRequired', { header: 'RESTART' }),
  field('isRebootRequired', { header: 'REBOOT', isRare: true }),
];

const names: readonly string[] = Object.entries(settableFields()).flatMap(([protocol, own]) =>
  own.map((each) => `${protocol}.${each}`),
);

/** `--set sstp=128,ikev2.idleTimeout=600`. */
export function setOption(): OptionOf<readonly Setting[] | undefined> {
  return {
    flags: '--set <settings>',
    words:
      'ports of a tunnel protocol, sstp=128,ikev2=64, or another setting: ikev2.idleTimeout=600, sstp.isRasEnabled=no',
    read: (text) => wordsIn(text).map(settingIn),
    isList: true,
    hasCommas: true,
    suggestions: names.map((name) => `${name.replace(/\.count$/, '')}=`),
  };
}

function settingIn(assignment: string): Setting {
  const [, key = assignment, value] = /^([^=]*)=(.*)$/s.exec(assignment) ?? [];
  // sstp=128 is how many ports there are.
  const folded = key.trim().toLowerCase();
  const whole = folded.includes('.') ? folded : `${folded}.count`;
  const name = names.find((each) => each.toLowerCase() === whole);
  if (name === undefined || value === undefined) {
    const near = value === undefined ? undefined : didYouMean(whole, names);
    const question = near === undefined ? '' : ` Did you mean ${near}?`;
    throw usage(
      `--set ${assignment} sets nothing.${question}`,
      `As in sstp=128. There are ${names.join(', ')}.`,
    );
  }
  if (isBlank(value)) throw usage(`--set ${key.trim()}= has no value.`, emptyHint);
  const [protocol = '', field = ''] = name.split('.');
  return { protocol, field, value: valueIn(name, field, value.trim()) };
}

const LARGEST = 0xffffffff;

function valueIn(name: string, field: string, value: string): number | boolean {
  // The names of booleans, and no others, begin with a verb.
  if (/^is[A-Z]/.test(field)) {
    if (/^(?:yes|true|on)$/i.test(value)) return true;
    if (/^(?:no|false|off)$/i.test(value)) return false;
    throw usage(`${name} is yes or no, and not ${value}.`);
  }
  if (/^\d+$/.test(value) && Number(value) <= LARGEST) return Number(value);
  throw usage(`${name} is a whole number, and not ${value}.`);
}

type Options = ServersOptions &
  OutputOptions &
  ConsentOptions & { readonly force?: boolean | undefined };

export async function setServer(
  world: World,
  options: Options,
  settings: readonly Setting[],
  named: Named | undefined,
): Promise<Exit> {
  checkOnce(settings);
  const isForced = options.force === true;
  const shown = { fields, key: 'server' };
  const manner = mannerOf(world, options, shown);
  return Servers.during(
    world,
    options,
    async (servers) => {
      const outcomes = await servers.eachKept(async (server) => ({
        server,
        ...(await changeOn(servers, server, settings)),
      }));
      const read = results(outcomes).map(({ result }) => result);
      const changing = read.filter(({ change }) => isForced || change !== '');
      const failed = troubles(outcomes);
      if (changing.length === 0 && failed.length === 0) {
        return nothingToSet(
          world,
          options,
          read.map(({ server }) => server.name),
          servers.isOneServer,
        );
      }
      for (const { server, change } of read) {
        if (!isForced && change === '') say(world, `${nameOf(server)} has these settings already.`);
      }
      const tasks = changing.map((each) => taskOf(servers, each, settings, isForced));
      const exit = await runBatch(world, options, manner, {
        command: 'server',
        ...shown,
        tasks,
        troubles: failed,
        isOneServer: servers.isOneServer,
        isSimulated: servers.lab !== undefined,
        question: `change settings of ${inWords(changing.map(({ server }) => nameOf(server)))}`,
        done: 'set',
      });
      for (const task of tasks) sayRestart(world, task);
      const unchanged = read.length - changing.length;
      return unchanged === 0 ? exit : combine([exit, 'ok']);
    },
    { named, isActing: true },
  );
}

function checkOnce(settings: readonly Setting[]): void {
  const given = settings.map(({ protocol, field }) => `${protocol}.${field}`);
  const twice = given.find((each, index) => given.indexOf(each) !== index);
  if (twice !== undefined) throw usage(`--set ${twice} stands there twice.`);
}

interface Change {
  /** What the settings would change: 'sstp.count: 4 -> 128'. Empty if the server has them. */
  readonly change: string;
  /** The method of the library that sets them. */
  readonly action: 'setInfoEx' | 'setInfo';
}

async function changeOn(
  { patience }: Servers,
  server: RasServer,
  settings: readonly Setting[],
): Promise<Change> {
  const { tunnels, isEx } = await tunnelsOf(server, patience);
  const change = settings
    .flatMap(({ protocol, field, value }) => {
      const now: unknown = Reflect.get(tunnels[protocol] ?? {}, field);
      if (now === undefined) {
        throw new Complaint(
          'failure',
          `${nameOf(server)} has no setting ${protocol}.${field}: it is too old, or the library is.`,
          '`rras server` shows the tunnels that it has.',
        );
      }
      return now === value ? [] : [`${protocol}.${field}: ${wordOf(now)} -> ${wordOf(value)}`];
    })
    .join(', ');
  return { change, action: isEx ? 'setInfoEx' : 'setInfo' };
}

function taskOf(
  servers: Servers,
  { server, change, action }: Change & { readonly server: RasServer },
  settings: readonly Setting[],
  isForced: boolean,
): Task<ChangeItem> {
  let result: SettingsResult | undefined;
  const { name } = server;
  const shown = change === '' ? 'none: written again' : change;
  return {
    item: {
      server: name,
      change: shown,
      isRestartRequired: undefined,
      isRebootRequired: undefined,
    },
    server: name,
    name: nameOf(server),
    action,
    act: async () => {
      // Another administrator may have set something since the plan was shown.
      if ((await changeOn(servers, server, settings)).change !== change) {
        throw new Complaint(
          'failure',
          `The settings of ${nameOf(server)} have changed since they were shown.`,
          'Run the command again to see what it would change now.',
        );
      }
      result = await write(servers, server, action, settings, isForced);
    },
    after: () => ({
      isRestartRequired: result?.isRestartRequired,
      isRebootRequired: result?.isRebootRequired,
    }),
  };
}

async function write(
  { patienceToAct, lab }: Servers,
  server: RasServer,
  action: Change['action'],
  settings: readonly Setting[],
  isForced: boolean,
): Promise<SettingsResult> {
  const wishes: Record<string, Record<string, number | boolean>> = {};
  for (const { protocol, field, value } of settings) {
    wishes[protocol] = { ...wishes[protocol], [field]: value };
  }
  const force = isForced ? { force: true } : {};
  const result = await server[action](wishes, { ...patienceToAct, ...force });
  lab?.record(server.name, action, wishes, force);
  return result;
}

function sayRestart(world: World, { name, after }: Task<ChangeItem>): void {
  const { isRestartRequired, isRebootRequired } = after?.() ?? {};
  if (isRebootRequired === true) {
    say(world, `${name}: this takes effect when the machine has been restarted.`);
  } else if (isRestartRequired === true) {
    say(
      world,
      `${name}: this takes effect when the service has been restarted: Restart-Service RemoteAccess.`,
    );
  }
}

async function nothingToSet(
  world: World,
  options: OutputOptions,
  servers: readonly string[],
  isOneServer: boolean,
): Promise<Exit> {
  await writeListing(world, options, {
    command: 'server',
    fields,
    key: 'server',
    items: [],
    isOneServer,
    whenEmpty: `Nothing to do: ${inWords(servers.map((name) => name || 'the local server'))} has these settings already.`,
  });
  return 'ok';
}

function inWords(servers: readonly string[]): string {
  return servers.length === 1 ? (servers[0] ?? '') : `each of ${servers.length} servers`;
}

function nameOf({ name }: RasServer): string {
  return name === '' ? 'the local server' : name;
}

function wordOf(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
