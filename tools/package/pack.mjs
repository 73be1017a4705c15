// Builds for this system and packs the tarball, as the release does for all systems.

import { join } from 'node:path';
import { run } from '../machine/run.mjs';

/**
 * @param {string} root
 * @param {string} destination a folder
 * @param {{ isBuilt?: boolean }} [state]
 * @returns {Promise<string>} the tarball
 */
export async function packHere(root, destination, { isBuilt = false } = {}) {
  if (!isBuilt) {
    for (const argv of buildsHere()) await run(argv, { cwd: root });
  }
  return pack(root, destination);
}

// What the release does for this system.
function buildsHere() {
  const { execPath, platform, arch } = process;
  const node = (/** @type {string[]} */ ...argv) => [execPath, ...argv];
  return platform === 'linux' && arch === 'x64'
    ? [['npm', 'run', 'build:lib'], node('tools/cross/build.mjs', 'linux-x64')]
    : [['npm', 'run', 'build'], node('tools/package/prebuild.mjs', '--built')];
}

/**
 * @param {string} folder
 * @param {string} destination
 * @returns {Promise<string>} the tarball
 */
export async function pack(folder, destination) {
  const argv = ['npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', destination];
  /** @type {{ filename: string }[] | Record<string, { filename: string }>} */
  const packed = JSON.parse(await run(argv, { cwd: folder }));
  // npm 12 prints an object by package name, older versions an array.
  const [only] = Object.values(packed);
  if (only === undefined) throw new Error(`npm packed nothing in ${folder}`);
  return join(destination, only.filename);
}
