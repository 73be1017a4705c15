// Makes connections from the tables of an answer.

import type { TablesReply } from '../call/reply.ts';
import {
  type Column,
  connection0,
  connection1,
  connection2,
  connection3,
  connectionEx,
  NotWhole,
  type PackedRows,
  type Row,
  readRows,
} from '../native/records.ts';
import type { Connection } from './connection.ts';
import { joinLevels } from './joined_levels.ts';
import { connectionFromEx } from './rows.ts';

/** The connections of an answer, in its order, each once. @throws {IdOutOfRange | NotWhole} */
export function listConnections(tables: TablesReply['tables'], server: string): Connection[] {
  // An empty listing has a table without a row. Without a table it is not known who is connected.
  if (tables?.connectionEx === undefined && tables?.connection0 === undefined) throw new NotWhole();
  const now = Date.now();
  const connections =
    tables?.connectionEx === undefined
      ? joinLevels(
          {
            level0: rowsOf(connection0, tables?.connection0),
            level1: rowsOf(connection1, tables?.connection1),
            level2: rowsOf(connection2, tables?.connection2),
            level3: rowsOf(connection3, tables?.connection3),
          },
          { server, now },
        )
      : readRows(connectionEx, tables.connectionEx).map((row) =>
          connectionFromEx(row, { server, now }),
        );
  return eachOnce(connections);
}

function rowsOf<const Columns extends readonly Column[]>(
  columns: Columns,
  rows: PackedRows | undefined,
): Row<Columns>[] {
  return rows === undefined ? [] : readRows(columns, rows);
}

// A listing in pages may list a connection twice if others ended meanwhile. The later row is newer.
function eachOnce(connections: readonly Connection[]): Connection[] {
  const byHandle = new Map(connections.map((connection) => [connection.handle, connection]));
  return byHandle.size === connections.length ? [...connections] : [...byHandle.values()];
}
