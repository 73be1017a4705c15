// Measures memory: of the process at rest, and of the result of an operation.
import { setTimeout as after } from 'node:timers/promises';

function memoryInUse() {
  for (let pass = 0; pass < 3; pass += 1) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The growth of the heap, and of the memory that it owns, while a listing is held. */
export async function heapGrowth(list) {
  const before = memoryInUse();
  const listing = await list();
  const growth = memoryInUse() - before;
  // Uses the listing once more; otherwise it could have been collected already.
  if (listing.length === 0) throw new Error('Nothing was listed');
  return growth;
}

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
