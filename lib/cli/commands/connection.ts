// rras connection WHO: everything about one connection.

import { command } from '../command.ts';
import { outputOptions, serversOptions } from '../options.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { connectionFields, connectionItem } from '../people/connection_fields.ts';
import { sessionsOn } from '../people/people.ts';
import { nobody, oneConnection } from '../select/one_connection.ts';
import { nameIn } from '../servers/qualified_name.ts';
import { exitOf, results, Servers, troubles } from '../servers/servers.ts';

export const connection = command({
  name: 'connection',
  description: 'Show one connection.',
  examples: ['rras connection alice --server RAS01'],
  fields: connectionFields,
  argument: ['<who>', 'a user, the name of a port, a handle or a GUID'],
  options: { ...serversOptions, ...outputOptions },
  run: (world, [word = ''], options) => {
    checkOutput(options, connectionFields);
    const who = nameIn(word);
    return Servers.during(
      world,
      options,
      async (servers) => {
        const outcomes = await servers.each(async (server) => {
          const found = oneConnection(await sessionsOn(servers, server), who.name);
          if (found === undefined) throw nobody(who.name, server.name);
          return found;
        });
        await writeListing(world, options, {
          command: 'connection',
          fields: connectionFields,
          key: 'userName',
          items: results(outcomes).map(({ server, result }) => connectionItem(server, result)),
          errors: troubles(outcomes),
          isOneServer: servers.isOneServer,
          isCard: true,
        });
        return exitOf(outcomes);
      },
      { named: { names: [who] } },
    );
  },
});
