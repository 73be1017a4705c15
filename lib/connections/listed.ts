// Makes connections from the tables of an answer.

import type { TablesReply } from '../call/reply.ts';
import { listOf } from '../native/packed.ts';
import type { Connection } from './connection.ts';
import { connectionTable } from './tables.ts';

/** The connections of an answer, in its order, each once. @throws {IdOutOfRange | NotWhole} */
export function listConnections(tables: TablesReply['tables'], server: string): Connection[] {
  const table = connectionTable(tables, { server, now: Date.now() });
  return eachOnce(listOf(table.count, (index) => table.connectionAt(index)));
}

// A server may list a connection twice. The later row is newer.
function eachOnce(connections: Connection[]): Connection[] {
  // Most servers list them by handle.
  let last = -1;
  let isAscending = true;
  for (const { handle } of connections) {
    if (handle <= last) isAscending = false;
    last = handle;
  }
  if (isAscending) return connections;
  const byHandle = new Map(connections.map((connection) => [connection.handle, connection]));
  return byHandle.size === connections.length ? connections : [...byHandle.values()];
}
