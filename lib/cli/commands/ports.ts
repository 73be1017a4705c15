// rras ports: every port of the servers, or those that were asked for.

import { command, flag, optional } from '../command.ts';
import { outputOptions, portFilterOptions, serversOptions, wholeNumber } from '../options.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { peopledPorts } from '../people/people.ts';
import { portFields, portItem } from '../people/port_fields.ts';
import { filterOf } from '../select/filter.ts';
import { exitOf, results, Servers, troubles } from '../servers/servers.ts';
import { summarise, summaryFields } from './port_summary.ts';

export const ports = command({
  name: 'ports',
  description: 'List ports.',
  examples: [
    'rras ports --server RAS01 --in-use',
    "rras ports --device '*SSTP*' --condition listening",
    'rras ports --summary --min-free 10',
  ],
  options: {
    inUse: flag('--in-use', 'with somebody on it'),
    idle: flag('--idle', 'with nobody on it'),
    ...portFilterOptions,
    summary: flag('--summary', 'count used and free ports by device'),
    minFree: optional(
      '--min-free <n>',
      'with --summary: exit code 8 if a device has fewer free ports',
      wholeNumber(0, 1_000_000),
    ),
    ...serversOptions,
    ...outputOptions,
  },
  run: (world, _, options) => {
    const { summary, minFree } = options;
    const isSummary = [summary === true, minFree !== undefined].includes(true);
    checkOutput(options, isSummary ? summaryFields : portFields);
    const filter = filterOf(options);
    return Servers.during(world, options, async (servers) => {
      const outcomes = await servers.each(async (server) => {
        return (await peopledPorts(servers, server)).filter(filter.hasPort);
      });
      const found = results(outcomes);
      const errors = troubles(outcomes);
      const exit = exitOf(outcomes);
      const { isOneServer } = servers;
      if (isSummary) {
        const counted = found.map(({ server, result }) => ({
          server,
          result: result.map(({ port }) => port),
        }));
        return summarise(world, options, { found: counted, errors, isOneServer, exit, minFree });
      }
      await writeListing(world, options, {
        command: 'ports',
        fields: portFields,
        key: 'name',
        items: found.flatMap(({ server, result }) => result.map((each) => portItem(server, each))),
        errors,
        isOneServer,
        whenEmpty:
          filter.given.length === 0 ? 'The server has no ports.' : 'No port fits these filters.',
      });
      return exit;
    });
  },
});
