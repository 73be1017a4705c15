// Connections of a simulated server, and those who make them.

import { checkInteger, checkObject } from '../arguments.ts';
import { checkHandle, checkSeconds, checkText } from './api_values.ts';
import type { NativeCaller, NativeConnection, NativeLibrary } from './native.ts';
import { checkPortType, type PortType, type SimulatedPort } from './ports.ts';

/** Who dials in. */
export interface Caller {
  readonly user: string;
  readonly computer?: string;
  readonly domain?: string;
  /** The port to take. Default: the first that waits for a call. */
  readonly port?: SimulatedPort | string;
  /** The type of port to take. Default: any. */
  readonly type?: PortType;
  /** With more than one, a multilink connection over as many ports of one type. Default 1. */
  readonly links?: number;
  /** The handle of the connection. Default: the server's next one. */
  readonly handle?: bigint;
  /** For how many seconds the port is 'authenticating' first. Default 0. */
  readonly authenticationTime?: number;
  /** For how many seconds the port is 'calling-back' after that. Default 0. */
  readonly callbackTime?: number;
}

/** A connection as it is in the model when it is read; it does not change afterwards. */
export interface SimulatedConnection {
  /** The server that has the connection. */
  readonly server: string;
  /** The connection's number on its server. No other ever has it; the API does not show it. */
  readonly ordinal: number;
  readonly handle: bigint;
  readonly user: string;
  readonly computer: string;
  readonly domain: string;
  /** The names of its ports: more than one in a multilink connection. */
  readonly ports: readonly string[];
  /** False while the caller is being authenticated or called back; the API does not show it then. */
  readonly authenticated: boolean;
  /** Seconds since the user was authenticated. */
  readonly duration: number;
}

const MAX_LINKS = 0xffffff;

const callerMembers = [
  'user',
  'computer',
  'domain',
  'port',
  'type',
  'links',
  'handle',
  'authenticationTime',
  'callbackTime',
] as const;

export function checkCaller(
  caller: Caller,
  native: NativeLibrary,
  ordinalOf: (name: string, port: SimulatedPort | string) => number,
): NativeCaller {
  checkObject('caller', caller, callerMembers);
  const { type, port, handle } = caller;
  const text = (key: 'user' | 'computer' | 'domain', value: string) =>
    checkText(`caller.${key}`, value, native.textLimits[key]);
  return {
    user: text('user', caller.user),
    computer: text('computer', caller.computer ?? ''),
    domain: text('domain', caller.domain ?? ''),
    type: type === undefined ? undefined : checkPortType('caller.type', type),
    port: port === undefined ? undefined : ordinalOf('caller.port', port),
    links: checkInteger('caller.links', caller.links ?? 1, 1, MAX_LINKS),
    handle:
      handle === undefined ? undefined : checkHandle('caller.handle', handle, native.handleBits),
    authenticationTime: checkSeconds('caller.authenticationTime', caller.authenticationTime ?? 0),
    callbackTime: checkSeconds('caller.callbackTime', caller.callbackTime ?? 0),
  };
}

export function connectionFrom(native: NativeConnection, server: string): SimulatedConnection {
  return { server, ...native };
}
