// Ports of a simulated server.

import { checkObject, checkWord } from '../call/arguments.ts';
import type { PortCondition } from '../ports/port.ts';
import { checkDword, checkHandle, checkText } from './api_values.ts';
import { checkCondition, conditionWord } from './conditions.ts';
import {
  type NativeLibrary,
  type NativePorts,
  type NativeRawPort,
  numbersPerPort,
  textsPerPort,
  textsPerUser,
} from './native.ts';
import { checkParameterList, type PortParameter } from './port_parameters.ts';

export const portTypes = ['pptp', 'l2tp', 'sstp', 'ikev2', 'modem'] as const;
export type PortType = (typeof portTypes)[number];

// In the scene's numbering, after the types that have a name.
const OTHER = portTypes.length;

/**
 * A port as it is in the model when it is read; it does not change afterwards. It can be passed to
 * `disconnectPort` and the other methods of the package that take a `Port`. A handle from 2^53 up, which only a
 * test can set, is rounded here.
 */
export interface SimulatedPort {
  /** The server that has the port. */
  readonly server: string;
  /** The port's number on its server. No other port there ever has it; the API does not show it. */
  readonly ordinal: number;
  /** What the API names the port by. `rassapi` does not show it. */
  readonly handle: number;
  readonly name: string;
  readonly type: PortType | 'other';
  readonly condition: PortCondition;
  readonly deviceName: string;
  readonly deviceType: string;
  readonly mediaName: string;
  /** The handle of the connection on the port, from when its user is authenticated. */
  readonly connection: number | undefined;
  readonly totalCalls: number;
  /** Seconds. */
  readonly connectDuration: number;
  /** While an authenticated user is on the port, like the next two. */
  readonly userName?: string;
  readonly computer?: string;
  readonly logonDomain?: string;
  /** Under `rassapi`, which alone reports it: by the clock of the machine. */
  readonly sessionStart?: Date;
}

/** A port told by hand, to be as strange as a test needs it. */
export interface RawPort {
  /** Any UTF-16, unpaired surrogates too, up to the full length of the API's array. Default ''. */
  readonly name?: string;
  readonly mediaName?: string;
  readonly deviceName?: string;
  readonly deviceType?: string;
  /** Default: the server's next one. It may be one that another port has. */
  readonly handle?: number | bigint;
  /**
   * A word, or the number that the API is to show, known or not: then it is in the dialect's own
   * counting. Default 'authenticated' with a connection, else 'listening'.
   */
  readonly condition?: PortCondition | number;
  /** As which type `dialIn` finds the port. Default: none, it is found by name or without a type. */
  readonly type?: PortType;
  /** Puts a connection on the port: a new one, or another link of the one that has this handle. */
  readonly connection?: number | bigint;
  /** Whose connection that is. Without `connection` its handle is the server's next one. */
  readonly userName?: string;
  readonly computer?: string;
  readonly logonDomain?: string;
  readonly totalCalls?: number;
  /** Default 'operational'. */
  readonly hardwareCondition?: 'operational' | 'failure';
  /** Bits per second. Default 0. */
  readonly lineSpeed?: number;
  /** Of its device; only `rassapi` shows them. Default: none. */
  readonly parameters?: readonly PortParameter[];
  /** Seconds until now. They grow with the clock while there is a connection, else they stand. */
  readonly connectDuration?: number;
}

export function checkPortType(name: string, value: unknown): number {
  return portTypes.indexOf(checkWord(name, value, portTypes));
}

const hardware = ['operational', 'failure'] as const;

const rawPortMembers = [
  'name',
  'mediaName',
  'deviceName',
  'deviceType',
  'handle',
  'condition',
  'type',
  'connection',
  'userName',
  'computer',
  'logonDomain',
  'totalCalls',
  'hardwareCondition',
  'lineSpeed',
  'parameters',
  'connectDuration',
] as const;

export function checkRawPort(port: RawPort, native: NativeLibrary): NativeRawPort {
  checkObject('port', port, rawPortMembers);
  const text = (key: keyof RawPort & keyof NativeLibrary['textLimits']) =>
    checkText(`port.${key}`, port[key] ?? '', native.textLimits[key]);
  const connected = port.connection !== undefined || port.userName !== undefined;
  const { handle, connection } = port;
  return {
    handle: optionalHandle('port.handle', handle, native),
    type: port.type === undefined ? OTHER : checkPortType('port.type', port.type),
    condition: checkCondition(
      'port.condition',
      port.condition ?? (connected ? 'authenticated' : 'listening'),
      native.firstCondition,
    ),
    name: text('name'),
    mediaName: text('mediaName'),
    deviceName: text('deviceName'),
    deviceType: text('deviceType'),
    totalCalls: checkDword('port.totalCalls', port.totalCalls ?? 0),
    connectDuration: checkDword('port.connectDuration', port.connectDuration ?? 0),
    connected,
    connection: optionalHandle('port.connection', connection, native),
    hardwareFailed:
      checkWord('port.hardwareCondition', port.hardwareCondition ?? 'operational', hardware) ===
      'failure',
    lineSpeed: checkDword('port.lineSpeed', port.lineSpeed ?? 0),
    parameters: checkParameterList('port.parameters', port.parameters ?? []),
    details: {
      userName: text('userName'),
      computer: text('computer'),
      logonDomain: text('logonDomain'),
    },
  };
}

function optionalHandle(name: string, value: unknown, native: NativeLibrary): bigint | undefined {
  return value === undefined ? undefined : checkHandle(name, value, native.handleBits);
}

export function portsFrom(
  rows: NativePorts,
  server: string,
  { dialect, firstCondition }: NativeLibrary,
): SimulatedPort[] {
  const { numbers, texts, users } = rows;
  const ports: SimulatedPort[] = [];
  let u = 0;
  for (let n = 0, t = 0; n < numbers.length; n += numbersPerPort, t += textsPerPort) {
    const at = (column: number): number => numbers[n + column] ?? 0;
    const textAt = (column: number): string => texts[t + column] ?? '';
    const isConnected = at(3) !== 0;
    ports.push({
      server,
      ordinal: at(0),
      handle: wide(at(6), at(7)),
      name: textAt(0),
      type: portTypes[at(1)] ?? 'other',
      condition: conditionWord(at(2), firstCondition),
      deviceName: textAt(2),
      deviceType: textAt(3),
      mediaName: textAt(1),
      connection: isConnected ? wide(at(8), at(9)) : undefined,
      totalCalls: at(4),
      connectDuration: at(5),
      ...(isConnected && {
        userName: users[u] ?? '',
        computer: users[u + 1] ?? '',
        logonDomain: users[u + 2] ?? '',
        ...(dialect === 'rassapi' && { sessionStart: new Date(at(10) * 1000) }),
      }),
    });
    if (isConnected) u += textsPerUser;
  }
  return ports;
}

function wide(low: number, high: number): number {
  return high * 2 ** 32 + low;
}
