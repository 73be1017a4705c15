// How many threads Windows says the process has: a snapshot of all processes tells it, in well under the 10 ms
// that one of all threads takes.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const TH32CS_SNAPPROCESS = 2;

/** @returns {(() => number | undefined) | undefined} undefined where koffi is missing */
export function windowsThreads() {
  try {
    const koffi = require('koffi');
    const kernel = koffi.load('kernel32.dll');
    const snapshot = kernel.func('intptr_t __stdcall CreateToolhelp32Snapshot(uint32_t, uint32_t)');
    const first = kernel.func('int __stdcall Process32FirstW(intptr_t snapshot, void *entry)');
    const next = kernel.func('int __stdcall Process32NextW(intptr_t snapshot, void *entry)');
    const close = kernel.func('int __stdcall CloseHandle(intptr_t)');
    const type = koffi.struct({
      size: 'uint32_t',
      usage: 'uint32_t',
      process: 'uint32_t',
      heap: 'uintptr_t',
      module: 'uint32_t',
      threads: 'uint32_t',
      parent: 'uint32_t',
      priority: 'int32_t',
      flags: 'uint32_t',
      file: koffi.array('char16_t', 260),
    });
    const entry = Buffer.alloc(koffi.sizeof(type));
    entry.writeUInt32LE(entry.length);
    return () => {
      const all = snapshot(TH32CS_SNAPPROCESS, 0);
      let threads;
      for (let there = first(all, entry); there !== 0; there = next(all, entry)) {
        const one = koffi.decode(entry, type);
        if (one.process === process.pid) threads = one.threads;
      }
      close(all);
      return threads;
    };
  } catch {
    return undefined;
  }
}
