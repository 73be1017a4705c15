// rras clear-stats: sets counters to zero, for everybody who reads them.

import { usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import type { World } from '../world.ts';
import { onPorts, type PortBatchOptions } from './port_batch.ts';
import { onConnectionsOf } from './users_connections.ts';

const verb = (what: string) => `clear the counters of ${what}`;
const done = 'cleared';

/** Of ports; with --user, of connections. */
export async function clearStats(
  world: World,
  names: readonly string[],
  options: PortBatchOptions,
): Promise<Exit> {
  const { user } = options;
  if (user === undefined) {
    return onPorts(world, names, options, {
      command: 'clear-stats',
      action: 'clearPortStats',
      verb,
      done,
      nothingNamed: 'Clear the counters of what?',
    });
  }
  if (names.length > 0) throw usage('Name ports or say --user, not both.');
  if (options.all !== true && user.some((pattern) => /[*?]/.test(pattern))) {
    throw usage('Several users can be meant: say --all.');
  }
  return onConnectionsOf(world, user, options, {
    command: 'clear-stats',
    action: 'clearConnectionStats',
    verb,
    done,
  });
}
