// Decides whether a listed session is the one that was seen before. Servers reuse handles, so every guard
// and every watch applies this rule. src/api applies it right before an action; both are tested against one
// table, test/sessions/same_session_cases.ts.
//
// A guard acts on the same session only. A watch, and a call that waits for a session to end, treat a
// doubtful session as the same: they must not report an end that did not happen.

import type { Connection } from '../connections/connection.ts';
import type { Port } from '../ports/port.ts';

export type Sameness = 'same' | 'doubtful' | 'another';

/** The fields that tell one connection from another. */
export type ConnectionIdentity = Pick<
  Connection,
  'handle' | 'guid' | 'userName' | 'logonDomain' | 'computer' | 'connectDuration'
>;

/** The fields that tell the session on a port from another. */
export type PortIdentity = Pick<
  Port,
  | 'name'
  | 'handle'
  | 'condition'
  | 'connection'
  | 'totalCalls'
  | 'connectDuration'
  | 'userName'
  | 'logonDomain'
  | 'computer'
  | 'sessionStart'
>;

const NO_GUID = '00000000-0000-0000-0000-000000000000';

// A server that computes seconds from its calendar clock may have had that clock set back a little.
const LITTLE_SECONDS = 2;

/** The GUID that tells a connection from all others, if the server gives it one. */
export function guidOf(connection: Pick<Connection, 'guid'> | undefined): string | undefined {
  return connection?.guid === NO_GUID ? undefined : connection?.guid;
}

/**
 * A GUID that is known both times decides; if its user has another name, the session is doubtful. Without a
 * GUID (NT 4), it is the same session if handle, user, domain and computer are the same, the duration has not
 * fallen, and at least one of its known ports still carries it.
 */
export function compareConnections(
  then: ConnectionIdentity,
  now: ConnectionIdentity,
  hasKeptAPort = true,
): Sameness {
  const isSameUser = then.userName === now.userName && then.logonDomain === now.logonDomain;
  const guid = guidOf(then);
  const guidNow = guidOf(now);
  if (guid !== undefined && guidNow !== undefined) {
    if (guid !== guidNow) return 'another';
    return isSameUser ? 'same' : 'doubtful';
  }
  const isAlike = then.handle === now.handle && isSameUser && then.computer === now.computer;
  if (!isAlike || !hasKeptAPort) return 'another';
  return compareDurations(then.connectDuration, now.connectDuration);
}

/**
 * A port by its handle. It carries the same session if name, connection and use are the same, no further call
 * was counted, and the duration of its connection has not fallen. A free port is the same if it is still
 * free and has taken no call.
 */
export function comparePorts(then: PortIdentity, now: PortIdentity): Sameness {
  const isAlike =
    then.name === now.name &&
    then.handle === now.handle &&
    then.connection === now.connection &&
    then.totalCalls === now.totalCalls &&
    isUsedAlike(then.condition, now.condition);
  if (!isAlike) return 'another';
  // No document says what the duration of an idle port means.
  if (then.connection === undefined) return 'same';
  return compareDurations(then.connectDuration, now.connectDuration);
}

/**
 * A port by its name, under rassapi, where ports have neither connections nor counts of calls. It carries the
 * same session if user, domain and computer are the same and the session did not begin later.
 */
export function compareUsersOnPorts(then: PortIdentity, now: PortIdentity): Sameness {
  const isAlike =
    then.name === now.name &&
    (then.userName ?? '') === (now.userName ?? '') &&
    (then.logonDomain ?? '') === (now.logonDomain ?? '') &&
    (then.computer ?? '') === (now.computer ?? '') &&
    isUsedAlike(then.condition, now.condition);
  if (!isAlike) return 'another';
  const later = secondsOf(now.sessionStart) - secondsOf(then.sessionStart);
  return compareTimes(later);
}

function secondsOf(start: Date | undefined): number {
  return Math.floor(Number(start ?? 0) / 1000);
}

function compareTimes(later: number): Sameness {
  if (later <= 0) return 'same';
  return later > LITTLE_SECONDS ? 'another' : 'doubtful';
}

function compareDurations(then: number, now: number): Sameness {
  return compareTimes(then - now);
}

const inUse: readonly string[] = ['calling-back', 'authenticating', 'authenticated'];

function isUsedAlike(then: Port['condition'], now: Port['condition']): boolean {
  if (then.startsWith('unknown-') || now.startsWith('unknown-')) return true;
  return inUse.includes(then) === inUse.includes(now);
}
