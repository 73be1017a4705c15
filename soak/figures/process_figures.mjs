// What the process holds: memory, threads, handles. Each system tells it in its own way, or not at all.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { windowsHeaps } from './windows_heaps.mjs';
import { windowsThreads } from './windows_threads.mjs';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
/** The addon counts its own threads, on every system. @type {{ threadCount(): number }} */
const addon = require('node-gyp-build')(root);

export const packageThreads = () => addon.threadCount();

/**
 * @typedef {object} ProcessFigures
 * @property {string} handlesAre what is counted as handles
 * @property {() => number | undefined} handles
 * @property {() => number | undefined} threads of the whole process
 * @property {() => void} [giveBack] has malloc give back what is free
 * @property {() => import('./windows_heaps.mjs').Heaps | undefined} [heaps] what malloc has taken and given out
 */

/** @type {ProcessFigures} */
const linux = {
  handlesAre: 'file descriptors',
  handles: () => readdirSync('/proc/self/fd').length,
  threads: () => Number(/^Threads:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]),
  giveBack: mallocTrim(),
};

// What the many threads have freed stays with glibc, a hundred MiB now and ten then: nothing that was less
// could be seen. No other C library has such a function.
function mallocTrim() {
  try {
    const trim = require('koffi').load('libc.so.6').func('int malloc_trim(size_t pad)');
    return () => void trim(0);
  } catch {
    return undefined;
  }
}

/** @type {ProcessFigures} */
const unknown = { handlesAre: 'not available', handles: () => undefined, threads: () => undefined };

// koffi is there for the benchmarks, as a development dependency. Wine answers 0 to everybody who asks for
// the number of handles; then what keeps the event loop busy is counted instead.
/** @returns {ProcessFigures} */
function windows() {
  const ofTheLoop = {
    handlesAre: 'resources of the event loop',
    handles: () => process.getActiveResourcesInfo().length,
    threads: windowsThreads() ?? unknown.threads,
    heaps: windowsHeaps(),
  };
  try {
    const koffi = require('koffi');
    const kernel = koffi.load('kernel32.dll');
    const current = kernel.func('void * __stdcall GetCurrentProcess()');
    const count = kernel.func(
      'int __stdcall GetProcessHandleCount(void *process, _Out_ uint32_t *count)',
    );
    const handles = () => {
      const answer = [0];
      return count(current(), answer) === 0 ? 0 : answer[0];
    };
    if (handles() === 0) return ofTheLoop;
    return { ...ofTheLoop, handlesAre: 'handles of Windows', handles };
  } catch {
    return ofTheLoop;
  }
}

export const processFigures =
  process.platform === 'linux' ? linux : process.platform === 'win32' ? windows() : unknown;
