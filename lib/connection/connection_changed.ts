// Tells how a connection differs from what its caller saw.

import { RasError } from '../errors/ras_error.ts';
import type { Connection } from './connection.ts';
import type { ConnectionSnapshot } from './connection_snapshot.ts';

/** `then` is what the caller saw, `now` what was read right before it would have been touched. */
export function connectionChanged(
  then: ConnectionSnapshot,
  now: Connection,
  server: string,
  syscall: string,
): RasError {
  return new RasError({
    code: 'ERR_RRAS_CONNECTION_CHANGED',
    server,
    syscall,
    connection: then.handle,
    message: `Nothing was done to connection ${then.handle}: ${difference(then, now)}`,
  });
}

/** Whether they are one session: the same GUID, or else the same user since the same time. */
export function isSameSession(then: ConnectionSnapshot, now: Connection): boolean {
  if (then.guid !== undefined && now.guid !== undefined) return then.guid === now.guid;
  return (
    then.userName === now.userName &&
    then.logonDomain === now.logonDomain &&
    now.connectDuration >= then.connectDuration
  );
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
