// rras server: the service and the ports of a server.

import type { TunnelPorts } from '../../server/info.ts';
import type { RasServer } from '../../server.ts';
import { command } from '../command.ts';
import { outputOptions, serversOptions } from '../options.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { serverField } from '../people/port_fields.ts';
import { serversInWords } from '../servers/names.ts';
import { exitOf, results, Servers, troubles } from '../servers/servers.ts';
import { unlessTooOld } from '../servers/too_old.ts';
import { durationInBrief, durationInWords } from '../units.ts';

const protocols = ['pptp', 'l2tp', 'sstp'] as const;

type ServerItem = Readonly<Awaited<ReturnType<typeof itemOf>>>;

const field = fieldOf<ServerItem>();

const fields: readonly Field<ServerItem>[] = [
  serverField,
  field('isServiceRunning', { header: 'RUNNING' }),
  field('isServiceInitialized', { header: 'READY' }),
  field('isLanOnly', { header: 'LAN-ONLY' }),
  field('upTime', { header: 'UP', show: durationInWords, brief: durationInBrief, isRight: true }),
  field('totalPorts', { header: 'PORTS', isRight: true }),
  field('portsInUse', { header: 'USED', isRight: true }),
  ...protocols.map((name) => field(name, { show: tunnelInWords, isMinor: true })),
  field('rasVersion', { isMinor: true }),
  field('dialect', { isMinor: true }),
  field('library', { isMinor: true }),
];

export const server = command({
  name: 'server',
  description: 'Show a server: its service, its ports, how long it is up.',
  examples: ['rras server --server RAS01'],
  argument: ['[server...]', 'servers; the same as --server'],
  options: { ...serversOptions, ...outputOptions },
  run: (world, words, options) => {
    checkOutput(options, fields);
    return Servers.during(
      world,
      options,
      async (servers) => {
        const outcomes = await servers.each((each) => itemOf(servers, each));
        await writeListing(world, options, {
          command: 'server',
          fields,
          key: 'server',
          items: results(outcomes).map(({ result }) => result),
          errors: troubles(outcomes),
          isOneServer: servers.isOneServer,
          isCard: servers.isOneServer,
        });
        return exitOf(outcomes);
      },
      serversInWords(words, options),
    );
  },
});

async function itemOf({ patience }: Servers, server: RasServer) {
  const { name, dialect, library } = server;
  const isRunning = await unlessTooOld(server.isServiceRunning(patience));
  // For a service that does not run, the question is an error.
  const isInitialized =
    isRunning === true ? await unlessTooOld(server.isServiceInitialized(patience)) : undefined;
  const info = await server.getInfo(patience);
  return {
    server: name,
    isServiceRunning: isRunning,
    isServiceInitialized: isInitialized,
    ...info,
    dialect,
    library,
  };
}

function tunnelInWords({ count, isRasEnabled, isRoutingEnabled }: TunnelPorts): string {
  const uses = [isRasEnabled && 'clients', isRoutingEnabled && 'routing'].filter(
    (use) => use !== false,
  );
  return `${count} for ${uses.length === 0 ? 'nothing' : uses.join(' and ')}`;
}
