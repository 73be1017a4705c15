// Counts what the readings of a watch show: the sessions, ports and users of the last one, and the totals of all.

import { type PortState, portStateOf } from '../ports/state.ts';
import { callerKey, countSucceeded } from '../sessions/successor.ts';
import { type Tunnel, tunnelOf, tunnels } from '../sessions/tunnel.ts';
import { Account } from './account.ts';
import type { DeviceReading, WatchChanges } from './change.ts';
import type { SeenPort, SeenSession, Sighting } from './sighting.ts';
import { Meter } from './traffic.ts';

type Totals = Omit<WatchChanges['reading'], 'since' | 'took' | 'sessions' | 'interfaces'>;

/** What a session is counted under. It stays the same as long as the session and its ports do. */
interface SessionPlace {
  readonly ports: readonly SeenPort[];
  readonly tunnel: Tunnel;
  readonly user: string;
  readonly caller: string | undefined;
  readonly isDormant: boolean | undefined;
}

interface PortPlace {
  readonly device: string;
  readonly state: PortState;
}

export class Tally {
  readonly #accounts: Readonly<Record<Tunnel, Account>>;
  #restarts = 0;
  readonly #sessions = new WeakMap<SeenSession, SessionPlace>();
  readonly #ports = new WeakMap<SeenPort, PortPlace>();
  readonly #devices = new Map<string, string>();

  constructor() {
    const accounts = tunnels.map((tunnel) => [tunnel, new Account()]);
    this.#accounts = Object.fromEntries(accounts);
  }

  /** A session was there before the watch began, so nothing that it has carried by now counts. */
  find(session: SeenSession): void {
    this.#meter(session);
  }

  begin(session: SeenSession): void {
    const account = this.#meter(session);
    account.connects += 1;
    if (session.counters !== undefined) account.add(session.counters);
  }

  /** A session goes on from what it was. Returns whether its counters were cleared meanwhile. */
  goOn(session: SeenSession, was: SeenSession): boolean {
    // Read first, because they are the counters of the last row that was read.
    const { counters } = session;
    const { meter } = was;
    session.meter = meter;
    if (counters === undefined) return false;
    if (meter === undefined) {
      this.#meter(session);
      return false;
    }
    const hasRestarted = meter.advance(counters);
    if (hasRestarted) this.#restarts += 1;
    if (session !== was || session.ports !== meter.ports) {
      // What comes next counts under the tunnel that is known by now.
      meter.account = this.#accountOf(session);
      meter.ports = session.ports;
    }
    return hasRestarted;
  }

  end(session: SeenSession): void {
    this.#accountOf(session).disconnects += 1;
  }

  totalsOf({ ports, sessions }: Sighting): Totals {
    const connections = new Map<Tunnel, number>();
    const users = new Set<string>();
    const callers = new Map<string, SeenSession[]>();
    let dormant: number | undefined = sessions.length === 0 ? 0 : undefined;
    for (const session of sessions) {
      const { tunnel, user, caller, isDormant } = this.#placeOf(session);
      connections.set(tunnel, (connections.get(tunnel) ?? 0) + 1);
      if (user !== '') users.add(user);
      if (isDormant !== undefined) dormant = (dormant ?? 0) + Number(isDormant);
      if (caller === undefined) continue;
      const others = callers.get(caller);
      if (others === undefined) callers.set(caller, [session]);
      else others.push(session);
    }
    let duplicates = 0;
    for (const group of callers.values()) {
      if (group.length > 1) duplicates += countSucceeded(group.map(({ data }) => data));
    }
    return {
      devices: this.#devicesOf(ports),
      tunnels: tunnels.map((tunnel) => {
        const { connects, disconnects, carried } = this.#accounts[tunnel];
        const now = connections.get(tunnel) ?? 0;
        return { tunnel, connections: now, connects, disconnects, carried };
      }),
      dormant,
      duplicates,
      users: users.size,
      counterRestarts: this.#restarts,
    };
  }

  #meter(session: SeenSession): Account {
    const account = this.#accountOf(session);
    // Another row may have been read for the account.
    const { counters } = session;
    if (counters === undefined) return account;
    session.meter = new Meter(counters, account);
    session.meter.ports = session.ports;
    return account;
  }

  #accountOf(session: SeenSession): Account {
    return this.#accounts[this.#placeOf(session).tunnel];
  }

  #placeOf(session: SeenSession): SessionPlace {
    const known = this.#sessions.get(session);
    if (known !== undefined && known.ports === session.ports) return known;
    const { data, ports } = session;
    const { userName, logonDomain, connection } = data;
    const place = {
      ports,
      tunnel: tunnelOf(data),
      user: userName === '' ? '' : JSON.stringify([logonDomain, userName].map(folded)),
      caller: callerKey(data),
      isDormant: connection?.isDormant,
    };
    this.#sessions.set(session, place);
    return place;
  }

  #devicesOf(ports: readonly SeenPort[]): DeviceReading[] {
    const devices = new Map<string, { device: string } & Record<PortState, number>>();
    for (const port of ports) {
      const { device, state } = this.#portPlaceOf(port);
      let counted = devices.get(device);
      if (counted === undefined) {
        counted = { device, free: 0, in_use: 0, disabled: 0, other: 0 };
        devices.set(device, counted);
      }
      counted[state] += 1;
    }
    return [...devices.values()];
  }

  #portPlaceOf(port: SeenPort): PortPlace {
    const known = this.#ports.get(port);
    if (known !== undefined) return known;
    const { data } = port;
    const place = { device: this.#ownText(data.deviceName), state: portStateOf(data) };
    this.#ports.set(port, place);
    return place;
  }

  /** A copy: V8 cuts a text from a longer one, which would stay alive with all texts of its reading. */
  #ownText(text: string): string {
    const known = this.#devices.get(text);
    if (known !== undefined) return known;
    const own = structuredClone(text);
    this.#devices.set(own, own);
    return own;
  }
}

function folded(text: string): string {
  return text.toLowerCase();
}
