// Keeps the event loop from falling asleep while short calls follow one another. Where waking a
// processor is slow, as in virtual machines, it takes far longer than such a call: the reply would
// lie there for most of the time. The loop goes on with its turns, so nothing else has to wait, and
// after a moment without a further call it may sleep.

import { availableParallelism } from 'node:os';

/** Calls to another machine take longer, and have nothing to win. */
const QUICK = 0.2;
const AWAKE = 0.05;

let lastCall = Number.NEGATIVE_INFINITY;
let end = 0;
let isAwake = false;
let hasProcessors: boolean | undefined;

/** To be called with every operation that begins. */
export function stayAwake(): void {
  const now = performance.now();
  const isQuick = now - lastCall < QUICK;
  lastCall = now;
  if (!isQuick) return;
  // With a single processor the loop would only be in the way of the thread that makes the call.
  hasProcessors ??= availableParallelism() > 1;
  if (!hasProcessors) return;
  end = now + AWAKE;
  if (isAwake) return;
  isAwake = true;
  setImmediate(takeTurn);
}

function takeTurn(): void {
  isAwake = performance.now() < end;
  if (isAwake) setImmediate(takeTurn);
}
