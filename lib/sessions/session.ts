// A session: a user on a server, with whatever carries it.

import type { Connection } from '../connections/connection.ts';
import type { Counters } from '../ports/counters.ts';
import type { Port } from '../ports/port.ts';

/**
 * A user on a server, as it was when the server answered: plain data, a snapshot. Under `mprapi` and `nt4` a
 * session is a connection with its ports, under `rassapi` a port with its user. Fields that a server does not
 * report are `undefined`.
 */
export interface Session {
  /** The name of the server, as `RasServer.name` gives it; '' for the local server. */
  readonly server: string;
  readonly userName: string;
  /** The domain that authenticated the user. */
  readonly logonDomain: string;
  /** The NetBIOS name of the client's computer. */
  readonly computer: string;
  /** The `type` of the connection. The device of a port shows which tunnel carries it. */
  readonly type: Connection['type'];
  /**
   * The ports that carry it: several in a multilink connection, exactly one under `rassapi`. It can be empty
   * while a session begins or ends, because a server lists ports and connections one after the other.
   */
  readonly ports: readonly Port[];
  /** All that the server reports about the connection; `undefined` under `rassapi`, which has none. */
  readonly connection: Connection | undefined;
  /** Seconds. `undefined` if `rassapi` reports no start. */
  readonly connectDuration: number | undefined;
  /**
   * When it began. With a connection, it is computed by the clock of this machine from the duration. Under
   * `rassapi` the server reports it, by its own clock, or not at all.
   */
  readonly start: Date | undefined;
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
  readonly counters: Counters | undefined;
}
