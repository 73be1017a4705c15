// Collects what nobody holds any more, however Node was started.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** @type {() => void} */
export const collect = runInNewContext('gc');

// Else V8 gives it to each context that comes, and says on the standard output that it could not where a worker
// is terminated meanwhile.
setFlagsFromString('--no-expose-gc');
