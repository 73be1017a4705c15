// Reads the rows that a watch compares.

import type { Line } from '../call/line.ts';
import type { CallOptions } from '../call/options.ts';
import type { TablesReply } from '../call/reply.ts';
import { connectionTable } from '../connections/tables.ts';
import { NotWhole } from '../native/packed.ts';
import { PortTable } from '../ports/table.ts';
import { orNoPorts } from '../sessions/reading.ts';
import type { ReadRows } from './observer.ts';

/** `before` is the reading before, with which this one will be compared. */
export function readRowsOf(
  line: Line,
  options: CallOptions,
  before: ReadRows | undefined,
): Promise<ReadRows> {
  return orNoPorts(
    line.dialect,
    () =>
      line.call('watch', options, async (patience) => {
        const reply = await line.ask(patience, 'readSessions');
        line.check(reply);
        return line.read(reply, undefined, () => rowsIn(line, reply, before));
      }),
    () => ({ at: new Date(), ports: new PortTable(noRows, line.server), connections: undefined }),
  );
}

const noRows = { count: 0, words: new ArrayBuffer(0), text: '', repeated: [] };

/** @throws {IdOutOfRange | NotWhole} */
function rowsIn(
  { dialect, server }: Line,
  { tables }: TablesReply,
  before: ReadRows | undefined,
): ReadRows {
  // An empty listing has a table without a row. A missing table is not "no ports".
  if (tables?.port === undefined) throw new NotWhole();
  const at = new Date();
  const ports = new PortTable(tables.port, server, before?.ports);
  if (dialect === 'rassapi') return { at, ports, connections: undefined };
  const answered = { server, now: at.getTime() };
  const connections = connectionTable(tables, answered, before?.connections);
  return { at, ports, connections };
}
