// What malloc has given out on Windows, where every C run-time takes from the one heap of the process. Resident
// memory tells less: under Wine it grows with the addresses that were ever used (docs/soak.md).

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// PROCESS_HEAP_ENTRY: a pointer, the size, two bytes, the flags, and a union of two pointers and two numbers.
const BUSY = 0x0004;

/** @returns {(() => number) | undefined} bytes; undefined where koffi is missing */
export function processHeap() {
  try {
    const koffi = require('koffi');
    const kernel = koffi.load('kernel32.dll');
    const heap = kernel.func('void * __stdcall GetProcessHeap()')();
    const next = kernel.func('int __stdcall HeapWalk(void *heap, void *entry)');
    const lock = kernel.func('int __stdcall HeapLock(void *heap)');
    const unlock = kernel.func('int __stdcall HeapUnlock(void *heap)');
    const pointer = koffi.sizeof('void *');
    const entry = Buffer.alloc(pointer + 8 + 2 * pointer + 8);
    return () => {
      entry.fill(0);
      let bytes = 0;
      lock(heap);
      // A block is given, or a group of small ones as a whole: there are some thousands.
      while (next(heap, entry) !== 0) {
        if (entry.readUInt16LE(pointer + 6) & BUSY) bytes += entry.readUInt32LE(pointer);
      }
      unlock(heap);
      return bytes;
    };
  } catch {
    return undefined;
  }
}
