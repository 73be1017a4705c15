// Reads the rows that a watch compares.

import type { Line } from '../call/line.ts';
import type { CallOptions } from '../call/options.ts';
import { connectionTable } from '../connections/tables.ts';
import { PortTable } from '../ports/table.ts';
import { askForSessions } from '../sessions/operations.ts';
import { readInterfaces } from './interfaces.ts';
import type { ReadRows } from './observer.ts';

const noRows = { count: 0, words: new ArrayBuffer(0), text: '', repeated: [] };

/** `before` is the reading before, with which this one will be compared. */
export async function readRowsOf(
  line: Line,
  options: CallOptions,
  before: ReadRows | undefined,
  isWithInterfaces: boolean,
): Promise<ReadRows> {
  const rows = await portsAndSessionsOf(line, options, before);
  if (!isWithInterfaces) return rows;
  const interfaces = await readInterfaces(line, options);
  return interfaces === undefined ? rows : { ...rows, interfaces };
}

function portsAndSessionsOf(
  line: Line,
  options: CallOptions,
  before: ReadRows | undefined,
): Promise<ReadRows> {
  const { server, dialect } = line;
  return askForSessions(
    line,
    'watch',
    options,
    (tables) => {
      const at = new Date();
      const ports = new PortTable(tables, server, before?.ports);
      if (dialect === 'rassapi') return { at, ports, connections: undefined };
      const answered = { server, now: at.getTime() };
      const connections = connectionTable(tables, answered, before?.connections);
      return { at, ports, connections };
    },
    () => ({
      at: new Date(),
      ports: new PortTable({ userPort: noRows }, server),
      connections: undefined,
    }),
  );
}
