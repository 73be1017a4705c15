// Finds what a command line selects on the servers. It only reads.

import { RasError } from '../../errors/ras_error.ts';
import { findPort } from '../../ports/by_name.ts';
import { isInUse } from '../../ports/state.ts';
import type { RasServer } from '../../server.ts';
import type { Session } from '../../sessions/session.ts';
import { isNamed } from '../../sessions/user_filter.ts';
import { Complaint, usage } from '../complaint.ts';
import { combine } from '../exit_codes.ts';
import { isRouterSession, type PeopledPort, peopledPorts, sessionsOn } from '../people/people.ts';
import { isFor, type Name } from '../servers/qualified_name.ts';
import { type Outcome, type Servers, troubles as troublesOf } from '../servers/servers.ts';
import { say, type World } from '../terminal/world.ts';
import { type ServerTrouble, troubleOf } from '../trouble.ts';
import { nobody, oneConnection } from './one_connection.ts';
import type { Selection, Which } from './selection.ts';
import { type Reason, staleSessions } from './stale.ts';

export interface SelectedPort extends PeopledPort {
  readonly kind: 'port';
  readonly server: RasServer;
}

export interface SelectedConnection {
  readonly kind: 'connection';
  readonly server: RasServer;
  readonly session: Session;
  /** Why it looks dead, for a selection of stale connections. */
  readonly reasons?: readonly Reason[];
}

export type Selected = SelectedPort | SelectedConnection;

export interface Found {
  readonly targets: readonly Selected[];
  /** Servers that failed, and names that are not there. */
  readonly troubles: readonly ServerTrouble[];
  /** Matches that a router uses or may use: 'VPN3-1 on RAS01'. */
  readonly leftOut: readonly string[];
}

type Part = Found & { readonly refused?: Complaint };

export async function find(servers: Servers, selection: Selection): Promise<Found> {
  const parts = await servers.eachKept((server) => partOn(servers, server, selection));
  const refused = parts.flatMap((part) => ('result' in part ? [part.result.refused] : []));
  for (const complaint of refused) if (complaint !== undefined) throw complaint;
  const { targets, troubles, leftOut } = together(parts);
  if (selection.kind !== 'connections' && selection.kind !== 'one connection') {
    return { targets, troubles, leftOut };
  }
  const who = selection.kind === 'connections' ? selection.users?.join(', ') : selection.who.name;
  const which = selection.kind === 'connections' ? selection.which : 'all';
  if (selection.kind === 'one connection') checkOne(targets, selection.who.name);
  checkAllAnswered(which, who, troubles);
  if (targets.length === 0 && troubles.length === 0 && leftOut.length === 0) {
    throw nobody(who ?? 'anybody', servers.names[0] ?? '');
  }
  const connections = targets.filter((target) => target.kind === 'connection');
  return { targets: chosen(connections, which, who ?? ''), troubles, leftOut };
}

function partOn(servers: Servers, server: RasServer, selection: Selection): Promise<Part> {
  switch (selection.kind) {
    case 'named ports':
      return namedPorts(servers, server, selection);
    case 'ports':
      return filteredPorts(servers, server, selection);
    case 'connections':
      return filteredConnections(servers, server, selection);
    case 'stale':
      return staleConnections(servers, server, selection);
    case 'one connection':
      return theConnection(servers, server, selection.who);
  }
}

type Of<Kind extends Selection['kind']> = Extract<Selection, { readonly kind: Kind }>;

/** Each name that is missing is a trouble. */
async function namedPorts(
  servers: Servers,
  server: RasServer,
  { names: all, routers, userOption }: Of<'named ports'>,
): Promise<Part> {
  const names = all.filter((each) => isFor(each, server.name));
  if (names.length === 0) return nothing;
  const peopled = await peopledPorts(servers, server);
  const ports = peopled.map(({ port }) => port);
  const wanted = new Set();
  const troubles: ServerTrouble[] = [];
  for (const { name } of names) {
    try {
      wanted.add(findPort(ports, name, server.name));
    } catch (error) {
      const hint = `To select by user: ${userOption} ${name}`;
      const trouble = troubleOf(userInstead(error, peopled, name, server, hint));
      troubles.push({ server: server.name, ...trouble });
    }
  }
  const found = peopled.filter(({ port }) => wanted.has(port));
  const refused = routers === 'left out' ? carriesRouter(server, found) : undefined;
  return {
    targets: found.map((each) => ({ kind: 'port', server, ...each })),
    troubles,
    leftOut: [],
    ...(refused && { refused }),
  };
}

const nothing: Part = { targets: [], troubles: [], leftOut: [] };

/** The error, or a better one if the name that is no port is a user or an interface. */
export function userInstead(
  error: unknown,
  peopled: readonly PeopledPort[],
  name: string,
  server: RasServer,
  hint: string,
): unknown {
  if (!(error instanceof RasError && error.code === 'ERROR_PORT_NOT_FOUND')) return error;
  const on = server.name === '' ? '' : ` on ${server.name}`;
  const isInterface = peopled.some(
    ({ session }) =>
      session !== undefined &&
      isRouterSession(session) &&
      session.connection?.interfaceName.toLowerCase() === name.toLowerCase(),
  );
  if (isInterface) {
    return new Complaint(
      'notFound',
      `There is no port ${name}${on}: ${name} is an interface.`,
      `\`rras interface show ${name}\` shows it, \`rras interface disconnect ${name}\` disconnects it.`,
    );
  }
  const isUser = peopled.some(
    ({ session }) =>
      session !== undefined &&
      isNamed(session, (each) => each.toLowerCase() === name.toLowerCase()),
  );
  if (!isUser) return error;
  return new Complaint('notFound', `There is no port ${name}${on}: ${name} is a user.`, hint);
}

