// Connections of a simulated server, and those who make them.

import { checkInteger, checkObject, checkWord } from '../call/arguments.ts';
import { type QuarantineState, quarantineStates } from '../connections/connection.ts';
import { checkHandle, checkText } from './api_values.ts';
import { type ConnectionDetails, checkDetails, detailMembers } from './connection_details.ts';
import { checkDuration, type Duration } from './duration.ts';
import type { NativeCaller, NativeConnection, NativeLibrary } from './native.ts';
import { checkPortType, type PortType, portsFrom, type SimulatedPort } from './ports.ts';

const protocols = ['ppp', 'ikev2'] as const;
/** What runs over the link. SSTP, L2TP, PPTP and modems carry PPP. */
export type Protocol = (typeof protocols)[number];

/** Who dials in. */
export interface Caller extends Partial<ConnectionDetails> {
  readonly userName: string;
  /** The port to take. Default: the first that waits for a call. */
  readonly port?: SimulatedPort | string;
  /** The type of port to take. Default: any. */
  readonly type?: PortType;
  /** Default 'ikev2' on a port of that type if the server is 2008 R2 or newer, else 'ppp'. */
  readonly protocol?: Protocol;
  /** With more than one, a multilink connection over as many ports of one type. Default 1. */
  readonly links?: number;
  /** The handle of the connection. Default: the server's next one. */
  readonly handle?: number | bigint;
  /** For how long the port is 'authenticating' first. Default 0. */
  readonly authenticationTime?: Duration;
  /** For how long the port is 'calling-back' after that. Default 0. */
  readonly callbackTime?: Duration;
}

/**
 * A connection as it is in the model when it is read; it does not change afterwards. The server's
 * `details` has what is not here. It can be passed to `getConnection`, `disconnectConnection` and the
 * other methods of the package that take a `Connection`, and its `ports` to those that take a `Port`.
 */
export interface SimulatedConnection {
  /** The server that has the connection. */
  readonly server: string;
  /** The connection's number on its server. No other ever has it; the API does not show it. */
  readonly ordinal: number;
  readonly handle: number;
  readonly guid: string;
  readonly userName: string;
  readonly computer: string;
  readonly logonDomain: string;
  readonly type: Protocol;
  /** Its ports: more than one in a multilink connection. */
  readonly ports: readonly [SimulatedPort, ...SimulatedPort[]];
  /** False while the caller is being authenticated or called back; the API does not show it then. */
  readonly isAuthenticated: boolean;
  /** Seconds since the user was authenticated. */
  readonly connectDuration: number;
  /** The server's IPv4 address in the tunnel. */
  readonly localAddress: string;
  /** The client's IPv4 address in the tunnel. */
  readonly remoteAddress: string;
  /** The server's end of the tunnel. */
  readonly localEndpoint: string;
  /** The client's end of the tunnel. */
  readonly remoteEndpoint: string;
  /** Whether the client is out of reach, and the connection kept for it. */
  readonly isDormant: boolean;
  /** How often the client has moved to another network. */
  readonly mobikeSwitches: number;
  readonly quarantine: QuarantineState;
  /** When the server ends the connection, by the clock of the machine; undefined if it does not. */
  readonly probationEnds: Date | undefined;
  /** The messages that an administrator sent to the user, the oldest first; the last 100. */
  readonly messages: readonly string[];
}

const MAX_LINKS = 0xffffff;

const callerMembers = [
  'userName',
  'port',
  'type',
  'protocol',
  'links',
  'handle',
  'authenticationTime',
  'callbackTime',
  ...detailMembers,
] as const;

export function checkCaller(
  caller: Caller,
  native: NativeLibrary,
  ordinalOf: (name: string, port: SimulatedPort | string) => number,
): NativeCaller {
  checkObject('caller', caller, callerMembers);
  const { type, port, handle, protocol } = caller;
  return {
    details: {
      userName: checkText('caller.userName', caller.userName, native.textLimits.userName),
      ...checkDetails('caller', caller, native),
    },
    type: type === undefined ? undefined : checkPortType('caller.type', type),
    port: port === undefined ? undefined : ordinalOf('caller.port', port),
    protocol:
      protocol === undefined
        ? undefined
        : protocols.indexOf(checkWord('caller.protocol', protocol, protocols)),
    links: checkInteger('caller.links', caller.links ?? 1, 1, MAX_LINKS),
    handle:
      handle === undefined ? undefined : checkHandle('caller.handle', handle, native.handleBits),
    authenticationTime: checkDuration('caller.authenticationTime', caller.authenticationTime ?? 0),
    callbackTime: checkDuration('caller.callbackTime', caller.callbackTime ?? 0),
  };
}

export function checkQuarantineState(name: string, value: unknown): number {
  return quarantineStates.indexOf(checkWord(name, value, quarantineStates));
}

export function connectionFrom(
  native: NativeConnection,
  server: string,
  library: NativeLibrary,
): SimulatedConnection {
  const { protocol, switchOvers, quarantine, probationEnds, handle, ports, ...alike } = native;
  const [first, ...others] = portsFrom(ports, server, library);
  if (first === undefined) throw new Error('The connection has no port');
  return {
    server,
    ...alike,
    handle: Number(handle),
    ports: [first, ...others],
    type: protocols[protocol] ?? 'ppp',
    mobikeSwitches: switchOvers,
    quarantine: quarantineStates[quarantine] ?? `unknown-${quarantine}`,
    probationEnds: probationEnds === undefined ? undefined : new Date(probationEnds),
  };
}
