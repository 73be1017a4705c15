// Makes connections from the tables of an answer.

import type { TablesReply } from '../call/reply.ts';
import { mapRows, NotWhole } from '../native/packed.ts';
import { ConnectionExRow } from '../native/rows.ts';
import type { Connection } from './connection.ts';
import { joinLevels } from './joined_levels.ts';
import { connectionFromEx } from './rows.ts';

/** The connections of an answer, in its order, each once. @throws {IdOutOfRange | NotWhole} */
export function listConnections(tables: TablesReply['tables'], server: string): Connection[] {
  // An empty listing has a table without a row. Without a table it is not known who is connected.
  if (tables === undefined) throw new NotWhole();
  const { connectionEx, connection0 } = tables;
  const answered = { server, now: Date.now() };
  if (connectionEx !== undefined) {
    return eachOnce(
      mapRows(ConnectionExRow, connectionEx, (row) => connectionFromEx(row, answered)),
    );
  }
  if (connection0 === undefined) throw new NotWhole();
  return eachOnce(joinLevels({ ...tables, connection0 }, answered));
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
