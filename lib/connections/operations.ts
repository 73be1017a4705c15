// Reads the connections of a server.

import { unreadable } from '../call/failure.ts';
import type { Line, Subject } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { checkPageBytes, type EnumerationOptions } from '../call/paging.ts';
import type { TablesReply } from '../call/reply.ts';
import type { Connection } from './connection.ts';
import { listConnections } from './listed.ts';
import { checkConnection } from './target.ts';

export async function enumConnections(
  line: Line,
  options?: EnumerationOptions,
): Promise<Connection[]> {
  const checked = checkOptions(options, ['pageBytes']);
  const pageBytes = checkPageBytes(checked);
  const reply = await line.question('enumConnections', checked, [pageBytes]);
  return connectionsIn(line, reply);
}

export async function getConnection(
  line: Line,
  connection: unknown,
  options?: CallOptions,
): Promise<Connection> {
  const checked = checkOptions(options, []);
  const { handle } = checkConnection(connection, { server: line.server, guard: true });
  const reply = await line.question('getConnection', checked, [handle], { connection: handle });
  return connectionIn(line, reply, handle);
}

/** The one connection of a reply. @throws {RasError} if the operation failed */
export function connectionIn(line: Line, reply: TablesReply, handle: number): Connection {
  const subject = { connection: handle };
  line.check(reply, subject);
  const [connection] = connectionsIn(line, reply, subject);
  if (connection === undefined) throw unreadable(reply, line.place(subject));
  return connection;
}

/** The connections of a reply, even of one that failed. */
export function connectionsIn(line: Line, reply: TablesReply, subject?: Subject): Connection[] {
  return line.read(reply, subject, () => listConnections(reply.tables, line.server));
}
