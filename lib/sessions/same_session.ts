// Whether what a server lists now is still the session that was seen before. Servers reuse handles, so this
// is the rule of every guard and of every watch. src/api applies it right before an action; both are
// tested against one table, test/sessions/same_session_cases.ts.
//
// A guard acts on the same session only. A watch, and whoever waits for a session to end, follow one in
// doubt: to tell of an end that did not happen would be wrong, too.

import type { Connection } from '../connections/connection.ts';
import type { Port } from '../ports/port.ts';

export type Sameness = 'same' | 'doubtful' | 'another';

/** What tells one connection from another. */
export type ConnectionIdentity = Pick<
  Connection,
  'handle' | 'guid' | 'userName' | 'logonDomain' | 'computer' | 'connectDuration'
>;

/** What tells the session on a port from another. */
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

// A server that counts seconds from its calendar may be set back a little.
const LITTLE_SECONDS = 2;

/** The GUID that tells a connection from all others, if the server gives it one. */
export function guidOf({ guid }: Pick<Connection, 'guid'>): string | undefined {
  return guid === NO_GUID ? undefined : guid;
}

/**
 * A GUID that is known both times decides; that its user has another name meanwhile leaves a doubt. Without
 * one (NT 4) it is the same session under the same handle while user, domain and computer are, the
 * duration has not fallen, and, as far as ports are known, one of them at least carries it still.
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
 * A port by its handle: it carries the same session while name, connection and use are the same, no other
 * call was counted, and the duration of a connection has not fallen. A free port is the same while it
 * is free and has taken no call.
 */
export function comparePorts(then: PortIdentity, now: PortIdentity): Sameness {
  const isAlike =
    then.name === now.name &&
    then.handle === now.handle &&
    then.connection === now.connection &&
    then.totalCalls === now.totalCalls &&
    isUsedAlike(then.condition, now.condition);
  if (!isAlike) return 'another';
  // What the duration of an idle port means is documented nowhere.
  if (then.connection === undefined) return 'same';
  return compareDurations(then.connectDuration, now.connectDuration);
}

/**
 * A port by its name, under rassapi, where ports have neither connections nor counts of calls: it carries
 * the same session while user, domain and computer are the same, and the session has not begun later.
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
