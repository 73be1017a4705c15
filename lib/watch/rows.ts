// Reads the rows that a watch compares.

import type { Line } from '../call/line.ts';
import type { CallOptions } from '../call/options.ts';
import { EVERYTHING_AT_ONCE } from '../call/paging.ts';
import { type ConnectionTable, connectionTable } from '../connections/tables.ts';
import { NotWhole } from '../native/packed.ts';
import { PortTable } from '../ports/table.ts';
import { bothListings, orNoPorts } from '../sessions/reading.ts';
import type { ReadRows } from './observer.ts';

const noRows = { count: 0, words: new ArrayBuffer(0), text: '', repeated: [] };

export async function readRowsOf(line: Line, options: CallOptions): Promise<ReadRows> {
  const ports = () =>
    orNoPorts(
      () => portsOf(line, options),
      () => new PortTable(noRows, line.server),
    );
  if (line.dialect === 'rassapi') {
    const listed = await ports();
    return { at: new Date(), ports: listed, connections: undefined };
  }
  const [listed, connections] = await bothListings(ports(), connectionsOf(line, options));
  return { at: new Date(), ports: listed, connections };
}

function portsOf(line: Line, options: CallOptions): Promise<PortTable> {
  return line.call('enumPorts', options, async (patience) => {
    const reply = await line.ask(patience, 'enumPorts', EVERYTHING_AT_ONCE);
    line.check(reply);
    return line.read(reply, undefined, () => {
      // An empty listing has a table without a row. A missing table is not "no ports".
      if (reply.tables?.port === undefined) throw new NotWhole();
      return new PortTable(reply.tables.port, line.server);
    });
  });
}

function connectionsOf(line: Line, options: CallOptions): Promise<ConnectionTable> {
  return line.call('enumConnections', options, async (patience) => {
    const reply = await line.ask(patience, 'enumConnections', EVERYTHING_AT_ONCE);
    line.check(reply);
    const answered = { server: line.server, now: Date.now() };
    return line.read(reply, undefined, () => connectionTable(reply.tables, answered));
  });
}
