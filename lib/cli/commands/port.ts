// rras port NAME: all that is known of one port.

import { findPort } from '../../port/port_by_name.ts';
import type { Exit } from '../exit_codes.ts';
import { checkOutput, type OutputOptions, writeListing } from '../output/listing.ts';
import { exitOf, results, type ServerOptions, Session, troubles } from '../servers/session.ts';
import type { World } from '../world.ts';
import { portFields, portItem } from './port_fields.ts';

export type PortOptions = ServerOptions & OutputOptions;

export async function port(world: World, name: string, options: PortOptions): Promise<Exit> {
  checkOutput(options, portFields);
  return Session.during(world, options, async (session) => {
    const outcomes = await session.each(async (server) => {
      const all = await server.enumPorts(session.patience);
      return findPort(all, name, { server: server.name, syscall: '' });
    });
    await writeListing(world, options, {
      command: 'port',
      fields: portFields,
      key: 'name',
      items: results(outcomes).map(({ server, result }) => portItem(server, result)),
      errors: troubles(outcomes),
      isOneServer: session.isOneServer,
      isCard: true,
    });
    return exitOf(outcomes);
  });
}
