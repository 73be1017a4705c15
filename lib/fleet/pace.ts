// When the servers of a fleet are asked. Each has a place of its own in the interval, so that their answers do not
// arrive all at once, and those that failed do not come back all at once.

import { backOff } from '../watch/back_off.ts';

/** Milliseconds between the first connects to two servers, unless the interval is too short for that. */
const BETWEEN_CONNECTS = 20;

/** Milliseconds until the first connect to a server of so many. */
export function firstDelay(index: number, count: number, interval: number): number {
  return index * Math.min(BETWEEN_CONNECTS, interval / count);
}

/**
 * Milliseconds until a server's next place in the interval, `now` after the watch began. It is never sooner than half
 * an interval, so that a server that answers slowly gets a rest.
 */
export function untilPlace(index: number, count: number, interval: number, now: number): number {
  const place = (index * interval) / count;
  const until = interval - ((((now - place) % interval) + interval) % interval);
  return until < interval / 2 ? until + interval : until;
}

/** Milliseconds until a server that failed so many times in a row is asked again: from half the pause to all of it. */
export function untilRetry(interval: number, failures: number, random: () => number): number {
  return backOff(interval, failures) * (1 - random() / 2);
}
