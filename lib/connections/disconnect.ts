// Disconnects all ports of a connection. The API only starts that; with `wait`, the call ends when the
// connection is gone.

import { checkBoolean } from '../call/arguments.ts';
import { verdictOf } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import { checkOptions } from '../call/options.ts';
import { EVERYTHING_AT_ONCE } from '../call/paging.ts';
import type { Patience } from '../call/patience.ts';
import { until } from '../call/polling.ts';
import type { TablesReply } from '../call/reply.ts';
import { outcomeAfter } from '../errors/action_outcome.ts';
import { RasError } from '../errors/ras_error.ts';
import { compareConnections } from '../sessions/same_session.ts';
import { type ConnectionActionOptions, checkActing, checkDone } from './action.ts';
import type { Connection } from './connection.ts';
import { linksIn } from './links.ts';
import { connectionIn, connectionsIn } from './operations.ts';
import type { ConnectionSnapshot } from './snapshot.ts';
import { type ConnectionTarget, checkConnection } from './target.ts';

export interface DisconnectConnectionOptions extends ConnectionActionOptions {
  /**
   * Whether to wait until the connection is gone, which is read repeatedly. The `timeout` covers all of it:
   * an error after the server has accepted the disconnect has the outcome `unknown`.
   */
  readonly wait?: boolean;
}

const ERROR_INVALID_PARAMETER = 87;
const ERROR_INTERFACE_NOT_CONNECTED = 906;

export async function disconnectConnection(
  line: Line,
  connection: unknown,
  options?: DisconnectConnectionOptions,
): Promise<void> {
  const checked = checkOptions(options, ['guard', 'wait']);
  const { wait = false } = checked;
  checkBoolean('options.wait', wait);
  const target = checkConnection(connection, checkActing(line, checked, connection));
  await line.action('disconnectConnection', checked, (patience) =>
    endConnection(line, patience, target, wait),
  );
}

/** Disconnects it; with `wait`, it is gone when the promise is fulfilled. */
export async function endConnection(
  line: Line,
  patience: Patience,
  target: ConnectionTarget,
  wait: boolean,
): Promise<void> {
  const { handle, expected } = target;
  if (!wait || !line.has('disconnectConnection')) {
    const reply = await line.ask(patience, 'disconnectConnection', handle, expected);
    return checkLinks(line, reply, target);
  }
  let session = expected === undefined ? undefined : target.listed;
  const reply = await line.lookThen(patience, async (ask) => {
    // Without a guard it is whatever session is there now. It is read to notice later that it is gone.
    if (session === undefined) {
      session = connectionIn(line, await ask('getConnection', handle), handle);
    }
    return () => ask('disconnectConnection', handle, expected);
  });
  checkLinks(line, reply, target);
  const ended = session;
  if (ended !== undefined) await until(patience, () => isGone(line, patience, ended));
}

/** @throws {RasError} unless every link is on its way */
function checkLinks(line: Line, reply: TablesReply, target: ConnectionTarget): void {
  const connection = target.handle;
  const links = linksIn(line, reply, connection);
  const { status, syscall } = reply;
  const { server } = line;
  if (verdictOf(reply) !== 'answered' || links.length === 0) {
    checkDone(line, reply, target);
    const message = 'The connection has no port any more that could be disconnected.';
    const gone = ERROR_INTERFACE_NOT_CONNECTED;
    throw new RasError({ concluded: gone, server, connection, message });
  }
  const failed = links.filter((link) => link.code !== undefined);
  if (failed.length === 0) return;
  if (failed.length === links.length) {
    const { dialect } = line;
    const isDone = failed.some((link) => outcomeAfter(link.status) === 'unknown');
    const outcome = isDone ? 'unknown' : 'not-done';
    throw new RasError({ status, syscall, dialect, server, connection, links, outcome });
  }
  const message = `Of the ${links.length} ports of connection ${connection}, ${failed.length} could not be disconnected`;
  const code = 'ERR_RRAS_PARTLY_DONE';
  const outcome = 'unknown';
  throw new RasError({ code, status, syscall, server, connection, message, links, outcome });
}

async function isGone(
  line: Line,
  patience: Patience,
  session: ConnectionSnapshot,
): Promise<boolean> {
  const { handle } = session;
  const reply = await line.ask(patience, 'getConnection', handle);
  const isAnswered = verdictOf(reply) === 'answered';
  if (isAnswered && reply.status === ERROR_INTERFACE_NOT_CONNECTED) return true;
  if (isAnswered && reply.status === ERROR_INVALID_PARAMETER) {
    // No document says what the newer of the two functions answers for a handle that is gone.
    return !(await isListed(line, patience, session));
  }
  return hasEnded(session, connectionIn(line, reply, handle));
}

/** A doubtful session has not ended: a live session must not be reported as gone. */
function hasEnded(session: ConnectionSnapshot, now: Connection): boolean {
  return compareConnections(session, now) === 'another';
}

async function isListed(
  line: Line,
  patience: Patience,
  session: ConnectionSnapshot,
): Promise<boolean> {
  const reply = await line.ask(patience, 'enumConnections', EVERYTHING_AT_ONCE);
  line.check(reply);
  return connectionsIn(line, reply).some(
    (connection) => connection.handle === session.handle && !hasEnded(session, connection),
  );
}
