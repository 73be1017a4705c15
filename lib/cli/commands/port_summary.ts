// rras ports --summary: how many ports of each type are taken and free; with --min-free for monitoring.

import type { Port } from '../../ports/port.ts';
import { portStateOf } from '../../ports/state.ts';
import type { Exit } from '../exit_codes.ts';
import type { OutputOptions } from '../options.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import { writeListing } from '../output/listing.ts';
import { deviceInBrief } from '../people/people.ts';
import { serverField } from '../people/port_fields.ts';
import { say, type World } from '../terminal/world.ts';
import type { ServerTrouble } from '../trouble.ts';

const field = fieldOf<Count>();

export const summaryFields: readonly Field<Count>[] = [
  serverField,
  field('deviceName', { header: 'DEVICE', brief: deviceInBrief }),
  field('deviceType', { isMinor: true }),
  field('total', { isRight: true }),
  field('used', { isRight: true }),
  field('free', { isRight: true }),
  field('other', { isRight: true }),
];

interface FoundPorts {
  readonly found: readonly { readonly server: string; readonly result: readonly Port[] }[];
  readonly errors: readonly ServerTrouble[];
  readonly isOneServer: boolean;
  /** Of the asking. */
  readonly exit: Exit;
  /** Fewer free ports of a device cross the limit. */
  readonly minFree: number | undefined;
}

export async function summarise(
  world: World,
  options: OutputOptions,
  { found, errors, isOneServer, exit, minFree }: FoundPorts,
): Promise<Exit> {
  const counts = found.flatMap(({ server, result }) => countsOf(server, result));
  await writeListing(world, options, {
    command: 'ports',
    fields: summaryFields,
    key: 'deviceName',
    items: counts,
    errors,
    isOneServer,
    whenEmpty: 'No port fits these filters.',
  });
  return minFree === undefined || exit !== 'ok' ? exit : checkFree(world, counts, found, minFree);
}

// By the device and not by its type alone: all tunnels have the type vpn, and SSTP has no use for a
// free port of L2TP.
interface Count {
  readonly server: string;
  readonly deviceName: string;
  readonly deviceType: string;
  total: number;
  used: number;
  /** Waiting for a call. */
  free: number;
  /** Neither: it does not work, or not yet. */
  other: number;
}

function countsOf(server: string, ports: readonly Port[]): Count[] {
  const counts = new Map<string, Count>();
  for (const port of ports) {
    const key = JSON.stringify([port.deviceName, port.deviceType]);
    const count = counts.get(key) ?? none(server, port);
    counts.set(key, count);
    count.total += 1;
    const state = portStateOf(port);
    if (state === 'in_use') count.used += 1;
    else if (state === 'free') count.free += 1;
    else count.other += 1;
  }
  return [...counts.values()];
}

function none(server: string, { deviceName, deviceType }: Port): Count {
  return { server, deviceName, deviceType, total: 0, used: 0, free: 0, other: 0 };
}

function checkFree(
  world: World,
  counts: readonly Count[],
  found: FoundPorts['found'],
  least: number,
): Exit {
  const few = counts.filter(({ free }) => free < least);
  for (const { server, deviceName, free } of few) {
    const on = server === '' ? '' : ` on ${server}`;
    say(world, `${deviceName}${on}: ${free} free, and there should be ${least}.`);
  }
  // A server without any such port has none free, either.
  const without = least > 0 ? found.filter(({ result }) => result.length === 0) : [];
  for (const { server } of without) {
    say(world, `No such port at all${server === '' ? '' : ` on ${server}`}.`);
  }
  return few.length + without.length > 0 ? 'threshold' : 'ok';
}
