// Measures the duration of an operation, and the part that the main thread has to do.
import { performance } from 'node:perf_hooks';
import { loadNative } from '../native/build.mjs';

/** The processor time of this thread so far, in nanoseconds. */
export const { threadTime } = loadNative();

/**
 * The whole time until the promise is fulfilled, and the processor time of the main thread in that time, both in
 * nanoseconds. The latter counts all work of the thread: arguments, turns of the event loop, results and its part
 * of garbage collection, but not its waiting.
 */
export async function timed(operation) {
  const usedBefore = threadTime();
  const begin = performance.now();
  const result = await operation();
  const whole = (performance.now() - begin) * 1e6;
  return { result, whole, mainThread: threadTime() - usedBefore };
}
