// The conditions that figures must meet.

/** A figure that must not be above its limit. */
export function atMost(limit, measured, claim) {
  return { claim, measured, limit, passed: measured <= limit };
}

/** A condition without a figure. */
export function mustHold(holds, claim) {
  return { claim, passed: holds };
}

/** In fewer minutes the growth of a process cannot be told from the garbage collector's to and fro. */
const MINUTES_FOR_GROWTH = 5;

/**
 * What happens between two readings before the growth is measured. In a new process the sessions lie in memory in the
 * order in which they were made; when most have been replaced three times, memory is as scattered as it will be.
 */
export function warmUpFor(minutes) {
  return { share: 0.1, rounds: minutes < MINUTES_FOR_GROWTH ? 0 : 30 };
}

/** The growth of RSS while something was watched, if that was long enough to tell. */
export function growthOfRss(perMinute, minutes, name) {
  if (minutes < MINUTES_FOR_GROWTH) return [];
  return [atMost(0.5, perMinute, `${name}: growth of RSS, MB a minute`)];
}
