// Replaces the programs that an install must not run by programs that record the attempt and fail.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programs = [
  ...['sh', 'bash', 'node-gyp', 'node-gyp-build', 'prebuild-install', 'python', 'python3'],
  ...['make', 'cmake', 'ninja', 'cc', 'c++', 'gcc', 'g++', 'clang', 'clang++', 'cl', 'msbuild'],
];

/**
 * @typedef {object} Traps
 * @property {Record<string, string>} env the environment for the install
 * @property {() => string[]} sprung the programs that were run since the last call
 */

/** @param {string} folder @returns {Traps} */
export function setTraps(folder) {
  const record = join(folder, 'sprung');
  mkdirSync(folder);
  for (const program of programs) {
    const script = `#!/bin/sh\necho "${program} $*" >> "${record}"\nexit 97\n`;
    writeFileSync(join(folder, program), script, { mode: 0o755 });
  }
  return {
    env: {
      PATH: `${folder}${delimiter}${process.env.PATH}`,
      // npm runs the scripts of all packages through this shell.
      npm_config_script_shell: join(folder, 'sh'),
    },
    sprung() {
      if (!existsSync(record)) return [];
      const lines = readFileSync(record, 'utf8').trimEnd().split('\n');
      rmSync(record);
      return lines;
    },
  };
}
