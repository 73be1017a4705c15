// Pairs the ports and sessions that have changed from one reading to the next. Handles are not enough: a server
// reuses them, and a restart of the service changes all of them. lib/sessions/same_session.ts decides
// whether two sessions are one.

import type { Port } from '../ports/port.ts';
import {
  type ConnectionIdentity,
  compareConnections,
  comparePorts,
  compareUsersOnPorts,
  guidOf,
} from '../sessions/same_session.ts';
import type { SeenPort, SeenSession } from './sighting.ts';

/** For each thing of the later reading, the same thing in the earlier one. */
export type Pairs<Thing> = ReadonlyMap<Thing, Thing>;

/** A port is the same if it has the same name. Among ports of one name, handle and order decide. */
export function pairPorts(before: readonly SeenPort[], now: readonly SeenPort[]): Pairs<SeenPort> {
  const isSame = ({ data: was }: SeenPort, { data: is }: SeenPort) =>
    was.handle === is.handle && was.name === is.name;
  let { pairs, lost, found } = pairInPlace(before, now, isSame);
  for (const key of [keyOf, nameOf]) {
    const candidates = new Map<string, SeenPort[]>();
    for (const was of lost) {
      const others = candidates.get(key(was.data));
      if (others === undefined) candidates.set(key(was.data), [was]);
      else others.push(was);
    }
    found = found.filter((is) => {
      const was = candidates.get(key(is.data))?.shift();
      if (was !== undefined) pairs.set(is, was);
      return was === undefined;
    });
    lost = [...candidates.values()].flat();
  }
  return pairs;
}

/** Most things stand at the same place in both readings: comparing those first is quick. */
function pairInPlace<Thing>(
  before: readonly Thing[],
  now: readonly Thing[],
  isSame: (was: Thing, is: Thing) => boolean,
): { pairs: Map<Thing, Thing>; lost: Thing[]; found: Thing[] } {
  const pairs = new Map<Thing, Thing>();
  const lost: Thing[] = [];
  const found: Thing[] = [];
  for (let index = 0; index < Math.max(before.length, now.length); index += 1) {
    const was = before[index];
    const is = now[index];
    if (was !== undefined && is !== undefined && isSame(was, is)) {
      pairs.set(is, was);
      continue;
    }
    if (was !== undefined) lost.push(was);
    if (is !== undefined) found.push(is);
  }
  return { pairs, lost, found };
}

function keyOf(port: Port): string {
  return `${port.handle} ${port.name}`;
}

function nameOf(port: Port): string {
  return port.name;
}

/**
 * Pairs sessions by their connections: by the GUID, otherwise by the handle. A GUID that several sessions
 * have is ignored.
 */
export function pairSessions(
  before: readonly SeenSession[],
  now: readonly SeenSession[],
  portPairs: Pairs<SeenPort>,
): Pairs<SeenSession> {
  const { pairs, lost, found } = pairInPlace(before, now, hasSameGuidAndHandle);
  const lostByGuid = byGuid(lost);
  const foundByGuid = byGuid(found);
  for (const [guid, is] of foundByGuid) {
    const was = lostByGuid.get(guid);
    if (was !== undefined) pairs.set(is, was);
  }
  const taken = new Set(found.map((is) => pairs.get(is)));
  const lostByHandle = new Map(lost.map((session) => [session.data.connection?.handle, session]));
  for (const is of found) {
    const was = lostByHandle.get(is.data.connection?.handle);
    if (was === undefined || taken.has(was) || pairs.has(is)) continue;
    const then = identityOf(was, lostByGuid);
    const current = identityOf(is, foundByGuid);
    if (then === undefined || current === undefined) continue;
    if (compareConnections(then, current, keepsAPort(was, is, portPairs)) !== 'another') {
      pairs.set(is, was);
    }
  }
  return pairs;
}

function hasSameGuidAndHandle(
  { data: { connection: was } }: SeenSession,
  { data: { connection: is } }: SeenSession,
): boolean {
  const guid = guidOf(was);
  return guid !== undefined && guid === guidOf(is) && was?.handle === is?.handle;
}

function identityOf(
  session: SeenSession,
  known: ReadonlyMap<string, SeenSession>,
): ConnectionIdentity | undefined {
  const { connection } = session.data;
  const isKnown = known.get(guidOf(connection) ?? '') === session;
  return isKnown || connection === undefined ? connection : { ...connection, guid: undefined };
}

/** The sessions by GUID, without GUIDs that several sessions have. */
function byGuid(sessions: readonly SeenSession[]): ReadonlyMap<string, SeenSession> {
  const known = new Map<string, SeenSession>();
  const repeated = new Set<string>();
  for (const session of sessions) {
    const guid = guidOf(session.data.connection);
    if (guid === undefined) continue;
    if (known.has(guid)) repeated.add(guid);
    known.set(guid, session);
  }
  for (const guid of repeated) known.delete(guid);
  return known;
}

// A multilink connection may gain and lose links, but must keep at least one. A connection that is just
// beginning or ending is on no port, so there is nothing to compare.
function keepsAPort(was: SeenSession, is: SeenSession, portPairs: Pairs<SeenPort>): boolean {
  if (was.ports.length === 0 || is.ports.length === 0) return true;
  return is.ports.some((port) => {
    // A port that is in both has not changed.
    if (was.ports.includes(port)) return true;
    const earlier = portPairs.get(port);
    return (
      earlier !== undefined &&
      was.ports.includes(earlier) &&
      comparePorts(earlier.data, port.data) !== 'another'
    );
  });
}

/** Pairs sessions by the ports of their users, where there are no connections. */
export function pairSessionsOnPorts(
  before: readonly SeenSession[],
  now: readonly SeenSession[],
  portPairs: Pairs<SeenPort>,
): Pairs<SeenSession> {
  const beforeByPort = new Map(before.map((session) => [session.ports[0], session]));
  const pairs = new Map<SeenSession, SeenSession>();
  for (const is of now) {
    const [port] = is.ports;
    const earlier = port === undefined ? undefined : portPairs.get(port);
    const was = beforeByPort.get(earlier);
    if (port === undefined || earlier === undefined || was === undefined) continue;
    if (compareUsersOnPorts(earlier.data, port.data) !== 'another') pairs.set(is, was);
  }
  return pairs;
}
