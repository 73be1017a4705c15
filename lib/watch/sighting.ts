// What a watch has seen of a server in one reading.
//
// Most of a server is the same from one reading to the next, but for durations and counters. A port or session that is
// the same stays the same object here, whose data is read from the rows of the last answer when somebody asks. So an
// unchanged reading makes no new objects, and whoever compares two readings looks only at what is new and what is gone.

import type { Interface } from '../interfaces/interface.ts';
import type { Counters } from '../ports/counters.ts';
import type { Port } from '../ports/port.ts';
import type { Session } from '../sessions/session.ts';
import type { Meter } from './traffic.ts';

export interface Seen<Thing> {
  /** The number of the first reading that had it. */
  readonly first: number;
  /** The number of the last. */
  readonly last: number;
  /** As the last reading had it. */
  readonly data: Thing;
}

export interface SeenPort extends Seen<Port> {}

export interface SeenSession extends Seen<Session> {
  readonly ports: readonly SeenPort[];
  /** To be read before anything else is. */
  readonly counters: Counters | undefined;
  /** Kept by the history for as long as the session lasts. */
  meter: Meter | undefined;
}

export interface Sighting {
  /** Each reading of a server has a higher number than the one before. */
  readonly number: number;
  /** When the server had answered, by the clock of this machine. */
  readonly at: Date;
  readonly ports: readonly SeenPort[];
  readonly sessions: readonly SeenSession[];
  /** What identifies a session: rassapi has no connections, only users on ports. */
  readonly sessionsBy: 'handle' | 'port';
  /** `undefined` if they are not watched, or there are none. */
  readonly interfaces?: readonly Interface[] | undefined;
}
