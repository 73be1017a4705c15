// The conditions that figures must meet.

/** A figure that must not be above its limit. */
export function atMost(limit, measured, claim) {
  return { claim, measured, limit, passed: measured <= limit };
}

/** A condition without a figure. */
export function mustHold(holds, claim) {
  return { claim, passed: holds };
}

/** In fewer minutes a process still grows to its usual size. */
const MINUTES_FOR_GROWTH = 5;

/** The growth of RSS while something was watched, if that was long enough to tell. */
export function growthOfRss(perMinute, minutes, name) {
  if (minutes < MINUTES_FOR_GROWTH) return [];
  return [atMost(0.5, perMinute, `${name}: growth of RSS, MB a minute`)];
}
