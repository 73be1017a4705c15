// Connections that look dead, each with the reasons. A server may list a client long after it has left.

import { setTimeout as pause } from 'node:timers/promises';
import type { RasServer } from '../../server.ts';
import type { Session } from '../../sessions/session.ts';
import { isSuccessor } from '../../sessions/successor.ts';
import { usage } from '../complaint.ts';
import { sessionsOn } from '../people/people.ts';
import type { Servers } from '../servers/servers.ts';
import { milliseconds } from '../units.ts';
import type { Filter } from './filter.ts';

export interface ReasonOptions {
  /** Seconds: an age beyond this is a reason. */
  readonly maxAge: number | undefined;
  /** How often the counters are read. A connection that carried no byte meanwhile is idle. */
  readonly samples: number | undefined;
  /** Seconds from one sample to the next. */
  readonly every: number | undefined;
}

export type Reason = 'dormant' | 'duplicate' | 'idle' | 'age';

export interface StaleSession {
  readonly session: Session;
  readonly reasons: readonly Reason[];
}

const TEN_SECONDS = 10;

export function checkReasons({ samples, every }: ReasonOptions): void {
  if (every !== undefined && samples === undefined) {
    throw usage('--every is the time between two --samples, and there are none.');
  }
}

export async function staleSessions(
  servers: Servers,
  server: RasServer,
  filter: Filter,
  options: ReasonOptions,
): Promise<StaleSession[]> {
  const first = await sessionsOn(servers, server);
  const [now, idle] = await sampled(servers, server, first, options);
  return now
    .map((session) => {
      const reasons = reasonsOf(session, now, options);
      if (idle.has(keyOf(session))) reasons.push('idle');
      return { session, reasons };
    })
    .filter(({ session, reasons }) => reasons.length > 0 && filter.hasSession(session));
}

/** All but `idle`, which takes time to find out. */
export function reasonsOf(
  session: Session,
  all: readonly Session[],
  { maxAge }: Pick<ReasonOptions, 'maxAge'>,
): Reason[] {
  const { connection, connectDuration } = session;
  const reasons: Reason[] = [];
  if (connection?.isDormant === true) reasons.push('dormant');
  if (all.some((other) => isSuccessor(other, session))) reasons.push('duplicate');
  if (maxAge !== undefined && connectDuration !== undefined && connectDuration >= maxAge) {
    reasons.push('age');
  }
  return reasons;
}

/** The connections at the end of the samples, and those that carried nothing from first to last. */
async function sampled(
  servers: Servers,
  server: RasServer,
  first: readonly Session[],
  { samples = 0, every = TEN_SECONDS }: ReasonOptions,
): Promise<[readonly Session[], ReadonlySet<string>]> {
  let now = first;
  // A connection without counters may have carried anything.
  let idle = new Set(samples < 2 ? [] : first.filter(hasCounters).map(keyOf));
  for (let sample = 1; sample < samples; sample += 1) {
    await pause(milliseconds(every), undefined, { signal: servers.world.interrupt });
    const before = new Map(now.map((session) => [keyOf(session), carried(session)]));
    now = await sessionsOn(servers, server);
    const same = now
      .filter((session) => before.get(keyOf(session)) === carried(session))
      .map(keyOf);
    idle = new Set(same.filter((key) => idle.has(key)));
  }
  return [now, idle];
}

function hasCounters({ counters }: Session): boolean {
  return counters !== undefined;
}

// Without a GUID, a handle that was reused between two samples must not count as the same connection.
function keyOf({ connection, ports, logonDomain, userName }: Session): string {
  const place = connection?.handle ?? ports[0]?.name;
  return connection?.guid ?? JSON.stringify([place, logonDomain, userName]);
}

function carried({ counters }: Session): string {
  return `${counters?.bytesSent} ${counters?.bytesReceived}`;
}
