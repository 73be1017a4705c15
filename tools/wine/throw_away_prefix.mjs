// A Wine prefix for one run, whose system folder tests may change.

import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cachePath } from '../machine/cache.mjs';
import { run } from '../machine/run.mjs';

/**
 * Copies the prefix, lets it be used, and deletes the copy.
 *
 * @template T
 * @param {import('./wine.mjs').Wine} wine
 * @param {(wine: import('./wine.mjs').Wine) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withThrowAwayPrefix(wine, use) {
  // One name is enough: one run at a time uses Wine. A run that was killed has left its copy.
  const prefix = cachePath('wine-prefix-of-this-run');
  rmSync(prefix, { recursive: true, force: true, maxRetries: 5 });
  try {
    // Links, because it is a gigabyte of DLLs that nobody writes to.
    await run(['cp', '--archive', '--link', wine.prefix, prefix]);
    // But Wine writes a file of its registry in place if that has several names.
    for (const name of readdirSync(prefix).filter((file) => file.endsWith('.reg'))) {
      rmSync(join(prefix, name));
      copyFileSync(join(wine.prefix, name), join(prefix, name));
    }
    return await use({ ...wine, prefix });
  } finally {
    rmSync(prefix, { recursive: true, force: true, maxRetries: 5 });
  }
}
