// What a server can be asked about its ports.

import { unreadable } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { checkPageBytes, type EnumerationOptions } from '../call/paging.ts';
import type { Connection } from '../connection/connection.ts';
import { checkConnection } from '../connection/connection_target.ts';
import type { TablesReply } from '../native/binding.ts';
import { listPorts } from './listed_port.ts';
import { listed, onPort } from './named_port.ts';
import type { Port } from './port.ts';
import { portChanged } from './port_changed.ts';
import type { PortDetails } from './port_details.ts';
import { detailsIn } from './port_details_rows.ts';
import { checkPort, type PortTarget } from './port_target.ts';

export interface EnumPortsOptions extends EnumerationOptions {
  /** Only the ports of this connection, or of the one with this handle. */
  readonly connection?: Connection | number;
}

export async function enumPorts(line: Line, options?: EnumPortsOptions): Promise<Port[]> {
  const checked = checkOptions(options, ['pageBytes', 'connection']);
  const pageBytes = checkPageBytes(checked);
  const { connection } = checked;
  const handle =
    connection === undefined
      ? undefined
      : checkConnection(connection, { server: line.server, guard: true }).handle;
  return line.call('enumPorts', checked, async (patience) => {
    const reply = await line.ask(patience, (ticket) =>
      line.binding.enumPorts(ticket, line.connection, pageBytes, handle),
    );
    return listed(line, reply, { connection: handle });
  });
}

export async function getPort(
  line: Line,
  port: unknown,
  options?: CallOptions,
): Promise<PortDetails> {
  const checked = checkOptions(options, []);
  const argument = checkPort(port, { dialect: line.dialect, server: line.server, guard: true });
  return line.call('getPort', checked, async (patience) => {
    const { reply, target } = await onPort(line, patience, 'getPort', argument, (ticket, on) =>
      line.binding.getPort(ticket, line.connection, on.handle, on.name),
    );
    return detailsOf(line, reply, target);
  });
}

function detailsOf(line: Line, reply: TablesReply, target: PortTarget): PortDetails {
  const subject = { port: target.name === '' ? String(target.handle) : target.name };
  line.check(reply, subject);
  const { tables } = reply;
  return line.read(reply, subject, () => {
    const [port] = tables?.port === undefined ? [] : listPorts(tables.port, line.server);
    const details = port === undefined ? undefined : detailsIn(tables, port);
    if (port === undefined || details === undefined) throw unreadable(reply, line.place(subject));
    // Details of another port would be taken for those of the one that was asked for.
    if (target.listed !== undefined && port.name !== target.listed.name) {
      throw portChanged(target.listed, port, line.server, reply.syscall);
    }
    return details;
  });
}
