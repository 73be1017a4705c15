// The cache of the tools for everything that takes long to get: compilers and their output, Wine, Windows Node and
// the dependencies of the suite. Everything in it can be deleted at any time.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** @returns {string} the cache's root: RRAS_CACHE, or a folder of this package in the user's cache */
export function cacheRoot() {
  const chosen = process.env.RRAS_CACHE;
  if (chosen) return resolve(chosen);
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'rras');
}

/** @param {...string} parts */
export function cachePath(...parts) {
  return join(cacheRoot(), ...parts);
}

/**
 * Makes a folder of the cache unless it exists. It is made under another name and renamed when complete, so that an
 * interrupted run leaves nothing that looks finished.
 *
 * @param {string} folder the folder's path below the cache's root
 * @param {string} recipe describes how the folder is made; if it changes, the folder is made again
 * @param {(unfinished: string) => Promise<void> | void} make fills the given folder
 * @returns {Promise<string>} the folder
 */
export async function cachedFolder(folder, recipe, make) {
  const finished = cachePath(folder);
  const stamp = join(finished, '.recipe');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === recipe) return finished;
  const unfinished = `${finished}.unfinished`;
  removeFolder(unfinished);
  mkdirSync(unfinished, { recursive: true });
  await make(unfinished);
  writeFileSync(join(unfinished, '.recipe'), recipe);
  removeFolder(finished);
  mkdirSync(dirname(finished), { recursive: true });
  renameSync(unfinished, finished);
  return finished;
}

/** @param {string} folder */
function removeFolder(folder) {
  // Deleting through a mount, such as the host's /dev in a left-over chroot, would delete the host's files.
  const mounts = existsSync('/proc/self/mountinfo')
    ? readFileSync('/proc/self/mountinfo', 'utf8').split('\n')
    : [];
  const inside = mounts
    .map((line) => line.split(' ')[4])
    .find((at) => at?.startsWith(`${folder}/`));
  if (inside) throw new Error(`${inside} is still mounted: unmount it before ${folder} is removed`);
  rmSync(folder, { recursive: true, force: true });
}
