// Collects what nobody holds any more, however Node was started.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** @type {(how?: { type: 'major', execution: 'sync', flavor: 'last-resort' }) => void} */
const gc = runInNewContext('gc');

// Else V8 gives it to each context that comes, and says on the standard output that it could not where a worker
// is terminated meanwhile.
setFlagsFromString('--no-expose-gc');

export function collect() {
  gc();
}

/**
 * Collects as if memory had run out: V8 then gives back also the pages that it keeps for later, some 30 MiB. That of
 * Node 20 does not, and only collects.
 */
export function collectAll() {
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
