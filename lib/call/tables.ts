// Reads the tables of a reply, or its value.

import {
  IdOutOfRange,
  mapRows,
  NotWhole,
  type RecordReader,
  type RowReader,
} from '../native/packed.ts';
import { unreadable } from './failure.ts';
import type { Line, Subject } from './line.ts';
import type { TablesReply, ValueReply } from './reply.ts';

/**
 * The rows of one table, as `take` makes them of readers. A reader that meets a value that it cannot give throws, so
 * nothing is read from one outside of `take`.
 *
 * @throws {RasError} if there is no such table, which is not an empty one
 */
export function rowsIn<Reader extends RowReader, Taken>(
  line: Line,
  reply: TablesReply,
  record: string,
  Record: RecordReader<Reader>,
  take: (row: Reader) => Taken,
  subject?: Subject,
): Taken[] {
  const table = reply.tables?.[record];
  if (table === undefined) throw unreadable(reply, line.place(subject));
  return line.read(reply, subject, () => mapRows(Record, table, take));
}

/** The first row of a table that not every server has. */
export function rowIfAny<Reader extends RowReader, Taken>(
  line: Line,
  reply: TablesReply,
  record: string,
  Record: RecordReader<Reader>,
  take: (row: Reader) => Taken,
): Taken | undefined {
  if (reply.tables?.[record] === undefined) return undefined;
  return rowIn(line, reply, record, Record, take);
}

/** The one row of a table. @throws {RasError} if there is none */
export function rowIn<Reader extends RowReader, Taken>(
  line: Line,
  reply: TablesReply,
  record: string,
  Record: RecordReader<Reader>,
  take: (row: Reader) => Taken,
  subject?: Subject,
): Taken {
  const [row] = rowsIn(line, reply, record, Record, take, subject);
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
