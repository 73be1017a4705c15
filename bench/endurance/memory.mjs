// The memory of the process at rest.
import { setTimeout as after } from 'node:timers/promises';

/** Resident bytes after a full garbage collection. */
export async function residentMemory() {
  for (let pass = 0; pass < 3; pass += 1) {
    globalThis.gc();
    await after(20);
  }
  return process.memoryUsage.rss();
}

/** Waits until `isDone`, which depends on threads and the garbage collector. */
export async function settled(isDone, limit = 10_000) {
  for (let time = 0; time < limit && !isDone(); time += 50) {
    globalThis.gc();
    await after(50);
  }
}
