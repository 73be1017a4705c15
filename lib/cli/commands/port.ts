// rras port NAME: all that is known of one port.

import type { Counters } from '../../counters.ts';
import { findPort } from '../../port/port_by_name.ts';
import type { PortDetails } from '../../port/port_details.ts';
import type { RasServer } from '../../server.ts';
import type { Exit } from '../exit_codes.ts';
import type { Field, Item } from '../output/fields.ts';
import { checkOutput, type OutputOptions, writeListing } from '../output/listing.ts';
import { exitOf, results, type ServerOptions, Session, troubles } from '../servers/session.ts';
import { unlessTooOld } from '../servers/too_old.ts';
import type { World } from '../world.ts';
import { type PeopledPort, peopledPorts } from './people.ts';
import { portFields, portItem } from './port_fields.ts';

export type PortOptions = ServerOptions & OutputOptions;

const counterNames: readonly (keyof Counters)[] = [
  'bytesSent',
  'bytesReceived',
  'framesSent',
  'framesReceived',
  'crcErrors',
  'timeoutErrors',
  'alignmentErrors',
  'hardwareOverruns',
  'framingErrors',
  'bufferOverruns',
  'compressionRatioIn',
  'compressionRatioOut',
];

const fields: readonly Field[] = [
  ...portFields,
  { name: 'hardwareCondition' },
  { name: 'lineSpeed', isRight: true },
  ...counterNames.map((name): Field => ({ name, isRight: true })),
];

export async function port(world: World, name: string, options: PortOptions): Promise<Exit> {
  checkOutput(options, fields);
  return Session.during(world, options, async (session) => {
    const outcomes = await session.each((server) => inDetail(session, server, name));
    await writeListing(world, options, {
      command: 'port',
      fields,
      key: 'name',
      items: results(outcomes).map(({ result }) => result),
      errors: troubles(outcomes),
      isOneServer: session.isOneServer,
      isCard: true,
    });
    return exitOf(outcomes);
  });
}

async function inDetail(session: Session, server: RasServer, name: string): Promise<Item> {
  const ports = await peopledPorts(session, server);
  const place = { server: server.name, syscall: '' };
  const port = findPort(
    ports.map((each) => each.port),
    name,
    place,
  );
  const found = ports.find((each) => each.port === port) ?? { port, connection: undefined };
  // A server that is too old for details has what the listing has.
  const details = await unlessTooOld(server.getPort(port, session.patience));
  return details === undefined
    ? portItem(server.name, found)
    : detailed(server.name, found, details);
}

function detailed(server: string, { connection }: PeopledPort, details: PortDetails): Item {
  const { hardwareCondition, lineSpeed, counters } = details;
  return {
    ...portItem(server, { port: details, connection }),
    hardwareCondition,
    lineSpeed,
    ...counters,
  };
}
