// Makes connections from the tables of an answer, and remembers where each came from.

import type { Origin } from '../call/origin.ts';
import type { PackedRows, TablesReply } from '../native/binding.ts';
import {
  connection0,
  connection1,
  connection2,
  connection3,
  connectionEx,
} from '../native/records/connection_rows.ts';
import { type Column, type Row, readRows } from '../native/records/rows.ts';
import type { Connection } from './connection.ts';
import { connectionFromEx } from './connection_rows.ts';
import { joinLevels } from './joined_levels.ts';

const origins = new WeakMap<object, Origin>();

/** The origin of a connection that came from a server; undefined for any other object. */
export function originOf(connection: object): Origin | undefined {
  return origins.get(connection);
}

/** The connections of an answer, in its order, each once. @throws {IdOutOfRange} */
export function listConnections(tables: TablesReply['tables'], origin: Origin): Connection[] {
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
          now,
        )
      : readRows(connectionEx, tables.connectionEx).map((row) => connectionFromEx(row, now));
  const each = eachOnce(connections);
  for (const connection of each) origins.set(connection, origin);
  return each;
}

function rowsOf<const Columns extends readonly Column[]>(
  columns: Columns,
  rows: PackedRows | undefined,
): Row<Columns>[] {
  return rows === undefined ? [] : readRows(columns, rows);
}

// A listing in pages tells of a connection twice when others ended meanwhile. The later is the truer.
function eachOnce(connections: readonly Connection[]): Connection[] {
  const byHandle = new Map(connections.map((connection) => [connection.handle, connection]));
  return byHandle.size === connections.length ? [...connections] : [...byHandle.values()];
}
