// The error when a connection is not the session that its caller saw.

import { RasError } from '../errors/ras_error.ts';
import { compareConnections } from '../sessions/same_session.ts';
import type { Connection } from './connection.ts';
import type { ConnectionSnapshot } from './snapshot.ts';

/** @throws {RasError} unless the connection is certainly the session that the caller saw */
export function checkSameSession(then: ConnectionSnapshot, now: Connection, server: string): void {
  if (compareConnections(then, now) !== 'same') {
    throw connectionChanged(then, now, server);
  }
}

/** `then` is the connection as the caller saw it, `now` as it was read right before the action. */
export function connectionChanged(
  then: ConnectionSnapshot,
  now: Connection,
  server: string,
): RasError {
  return new RasError({
    code: 'ERR_RRAS_CONNECTION_CHANGED',
    server,
    connection: then.handle,
    message: `Nothing was done to connection ${then.handle}: ${difference(then, now)}`,
  });
}

function difference(then: ConnectionSnapshot, now: Connection): string {
  const before = userOf(then);
  const after = userOf(now);
  return before === after
    ? `it is another session of ${after} than the one that was listed`
    : `it was one of ${before} when it was listed, and is now one of ${after}`;
}

function userOf({ logonDomain, userName }: ConnectionSnapshot): string {
  if (userName === '') return 'nobody by name';
  return logonDomain === '' ? userName : `${logonDomain}\\${userName}`;
}
