// The threads and handles of the process, as far as the system reports them.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
/** The addon counts its own threads, on every system. @type {{ threadCount(): number }} */
const addon = require('node-gyp-build')(root);

export const packageThreads = () => addon.threadCount();

/**
 * @typedef {object} ProcessFigures
 * @property {string} handlesAre the kind of handles that is counted
 * @property {() => number} handles
 * @property {() => number | undefined} threads of the whole process
 * @property {() => void} [giveBack] makes malloc return free memory to the system
 */

/** @type {ProcessFigures} */
const linux = {
  handlesAre: 'file descriptors',
  handles: () => readdirSync('/proc/self/fd').length,
  threads: () => Number(/^Threads:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]),
  giveBack: mallocTrim(),
};

/** @type {ProcessFigures} */
const elsewhere = {
  handlesAre: 'resources of the event loop',
  handles: () => process.getActiveResourcesInfo().length,
  threads: () => undefined,
};

// glibc keeps memory that many threads have freed, a hundred MiB at times, which would hide smaller growth. No other
// C library has such a function. koffi is a dependency of the benchmarks.
function mallocTrim() {
  try {
    const trim = require('koffi').load('libc.so.6').func('int malloc_trim(size_t pad)');
    return () => void trim(0);
  } catch {
    return undefined;
  }
}

export const processFigures = process.platform === 'linux' ? linux : elsewhere;
