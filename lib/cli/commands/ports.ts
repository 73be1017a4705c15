// rras ports: every port of the servers, or those that were asked for.

import type { Exit } from '../exit_codes.ts';
import { checkOutput, type OutputOptions, writeListing } from '../output/listing.ts';
import { exitOf, results, type ServerOptions, Session, troubles } from '../servers/session.ts';
import type { World } from '../world.ts';
import { peopledPorts } from './people.ts';
import { portFields, portItem } from './port_fields.ts';
import { type FilterOptions, portFilter } from './port_filter.ts';
import { type SummaryOptions, summarise, summaryFields } from './port_summary.ts';

export type PortsOptions = ServerOptions & OutputOptions & FilterOptions & SummaryOptions;

export async function ports(world: World, options: PortsOptions): Promise<Exit> {
  const isSummary = options.summary === true || options.minFree !== undefined;
  checkOutput(options, isSummary ? summaryFields : portFields);
  const isWanted = portFilter(options);
  return Session.during(world, options, async (session) => {
    const outcomes = await session.each(async (server) => {
      return (await peopledPorts(session, server)).filter(isWanted);
    });
    const found = results(outcomes);
    const errors = troubles(outcomes);
    const exit = exitOf(outcomes);
    const { isOneServer } = session;
    if (isSummary) {
      const ports = found.map(({ server, result }) => ({
        server,
        result: result.map(({ port }) => port),
      }));
      return summarise(world, options, { found: ports, errors, isOneServer, exit });
    }
    await writeListing(world, options, {
      command: 'ports',
      fields: portFields,
      key: 'name',
      items: found.flatMap(({ server, result }) => result.map((each) => portItem(server, each))),
      errors,
      isOneServer,
      whenEmpty: 'No port is like that.',
    });
    return exit;
  });
}
