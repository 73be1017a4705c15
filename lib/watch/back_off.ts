// How long a watch waits before it asks a server again that has failed.

/** Milliseconds. The pause grows while the server is away, up to this. */
const LONGEST_BACK_OFF = 60_000;

/** Milliseconds: one interval after the first failure, then two, four, … */
export function backOff(interval: number, failures: number): number {
  return Math.min(interval * 2 ** (failures - 1), Math.max(interval, LONGEST_BACK_OFF));
}
