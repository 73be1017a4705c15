// rras interface show NAME: everything about one interface.

import type { DemandDial } from '../../../interfaces/demand_dial.ts';
import type { DialOutHours } from '../../../interfaces/hours.ts';
import type { InterfaceDetails, InterfaceDevice } from '../../../interfaces/interface.ts';
import { weekdays } from '../../../interfaces/weekdays.ts';
import type { RasServer } from '../../../server.ts';
import { command } from '../../command.ts';
import { outputOptions, serversOptions } from '../../options.ts';
import { type Field, fieldOf } from '../../output/fields.ts';
import { checkOutput, writeListing } from '../../output/listing.ts';
import {
  type InterfaceItem,
  interfaceFields,
  interfaceItem,
} from '../../people/interface_fields.ts';
import { sessionsOn } from '../../people/people.ts';
import { type Rider, riderInWords, ridersOf } from '../../people/riders.ts';
import { interfaceName, interfaceNamed, interfacesOn } from '../../select/interface.ts';
import { exitOf, results, Servers, troubles } from '../../servers/servers.ts';
import { unlessTooOld } from '../../servers/too_old.ts';
import { say, type World } from '../../terminal/world.ts';

interface Dialling extends Omit<DemandDial, 'options' | 'eapData' | 'ipv4' | 'ipv6' | 'x25'> {
  /** Undefined if none of its members is set. */
  readonly ipv4: DemandDial['ipv4'] | undefined;
  readonly ipv6: DemandDial['ipv6'];
  readonly x25: DemandDial['x25'] | undefined;
  /** The names of those that are on. */
  readonly options: readonly string[];
  readonly eapBytes: number;
}

interface DetailedItem extends InterfaceItem, Partial<Dialling> {
  readonly dialOutHours?: DialOutHours | undefined;
  readonly devices?: readonly InterfaceDevice[] | undefined;
}

const field = fieldOf<DetailedItem>();

const fields: readonly Field<DetailedItem>[] = [
  ...interfaceFields,
  field('phoneNumber'),
  field('alternates', { show: (all) => all.join(', ') }),
  field('vpnStrategy'),
  field('encryption'),
  field('idleDisconnect', { show: (time) => (typeof time === 'number' ? `${time} s` : time) }),
  field('dialOutHours', { isProse: true, show: hoursInWords }),
  field('options', { isProse: true, show: (names) => names.join(', ') }),
  field('otherOptions', { isRight: true }),
  field('protocols', { show: (names) => names.join(', ') }),
  field('entryType'),
  field('deviceType'),
  field('deviceName'),
  field('devices', { isProse: true, show: (all) => all.map(deviceInWords).join(', ') }),
  field('ipv4', { isProse: true, show: membersInWords }),
  field('ipv6', { isProse: true, show: membersInWords }),
  field('x25', { isProse: true, show: membersInWords }),
  field('eapType', { isRight: true }),
  field('eapBytes', { isRight: true }),
  field('dialMode'),
  field('channels', { isRight: true }),
  field('links', { isRight: true }),
  field('dialExtraPercent', { isRight: true }),
  field('dialExtraSampleSeconds', { isRight: true }),
  field('hangUpExtraPercent', { isRight: true }),
  field('hangUpExtraSampleSeconds', { isRight: true }),
  field('guid'),
];

export const show = command({
  name: 'interface show',
  description: 'Show one interface: its state and why, its settings, and what goes over it.',
  examples: ['rras interface show Paris --server RAS01', 'rras interface show RAS01/Paris --json'],
  fields,
  argument: ['<name>', 'the name of the interface'],
  options: { ...serversOptions, ...outputOptions },
  run: (world, [word = ''], options) => {
    checkOutput(options, fields);
    const name = interfaceName(word);
    return Servers.during(
      world,
      options,
      async (servers) => {
        const outcomes = await servers.each((server) => inDetail(servers, server, name.name));
        const shown = results(outcomes).map(({ result }) => result);
        await writeListing(world, options, {
          command: 'interface show',
          fields,
          key: 'name',
          items: shown.map(({ item }) => item),
          errors: troubles(outcomes),
          isOneServer: servers.isOneServer,
          isCard: true,
        });
        if (options.quiet !== true) for (const { riders } of shown) tellDoubts(world, riders);
        return exitOf(outcomes);
      },
      { named: { names: [name] } },
    );
  },
});

interface Detailed {
  readonly item: DetailedItem;
  readonly riders: readonly Rider[];
}

async function inDetail(servers: Servers, server: RasServer, name: string): Promise<Detailed> {
  const { patience } = servers;
  const listed = interfaceNamed(await interfacesOn(servers, server), name, server.name);
  const details = await server.getInterface(listed, patience);
  const riders = ridersOf(details, await sessionsOn(servers, server));
  const { demandDial, dialOutHours } = details;
  return {
    riders,
    item: {
      ...interfaceItem(server.name, details, riders),
      ...(demandDial !== undefined && dialling(demandDial)),
      dialOutHours,
      devices: await devicesOf(servers, server, details),
    },
  };
}

/** Beside the one of `deviceName`: an interface over several links has a device for each. */
async function devicesOf(
  { patience }: Servers,
  server: RasServer,
  details: InterfaceDetails,
): Promise<InterfaceDevice[] | undefined> {
  const { links = 0 } = details.demandDial ?? {};
  if (links < 2) return undefined;
  const devices: InterfaceDevice[] = [];
  for (let index = 1; index <= links; index += 1) {
    const device = await unlessTooOld(server.getInterfaceDevice(details, index, patience));
    if (device !== undefined) devices.push(device);
  }
  return devices;
}

function dialling({ options, eapData, ipv4, ipv6, x25, ...others }: DemandDial): Dialling {
  const on = Object.entries(options).flatMap(([name, is]) => (is ? [name] : []));
  return {
    ...others,
    options: on,
    eapBytes: eapData.length,
    ipv4: ifAny(ipv4),
    ipv6: ipv6 === undefined ? undefined : ifAny(ipv6),
    x25: ifAny(x25),
  };
}

function ifAny<Members extends object>(members: Members): Members | undefined {
  return membersInWords(members) === '' ? undefined : members;
}

function tellDoubts(world: World, riders: readonly Rider[]): void {
  const doubtful = riders.filter(({ agreement }) => agreement !== 'handle and name');
  for (const rider of doubtful) say(world, `It may carry ${riderInWords(rider)}.`);
}

/** 'monday 09:00-17:30, tuesday 09:00-12:00 13:00-17:30'. */
function hoursInWords(hours: DialOutHours): string {
  return weekdays
    .flatMap((day) => {
      const ranges = hours[day] ?? [];
      const times = ranges.map(({ from, to }) => `${from}-${to}`);
      return times.length === 0 ? [] : [`${day} ${times.join(' ')}`];
    })
    .join(', ');
}

function deviceInWords({ deviceType, deviceName, phoneNumber }: InterfaceDevice): string {
  return [deviceType, deviceName, phoneNumber].filter((part) => part !== '').join(' ');
}

/** 'address 10.0.0.2, dns 10.0.0.1'; empty if nothing is set. */
function membersInWords(members: object): string {
  return Object.entries(members)
    .map(([name, value]) => [name, [value].flat().join(' ')])
    .flatMap(([name, text]) => (text === '' ? [] : [`${name} ${text}`]))
    .join(', ');
}
