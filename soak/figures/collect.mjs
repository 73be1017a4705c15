// Collects garbage, however Node was started.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** @type {(how?: { type: 'major', execution: 'sync', flavor: 'last-resort' }) => void} */
const gc = runInNewContext('gc');

// Otherwise V8 adds the function to each new context, and complains on the standard output if a worker
// is terminated meanwhile.
setFlagsFromString('--no-expose-gc');

export function collect() {
  gc();
}

/**
 * Collects as if memory had run out: V8 then also releases the pages that it keeps for later, some 30 MiB. V8 of
 * Node 20 only collects.
 */
export function collectAll() {
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
