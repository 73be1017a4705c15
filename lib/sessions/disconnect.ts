// Disconnects a session, with all its ports. The API only starts that; with `wait`, the call ends when the
// session is gone.

import { checkBoolean } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { EVERYTHING_AT_ONCE } from '../call/paging.ts';
import type { Patience } from '../call/patience.ts';
import { until } from '../call/polling.ts';
import { endConnection } from '../connections/disconnect.ts';
import { doOnPort } from '../ports/action.ts';
import { listed } from '../ports/named.ts';
import type { Port } from '../ports/port.ts';
import { orNoPorts } from './reading.ts';
import { compareUsersOnPorts } from './same_session.ts';
import { checkSession } from './target.ts';

export interface DisconnectSessionOptions extends CallOptions {
  /**
   * Whether to wait until the session is gone, which is read repeatedly. The `timeout` covers all of it:
   * an error after the server has accepted the disconnect has the outcome `unknown`.
   */
  readonly wait?: boolean;
}

export async function disconnectSession(
  line: Line,
  session: unknown,
  options?: DisconnectSessionOptions,
): Promise<void> {
  const checked = checkOptions(options, ['wait']);
  const { wait = false } = checked;
  checkBoolean('options.wait', wait);
  const target = checkSession(session, line);
  await line.action('disconnectSession', checked, async (patience) => {
    if (target.kind === 'connection') {
      return endConnection(line, patience, target.connection, wait);
    }
    await doOnPort(line, patience, 'disconnectPort', { kind: 'target', ...target.port });
    if (wait) await until(patience, () => isGone(line, patience, target.listed));
  });
}

async function isGone(line: Line, patience: Patience, then: Port): Promise<boolean> {
  const ports = await orNoPorts(
    line.dialect,
    async () => listed(line, await line.ask(patience, 'enumPorts', EVERYTHING_AT_ONCE)),
    () => [],
  );
  // A doubtful session has not ended: a live session must not be reported as gone. Nor has one whose port is in
  // another condition while the server still lists the user.
  return ports.every(
    (now) =>
      now.userName === undefined ||
      compareUsersOnPorts({ ...then, condition: now.condition }, now) === 'another',
  );
}
