// Compares each reading of a server with the one before: readings in, changes out. Nothing here waits or
// calls a server, so tests can play any history through it.
//
// The order within a reading: sessions that ended, ports that were removed, ports that were added or changed
// their condition, and then sessions that began or changed. So on each port the old session ends before
// the condition changes, and the condition changes before the new session begins.

import type { Port } from '../ports/port.ts';
import type { Reading } from '../sessions/reading.ts';
import type { Session } from '../sessions/session.ts';
import type { WatchChange, WatchedSession } from './change.ts';
import { type Pairs, pairPorts, pairSessions, pairSessionsOnPorts } from './pairing.ts';
import { type Metered, meter } from './traffic.ts';

export class History {
  #reading: Reading;
  #meters: ReadonlyMap<Session, Metered>;
  #lost: WatchChange<'server-lost'> | undefined;

  /** Begins with the first reading, which `snapshot` reports. */
  constructor(first: Reading) {
    this.#reading = first;
    this.#meters = this.#read(first, new Map());
  }

  /** The state after the last reading that succeeded. */
  snapshot(missed: boolean): WatchChange<'snapshot'> {
    const { at, ports } = this.#reading;
    const sessions = this.#reading.sessions.map((session) => this.#watched(session));
    return { type: 'snapshot', at, ports, sessions, missed };
  }

  /** The change that reported the server as lost, until it is back. */
  get lost(): WatchChange<'server-lost'> | undefined {
    return this.#lost;
  }

  /** A reading failed. */
  lose(error: WatchChange<'server-lost'>['error'], at: Date): WatchChange[] {
    if (this.#lost !== undefined) return [];
    this.#lost = { type: 'server-lost', at, error };
    return [this.#lost];
  }

  /** A reading succeeded. */
  advance(now: Reading): WatchChange[] {
    const changes: WatchChange[] = [];
    if (this.#lost !== undefined) changes.push({ type: 'server-back', at: now.at });
    this.#lost = undefined;

    const before = this.#reading;
    const ports = pairPorts(before.ports, now.ports);
    const sameSessions = now.sessionsBy === 'port' ? pairSessionsOnPorts : pairSessions;
    const sessions = sameSessions(before.sessions, now.sessions, ports);
    const stayed = new Set(sessions.values());
    for (const session of before.sessions) {
      if (!stayed.has(session)) changes.push(this.#edge('disconnected', session, now.at));
    }

    const meters = this.#meters;
    this.#reading = now;
    this.#meters = this.#read(now, sessions);
    addPortChanges(before.ports, now, ports, changes);
    for (const session of now.sessions) {
      const was = sessions.get(session);
      if (was === undefined) changes.push(this.#edge('connected', session, now.at));
      else this.#addWhatHappened(was, meters.get(was), session, changes);
    }
    return changes;
  }

  #edge(type: 'connected' | 'disconnected', session: Session, at: Date): WatchChange {
    return { type, at, session: this.#watched(session) };
  }

  #addWhatHappened(
    was: Session,
    meteredThen: Metered | undefined,
    is: Session,
    changes: WatchChange[],
  ): void {
    const { at } = this.#reading;
    const metered = this.#meters.get(is);
    if (metered !== meteredThen && metered?.hasRestarted === true) {
      changes.push({ type: 'counters-restarted', at, session: this.#watched(is) });
    }
    if (hasRoamed(was, is)) {
      const before = withTraffic(was, meteredThen);
      changes.push({ type: 'roamed', at, session: this.#watched(is), before });
    }
    const wasDormant = was.connection?.isDormant;
    const isDormant = is.connection?.isDormant;
    if (isReported(wasDormant, isDormant) && wasDormant !== isDormant) {
      const type = isDormant ? 'dormant' : 'awake';
      changes.push({ type, at, session: this.#watched(is) });
    }
  }

  #read(reading: Reading, before: Pairs<Session>): ReadonlyMap<Session, Metered> {
    const meters = new Map<Session, Metered>();
    for (const session of reading.sessions) {
      const { counters } = session;
      const was = before.get(session);
      const earlier = was === undefined ? undefined : this.#meters.get(was);
      const metered = counters === undefined ? earlier : meter(earlier, counters);
      if (metered !== undefined) meters.set(session, metered);
    }
    return meters;
  }

  #watched(session: Session): WatchedSession {
    return withTraffic(session, this.#meters.get(session));
  }
}

function withTraffic(session: Session, metered: Metered | undefined): WatchedSession {
  return { ...session, traffic: metered?.traffic };
}

function addPortChanges(
  before: readonly Port[],
  now: Reading,
  pairs: Pairs<Port>,
  changes: WatchChange[],
): void {
  const { at } = now;
  const stayed = new Set(pairs.values());
  for (const port of before) {
    if (!stayed.has(port)) changes.push({ type: 'port-removed', at, port });
  }
  for (const port of now.ports) {
    const was = pairs.get(port);
    if (was === undefined) changes.push({ type: 'port-added', at, port });
    else if (was.condition !== port.condition) {
      changes.push({ type: 'port-condition', at, port, before: was });
    }
  }
}

function hasRoamed(was: Session, is: Session): boolean {
  const fields = [
    [was.remoteEndpoint, is.remoteEndpoint],
    [was.connection?.mobikeSwitches, is.connection?.mobikeSwitches],
  ] as const;
  return fields.some(([then, now]) => isReported(then, now) && then !== now);
}

/** Whether the server reported a field both times. Otherwise it cannot have changed. */
function isReported(was: unknown, is: unknown): boolean {
  return was !== undefined && is !== undefined;
}
