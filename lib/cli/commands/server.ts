// rras server: the service and the ports of a server.

import type { RasServer } from '../../server.ts';
import { refuseWithoutSet } from '../acting/consent.ts';
import { command, flag } from '../command.ts';
import { consentOptions, outputOptions, serversOptions } from '../options.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import { checkOutput, writeListing } from '../output/listing.ts';
import { serverField } from '../people/port_fields.ts';
import { serversInWords } from '../servers/names.ts';
import { exitOf, results, Servers, troubles } from '../servers/servers.ts';
import { unlessTooOld } from '../servers/too_old.ts';
import { durationInBrief, durationInWords } from '../units.ts';
import { setOption, setServer } from './server_settings.ts';
import { protocols, type Tunnel, tunnelsOf } from './tunnels.ts';

type ServerItem = Readonly<Awaited<ReturnType<typeof itemOf>>>;

const field = fieldOf<ServerItem>();

const fields: readonly Field<ServerItem>[] = [
  serverField,
  field('isServiceRunning', { header: 'RUNNING' }),
  field('isServiceInitialized', { header: 'READY' }),
  field('isLanOnly', { header: 'LAN-ONLY', isRare: true }),
  field('upTime', { header: 'UP', show: durationInWords, brief: durationInBrief, isRight: true }),
  field('totalPorts', { header: 'PORTS', isRight: true }),
  field('portsInUse', { header: 'USED', isRight: true }),
  ...protocols.map((name) =>
    field(name, { show: tunnelInWords, brief: ({ count }) => String(count), isRight: true }),
  ),
  field('rasVersion', { isMinor: true }),
  field('dialect', { isMinor: true }),
  field('library', { isMinor: true }),
];

export const server = command({
  name: 'server',
  description:
    'Show a server: its service, its tunnels and ports, how long it is up. Set how many ports each tunnel has.',
  examples: ['rras server RAS01', 'rras server RAS01 --set sstp=128,ikev2=64'],
  fields: fields,
  argument: ['[server...]', 'servers; the same as --server'],
  options: {
    set: setOption(),
    force: flag(
      '--force',
      'with --set: write what the server has already; takes back a change that waits for a restart',
    ),
    ...consentOptions,
    ...serversOptions,
    ...outputOptions,
  },
  run: (world, words, options) => {
    const named = serversInWords(words, options);
    if (options.set !== undefined) return setServer(world, options, options.set, named);
    refuseWithoutSet(options, 'sstp=128');
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
      { named },
    );
  },
});

async function itemOf({ patience }: Servers, server: RasServer) {
  const { name, dialect, library } = server;
  const isRunning = await unlessTooOld(server.isServiceRunning(patience));
  // For a service that does not run, the question is an error.
  const isInitialized =
    isRunning === true ? await unlessTooOld(server.isServiceInitialized(patience)) : undefined;
  const { info, tunnels } = await tunnelsOf(server, patience);
  return {
    server: name,
    isServiceRunning: isRunning,
    isServiceInitialized: isInitialized,
    ...info,
    pptp: tunnels.pptp,
    l2tp: tunnels.l2tp,
    sstp: tunnels.sstp,
    ikev2: tunnels.ikev2,
    gre: tunnels.gre,
    dialect,
    library,
  };
}

function tunnelInWords({ count, isRasEnabled, isRoutingEnabled }: Tunnel): string {
  const uses = [isRasEnabled && 'clients', isRoutingEnabled && 'routing'].filter(
    (use) => use !== false,
  );
  return `${count} for ${uses.length === 0 ? 'nothing' : uses.join(' and ')}`;
}
