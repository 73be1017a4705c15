// A connection to a server, as the server tells of it at the best level that it has.

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

/** What is at the other end. A number that is newer than this package comes through as `unknown-<n>`. */
export type InterfaceType = (typeof interfaceTypes)[number] | `unknown-${number}`;

/** The quarantine states that have a name, at their number. */
export const quarantineStates = ['normal', 'quarantine', 'probation', 'not-capable'] as const;

export type QuarantineState = (typeof quarantineStates)[number] | `unknown-${number}`;

/**
 * A connection as it was when the server answered: plain data, a snapshot. What a server is too old to
 * tell is `undefined`: NT 4 tells who, from where and since when; Windows 2000 the addresses, the
 * counters and the GUID, too; Windows Server 2008 quarantine and IPv6; 2008 R2 all of it.
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
  /** SSTP, L2TP, PPTP and modems carry PPP; what kind of port it is stands on the port. */
  readonly type: 'ppp' | 'ikev2' | undefined;
  /** Whether the IKEv2 peer cannot be reached: the connection is kept for it, and may be a ghost. */
  readonly isDormant: boolean | undefined;
  readonly quarantine: QuarantineState | undefined;
  /** When the server will disconnect it, while `quarantine` is 'probation'. */
  readonly probationEnds: Date | undefined;
  /** Seconds. */
  readonly connectDuration: number;
  /** By the clock of this machine, when the answer was read: its time less the duration. */
  readonly start: Date;
  /** The server's IPv4 address in the tunnel. */
  readonly localAddress: string | undefined;
  /** The client's IPv4 address in the tunnel. */
  readonly remoteAddress: string | undefined;
  /** The client's IPv6 prefix, as in `2001:db8:0:1::/64`. */
  readonly ipv6Prefix: string | undefined;
  /** The server's end of the tunnel on the public side, IPv4 or IPv6. */
  readonly localEndpoint: string | undefined;
  /** The client's end of the tunnel on the public side, IPv4 or IPv6. */
  readonly remoteEndpoint: string | undefined;
  /** How often an IKEv2 client has moved to another network (MOBIKE). */
  readonly mobikeSwitches: number | undefined;
  readonly counters: Counters | undefined;
  /** How the server authenticated the client. */
  readonly authentication: Authentication | undefined;
  /** What encrypts the client's data; `undefined` for nothing and for what the server does not tell. */
  readonly encryption: Encryption | undefined;
  /** What was negotiated, in detail. */
  readonly projection: Projection | undefined;
}
