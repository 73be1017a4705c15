// Keeps the event loop awake while short calls follow one another. Waking a processor can take far longer
// than such a call, as in virtual machines, and the reply would wait for it. The loop goes on with its
// turns, so nothing else is delayed. It may sleep again after a moment without a call.

import { availableParallelism } from 'node:os';

/** Milliseconds. Calls to another machine take longer and gain nothing. */
const QUICK = 0.2;
const AWAKE = 0.05;

let lastCall = Number.NEGATIVE_INFINITY;
let end = 0;
let isAwake = false;
let hasProcessors: boolean | undefined;

/** Called with every operation that begins. */
export function stayAwake(): void {
  const now = performance.now();
  const isQuick = now - lastCall < QUICK;
  lastCall = now;
  if (!isQuick) return;
  // On a single processor, a busy loop would delay the thread that makes the call.
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
