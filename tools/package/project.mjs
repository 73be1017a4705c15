// An empty project in which the package is installed and used.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const programs = fileURLToPath(new URL('programs', import.meta.url));

/**
 * @typedef {object} Project
 * @property {string} folder
 * @property {string} tarball its path for npm
 * @property {(argv: string[]) => Promise<Ended>} npm runs npm such that no other program can run
 * @property {(argv: string[]) => Promise<Ended>} node
 * @property {() => string[]} sprung the programs that were run in spite of that
 *
 * @typedef {{ code: number | null, output: string }} Ended
 */

/** @param {string} folder */
export function makeProject(folder) {
  mkdirSync(folder);
  const manifest = { private: true, scripts: { trap: 'exit 0' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
}

/**
 * Installs the tarball, installs it again from the lock file and rebuilds it.
 *
 * @param {Project} project
 * @returns {Promise<void>} rejects if any program was run
 */
export async function installRunningNothing(project) {
  const control = await project.npm(['run', 'trap']);
  if (control.code === 0 || project.sprung().length === 0) {
    throw new Error(`the traps let a script pass:\n${control.output}`);
  }
  for (const argv of [['install', project.tarball], ['ci'], ['rebuild']]) {
    const { code, output } = await project.npm([...argv, '--foreground-scripts']);
    const ran = project.sprung();
    // npm prints such a line before it runs a script.
    if (/^> /m.test(output)) ran.push('a script, says npm');
    if (code !== 0 || ran.length > 0) {
      const what = ran.length === 0 ? `ended with ${code}` : `ran ${ran.join(', ')}`;
      throw new Error(`npm ${argv[0]} ${what}:\n${output}`);
    }
  }
  // npm 12 runs no script of an untrusted package; only the lock file shows that there is one.
  const lock = readFileSync(join(project.folder, 'package-lock.json'), 'utf8');
  if (lock.includes('hasInstallScript'))
    throw new Error(`a package has an install script:\n${lock}`);
}

/**
 * Imports and requires the package, and runs the program of its README.
 *
 * @param {Project} project
 * @returns {Promise<string>} the system, the architecture and the version of Node in the program
 */
export async function use(project) {
  cpSync(programs, project.folder, { recursive: true });
  const readme = readFileSync(join(project.folder, 'node_modules/rras/README.md'), 'utf8');
  const [, example] = /```js\n(.*?)```/s.exec(readme) ?? [];
  if (example === undefined) throw new Error('the README shows no program');
  writeFileSync(join(project.folder, 'readme.mjs'), example);

  const imported = await succeed(project, ['imported.mjs']);
  await succeed(project, ['required.cjs']);
  await succeed(project, ['readme.mjs']);
  return imported.trim();
}

/** @param {Project} project @param {string[]} argv */
async function succeed(project, argv) {
  const { code, output } = await project.node(argv);
  if (code !== 0) throw new Error(`${argv.at(-1)} ended with ${code}:\n${output}`);
  return output;
}

/**
 * @param {Project} project
 * @returns {Promise<{ code: string, message: string, hint: string }[]>} the errors in the program
 */
export async function useWithoutBinary(project) {
  cpSync(programs, project.folder, { recursive: true });
  const output = await succeed(project, ['without_binary.mjs']);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
