// Builds for this system and packs the tarball, as the release does for all systems.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../windows/command.mjs';

/**
 * @param {string} root
 * @param {string} destination a folder
 * @returns {Promise<string>} the tarball
 */
export async function packHere(root, destination) {
  await run(['npm', 'run', 'build'], { cwd: root });
  removeLeftOvers(root);
  await run([process.execPath, 'tools/collect_prebuild.mjs'], { cwd: root });
  return pack(root, destination);
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
  // npm 12 names the packages, older ones list them.
  const [only] = Object.values(packed);
  if (only === undefined) throw new Error(`npm packed nothing in ${folder}`);
  return join(destination, only.filename);
}

// The compiler leaves the output of a source that was renamed or deleted where it is.
/** @param {string} root */
function removeLeftOvers(root) {
  const dist = join(root, 'dist');
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const source = file.replace(/\.d\.ts$|\.js$/, '.ts');
    if (source !== file && !existsSync(join(root, 'lib', source))) rmSync(join(dist, file));
  }
}
