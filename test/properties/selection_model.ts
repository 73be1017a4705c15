// What a command line must hit, in the words of its documentation: a second account of the rules that
// shares nothing with the one in lib/cli.

import type { TrueConnection, TrueLab, TruePort, TrueServer } from './selection_labs.ts';
import type { ActingCommand, ActingLine } from './selection_lines.ts';

/** What is hit: 'RAS01 VPN2-0' is a port, 'RAS01 VPN2-0+VPN2-1' a connection, 'RAS01 alice' an account. */
export type Hit = string;

export interface Verdict {
  /** The number that the command ends with. */
  readonly code: number;
  /** The ports that the servers are asked to act on; the connections and accounts that they do act on. */
  readonly hits: readonly Hit[];
  /** What each server is asked to do: 'RAS01 MprAdminPortReset'. */
  readonly calls: readonly string[];
  /** What the audit log has of it: 'RAS01 resetPort done'. */
  readonly audited: readonly string[];
  /** Why. For whoever reads a failure. */
  readonly why: string;
}

const code = {
  ...{ ok: 0, failure: 1, usage: 2, denied: 3, unreachable: 4, stopped: 5 },
  ...{ notFound: 6, partly: 7, threshold: 8 },
} as const;

/** Thrown where the line ends without hitting anything. */
class Nothing {
  readonly code: number;
  readonly why: string;
  constructor(code: number, why: string) {
    this.code = code;
    this.why = why;
  }
}

const refused = (why: string) => new Nothing(code.usage, why);

export function verdict(lab: TrueLab, line: ActingLine): Verdict {
  try {
    return judged(lab, line);
  } catch (error) {
    if (error instanceof Nothing)
      return { code: error.code, hits: [], calls: [], audited: [], why: error.why };
    throw error;
  }
}

function judged(lab: TrueLab, line: ActingLine): Verdict {
  const options = read(line);
  const { targets, exits } = selected(lab, line, options);
  if (targets.length === 0) {
    throw new Nothing(exits.length > 0 ? combined(exits) : code.notFound, 'nothing is selected');
  }
  if (options.max !== undefined && targets.length > options.max) {
    throw new Nothing(code.threshold, `${targets.length} are more than --max`);
  }
  if (options.isDry) throw new Nothing(combined([...targets.map(() => code.ok), ...exits]), 'dry');
  const isOfOne = line.command === 'message' && !options.all && options.user === undefined;
  if (!options.yes && !isOfOne) throw refused('nobody consented');
  const ends = targets.map((target) => endOf(line.command, target));
  return {
    code: combined([...exits, ...ends]),
    hits: targets.flatMap((target) => hitsOf(line.command, target)).sort(),
    calls: targets.flatMap((target) => callsOf(line.command, target)).sort(),
    audited: targets.map((target) => auditOf(line.command, target)).sort(),
    why: 'these are selected',
  };
}

// Options -----------------------------------------------------------------------------------------

interface Options {
  readonly servers: readonly string[];
  readonly all: boolean;
  readonly which: 'one' | 'newest' | 'oldest' | undefined;
  readonly stale: boolean;
  readonly maxAge: number | undefined;
  readonly routers: boolean;
  readonly yes: boolean;
  readonly isDry: boolean;
  readonly max: number | undefined;
  readonly condition: readonly string[] | undefined;
  readonly device: readonly string[] | undefined;
  readonly name: readonly string[] | undefined;
  readonly user: readonly string[] | undefined;
  readonly computer: readonly string[] | undefined;
  readonly dormant: boolean;
  readonly olderThan: number | undefined;
}

const onServers = ['server', 'yes', 'dry-run', 'what-if', 'max'];
const portFilters = ['condition', 'device', 'name', 'user'];
const known: Readonly<Record<ActingCommand, readonly string[]>> = {
  disconnect: [
    ...onServers,
    ...portFilters,
    ...['computer', 'dormant', 'older-than', 'all', 'one', 'newest', 'oldest'],
    ...['stale', 'samples', 'every', 'max-age', 'include-routers'],
  ],
  reset: [...onServers, ...portFilters, 'all', 'include-routers'],
  'clear-stats': [...onServers, ...portFilters, 'all'],
  message: [...onServers, 'all', 'user'],
  user: [...onServers, 'set'],
};

