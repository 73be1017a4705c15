// Does something with a port that may be given by its name alone. Then the port is looked up first, and no
// other call comes between the look-up and what follows.

import type { Ask } from '../call/connected_server.ts';
import type { Line, Subject } from '../call/line.ts';
import type { OperationName } from '../call/operations.ts';
import { EVERYTHING_AT_ONCE } from '../call/paging.ts';
import type { Patience } from '../call/patience.ts';
import type { Reply, TablesReply } from '../call/reply.ts';
import { findPort } from './by_name.ts';
import { hasPorts, listPorts } from './listed.ts';
import type { Port } from './port.ts';
import { found, type PortArgument, type PortTarget } from './target.ts';

/** The answer, and the port that was asked about. */
export interface Asked<Answer> {
  readonly reply: Answer;
  readonly target: PortTarget;
}

export async function onPort<Answer extends Reply>(
  line: Line,
  patience: Patience,
  operation: OperationName,
  argument: PortArgument,
  begin: (ask: Ask, target: PortTarget) => Promise<Answer>,
): Promise<Asked<Answer>> {
  const { name } = argument;
  // An operation that cannot be done fails by itself, so its port need not be looked up.
  if (argument.kind === 'target' || !line.has(operation)) {
    const target = argument.kind === 'target' ? argument : { handle: 0, name };
    const reply = await begin((asked, ...args) => line.ask(patience, asked, ...args), target);
    return { reply, target };
  }
  let target: PortTarget = { handle: 0, name };
  const reply = await line.lookThen(patience, async (ask) => {
    const listing = await ask('enumPorts', EVERYTHING_AT_ONCE);
    target = found(findPort(listed(line, listing), name, line.server));
    return () => begin(ask, target);
  });
  return { reply, target };
}

/** The ports of a listing. @throws {RasError} if the listing failed, or has no ports where it must */
export function listed(line: Line, reply: TablesReply, subject?: Subject): Port[] {
  line.check(reply, subject);
  return line.read(reply, subject, () => listPorts(reply.tables, line.server));
}

/** The ports of a reply, even of one that failed. */
export function portsIn(line: Line, reply: TablesReply, subject?: Subject): Port[] {
  if (!hasPorts(reply.tables)) return [];
  return line.read(reply, subject, () => listPorts(reply.tables, line.server));
}
