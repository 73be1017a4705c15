// rras port NAME: everything about one port.

import { findPort } from '../../ports/by_name.ts';
import { type Counters, counterNames } from '../../ports/counters.ts';
import type { PortDetails } from '../../ports/details.ts';
import type { Port } from '../../ports/port.ts';
import type { RasServer } from '../../server.ts';
import { command } from '../command.ts';
import { outputOptions, serversOptions } from '../options.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { type PeopledPort, peopledPorts } from '../people/people.ts';
import { type PortItem, portFields, portItem } from '../people/port_fields.ts';
import { userInstead } from '../select/find.ts';
import { nameIn } from '../servers/qualified_name.ts';
import { exitOf, results, Servers, troubles } from '../servers/servers.ts';
import { unlessTooOld } from '../servers/too_old.ts';

/** For a server that is too old for details, only the fields of the listing. */
type DetailedItem = PortItem &
  Partial<Counters & Pick<PortDetails, 'hardwareCondition' | 'lineSpeed'>>;

const field = fieldOf<DetailedItem>();

const fields: readonly Field<DetailedItem>[] = [
  ...portFields,
  field('hardwareCondition'),
  field('lineSpeed', { isRight: true }),
  ...counterNames.map((name) => field(name, { isRight: true })),
];

export const port = command({
  name: 'port',
  description: 'Show one port.',
  examples: ['rras port VPN2-5 --server RAS01'],
  fields: fields,
  argument: ['<name>', 'the name of the port'],
  options: { ...serversOptions, ...outputOptions },
  run: (world, [word = ''], options) => {
    checkOutput(options, fields);
    const name = nameIn(word);
    return Servers.during(
      world,
      options,
      async (servers) => {
        const outcomes = await servers.each((server) => inDetail(servers, server, name.name));
        await writeListing(world, options, {
          command: 'port',
          fields,
          key: 'name',
          items: results(outcomes).map(({ result }) => result),
          errors: troubles(outcomes),
          isOneServer: servers.isOneServer,
          isCard: true,
        });
        return exitOf(outcomes);
      },
      { named: { names: [name] } },
    );
  },
});

async function inDetail(servers: Servers, server: RasServer, name: string): Promise<DetailedItem> {
  const ports = await peopledPorts(servers, server);
  const port = portNamed(ports, name, server);
  const found = ports.find((each) => each.port === port) ?? {
    port,
    session: undefined,
    isRouter: undefined,
  };
  const details = await unlessTooOld(server.getPort(port, servers.patience));
  return details === undefined
    ? portItem(server.name, found)
    : detailed(server.name, found, details);
}

function portNamed(peopled: readonly PeopledPort[], name: string, server: RasServer): Port {
  const ports = peopled.map(({ port }) => port);
  try {
    return findPort(ports, name, server.name);
  } catch (error) {
    throw userInstead(
      error,
      peopled,
      name,
      server,
      `\`rras connection ${name}\` shows the connection.`,
    );
  }
}

function detailed(server: string, peopled: PeopledPort, details: PortDetails): DetailedItem {
  const { hardwareCondition, lineSpeed, counters } = details;
  return {
    ...portItem(server, { ...peopled, port: details }),
    hardwareCondition,
    lineSpeed,
    ...counters,
  };
}
