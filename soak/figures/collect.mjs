// Collects what nobody holds any more, however Node was started.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** @type {() => void} */
export const collect = runInNewContext('gc');
