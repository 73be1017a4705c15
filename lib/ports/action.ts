// Actions on one port. Each is guarded: it fails if the port does not carry the session its caller saw.

import { verdictOf } from '../call/failure.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { checkGuard } from '../call/origin.ts';
import type { Patience } from '../call/patience.ts';
import type { TablesReply } from '../call/reply.ts';
import { portChanged } from './changed.ts';
import { onPort, portsIn } from './named.ts';
import { checkPort, type PortArgument, type PortTarget } from './target.ts';

export interface PortActionOptions extends CallOptions {
  /**
   * Whether the port is read again right before the action, which then fails with
   * `ERR_RRAS_PORT_CHANGED` if the port carries another session. Default `true`. With `false`, the action
   * hits whatever session is on the handle (under `rassapi` the name). It is refused with a handle or a name,
   * because only a snapshot can be compared.
   */
  readonly guard?: boolean;
}

type PortAction = 'disconnectPort' | 'resetPort' | 'clearPortStats';

export async function actOnPort(
  line: Line,
  action: PortAction,
  port: unknown,
  options: PortActionOptions | undefined,
): Promise<void> {
  const checked = checkOptions(options, ['guard']);
  const guard = checkGuard(checked.guard, port);
  const argument = checkPort(port, { dialect: line.dialect, server: line.server, guard });
  await line.action(action, checked, (patience) => doOnPort(line, patience, action, argument));
}

export async function doOnPort(
  line: Line,
  patience: Patience,
  action: PortAction,
  argument: PortArgument,
): Promise<void> {
  const { reply, target } = await onPort(line, patience, action, argument, (ask, on) =>
    ask(action, on.handle, on.name, on.expected),
  );
  checkDone(line, reply, target);
}

function checkDone(line: Line, reply: TablesReply, target: PortTarget): void {
  if (verdictOf(reply) === 'port-changed' && target.listed !== undefined) {
    const [now] = portsIn(line, reply);
    if (now !== undefined) throw portChanged(target.listed, now, line.server);
  }
  line.checkDone(reply, { port: target.name === '' ? String(target.handle) : target.name });
}
