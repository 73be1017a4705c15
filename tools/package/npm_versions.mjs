// The npm versions with which the package is installed, each with a Node on which it runs.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cachedFolder } from '../machine/cache.mjs';
import { run, say } from '../machine/run.mjs';

export const npmVersions = ['10.9.9', '11.21.2', '12.2.0'];

// For an npm that no longer supports this process's Node.
const newerNode = '24.21.0';

/**
 * @typedef {object} Npm
 * @property {string} version
 * @property {string} cli its script
 * @property {{ path: string, version: string }} node
 */

/** @param {string} version @returns {Promise<Npm>} */
export async function bringNpm(version) {
  const folder = join(await installed('npm', version), 'node_modules', 'npm');
  const cli = join(folder, 'bin', 'npm-cli.js');
  const { engines } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  /** @type {{ satisfies(version: string, range: string): boolean }} */
  const semver = createRequire(cli)('semver');
  if (semver.satisfies(process.version, engines.node)) {
    return { version, cli, node: { path: process.execPath, version: process.version } };
  }
  return { version, cli, node: await bringNewerNode() };
}

function bringNewerNode() {
  return bringNodeHere(newerNode);
}

/** @param {string} version @returns {Promise<Npm['node']>} a Node for this system */
export async function bringNodeHere(version) {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = await installed(name, version);
  return { path: join(folder, 'node_modules', name, 'bin', 'node'), version: `v${version}` };
}

/** @param {string} name @param {string} version */
function installed(name, version) {
  const spec = `${name}@${version}`;
  // In the cache, which Wine can read too.
  return cachedFolder(join('installed', spec), spec, async (unfinished) => {
    say(`npm install ${spec}`);
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
    await run(['npm', 'install', '--prefix', unfinished, ...flags, spec], { cwd: unfinished });
  });
}
