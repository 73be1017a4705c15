// The command lines of cmake-js.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = dirname(createRequire(import.meta.url).resolve('cmake-js/package.json'));

/**
 * @param {'configure' | 'build'} command
 * @param {string} tree where CMake works
 * @param {Record<string, string>} [variables] of CMake
 * @returns {string[]} must be run at the package's root
 */
export function cmakeJs(command, tree, variables = {}) {
  return [
    ...[process.execPath, join(folder, 'bin/cmake-js'), command, '--out', tree],
    ...['--generator', 'Ninja', '--log-level', 'warn'],
    ...Object.entries(variables).map(([name, value]) => `--CD${name}=${value}`),
  ];
}
