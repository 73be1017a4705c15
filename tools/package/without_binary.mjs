// Checks the package on a system for which it has no binary: it can be installed and imported, and its errors say
// what is missing.

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from './pack.mjs';
import { installRunningNothing, useWithoutBinary } from './project.mjs';

/**
 * @param {string} unpacked the package's content
 * @param {string} folder to work in
 * @param {(tarball: string) => import('./project.mjs').Project} makeProject
 * @returns {Promise<string[]>} the errors for the user, of the simulator and of a library
 */
export async function checkWithoutBinary(unpacked, folder, makeProject) {
  const target = `${process.platform}-${process.arch}`;
  cpSync(unpacked, folder, { recursive: true });
  rmSync(join(folder, 'prebuilds', target), { recursive: true });
  const project = makeProject(await pack(folder, folder));
  await installRunningNothing(project);
  const told = await useWithoutBinary(project);
  for (const { code, message, hint } of told) {
    const isClear =
      code === 'ERR_RRAS_NO_BINARY' &&
      new RegExp(`no binary for ${target}; it has them for .*win32-`).test(message) &&
      hint.includes('npm run pack:here');
    if (!isClear) throw new Error(`without a binary for ${target}: ${code}: ${message}\n${hint}`);
  }
  if (told.length !== 2) throw new Error(`without a binary for ${target}, no error was thrown`);
  return told.map(({ message, hint }) => `${message}. ${hint}`);
}
