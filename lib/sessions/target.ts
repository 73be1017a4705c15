// Which session a caller means, and what it must still be when the action begins. A session may have been
// through JSON, a database or another process.

import type { Dialect } from '../call/dialect.ts';
import { checkOrigin } from '../call/origin.ts';
import { checkSnapshot as checkConnectionSnapshot } from '../connections/snapshot.ts';
import * as connections from '../connections/target.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import type { Port } from '../ports/port.ts';
import { checkSnapshot as checkPortSnapshot } from '../ports/snapshot.ts';
import * as ports from '../ports/target.ts';
import type { Session } from './session.ts';

/** What stands for a session: its connection, or under rassapi its port. */
export type SessionTarget =
  | { readonly kind: 'connection'; readonly connection: connections.ConnectionTarget }
  | { readonly kind: 'port'; readonly port: ports.PortTarget; readonly listed: Port };

type Carrier = Partial<Pick<Session, 'userName' | 'logonDomain' | 'computer'>>;

interface At {
  readonly server: string;
  readonly dialect: Dialect;
}

export function checkSession(session: unknown, { server, dialect }: At): SessionTarget {
  if (typeof session !== 'object' || session === null) {
    throw invalidArgType('session', 'a Session', session, whereToFind(session));
  }
  if (!('ports' in session))
    throw invalidArgType('session', 'a Session', session, whatElse(session));
  const acting = { server, guard: true };
  checkOrigin('session', 'session', session, acting);
  const field = (name: keyof Session): unknown => Reflect.get(session, name);
  if (dialect === 'rassapi') {
    if ((field('connection') ?? undefined) !== undefined) {
      throw invalidArgValue(
        'session',
        session,
        'must be one from rassapi: a connection is unknown there',
      );
    }
    const listed = checkPortSnapshot(onlyPort(field('ports')), acting, 'session.ports[0]');
    checkUser(session, listed, 'port');
    return { kind: 'port', listed, port: ports.guarded(listed, dialect) };
  }
  const connection = field('connection');
  if (typeof connection !== 'object' || connection === null) {
    throw invalidArgType('session.connection', 'a Connection', connection, ofRassapi);
  }
  const listed = checkConnectionSnapshot(connection, acting, 'session.connection');
  checkUser(session, listed, 'connection');
  return { kind: 'connection', connection: connections.guarded(listed) };
}

const ofRassapi =
  'Only a session from rassapi has none, and only rassapi can act on such a session.';

function whereToFind(session: unknown): string | undefined {
  if (typeof session !== 'string') return undefined;
  return 'server.enumSessions({ user }) gives the sessions of a user.';
}

function whatElse(thing: object): string | undefined {
  if ('condition' in thing) return 'For a port there is server.disconnectPort.';
  if ('guid' in thing || 'interfaceType' in thing) {
    return 'For a connection there is server.disconnectConnection.';
  }
  return undefined;
}

function onlyPort(list: unknown): object {
  const [port, ...others]: unknown[] = Array.isArray(list) ? list : [];
  if (typeof port !== 'object' || port === null || others.length > 0) {
    throw invalidArgValue(
      'session.ports',
      list,
      'must be one port: under rassapi it is the session',
    );
  }
  return port;
}

// What the caller read in the session must be what the guard compares.
function checkUser(session: object, carrier: Carrier, what: 'connection' | 'port'): void {
  for (const name of ['userName', 'logonDomain', 'computer'] as const) {
    const told: unknown = Reflect.get(session, name);
    const compared = carrier[name] ?? '';
    if (told === compared) continue;
    throw invalidArgValue(`session.${name}`, told, `must be that of its ${what}, '${compared}'`);
  }
}