const conditions = [
  ...['non-operational', 'disconnected', 'calling-back', 'listening', 'authenticating'],
  ...['authenticated', 'initializing'],
];
const conditionsOfNetsh: Readonly<Record<string, string>> = {
  ...{ nonoperational: 'non-operational', callingback: 'calling-back', connected: 'authenticated' },
};

function read(line: ActingLine): Options {
  const { command, words, options, environment } = line;
  const given = options.map(([name]) => name);
  const said = (name: string) => given.includes(name);
  for (const name of given) {
    if (!known[command].includes(name)) throw refused(`${command} has no --${name}`);
  }
  for (const value of [...words, ...options.map(([, value]) => value), environment]) {
    if (value?.trim() === '') throw refused('something is empty or blank');
  }
  const last = (name: string) => options.findLast(([each]) => each === name)?.[1];
  const list = (name: string) =>
    said(name)
      ? options.filter(([each]) => each === name).flatMap(([, v]) => elements(v))
      : undefined;
  const servers = list('server') ?? (environment === undefined ? [] : elements(environment));
  for (const name of ['older-than', 'max-age', 'every']) seconds(last(name));
  const condition = list('condition')?.map((word) => {
    const folded = word.toLowerCase();
    const known = conditionsOfNetsh[folded] ?? folded;
    if (conditions.includes(known) || /^unknown-\d+$/.test(known)) return known;
    throw refused(`${word} is no condition`);
  });
  const which = (['one', 'newest', 'oldest'] as const).filter(said);
  if (which.length > 1) throw refused('several words say which');
  return {
    servers,
    all: said('all'),
    which: which[0],
    stale: said('stale'),
    maxAge: seconds(last('max-age')),
    routers: said('include-routers'),
    yes: said('yes'),
    isDry: said('dry-run') || said('what-if'),
    max: whole(last('max')),
    ...{ condition, device: list('device'), name: list('name'), user: list('user') },
    ...{ computer: list('computer'), dormant: said('dormant') },
    olderThan: seconds(last('older-than')),
  };
}

function elements(value: string | undefined): string[] {
  const parts = (value ?? '').split(',').map((part) => part.trim());
  if (parts.includes('')) throw refused('an element of a list is empty');
  return parts;
}

function seconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const units: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };
  const parts = text.trim().split(' ');
  const time = parts.reduce((sum, part) => {
    const [, number = '', unit = 's'] = /^(\d+)([dhms])?$/.exec(part) ?? [];
    if (number === '') throw refused(`${text} is no time`);
    return sum + Number(number) * (units[unit] ?? 0);
  }, 0);
  if (time < 1) throw refused(`${text} is no time`);
  return time;
}

function whole(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw refused(`${text} is no number`);
  return Number(text);
}

// Selection ---------------------------------------------------------------------------------------

type Target =
  | { readonly server: TrueServer; readonly port: TruePort }
  | { readonly server: TrueServer; readonly connection: TrueConnection }
  | { readonly server: TrueServer; readonly account: string };

interface Selected {
  readonly targets: readonly Target[];
  /** Of servers and names for which there is nothing to do. */
  readonly exits: readonly number[];
}

