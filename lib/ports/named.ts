// Does something with a port that may be given by its name alone: then it is looked up first, and
// nothing comes between the look-up and what follows.

import type { Line, Subject } from '../call/line.ts';
import { EVERYTHING_AT_ONCE } from '../call/paging.ts';
import type { Patience } from '../call/patience.ts';
import type { Reply, TablesReply } from '../native/binding.ts';
import { findPort } from './by_name.ts';
import { listPorts } from './listed.ts';
import type { Port } from './port.ts';
import { found, type PortArgument, type PortTarget } from './target.ts';

/** What the addon answered, and which port it was asked about. */
export interface Asked<Answer> {
  readonly reply: Answer;
  readonly target: PortTarget;
}

export async function onPort<Answer extends Reply>(
  line: Line,
  patience: Patience,
  operation: string,
  argument: PortArgument,
  begin: (ticket: number, target: PortTarget) => Promise<Answer>,
): Promise<Asked<Answer>> {
  const { name } = argument;
  // What cannot be done says so itself, without a look-up in vain.
  if (argument.kind === 'target' || !line.has(operation)) {
    const target = argument.kind === 'target' ? argument : { handle: 0, name };
    const reply = await line.ask(patience, (ticket) => begin(ticket, target));
    return { reply, target };
  }
  let target: PortTarget = { handle: 0, name };
  const reply = await line.lookThen(patience, async (first) => {
    const listing = await first((ticket) =>
      line.binding.enumPorts(ticket, line.connection, EVERYTHING_AT_ONCE),
    );
    const place = { server: line.server, syscall: listing.syscall };
    target = found(findPort(listed(line, listing), name, place));
    return (ticket) => begin(ticket, target);
  });
  return { reply, target };
}

/** The ports of a listing. @throws {RasError} which the listing ended in */
export function listed(line: Line, reply: TablesReply, subject?: Subject): Port[] {
  line.check(reply, subject);
  return portsIn(line, reply);
}

/** The ports of a reply, whatever it says otherwise. */
export function portsIn(line: Line, reply: TablesReply): Port[] {
  const rows = reply.tables?.port;
  if (rows === undefined) return [];
  return line.read(reply, undefined, () => listPorts(rows, line.server));
}
