// The ports of a connection that was to be disconnected, each with its result.

import { isSuccess } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import type { TablesReply } from '../call/reply.ts';
import { rowsIn } from '../call/tables.ts';
import type { LinkResult } from '../errors/ras_error.ts';
import { codeOf } from '../errors/ras_error_code.ts';
import { PortStatusRow } from '../native/rows.ts';
import { portsIn } from '../ports/named.ts';

export function linksIn(line: Line, reply: TablesReply, connection: number): LinkResult[] {
  // Without it, nothing was done to any port.
  if (reply.tables?.portStatus === undefined) return [];
  const subject = { connection };
  const ports = portsIn(line, reply, subject);
  const names = new Map(ports.map(({ handle, name }) => [handle, name]));
  const take = ({ handle, status }: PortStatusRow) => ({
    port: names.get(handle) ?? String(handle),
    handle,
    status,
    code: isSuccess(status) ? undefined : codeOf(status),
  });
  return rowsIn(line, reply, 'portStatus', PortStatusRow, take, subject);
}
