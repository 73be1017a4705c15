// What malloc has taken and given out on Windows, in all heaps of the process: Node's C run-time takes from
// that of the process, the one of our binaries has its own.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const MOST_HEAPS = 64;

// PROCESS_HEAP_ENTRY: a pointer, the size, two bytes, the flags, and a union of a block's four words and what a
// region has: bytes committed, bytes not committed, two pointers.
const REGION = 0x0001;
const BUSY = 0x0004;

/**
 * @typedef {object} Heaps
 * @property {number} allocated bytes given out: blocks, and where many small ones are kept together, these whole
 * @property {number} taken bytes that all heaps have for it
 */

/** @returns {(() => Heaps) | undefined} undefined where koffi is missing */
export function windowsHeaps() {
  try {
    const koffi = require('koffi');
    const kernel = koffi.load('kernel32.dll');
    const all = kernel.func('uint32_t __stdcall GetProcessHeaps(uint32_t most, void *heaps)');
    const next = kernel.func('int __stdcall HeapWalk(uintptr_t heap, void *entry)');
    const lock = kernel.func('int __stdcall HeapLock(uintptr_t heap)');
    const unlock = kernel.func('int __stdcall HeapUnlock(uintptr_t heap)');
    const pointer = koffi.sizeof('void *');
    const heaps = Buffer.alloc(MOST_HEAPS * pointer);
    const entry = Buffer.alloc(pointer + 8 + 8 + 2 * pointer);
    const walk = (/** @type {number | bigint} */ heap) => {
      const sum = { allocated: 0, taken: 0 };
      entry.fill(0);
      lock(heap);
      while (next(heap, entry) !== 0) {
        const flags = entry.readUInt16LE(pointer + 6);
        if (flags & REGION) sum.taken += entry.readUInt32LE(pointer + 8);
        else if (flags & BUSY) sum.allocated += entry.readUInt32LE(pointer);
      }
      unlock(heap);
      return sum;
    };
    return () => {
      const count = Math.min(all(MOST_HEAPS, heaps), MOST_HEAPS);
      const sum = { allocated: 0, taken: 0 };
      for (let index = 0; index < count; index += 1) {
        const at = index * pointer;
        const heap = walk(pointer === 8 ? heaps.readBigUInt64LE(at) : heaps.readUInt32LE(at));
        sum.allocated += heap.allocated;
        sum.taken += heap.taken;
      }
      return sum;
    };
  } catch {
    return undefined;
  }
}
