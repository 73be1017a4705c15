// Compares each sighting of a server with the one before: sightings in, changes out. Nothing here waits or
// calls a server, so tests can play any history through it.
//
// The order within a reading: sessions that ended, ports that were removed, ports that were added or changed
// their condition, and then sessions that began or changed. So on each port the old session ends before
// the condition changes, and the condition changes before the new session begins. Interfaces come last.

import type { Session } from '../sessions/session.ts';
import type { WatchChange, WatchChanges, WatchedSession } from './change.ts';
import { interfaceChanges } from './interfaces.ts';
import type { Readings } from './options.ts';
import { type Pairs, pairPorts, pairSessions, pairSessionsOnPorts } from './pairing.ts';
import type { Seen, SeenPort, SeenSession, Sighting } from './sighting.ts';
import { Tally } from './tally.ts';

export class History {
  #sighting: Sighting;
  #lost: WatchChange<'server-lost'> | undefined;
  #reading: WatchChange<'reading'> | undefined;
  readonly #since: Date;
  readonly #tally = new Tally();

  /** Begins with the first sighting, which `snapshot` reports. */
  constructor(first: Sighting) {
    this.#sighting = first;
    this.#since = first.at;
    for (const session of first.sessions) this.#tally.find(session);
  }

  /** The state after the last reading that succeeded. */
  snapshot(missed: boolean): WatchChange<'snapshot'> {
    const { at } = this.#sighting;
    const ports = this.#sighting.ports.map(({ data }) => data);
    const sessions = this.#sighting.sessions.map(watched);
    return { type: 'snapshot', at, ports, sessions, ...interfacesIn(this.#sighting), missed };
  }

  /** Reports the last reading as a whole; `took` is how long it took in milliseconds. */
  readingOf(took: number, readings: Readings): WatchChange<'reading'> {
    const sighting = this.#sighting;
    const sessions = readings === 'sessions' ? sighting.sessions.map(watched) : undefined;
    const { at } = sighting;
    const totals = this.#tally.totalsOf(sighting);
    this.#reading = {
      ...{ type: 'reading', at, since: this.#since, took, ...totals, sessions },
      ...interfacesIn(sighting),
    };
    return this.#reading;
  }

  /** The last reading that was reported as a whole. */
  get reading(): WatchChange<'reading'> | undefined {
    return this.#reading;
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
  advance(now: Sighting): WatchChange[] {
    const changes: WatchChange[] = [];
    if (this.#lost !== undefined) changes.push({ type: 'server-back', at: now.at });
    this.#lost = undefined;

    const before = this.#sighting;
    this.#sighting = now;
    const lostPorts = lostOf(before.ports, now);
    const foundPorts = foundOf(now.ports, now);
    const ports = pairPorts(lostPorts, foundPorts);
    const lost = lostOf(before.sessions, now);
    const found = foundOf(now.sessions, now);
    const sameSessions = now.sessionsBy === 'port' ? pairSessionsOnPorts : pairSessions;
    const sessions = sameSessions(lost, found, ports);
    const stayed = new Set(sessions.values());
    for (const session of lost) {
      if (stayed.has(session)) continue;
      this.#tally.end(session);
      changes.push(edge('disconnected', session, now.at));
    }
    addPortChanges(lostPorts, foundPorts, ports, now.at, changes);
    for (const session of now.sessions) {
      if (session.first !== now.number) this.#addRestart(session, session, now.at, changes);
      else this.#addWhatHappened(sessions.get(session), session, now.at, changes);
    }
    changes.push(...interfaceChanges(before.interfaces, now.interfaces, now.at));
    return detached(changes, now);
  }

  #addWhatHappened(
    was: SeenSession | undefined,
    is: SeenSession,
    at: Date,
    changes: WatchChange[],
  ): void {
    if (was === undefined) {
      this.#tally.begin(is);
      changes.push(edge('connected', is, at));
      return;
    }
    const before = hasRoamed(was.data, is.data) ? watched(was) : undefined;
    this.#addRestart(is, was, at, changes);
    if (before !== undefined) changes.push({ type: 'roamed', at, session: watched(is), before });
    const wasDormant = was.data.connection?.isDormant;
    const isDormant = is.data.connection?.isDormant;
    if (isReported(wasDormant, isDormant) && wasDormant !== isDormant) {
      changes.push({ type: isDormant ? 'dormant' : 'awake', at, session: watched(is) });
    }
  }

  #addRestart(session: SeenSession, was: SeenSession, at: Date, changes: WatchChange[]): void {
    if (!this.#tally.goOn(session, was)) return;
    changes.push({ type: 'counters-restarted', at, session: watched(session) });
  }
}

function interfacesIn({ interfaces }: Sighting): Pick<WatchChanges['reading'], 'interfaces'> {
  return interfaces === undefined ? {} : { interfaces };
}

/** The things of the sighting before that are gone, or are no longer the same. */
function lostOf<Thing extends Seen<unknown>>(before: readonly Thing[], now: Sighting): Thing[] {
  return before.filter(({ last }) => last !== now.number);
}

/** The things that are new, or are no longer the same. */
function foundOf<Thing extends Seen<unknown>>(things: readonly Thing[], now: Sighting): Thing[] {
  return things.filter(({ first }) => first === now.number);
}

function edge(type: 'connected' | 'disconnected', session: SeenSession, at: Date): WatchChange {
  return { type, at, session: watched(session) };
}

function watched({ data, meter }: SeenSession): WatchedSession {
  return { ...data, traffic: meter?.traffic };
}

function addPortChanges(
  lost: readonly SeenPort[],
  found: readonly SeenPort[],
  pairs: Pairs<SeenPort>,
  at: Date,
  changes: WatchChange[],
): void {
  const stayed = new Set(pairs.values());
  for (const port of lost) {
    if (!stayed.has(port)) changes.push({ type: 'port-removed', at, port: port.data });
  }
  for (const is of found) {
    const was = pairs.get(is);
    const { data: port } = is;
    if (was === undefined) changes.push({ type: 'port-added', at, port });
    else if (was.data.condition !== port.condition) {
      changes.push({ type: 'port-condition', at, port, before: was.data });
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

/**
 * V8 cuts a text from a longer one without copying it, so one session would keep the texts of the whole reading
 * alive, and a program may keep it for days. So the changes of a reading are copied, unless they are a large part of it.
 */
function detached(changes: WatchChange[], { ports, sessions }: Sighting): WatchChange[] {
  const isLargePart = changes.length > (ports.length + sessions.length) / 4;
  return isLargePart ? changes : changes.map((change) => structuredClone(change));
}
