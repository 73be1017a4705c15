// The selection of a command line in a lab, by its documentation.

import type { TrueConnection, TrueLab, TruePort, TrueServer } from './selection_labs.ts';
import type { ActingLine } from './selection_lines.ts';
import { code, Nothing, type Options, portFilters, refused } from './selection_options.ts';

export type Target =
  | { readonly server: TrueServer; readonly port: TruePort }
  | { readonly server: TrueServer; readonly connection: TrueConnection }
  | { readonly server: TrueServer; readonly account: string };

export interface Selected {
  readonly targets: readonly Target[];
  /** The codes for servers that do not answer and for unknown names. */
  readonly exits: readonly number[];
}

export function selected(lab: TrueLab, line: ActingLine, options: Options): Selected {
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
    // The lines have no valid number of samples, because sampling takes real time.
    if (given.includes('samples')) throw refused('a wrong number of --samples');
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

/** Joins the targets of the servers that answer. Each of the others adds a code. */
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

export function connectionOn(server: TrueServer, port: TruePort): TrueConnection | undefined {
  return server.connections.find(({ ports }) => ports.includes(port.name));
}

function isInUse(server: TrueServer, port: TruePort): boolean {
  const busy = ['authenticated', 'authenticating', 'calling-back'];
  return connectionOn(server, port) !== undefined || busy.includes(port.condition);
}

/** A router is on it, or a caller whom the server does not list. */
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

/** The code for several: the common code if there is one, 'partly' if some succeeded. */
export function combined(codes: readonly number[]): number {
  const different = new Set(codes);
  const [only = code.ok] = different;
  if (different.size <= 1) return only;
  return different.has(code.ok) || different.has(code.partly) ? code.partly : code.failure;
}