function selected(lab: TrueLab, line: ActingLine, options: Options): Selected {
  const { words, command } = line;
  if (command === 'user') return accounts(lab, line, options);
  if (command === 'message') return messaged(lab, line, options);
  const { user, all, which, stale } = options;
  const given = line.options.map(([name]) => name);
  const isFiltered = [...portFilters, 'computer', 'dormant', 'older-than'].some((name) =>
    given.includes(name),
  );
  if (words.length > 0) {
    if (isFiltered || all || stale || which !== undefined) throw refused('names, and more');
    if (['samples', 'every', 'max-age'].some((name) => given.includes(name))) {
      throw refused('names, and what is about stale ones');
    }
    if (words.some((word) => /[*?]/.test(word))) throw refused('a pattern for a name');
    return portsNamed(lab, line, options);
  }
  if (!stale && ['samples', 'every', 'max-age'].some((name) => given.includes(name))) {
    throw refused('what is about stale ones, without --stale');
  }
  if (stale) {
    if (all || which !== undefined) throw refused('--stale, and which');
    if (given.includes('every') && !given.includes('samples')) throw refused('--every alone');
    // Without a value that it takes: samples take real time.
    if (given.includes('samples')) throw refused('--samples of nothing');
    return connectionsWhere(lab, options, (connection, { connections }) =>
      looksDead(connection, connections, options),
    );
  }
  const isOfConnections = user !== undefined && (command !== 'reset' || !all);
  if (isOfConnections && command === 'reset') throw refused('reset --user without --all');
  if (!isOfConnections) {
    if (which !== undefined) throw refused('which, without --user');
    if (!all) throw refused('nothing says what');
    return portsWhere(lab, line, options);
  }
  if (all && which !== undefined) throw refused('--all, and which');
  if (!all && severalUsers(user)) throw refused('several users can be meant, without --all');
  const others = ['condition', 'device', 'name', 'computer', 'dormant', 'older-than'];
  if (['newest', 'oldest'].includes(which ?? '') && others.some((name) => given.includes(name))) {
    throw refused('--newest or --oldest, and a filter');
  }
  const isHarmless = command === 'clear-stats';
  const found = connectionsWhere(lab, options, () => true, isHarmless || options.routers);
  if (all || command === 'clear-stats') return found;
  return chosen(found, which ?? 'one');
}

function severalUsers(patterns: readonly string[]): boolean {
  return patterns.length > 1 || patterns.some((pattern) => /[*?]/.test(pattern));
}

function chosen({ targets, exits }: Selected, which: 'one' | 'newest' | 'oldest'): Selected {
  if (exits.length > 0) throw new Nothing(combined(exits), 'a server that may have more is silent');
  if (targets.length < 2) return { targets, exits };
  if (which === 'one') throw refused('several connections, and --one');
  const ages = targets.map((target) => ('connection' in target ? target.connection.seconds : 0));
  const wanted = which === 'newest' ? Math.min(...ages) : Math.max(...ages);
  const ofThatAge = targets.filter((_, index) => ages[index] === wanted);
  if (ofThatAge.length > 1) throw refused('several of the same age');
  return { targets: ofThatAge, exits };
}

/** Runs over the servers that answer; of the others there is an exit. */
function onEach(
  lab: TrueLab,
  { servers }: Options,
  work: (server: TrueServer) => Selected,
): Selected {
  const wanted = servers.length > 0 ? servers : [lab.servers[0]?.name ?? ''];
  const names = new Set(wanted.map((name) => name.replace(/^\\\\/, '').toUpperCase()));
  const parts = [...names].map((name): Selected => {
    const server = lab.servers.find((each) => each.name === name);
    if (server === undefined) return { targets: [], exits: [code.unreachable] };
    if (server.silence !== undefined) return { targets: [], exits: [code[server.silence]] };
    return work(server);
  });
  return {
    targets: parts.flatMap(({ targets }) => targets),
    exits: parts.flatMap(({ exits }) => exits),
  };
}

function accounts(lab: TrueLab, { words, options: given }: ActingLine, options: Options): Selected {
  for (const [name, value] of given) {
    if (name === 'set' && value !== 'phoneNumber=' && /=\s*$/.test(value ?? '')) {
      throw refused('a setting has no value');
    }
  }
  const [name = ''] = words;
  return onEach(lab, options, (server) =>
    server.accounts.includes(name.toLowerCase())
      ? { targets: [{ server, account: name }], exits: [] }
      : { targets: [], exits: [code.notFound] },
  );
}

