// What malloc has taken and given out on Windows, as windows_heaps.cc tells it, which is compiled with the
// libraries for tests.

import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * @typedef {object} Heaps
 * @property {number} allocated bytes given out: blocks, and where many small ones are kept together, these whole
 * @property {number} taken bytes that all heaps have for it
 */

/** @returns {(() => Heaps | undefined) | undefined} undefined where koffi or the library is missing */
export function windowsHeaps() {
  const libraries = process.env.RRAS_TEST_LIBRARIES;
  if (libraries === undefined) return undefined;
  try {
    const library = require('koffi').load(join(libraries, 'windows_heaps.dll'));
    const tell = library.func('int tell_heaps(void *heaps)');
    const heaps = Buffer.alloc(16);
    return () => {
      if (tell(heaps) === 0) return undefined;
      const [allocated, taken] = [heaps.readBigUInt64LE(0), heaps.readBigUInt64LE(8)];
      return { allocated: Number(allocated), taken: Number(taken) };
    };
  } catch {
    return undefined;
  }
}
