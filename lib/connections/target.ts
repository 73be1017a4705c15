// Which connection a caller means, and what it must still be when the action begins.

import type { ConnectionExpectation } from '../call/operations.ts';
import type { Acting } from '../call/origin.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { guidOf } from '../sessions/same_session.ts';
import { type ConnectionSnapshot, checkSnapshot } from './snapshot.ts';

/** A connection as an operation takes it. */
export interface ConnectionTarget {
  readonly handle: number;
  readonly expected?: ConnectionExpectation;
  /** The connection as the caller saw it. */
  readonly listed?: ConnectionSnapshot;
}

type Guarded = Required<Pick<ConnectionTarget, 'expected' | 'listed'>>;

export function checkConnection(connection: unknown, acting: Acting): ConnectionTarget {
  if (typeof connection === 'number') {
    if (!Number.isSafeInteger(connection) || connection < 0) {
      throw invalidArgValue('connection', connection, 'must be a handle: an integer from 0 up');
    }
    return { handle: connection };
  }
  if (typeof connection !== 'object' || connection === null) {
    throw invalidArgType('connection', ['number', 'a Connection'], connection, instead(connection));
  }
  if ('ports' in connection && 'connection' in connection) {
    throw invalidArgType('connection', 'a Connection', connection, ofSession);
  }
  const listed = checkSnapshot(connection, acting);
  return acting.guard ? guarded(listed) : { handle: listed.handle, listed };
}

const ofSession =
  'A session has it as session.connection; server.disconnectSession takes the session.';

/** What to use for a user's name. */
function instead(connection: unknown): string | undefined {
  if (typeof connection !== 'string') return undefined;
  return 'For a user, server.enumSessions({ user }) gives the sessions and server.disconnectSession ends one.';
}

/** A connection that must still be the session that its caller saw. */
export function guarded(listed: ConnectionSnapshot): ConnectionTarget & Guarded {
  return { handle: listed.handle, listed, expected: sameSession(listed) };
}

/** The fields that src/api/connection.cc compares. */
export function sameSession(connection: ConnectionSnapshot): ConnectionExpectation {
  const { userName, logonDomain, computer, connectDuration } = connection;
  const guid = guidOf(connection);
  return {
    ...(guid === undefined ? undefined : { guid }),
    userName,
    logonDomain,
    computer,
    connectDuration,
  };
}
