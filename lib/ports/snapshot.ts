// Checks a port that a caller passes in: it may have been through JSON, a database or another process.
// Everything that the guard compares must be there.

import { checkInteger, checkString } from '../call/arguments.ts';
import { type Acting, checkOrigin } from '../call/origin.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { type Port, type PortCondition, portConditions } from './port.ts';

const LARGEST_COUNT = 0xffffffff;

/** A copy: later changes by the caller must not affect the call. */
export function checkSnapshot(port: object, acting: Acting, argument = 'port'): Port {
  const field = (name: keyof Port): unknown => Reflect.get(port, name);
  const text = (name: keyof Port): string => checkString(`${argument}.${name}`, field(name));
  const number = (name: keyof Port, largest: number): number =>
    checkInteger(`${argument}.${name}`, field(name), 0, largest);
  // JSON leaves out what is undefined.
  const isThere = (name: keyof Port): boolean => (field(name) ?? undefined) !== undefined;

  return {
    server: checkOrigin(argument, 'port', port, acting),
    name: text('name'),
    handle: number('handle', Number.MAX_SAFE_INTEGER),
    condition: checkCondition(`${argument}.condition`, text('condition')),
    deviceName: text('deviceName'),
    deviceType: text('deviceType'),
    mediaName: text('mediaName'),
    connection: isThere('connection') ? number('connection', Number.MAX_SAFE_INTEGER) : undefined,
    totalCalls: number('totalCalls', LARGEST_COUNT),
    connectDuration: number('connectDuration', LARGEST_COUNT),
    ...(isThere('userName') ? { userName: text('userName') } : undefined),
    ...(isThere('logonDomain') ? { logonDomain: text('logonDomain') } : undefined),
    ...(isThere('computer') ? { computer: text('computer') } : undefined),
    ...(isThere('sessionStart')
      ? { sessionStart: checkDate(`${argument}.sessionStart`, field('sessionStart')) }
      : undefined),
  };
}

function checkCondition(name: string, condition: string): PortCondition {
  const isKnown = (portConditions as readonly string[]).includes(condition);
  if (!isKnown && !/^unknown-\d+$/.test(condition)) {
    throw invalidArgValue(name, condition, 'must be the condition of a port');
  }
  return condition as PortCondition;
}

// JSON turns a date into a text.
function checkDate(name: string, value: unknown): Date {
  if (!(value instanceof Date) && typeof value !== 'string') {
    throw invalidArgType(name, ['Date', 'string'], value);
  }
  const date = new Date(value);
  if (!(date.getTime() >= 0 && date.getTime() / 1000 <= LARGEST_COUNT)) {
    throw invalidArgValue(name, value, 'must be a date from 1970 to 2106');
  }
  return date;
}
