// rras connections, rras connection: who is connected.

import { Complaint } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import { checkOutput, type OutputOptions, writeListing } from '../output/listing.ts';
import { exitOf, results, type ServerOptions, Session, troubles } from '../servers/session.ts';
import type { World } from '../world.ts';
import { connectionFields, connectionItem } from './connection_fields.ts';
import { type ConnectionFilter, connectionFilter, oneConnection } from './connection_filter.ts';
import { links } from './people.ts';

export type ConnectionsOptions = ServerOptions & OutputOptions & ConnectionFilter;

export async function connections(world: World, options: ConnectionsOptions): Promise<Exit> {
  checkOutput(options, connectionFields);
  const isWanted = connectionFilter(options);
  return Session.during(world, options, async (session) => {
    const outcomes = await session.each(async (server) => {
      return (await links(session, server)).filter(isWanted);
    });
    await writeListing(world, options, {
      command: 'connections',
      fields: connectionFields,
      key: 'userName',
      items: results(outcomes).flatMap(({ server, result }) =>
        result.map((link) => connectionItem(server, link)),
      ),
      errors: troubles(outcomes),
      isOneServer: session.isOneServer,
      whenEmpty: 'Nobody is connected like that.',
    });
    return exitOf(outcomes);
  });
}

export async function connection(
  world: World,
  who: string,
  options: ServerOptions & OutputOptions,
): Promise<Exit> {
  checkOutput(options, connectionFields);
  return Session.during(world, options, async (session) => {
    const outcomes = await session.each(async (server) => {
      const found = oneConnection(await links(session, server), who);
      if (found === undefined) throw nobody(who, server.name);
      return found;
    });
    await writeListing(world, options, {
      command: 'connection',
      fields: connectionFields,
      key: 'userName',
      items: results(outcomes).map(({ server, result }) => connectionItem(server, result)),
      errors: troubles(outcomes),
      isOneServer: session.isOneServer,
      isCard: true,
    });
    return exitOf(outcomes);
  });
}

export function nobody(who: string, server: string): Complaint {
  const where = server === '' ? '' : ` on ${server}`;
  return new Complaint(
    'notFound',
    `No connection of ${who}${where}.`,
    'A user, a port, a handle or a GUID names one: `rras connections` lists them.',
  );
}
