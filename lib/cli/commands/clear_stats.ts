// rras clear-stats: sets counters to zero, for everybody who reads them.

import { usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import type { World } from '../world.ts';
import { onConnections } from './connection_batch.ts';
import { isOf } from './connection_filter.ts';
import { nobody } from './connections.ts';
import { links } from './people.ts';
import { onPorts, type PortBatchOptions } from './port_batch.ts';

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
  if ([options.condition, options.device, options.name].some((each) => each !== undefined)) {
    throw usage('--user is about connections: --condition, --device and --name are about ports.');
  }
  if (options.all !== true && user.some((pattern) => /[*?]/.test(pattern))) {
    throw usage('Several users can be meant: say --all.');
  }
  return onConnections(world, options, {
    command: 'clear-stats',
    action: 'clearConnectionStats',
    verb,
    done,
    find: async (session, server) =>
      (await links(session, server))
        .filter(({ connection }) => isOf(user, connection))
        .map((link) => ({ server, ...link })),
    whenNone: (session) => nobody(user.join(', '), session.names[0] ?? ''),
  });
}
