// Reads the tables of a reply.

import { type Column, type Row, readRows } from '../native/records.ts';
import { unreadable } from './failure.ts';
import type { Line, Subject } from './line.ts';
import type { TablesReply } from './reply.ts';

/** The rows of one table; none if the reply has no such table. */
export function rowsIn<const Columns extends readonly Column[]>(
  line: Line,
  reply: TablesReply,
  record: string,
  columns: Columns,
  subject?: Subject,
): Row<Columns>[] {
  const table = reply.tables?.[record];
  return table === undefined ? [] : line.read(reply, subject, () => readRows(columns, table));
}

/** The one row of a table. @throws {RasError} if there is none */
export function rowIn<const Columns extends readonly Column[]>(
  line: Line,
  reply: TablesReply,
  record: string,
  columns: Columns,
  subject?: Subject,
): Row<Columns> {
  const [row] = rowsIn(line, reply, record, columns, subject);
  if (row === undefined) throw unreadable(reply, line.place(subject));
  return row;
}
