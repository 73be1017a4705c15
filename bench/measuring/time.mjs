// How long an operation takes, and what of that the main thread has to do.
import { performance } from 'node:perf_hooks';
import { loadNative } from '../native/build.mjs';

const { threadTime } = loadNative();

/**
 * The whole time until the promise is fulfilled, and the processor time that the main thread used
 * meanwhile, both in nanoseconds. The latter counts all that the thread did: arguments, turns of the
 * event loop, results, its part of garbage collection; but not its waiting.
 */
export async function timed(operation) {
  const usedBefore = threadTime();
  const begin = performance.now();
  const result = await operation();
  const whole = (performance.now() - begin) * 1e6;
  return { result, whole, mainThread: threadTime() - usedBefore };
}
