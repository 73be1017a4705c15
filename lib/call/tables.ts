// Reads the tables of a reply, or its value.

import { type Column, IdOutOfRange, NotWhole, type Row, readRows } from '../native/records.ts';
import { unreadable } from './failure.ts';
import type { Line, Subject } from './line.ts';
import type { TablesReply, ValueReply } from './reply.ts';

/** The rows of one table. @throws {RasError} if there is no such table, which is not an empty one */
export function rowsIn<const Columns extends readonly Column[]>(
  line: Line,
  reply: TablesReply,
  record: string,
  columns: Columns,
  subject?: Subject,
): Row<Columns>[] {
  const table = reply.tables?.[record];
  if (table === undefined) throw unreadable(reply, line.place(subject));
  return line.read(reply, subject, () => readRows(columns, table));
}

/** The first row of a table that not every server has. */
export function rowIfAny<const Columns extends readonly Column[]>(
  line: Line,
  reply: TablesReply,
  record: string,
  columns: Columns,
): Row<Columns> | undefined {
  if (reply.tables?.[record] === undefined) return undefined;
  return rowIn(line, reply, record, columns);
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

/** @throws {RasError} if there is no value, or an id that a number cannot hold */
export function valueIn<Value extends boolean | string | number>(
  line: Line,
  reply: ValueReply<Value>,
): Value {
  return line.read(reply, undefined, () => {
    if (reply.value === undefined) throw new NotWhole();
    if (typeof reply.value === 'bigint') throw new IdOutOfRange('answer', reply.value);
    return reply.value;
  });
}
