// Reads the rows that a watch compares.

import type { Line } from '../call/line.ts';
import type { CallOptions } from '../call/options.ts';
import type { TablesReply } from '../call/reply.ts';
import { connectionTable } from '../connections/tables.ts';
import { NotWhole } from '../native/packed.ts';
import { PortTable } from '../ports/table.ts';
import { orNoPorts } from '../sessions/reading.ts';
import type { ReadRows } from './observer.ts';

export function readRowsOf(line: Line, options: CallOptions): Promise<ReadRows> {
  return orNoPorts(
    () =>
      line.call('watch', options, async (patience) => {
        const reply = await line.ask(patience, 'readSessions');
        line.check(reply);
        return line.read(reply, undefined, () => rowsIn(line, reply));
      }),
    () => ({ at: new Date(), ports: new PortTable(noRows, line.server), connections: undefined }),
  );
}

const noRows = { count: 0, words: new ArrayBuffer(0), text: '', repeated: [] };

/** @throws {IdOutOfRange | NotWhole} */
function rowsIn({ dialect, server }: Line, { tables }: TablesReply): ReadRows {
  // An empty listing has a table without a row. A missing table is not "no ports".
  if (tables?.port === undefined) throw new NotWhole();
  const at = new Date();
  const ports = new PortTable(tables.port, server);
  if (dialect === 'rassapi') return { at, ports, connections: undefined };
  return { at, ports, connections: connectionTable(tables, { server, now: at.getTime() }) };
}
