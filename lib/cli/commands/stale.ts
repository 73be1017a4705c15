// rras stale: connections that look dead, each with the reasons.

import { command } from '../command.ts';
import {
  connectionFilterOptions,
  includeRoutersOption,
  outputOptions,
  portFilterOptions,
  reasonOptions,
  serverOptions,
} from '../options.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { connectionItem, staleFields } from '../people/connection_fields.ts';
import { filterOf } from '../select/filter.ts';
import { checkReasons, staleLinks } from '../select/stale.ts';
import { exitOf, results, Servers, troubles } from '../servers/servers.ts';

export const stale = command({
  name: 'stale',
  description:
    'List connections that look dead, each with its reasons: dormant (the peer cannot be reached), duplicate (the same user came again from the same computer), idle, age.',
  examples: ['rras stale --server RAS01', 'rras stale --max-age 24h --samples 3 --every 20s'],
  options: {
    ...reasonOptions,
    ...portFilterOptions,
    ...connectionFilterOptions,
    includeRouters: includeRoutersOption,
    ...serverOptions,
    ...outputOptions,
  },
  run: (world, _, options) => {
    checkOutput(options, staleFields);
    const { includeRouters, maxAge, samples, every } = options;
    const reasons = { maxAge, samples, every };
    checkReasons(reasons);
    const selection = {
      filter: filterOf(options),
      isWithRouters: includeRouters === true,
      reasons,
    };
    return Servers.during(world, options, async (servers) => {
      const outcomes = await servers.each((server) => staleLinks(servers, server, selection));
      await writeListing(world, options, {
        command: 'stale',
        fields: staleFields,
        key: 'userName',
        items: results(outcomes).flatMap(({ server, result }) =>
          result.map((link) => ({ ...connectionItem(server, link), reasons: link.reasons })),
        ),
        errors: troubles(outcomes),
        isOneServer: servers.isOneServer,
        whenEmpty: 'No connection looks dead.',
      });
      return exitOf(outcomes);
    });
  },
});
