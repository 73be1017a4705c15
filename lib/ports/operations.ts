// Reads the ports of a server.

import { unreadable } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { checkPageBytes, type EnumerationOptions } from '../call/paging.ts';
import type { Patience } from '../call/patience.ts';
import type { TablesReply } from '../call/reply.ts';
import { checkSameSession } from '../connections/changed.ts';
import type { ConnectionReference } from '../connections/connection.ts';
import { connectionIn } from '../connections/operations.ts';
import type { ConnectionSnapshot } from '../connections/snapshot.ts';
import { checkConnection } from '../connections/target.ts';
import { portChanged } from './changed.ts';
import type { PortDetails } from './details.ts';
import { detailsIn } from './details_rows.ts';
import { listPorts } from './listed.ts';
import { listed, onPort } from './named.ts';
import type { Port } from './port.ts';
import { checkPort, type PortTarget } from './target.ts';

export interface EnumPortsOptions extends EnumerationOptions {
  /**
   * Only the ports of this connection, or of the one with this handle. If the handle of a `Connection`
   * belongs to another session by then, the call fails with `ERR_RRAS_CONNECTION_CHANGED`.
   */
  readonly connection?: ConnectionReference | number;
}

export async function enumPorts(line: Line, options?: EnumPortsOptions): Promise<Port[]> {
  const checked = checkOptions(options, ['pageBytes', 'connection']);
  const pageBytes = checkPageBytes(checked);
  // A connection that is given as undefined must not select the ports of all.
  const target =
    'connection' in checked
      ? checkConnection(checked.connection, { server: line.server, guard: true })
      : undefined;
  const handle = target?.handle;
  return line.call('enumPorts', checked, async (patience) => {
    if (target?.listed !== undefined && line.has('enumConnections')) {
      return portsOfSession(line, patience, target.listed, pageBytes);
    }
    const reply = await line.ask(patience, 'enumPorts', pageBytes, handle);
    return listed(line, reply, { connection: handle });
  });
}

// What the listing of its ports may answer for a connection that is gone. Reading the connection itself
// then tells why.
const noConnection: readonly number[] = [6, 87, 906];

// The session is read after its ports: if it has the handle then, it had it while they were listed.
async function portsOfSession(
  line: Line,
  patience: Patience,
  session: ConnectionSnapshot,
  pageBytes: number,
): Promise<Port[]> {
  const { handle } = session;
  const subject = { connection: handle };
  let listing: TablesReply | undefined;
  const reply = await line.lookThen(patience, async (ask) => {
    listing = await ask('enumPorts', pageBytes, handle);
    if (!noConnection.includes(listing.status)) line.check(listing, subject);
    return () => ask('getConnection', handle);
  });
  checkSameSession(session, connectionIn(line, reply, handle), line.server);
  return listing === undefined ? [] : listed(line, listing, subject);
}

export async function getPort(
  line: Line,
  port: unknown,
  options?: CallOptions,
): Promise<PortDetails> {
  const checked = checkOptions(options, []);
  const argument = checkPort(port, { dialect: line.dialect, server: line.server, guard: true });
  return line.call('getPort', checked, async (patience) => {
    const { reply, target } = await onPort(line, patience, 'getPort', argument, (ask, on) =>
      ask('getPort', on.handle, on.name),
    );
    return detailsOf(line, reply, target);
  });
}

function detailsOf(line: Line, reply: TablesReply, target: PortTarget): PortDetails {
  const subject = { port: target.name === '' ? String(target.handle) : target.name };
  line.check(reply, subject);
  return line.read(reply, subject, () => {
    const [port] = listPorts(reply.tables, line.server);
    const details = port === undefined ? undefined : detailsIn(reply.tables, port);
    if (port === undefined || details === undefined) throw unreadable(reply, line.place(subject));
    // A reused handle must not give the details of another port.
    if (target.listed !== undefined && port.name !== target.listed.name) {
      throw portChanged(target.listed, port, line.server);
    }
    return details;
  });
}
