// rras disconnect: ends what is on ports, or the connections of a user, or those that look dead.

import type { BatchOptions } from '../acting/batch.ts';
import { usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import type { ServerOptions } from '../servers/session.ts';
import type { World } from '../world.ts';
import { type ConnectionTarget, onConnections } from './connection_batch.ts';
import { onPorts } from './port_batch.ts';
import { isInUse } from './port_fields.ts';
import type { FilterOptions } from './port_filter.ts';
import { type StaleOptions, staleFields, staleTargets } from './stale.ts';
import { onConnectionsOf } from './users_connections.ts';

export type DisconnectOptions = ServerOptions &
  BatchOptions &
  FilterOptions &
  Which &
  StaleOptions & { readonly stale?: boolean };

/** Of several connections of a user. */
interface Which {
  readonly one?: boolean;
  readonly newest?: boolean;
  readonly oldest?: boolean;
  readonly all?: boolean;
}

const verb = (what: string) => `disconnect ${what}`;
// The API starts it and does not wait.
const done = 'disconnecting';

export async function disconnect(
  world: World,
  names: readonly string[],
  options: DisconnectOptions,
): Promise<Exit> {
  const ways = [names.length > 0, options.user !== undefined, options.stale === true];
  if (ways.filter((is) => is).length > 1) {
    throw usage('Name ports, or say --user or --stale: one of the three.');
  }
  checkWhich(options);
  if (options.stale === true) return disconnectStale(world, options);
  if (options.user !== undefined) return disconnectUser(world, options.user, options);
  return onPorts(world, names, options, {
    command: 'disconnect',
    action: 'disconnectPort',
    verb,
    done,
    nothingNamed: 'Disconnect what?',
    isMeant: ({ port }) => isInUse(port),
  });
}

function checkWhich({ one, newest, oldest, all, user, stale }: DisconnectOptions): void {
  const said = Object.entries({ one, newest, oldest, all }).filter(([, is]) => is === true);
  if (said.length > 1) {
    throw usage(`${said.map(([name]) => `--${name}`).join(' and ')} contradict each other.`);
  }
  if (user === undefined && (one ?? newest ?? oldest) !== undefined) {
    throw usage(`--${said[0]?.[0]} is about the connections of a --user.`);
  }
  if (stale === true && said.length > 0) throw usage('--stale means all that look dead.');
}

function disconnectUser(
  world: World,
  user: readonly string[],
  options: DisconnectOptions,
): Promise<Exit> {
  if (options.all !== true && (user.length > 1 || /[*?]/.test(user[0] ?? ''))) {
    throw usage('Several users can be meant: say --all, or name one.');
  }
  return onConnectionsOf(world, user, options, {
    command: 'disconnect',
    action: 'disconnectConnection',
    verb,
    done,
    choose: (found) => chosen(found, options, user.join(', ')),
  });
}

function chosen(
  found: readonly ConnectionTarget[],
  { newest, oldest, all }: Which,
  user: string,
): readonly ConnectionTarget[] {
  if (all === true || found.length < 2) return found;
  const byAge = [...found].sort(
    (a, b) => a.connection.connectDuration - b.connection.connectDuration,
  );
  if (newest === true) return byAge.slice(0, 1);
  if (oldest === true) return byAge.slice(-1);
  throw usage(
    `Nothing was done: ${user} has ${found.length} connections.`,
    `Which: --newest, --oldest or --all? Or name the port: \`rras connections --user ${user}\` lists them.`,
  );
}

function disconnectStale(world: World, options: DisconnectOptions): Promise<Exit> {
  return onConnections(world, options, {
    command: 'disconnect',
    action: 'disconnectConnection',
    fields: staleFields,
    verb,
    done,
    find: (session, server) => staleTargets(session, server, options),
  });
}
