// What a server can be asked about its ports.

import { checkInteger } from '../arguments.ts';
import { failureOf, idOutOfRange } from '../call/failure.ts';
import type { Begin, Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { RowsReply } from '../native/binding.ts';
import { IdOutOfRange } from '../native/records/rows.ts';
import { listPorts } from './listed_port.ts';

import type { Port } from './port.ts';
import { findPort } from './port_by_name.ts';

export interface EnumPortsOptions extends CallOptions {
  /**
   * The size in bytes that each answer should have. Without it, everything is asked for at once; a
   * smaller size asks in pages. The server takes it as a preference.
   */
  readonly pageBytes?: number;
}

const EVERYTHING_AT_ONCE = 0xffffffff;

export async function enumPorts(line: Line, options?: EnumPortsOptions): Promise<Port[]> {
  const checked = checkOptions(options, ['pageBytes']);
  const { pageBytes = EVERYTHING_AT_ONCE } = checked;
  checkInteger('options.pageBytes', pageBytes, 1, EVERYTHING_AT_ONCE);
  return line.call('enumPorts', checked, async (patience) => {
    const reply = await line.ask(patience, (ticket) =>
      line.binding.enumPorts(ticket, line.connection, pageBytes),
    );
    return listed(line, reply);
  });
}

/** Looks for the port of that name: exactly, then without case. */
export async function portOfName(line: Line, first: Begin, name: string): Promise<Port> {
  const listing = await first((ticket) =>
    line.binding.enumPorts(ticket, line.connection, EVERYTHING_AT_ONCE),
  );
  return findPort(listed(line, listing), name, { server: line.server, syscall: listing.syscall });
}

/** The ports of a listing, or the error that it ended in. */
function listed(line: Line, reply: RowsReply): Port[] {
  const failure = failureOf(reply, line.place());
  if (failure !== undefined) throw failure;
  return portsIn(line, reply);
}

/** The ports of a reply, whatever it says otherwise. */
export function portsIn(line: Line, reply: RowsReply): Port[] {
  if (reply.rows === undefined) return [];
  try {
    return listPorts(reply.rows, line.origin);
  } catch (error) {
    if (!(error instanceof IdOutOfRange)) throw error;
    throw idOutOfRange(error, reply, line.place());
  }
}
