// What is done to the connections of the users that --user names, and not to ports.

import type { BatchOptions } from '../acting/batch.ts';
import { usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import type { ServerOptions } from '../servers/session.ts';
import type { World } from '../world.ts';
import { type ConnectionDeed, onConnections } from './connection_batch.ts';
import { isOf } from './connection_filter.ts';
import { nobody } from './connections.ts';
import { links } from './people.ts';
import type { FilterOptions } from './port_filter.ts';

export async function onConnectionsOf(
  world: World,
  users: readonly string[],
  options: ServerOptions & BatchOptions & FilterOptions,
  deed: Omit<ConnectionDeed, 'find' | 'whenNone'>,
): Promise<Exit> {
  const { condition, device, name } = options;
  if ([condition, device, name].some((each) => each !== undefined)) {
    throw usage('--user is about connections: --condition, --device and --name are about ports.');
  }
  return onConnections(world, options, {
    ...deed,
    find: async (session, server) =>
      (await links(session, server))
        .filter(({ connection }) => isOf(users, connection))
        .map((link) => ({ server, ...link })),
    whenNone: (session) => nobody(users.join(', '), session.names[0] ?? ''),
  });
}