function carriesRouter(server: RasServer, ports: readonly PeopledPort[]): Complaint | undefined {
  const port = ports.find(({ isRouter }) => isRouter !== false);
  if (port === undefined) return undefined;
  const name = nameOn(server, port.port.name);
  const hint = '--include-routers takes it all the same. `rras ports` shows what is on it.';
  return port.isRouter === true
    ? usage(`Nothing was done: a router is on ${name} (${port.session?.userName}).`, hint)
    : usage(`Nothing was done: the server does not say what is on ${name}.`, hint);
}

async function filteredPorts(
  servers: Servers,
  server: RasServer,
  selection: Of<'ports'>,
): Promise<Part> {
  const peopled = await peopledPorts(servers, server);
  const fitting = peopled.filter(
    (each) => selection.filter.hasPort(each) && (!selection.isInUse || isInUse(each.port)),
  );
  const isMeant = ({ isRouter }: PeopledPort) =>
    isRouter === false || selection.routers !== 'left out';
  return {
    targets: fitting.filter(isMeant).map((each) => ({ kind: 'port', server, ...each })),
    troubles: [],
    leftOut: fitting.filter((each) => !isMeant(each)).map(({ port }) => nameOn(server, port.name)),
  };
}

async function filteredConnections(
  servers: Servers,
  server: RasServer,
  { filter, routers }: Of<'connections'>,
): Promise<Part> {
  const sessions = await sessionsOn(servers, server);
  const found = sessions.filter(filter.hasSession).map((session) => ({ session }));
  return connectionsOf(server, found, routers !== 'left out');
}

async function staleConnections(
  servers: Servers,
  server: RasServer,
  { filter, reasons, routers }: Of<'stale'>,
): Promise<Part> {
  const found = await staleSessions(servers, server, filter, reasons);
  return connectionsOf(server, found, routers !== 'left out');
}

type FoundSession = Pick<SelectedConnection, 'session' | 'reasons'>;

function connectionsOf(
  server: RasServer,
  found: readonly FoundSession[],
  isWithRouters: boolean,
): Part {
  const isMeant = ({ session }: FoundSession) => isWithRouters || !isRouterSession(session);
  return {
    targets: found.filter(isMeant).map((each) => ({ kind: 'connection', server, ...each })),
    troubles: [],
    leftOut: found
      .filter((each) => !isMeant(each))
      .map(({ session }) => nameOn(server, session.userName)),
  };
}

async function theConnection(servers: Servers, server: RasServer, who: Name): Promise<Part> {
  if (!isFor(who, server.name)) return nothing;
  try {
    const one = oneConnection(await sessionsOn(servers, server), who.name);
    return connectionsOf(server, one === undefined ? [] : [{ session: one }], true);
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    return { targets: [], troubles: [], leftOut: [], refused: error };
  }
}

// On two servers, the same port or handle is two people.
function checkOne(targets: readonly Selected[], who: string): void {
  if (targets.length < 2) return;
  const servers = targets.map(({ server }) => server.name).join(', ');
  throw usage(
    `Nothing was done: ${who} is ${targets.length} connections, on ${servers}.`,
    'Name one server, or say --all or --user for several people.',
  );
}

function together(outcomes: readonly Outcome<Part>[]): Found {
  const parts = outcomes.flatMap((each) => ('result' in each ? [each.result] : []));
  return {
    targets: parts.flatMap(({ targets }) => targets),
    troubles: [...troublesOf(outcomes), ...parts.flatMap(({ troubles }) => troubles)],
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
  };
}

// The newest connection may be on the server that did not answer.
function checkAllAnswered(
  which: Which,
  user: string | undefined,
  troubles: readonly ServerTrouble[],
): void {
  const [first] = troubles;
  if (which === 'all' || first === undefined) return;
  throw new Complaint(
    combine(troubles.map(({ exit }) => exit)),
    `Nothing was done: other connections of ${user} may be on ${troubles.map(({ server }) => server || 'the local server').join(', ')}, which did not answer. ${first.message}`,
    'Ask the other servers only, or say --all for every connection that is found.',
  );
}

function chosen(
  found: readonly SelectedConnection[],
  which: Which,
  user: string,
): readonly SelectedConnection[] {
  if (which === 'all' || found.length < 2) return found;
  const lists = `\`rras connections --user ${user}\` lists them.`;
  if (which === 'one') {
    throw usage(
      `Nothing was done: ${user} has ${found.length} connections.`,
      `Which: --newest, --oldest or --all? Or name the port: ${lists}`,
    );
  }
  const ages = found.flatMap(({ session }) => session.connectDuration ?? []);
  if (ages.length < found.length) {
    throw usage(
      `Nothing was done: the server does not say how old each of ${found.length} connections of ${user} is, and --${which} means one.`,
      `Name the port: ${lists}`,
    );
  }
  const age = which === 'newest' ? Math.min(...ages) : Math.max(...ages);
  const ofThatAge = found.filter(({ session }) => session.connectDuration === age);
  if (ofThatAge.length > 1) {
    throw usage(
      `Nothing was done: ${ofThatAge.length} connections of ${user} have the same age, and --${which} means one.`,
      `Name the port: ${lists}`,
    );
  }
  return ofThatAge;
}

/** Says which ports or connections of routers were left out. */
export function sayLeftOut(world: World, leftOut: readonly string[]): void {
  if (leftOut.length === 0) return;
  const names = leftOut.join(', ');
  say(
    world,
    `Left out: ${names}. A router is or may be there; add --include-routers to take it too.`,
  );
}

/** 'VPN3-1 on RAS01'. */
export function nameOn(server: RasServer, name: string): string {
  return server.name === '' ? name : `${name} on ${server.name}`;
}
