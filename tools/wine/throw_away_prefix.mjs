// A Wine prefix for one run. Tests may change its system folder.

import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cachePath } from '../machine/cache.mjs';
import { run } from '../machine/run.mjs';

/**
 * Copies the prefix, uses the copy, and deletes it.
 *
 * @template T
 * @param {import('./wine.mjs').Wine} wine
 * @param {(wine: import('./wine.mjs').Wine) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withThrowAwayPrefix(wine, use) {
  // One name is enough, because only one run at a time uses Wine. A killed run leaves its copy behind.
  const prefix = cachePath('wine-prefix-of-this-run');
  rmSync(prefix, { recursive: true, force: true, maxRetries: 5 });
  try {
    // Hard links, because the prefix has a gigabyte of DLLs that nobody writes to.
    await run(['cp', '--archive', '--link', wine.prefix, prefix]);
    // Wine writes its registry in place, so the registry files must not be links.
    for (const name of readdirSync(prefix).filter((file) => file.endsWith('.reg'))) {
      rmSync(join(prefix, name));
      copyFileSync(join(wine.prefix, name), join(prefix, name));
    }
    return await use({ ...wine, prefix });
  } finally {
    rmSync(prefix, { recursive: true, force: true, maxRetries: 5 });
  }
}
