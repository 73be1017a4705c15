// rras connections: who is connected.

import { command } from '../command.ts';
import { connectionFilterOptions, outputOptions, serversOptions } from '../options.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { connectionFields, connectionItem } from '../people/connection_fields.ts';
import { sessionsOn } from '../people/people.ts';
import { filterOf } from '../select/filter.ts';
import { exitOf, results, Servers, troubles } from '../servers/servers.ts';

export const connections = command({
  name: 'connections',
  description: 'List connections: who is connected, since when, from where.',
  examples: ['rras connections --server RAS01', 'rras connections --user alice --json'],
  options: { ...connectionFilterOptions, ...serversOptions, ...outputOptions },
  run: (world, _, options) => {
    checkOutput(options, connectionFields);
    const filter = filterOf(options);
    return Servers.during(world, options, async (servers) => {
      const outcomes = await servers.each(async (server) => {
        return (await sessionsOn(servers, server)).filter(filter.hasSession);
      });
      await writeListing(world, options, {
        command: 'connections',
        fields: connectionFields,
        key: 'userName',
        items: results(outcomes).flatMap(({ server, result }) =>
          result.map((session) => connectionItem(server, session)),
        ),
        errors: troubles(outcomes),
        isOneServer: servers.isOneServer,
        whenEmpty:
          filter.given.length === 0 ? 'Nobody is connected.' : 'No connection fits these filters.',
      });
      return exitOf(outcomes);
    });
  },
});
