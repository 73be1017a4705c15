// Ports as the command shows them.

import type { Field, Item } from '../output/fields.ts';
import type { Colour } from '../terminal/colour.ts';
import { durationInWords } from '../units.ts';
import { isInUse, type PeopledPort } from './people.ts';

export const serverField: Field = {
  name: 'server',
  show: (name: string) => (name === '' ? '(local)' : name),
};

/** A site-to-site tunnel. */
export const routerField: Field = { name: 'isRouter', isMark: true, paint: () => 'yellow' };

export const portFields: readonly Field[] = [
  serverField,
  { name: 'name' },
  routerField,
  { name: 'condition', paint: conditionColour },
  { name: 'userName' },
  { name: 'connectDuration', isRight: true, show: durationInWords },
  { name: 'computer' },
  { name: 'remoteEndpoint' },
  { name: 'deviceName' },
  { name: 'logonDomain', isMinor: true },
  { name: 'remoteAddress', isMinor: true },
  { name: 'sessionStart', isMinor: true },
  { name: 'deviceType', isMinor: true },
  { name: 'connection', isMinor: true, isRight: true },
  { name: 'mediaName', isMinor: true },
  { name: 'totalCalls', isMinor: true, isRight: true },
  { name: 'handle', isMinor: true, isRight: true },
];

export function portItem(server: string, { port, connection: on, isRouter }: PeopledPort): Item {
  const { name, condition, deviceType, deviceName, mediaName, handle } = port;
  const { connection, totalCalls } = port;
  return {
    server,
    name,
    isRouter,
    condition,
    userName: on?.userName ?? port.userName,
    connectDuration: isInUse(port) ? port.connectDuration : undefined,
    computer: on?.computer ?? port.computer,
    remoteEndpoint: on?.remoteEndpoint,
    deviceName,
    logonDomain: on?.logonDomain ?? port.logonDomain,
    remoteAddress: on?.remoteAddress,
    sessionStart: port.sessionStart ?? on?.start,
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
