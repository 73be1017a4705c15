// Actions on one port: which port is meant, and whether it is still what its caller saw.

import { checkBoolean } from '../arguments.ts';
import { actionFailureOf, verdictOf } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { Patience } from '../call/patience.ts';
import type { RowsReply } from '../native/binding.ts';
import { portChanged } from './port_changed.ts';
import { portOfName, portsIn } from './port_operations.ts';
import { checkPort, found, type PortTarget } from './port_target.ts';

export interface PortActionOptions extends CallOptions {
  /**
   * Whether a port from a listing is read again right before, so that the call fails with
   * `ERR_RRAS_PORT_CHANGED` when it carries another connection by then. On unless `false`.
   */
  readonly guard?: boolean;
}

type PortAction = 'disconnectPort' | 'resetPort';

export async function actOnPort(
  line: Line,
  action: PortAction,
  port: unknown,
  options: PortActionOptions | undefined,
): Promise<void> {
  const checked = checkOptions(options, ['guard']);
  const { guard = true } = checked;
  checkBoolean('options.guard', guard);
  const argument = checkPort(port, { dialect: line.dialect, origin: line.origin, guard });
  await line.call(action, checked, (patience) =>
    argument.kind === 'name'
      ? actByName(line, patience, action, argument.name)
      : actOn(line, patience, action, argument),
  );
}

async function actOn(
  line: Line,
  patience: Patience,
  action: PortAction,
  target: PortTarget,
): Promise<void> {
  const reply = await line.ask(patience, (ticket) => begin(line, action, ticket, target));
  checkDone(line, reply, target);
}

async function actByName(
  line: Line,
  patience: Patience,
  action: PortAction,
  name: string,
): Promise<void> {
  if (!line.has(action)) {
    // Says so itself, without a look-up in vain.
    return actOn(line, patience, action, { handle: 0, name });
  }
  let target: PortTarget = { handle: 0, name };
  const reply = await line.lookThen(patience, async (first) => {
    target = found(await portOfName(line, first, name));
    return (ticket) => begin(line, action, ticket, target);
  });
  checkDone(line, reply, target);
}

function begin(
  line: Line,
  action: PortAction,
  ticket: number,
  target: PortTarget,
): Promise<RowsReply> {
  const { handle, name, expected } = target;
  return line.binding[action](ticket, line.connection, handle, name, expected);
}

function checkDone(line: Line, reply: RowsReply, target: PortTarget): void {
  if (verdictOf(reply) === 'port-changed' && target.listed !== undefined) {
    const [now] = portsIn(line, reply);
    if (now !== undefined) throw portChanged(target.listed, now, line.server, reply.syscall);
  }
  const port = target.name === '' ? String(target.handle) : target.name;
  const failure = actionFailureOf(reply, line.place({ port }));
  if (failure !== undefined) throw failure;
}
