// The ports of a connection that was to be disconnected, and what became of each.

import { isSuccess } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import { rowsIn } from '../call/tables.ts';
import type { LinkResult } from '../errors/ras_error.ts';
import { codeOf } from '../errors/ras_error_code.ts';
import type { TablesReply } from '../native/binding.ts';
import { portStatus } from '../native/records/connection_rows.ts';
import { listPorts } from '../ports/listed.ts';

export function linksIn(line: Line, reply: TablesReply, connection: number): LinkResult[] {
  const subject = { connection };
  const ports = reply.tables?.port;
  const names = new Map(
    ports === undefined
      ? []
      : line
          .read(reply, subject, () => listPorts(ports, line.server))
          .map(({ handle, name }) => [handle, name]),
  );
  return rowsIn(line, reply, 'portStatus', portStatus, subject).map(({ handle, status }) => ({
    port: names.get(handle) ?? String(handle),
    handle,
    status,
    code: isSuccess(status) ? undefined : codeOf(status),
  }));
}
