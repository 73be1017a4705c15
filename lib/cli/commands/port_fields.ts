// Ports as the command shows them.

import type { Port } from '../../port/port.ts';
import type { Field, Item } from '../output/fields.ts';
import type { Colour } from '../talk/colour.ts';
import { durationInWords } from '../units.ts';

export const serverField: Field = {
  name: 'server',
  show: (name: string) => (name === '' ? '(local)' : name),
};

export const portFields: readonly Field[] = [
  serverField,
  { name: 'name' },
  { name: 'condition', paint: conditionColour },
  { name: 'userName' },
  { name: 'connectDuration', isRight: true, show: durationInWords },
  { name: 'computer' },
  { name: 'logonDomain' },
  { name: 'deviceName' },
  { name: 'deviceType', isMinor: true },
  { name: 'sessionStart', isMinor: true },
  { name: 'connection', isMinor: true, isRight: true },
  { name: 'mediaName', isMinor: true },
  { name: 'totalCalls', isMinor: true, isRight: true },
  { name: 'handle', isMinor: true, isRight: true },
];

export function portItem(server: string, port: Port): Item {
  const { name, condition, deviceType, deviceName, mediaName, handle } = port;
  const { connection, totalCalls, userName, computer, logonDomain, sessionStart } = port;
  return {
    server,
    name,
    condition,
    deviceType,
    userName,
    connectDuration: isInUse(port) ? port.connectDuration : undefined,
    computer,
    logonDomain,
    sessionStart,
    connection,
    deviceName,
    mediaName,
    totalCalls,
    handle,
  };
}

const busy: readonly string[] = ['authenticated', 'authenticating', 'calling-back'];

/** Somebody is on it, or about to be. */
export function isInUse({ connection, condition }: Port): boolean {
  return connection !== undefined || busy.includes(condition);
}

function conditionColour(condition: string): Colour | undefined {
  if (condition === 'authenticated') return 'green';
  if (condition === 'authenticating' || condition === 'calling-back') return 'yellow';
  return condition === 'listening' ? undefined : 'red';
}
