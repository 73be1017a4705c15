// A connection to a server, as the server reports it at the best level that it has.

import type { Counters } from '../ports/counters.ts';
import type { Authentication, Encryption, Projection } from './projection.ts';

/** The kinds of interface that have a name, at the number that the API gives them. */
export const interfaceTypes = [
  'client',
  'home-router',
  'full-router',
  'dedicated',
  'internal',
  'loopback',
  'tunnel',
  'dial-out',
] as const;

/** The kind of the other end. A number that this package does not know becomes `unknown-<n>`. */
export type InterfaceType = (typeof interfaceTypes)[number] | `unknown-${number}`;

/** The quarantine states that have a name, at their number. */
export const quarantineStates = ['normal', 'quarantine', 'probation', 'not-capable'] as const;

export type QuarantineState = (typeof quarantineStates)[number] | `unknown-${number}`;

/**
 * A connection as it was when the server answered: plain data, a snapshot. Fields that an older server does
 * not report are `undefined`. NT 4 reports the user, the computer and the duration; Windows 2000 also the
 * addresses, the counters and the GUID; Windows Server 2008 also quarantine and IPv6; 2008 R2 everything.
 */
export interface Connection {
  /** The name of the server that has the connection, as `RasServer.name` gives it; '' for the local server. */
  readonly server: string;
  /** The server's id for the connection, 32 bits wide. It may be reused when the connection has ended. */
  readonly handle: number;
  /** Unique to this connection, as `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`. */
  readonly guid: string | undefined;
  readonly userName: string;
  /** The domain that authenticated the user. */
  readonly logonDomain: string;
  /** The NetBIOS name of the client's computer. */
  readonly computer: string;
  readonly interfaceName: string;
  /** The server's id for the interface. */
  readonly interface: number;
  readonly interfaceType: InterfaceType;
  /** SSTP, L2TP, PPTP and modems all carry PPP; the port shows which of them it is. */
  readonly type: 'ppp' | 'ikev2' | undefined;
  /** Whether the IKEv2 peer cannot be reached. The server keeps the connection, and the peer may be gone. */
  readonly isDormant: boolean | undefined;
  readonly quarantine: QuarantineState | undefined;
  /** When the server will disconnect it, while `quarantine` is 'probation'. */
  readonly probationEnds: Date | undefined;
  /** Seconds. */
  readonly connectDuration: number;
  /** By the clock of this machine: the time at which the answer was read, less the duration. */
  readonly start: Date;
  /** The server's IPv4 address in the tunnel. */
  readonly localAddress: string | undefined;
  /** The client's IPv4 address in the tunnel. */
  readonly remoteAddress: string | undefined;
  /** The client's IPv6 prefix, as in `2001:db8:0:1::/64`. */
  readonly ipv6Prefix: string | undefined;
  /** The server's public end of the tunnel, IPv4 or IPv6. */
  readonly localEndpoint: string | undefined;
  /** The client's public end of the tunnel, IPv4 or IPv6. */
  readonly remoteEndpoint: string | undefined;
  /** How often an IKEv2 client has moved to another network (MOBIKE). */
  readonly mobikeSwitches: number | undefined;
  readonly counters: Counters | undefined;
  /** How the server authenticated the client. */
  readonly authentication: Authentication | undefined;
  /** The cipher for the client's data; `undefined` if there is none or the server does not report it. */
  readonly encryption: Encryption | undefined;
  /** What was negotiated, in detail. */
  readonly projection: Projection | undefined;
}

/**
 * The connection that a call is about: a `Connection`, one of the simulator, or a copy of these fields that was
 * stored. Everything that the guard compares is among them.
 */
export type ConnectionReference = Pick<
  Connection,
  'server' | 'handle' | 'guid' | 'userName' | 'logonDomain' | 'computer' | 'connectDuration'
>;
