// rras server: what a server tells of itself.

import type { RasServer } from '../../server.ts';
import type { TunnelPorts } from '../../server_info/server_info.ts';
import type { Exit } from '../exit_codes.ts';
import type { Field, Item } from '../output/fields.ts';
import { checkOutput, type OutputOptions, writeListing } from '../output/listing.ts';
import { exitOf, results, type ServerOptions, Session, troubles } from '../servers/session.ts';
import { unlessTooOld } from '../servers/too_old.ts';
import { durationInWords } from '../units.ts';
import type { World } from '../world.ts';
import { serverField } from './port_fields.ts';

const protocols = ['pptp', 'l2tp', 'sstp'] as const;

const fields: readonly Field[] = [
  serverField,
  { name: 'isServiceRunning' },
  { name: 'isServiceInitialized' },
  { name: 'isLanOnly' },
  { name: 'upTime', show: durationInWords, isRight: true },
  { name: 'totalPorts', isRight: true },
  { name: 'portsInUse', isRight: true },
  ...protocols.map((name): Field => ({ name, show: tunnelInWords, isMinor: true })),
  { name: 'rasVersion', isMinor: true },
  { name: 'dialect', isMinor: true },
  { name: 'library', isMinor: true },
];

export async function server(world: World, options: ServerOptions & OutputOptions): Promise<Exit> {
  checkOutput(options, fields);
  return Session.during(world, options, async (session) => {
    const outcomes = await session.each((each) => itemOf(session, each));
    await writeListing(world, options, {
      command: 'server',
      fields,
      key: 'server',
      items: results(outcomes).map(({ result }) => result),
      errors: troubles(outcomes),
      isOneServer: session.isOneServer,
      isCard: session.isOneServer,
    });
    return exitOf(outcomes);
  });
}

async function itemOf(session: Session, server: RasServer): Promise<Item> {
  const { patience } = session;
  const { name, dialect, library } = server;
  const isRunning = await unlessTooOld(server.isServiceRunning(patience));
  // Of a service that does not run it is an error.
  const isInitialized =
    isRunning === true ? await unlessTooOld(server.isServiceInitialized(patience)) : undefined;
  const { ports, ...info } = await server.getInfo(patience);
  return {
    server: name,
    isServiceRunning: isRunning,
    isServiceInitialized: isInitialized,
    ...info,
    ...ports,
    dialect,
    library,
  };
}

function tunnelInWords({ count, forRas, forRouting }: TunnelPorts): string {
  const uses = [forRas && 'clients', forRouting && 'routing'].filter((use) => use !== false);
  return `${count} for ${uses.length === 0 ? 'nothing' : uses.join(' and ')}`;
}