function messaged(lab: TrueLab, { words }: ActingLine, options: Options): Selected {
  const isToMany = options.all || options.user !== undefined;
  if (words.length !== (isToMany ? 1 : 2)) throw refused('not as many words as it takes');
  if (isToMany) return connectionsWhere(lab, options, () => true, true);
  const [who = ''] = words;
  const found = onEach(lab, options, (server) => {
    const onPort = server.connections.filter(({ ports }) => ports.some((port) => same(port, who)));
    const ofUser = server.connections.filter(({ user, domain }) =>
      [user, `${domain}\\${user}`].some((each) => same(each, who)),
    );
    const meant = onPort.length > 0 ? onPort : ofUser;
    return { targets: meant.map((connection) => ({ server, connection })), exits: [] };
  });
  if (found.targets.length > 1) throw refused('a message to one, and there are several');
  return found;
}

function portsNamed(lab: TrueLab, { words, command }: ActingLine, options: Options): Selected {
  const found = onEach(lab, options, (server) => {
    const names = new Set(words.map((word) => word.toUpperCase()));
    const ports = server.ports.filter(({ name }) => names.has(name.toUpperCase()));
    return {
      targets: ports.map((port) => ({ server, port })),
      exits: Array.from({ length: names.size - ports.length }, () => code.notFound),
    };
  });
  const isGuarded = command !== 'clear-stats' && !options.routers;
  for (const target of found.targets) {
    if (isGuarded && 'port' in target && mayBeRouter(target.server, target.port)) {
      throw refused(`${target.port.name} of ${target.server.name} may carry a router`);
    }
  }
  return found;
}

function portsWhere(lab: TrueLab, { command }: ActingLine, options: Options): Selected {
  return onEach(lab, options, (server) => {
    const ports = server.ports.filter((port) => {
      const on = connectionOn(server, port);
      if (command === 'disconnect' && !isInUse(server, port)) return false;
      if (command !== 'clear-stats' && !options.routers && mayBeRouter(server, port)) return false;
      return (
        portFits(port, options) &&
        (options.user === undefined || (on !== undefined && userFits(options.user, on))) &&
        (options.computer === undefined ||
          (on !== undefined && fitsOne(options.computer, on.computer))) &&
        (!options.dormant || on?.isDormant === true) &&
        (options.olderThan === undefined ||
          (isInUse(server, port) && port.seconds >= options.olderThan))
      );
    });
    return { targets: ports.map((port) => ({ server, port })), exits: [] };
  });
}

function connectionsWhere(
  lab: TrueLab,
  options: Options,
  isMeant: (connection: TrueConnection, server: TrueServer) => boolean,
  withRouters = options.routers,
): Selected {
  const { user, computer, dormant, olderThan } = options;
  return onEach(lab, options, (server) => {
    const found = server.connections.filter(
      (connection) =>
        isMeant(connection, server) &&
        (withRouters || !connection.isRouter) &&
        (user === undefined || userFits(user, connection)) &&
        (computer === undefined || fitsOne(computer, connection.computer)) &&
        (!dormant || connection.isDormant) &&
        (olderThan === undefined || connection.seconds >= olderThan) &&
        connection.ports.every((name) =>
          server.ports.some((port) => port.name === name && portFits(port, options)),
        ),
    );
    return { targets: found.map((connection) => ({ server, connection })), exits: [] };
  });
}

function looksDead(
  connection: TrueConnection,
  others: readonly TrueConnection[],
  { maxAge }: Options,
): boolean {
  const { user, domain, computer, seconds, isDormant } = connection;
  const isDuplicate =
    user !== '' &&
    computer !== '' &&
    others.some(
      (other) =>
        same(other.user, user) &&
        same(other.domain, domain) &&
        same(other.computer, computer) &&
        other.seconds < seconds,
    );
  return isDormant || isDuplicate || (maxAge !== undefined && seconds >= maxAge);
}

// Facts -------------------------------------------------------------------------------------------

