// What the process holds, at rest.
import { setTimeout as after } from 'node:timers/promises';

/** Bytes in memory after everything that can be collected was. */
export async function residentMemory() {
  for (let pass = 0; pass < 3; pass += 1) {
    globalThis.gc();
    await after(20);
  }
  return process.memoryUsage.rss();
}

/** Waits until nothing is under way any more, which threads and collectors decide. */
export async function settled(isDone, limit = 10_000) {
  for (let time = 0; time < limit && !isDone(); time += 50) {
    globalThis.gc();
    await after(50);
  }
}
