// Ports as the command shows them.

import { isInUse } from '../../ports/state.ts';
import { type Field, fieldOf } from '../output/fields.ts';
import type { Colour } from '../terminal/colour.ts';
import { durationInBrief, durationInWords } from '../units.ts';
import { deviceInBrief, type PeopledPort } from './people.ts';

export const serverField = fieldOf<{ readonly server: string }>()('server', {
  isCutInside: true,
  show: (name) => (name === '' ? '(local)' : name),
});

/** A site-to-site tunnel. */
export const routerField = fieldOf<{ readonly isRouter: boolean | undefined }>()('isRouter', {
  header: 'ROUTER',
  isMark: true,
  paint: () => 'yellow',
});

/** Half an address of IPv4 leads nowhere. */
export const WHOLE_ADDRESS = 15;

export const ageField = fieldOf<{ readonly connectDuration: number | undefined }>()(
  'connectDuration',
  { header: 'AGE', isRight: true, show: durationInWords, brief: durationInBrief },
);

export type PortItem = Readonly<ReturnType<typeof portItem>>;

const field = fieldOf<PortItem>();

export const portFields: readonly Field<PortItem>[] = [
  serverField,
  field('name', { header: 'PORT' }),
  routerField,
  field('condition', { header: 'STATE', isBefore: true, paint: conditionColour }),
  field('userName', { header: 'USER' }),
  ageField,
  field('computer', { isMinor: true }),
  field('remoteEndpoint', { header: 'FROM', least: WHOLE_ADDRESS, isBefore: true }),
  field('deviceName', { header: 'DEVICE', brief: deviceInBrief }),
  field('logonDomain', { isMinor: true }),
  field('remoteAddress', { isMinor: true }),
  field('sessionStart', { isMinor: true }),
  field('deviceType', { isMinor: true }),
  field('connection', { isMinor: true, isRight: true }),
  field('mediaName', { isMinor: true }),
  field('totalCalls', { isMinor: true, isRight: true }),
  field('handle', { isMinor: true, isRight: true }),
];

export function portItem(server: string, { port, session, isRouter }: PeopledPort) {
  const { name, condition, deviceType, deviceName, mediaName, handle } = port;
  const { connection, totalCalls } = port;
  return {
    server,
    name,
    isRouter,
    condition,
    userName: session?.userName,
    connectDuration: isInUse(port) ? port.connectDuration : undefined,
    computer: session?.computer,
    remoteEndpoint: session?.remoteEndpoint,
    deviceName,
    logonDomain: session?.logonDomain,
    remoteAddress: session?.remoteAddress,
    sessionStart: session?.start,
    deviceType,
    connection,
    mediaName,
    totalCalls,
    handle,
  };
}

export function conditionColour(condition: string): Colour | undefined {
  if (condition === 'authenticated') return 'green';
  if (condition === 'authenticating' || condition === 'calling-back') return 'yellow';
  return condition === 'listening' ? undefined : 'red';
}