function connectionOn(server: TrueServer, port: TruePort): TrueConnection | undefined {
  return server.connections.find(({ ports }) => ports.includes(port.name));
}

function isInUse(server: TrueServer, port: TruePort): boolean {
  const busy = ['authenticated', 'authenticating', 'calling-back'];
  return connectionOn(server, port) !== undefined || busy.includes(port.condition);
}

/** A router's, or in use by a connection of which the server does not tell. */
function mayBeRouter(server: TrueServer, port: TruePort): boolean {
  const on = connectionOn(server, port);
  return on === undefined ? isInUse(server, port) : on.isRouter;
}

function portFits(port: TruePort, { condition, device, name }: Options): boolean {
  return (
    (condition === undefined || condition.includes(port.condition)) &&
    (device === undefined ||
      fitsOne(device, port.deviceType) ||
      fitsOne(device, port.deviceName)) &&
    (name === undefined || fitsOne(name, port.name))
  );
}

function userFits(patterns: readonly string[], { user, domain }: TrueConnection): boolean {
  const withDomain = patterns.filter((pattern) => pattern.includes('\\') && domain !== '');
  return fitsOne(patterns, user) || fitsOne(withDomain, `${domain}\\${user}`);
}

function fitsOne(patterns: readonly string[], text: string): boolean {
  return patterns.some((pattern) => {
    const source = pattern
      .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    return new RegExp(`^${source}$`, 'isu').test(text);
  });
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

// Ends --------------------------------------------------------------------------------------------

function hitsOf(command: ActingCommand, target: Target): Hit[] {
  const { name } = target.server;
  if ('port' in target) return [`${name} ${target.port.name}`];
  // The API has no call that disconnects a connection: each of its ports is.
  if ('connection' in target && command === 'disconnect') {
    return target.connection.ports.map((port) => `${name} ${port}`);
  }
  if (endOf(command, target) !== code.ok) return [];
  if ('account' in target) return [`${name} ${target.account.toLowerCase()}`];
  return [`${name} ${target.connection.ports.join('+')}`];
}

function callsOf(command: ActingCommand, target: Target): string[] {
  const call = `${target.server.name} ${functionOf(command, target)}`;
  const isOnEachPort = 'connection' in target && command === 'disconnect';
  return isOnEachPort ? target.connection.ports.map(() => call) : [call];
}

function auditOf(command: ActingCommand, target: Target): string {
  const kind = 'port' in target ? 'Port' : 'Connection';
  const action = {
    disconnect: `disconnect${kind}`,
    reset: 'resetPort',
    'clear-stats': `clear${kind}Stats`,
    message: 'sendUserMessage',
    user: 'setUser',
  }[command];
  const result = endOf(command, target) === code.ok ? 'done' : 'failed';
  return `${target.server.name} ${action} ${result}`;
}

/** How the action on one of them ends. */
function endOf(command: ActingCommand, target: Target): number {
  const { fault, generation } = target.server;
  const asked = functionOf(command, target);
  if (fault === asked) return code.denied;
  // Nobody whom the server could disconnect: it answers with an error.
  const isVacant = 'port' in target && connectionOn(target.server, target.port) === undefined;
  if (command === 'disconnect' && isVacant) return code.failure;
  if (command === 'message' && generation === 'nt4') return code.failure;
  return code.ok;
}

function functionOf(command: ActingCommand, target: Target): string {
  if (command === 'clear-stats') {
    return 'port' in target ? 'MprAdminPortClearStats' : 'MprAdminConnectionClearStats';
  }
  return {
    disconnect: 'MprAdminPortDisconnect',
    reset: 'MprAdminPortReset',
    message: 'MprAdminSendUserMessage',
    user: 'MprAdminUserSetInfo',
  }[command];
}

/** All alike: that. Some done and others not: partly. */
function combined(codes: readonly number[]): number {
  const different = new Set(codes);
  const [only = code.ok] = different;
  if (different.size <= 1) return only;
  return different.has(code.ok) || different.has(code.partly) ? code.partly : code.failure;
}
