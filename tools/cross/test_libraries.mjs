// Compiles the test libraries for Windows, because there is no compiler where the suite runs. Expects the cross
// compiler to be installed (compilers.mjs does that).
//
//   node tools/cross/test_libraries.mjs x64|ia32 FOLDER

import { fileURLToPath } from 'node:url';
import { buildTestLibraries } from '../compile/test_libraries.mjs';
import { cachePath } from '../machine/cache.mjs';

const machines = { x64: 'x86_64-w64-mingw32', ia32: 'i686-w64-mingw32' };

/** Built once in a run. @type {Map<string, Promise<string>>} */
const finished = new Map();

/**
 * @param {'x64' | 'ia32'} arch
 * @param {string} [folder]
 * @returns {Promise<string>} their folder
 */
export function testLibraries(arch, folder = cachePath('windows-test-libraries', arch)) {
  const made = finished.get(folder) ?? build(arch, folder);
  finished.set(folder, made);
  return made;
}

/** @param {'x64' | 'ia32'} arch @param {string} folder */
async function build(arch, folder) {
  // As in the addon's own build: no DLLs of the compiler, and undecorated names.
  const flags = ['-static', '-s', '-Wl,--kill-at'];
  await buildTestLibraries(folder, {
    compiler: `${machines[arch]}-gcc-posix`,
    cxx: `${machines[arch]}-g++-posix`,
    extension: 'dll',
    flags,
  });
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [arch, folder] = process.argv.slice(2);
  if ((arch !== 'x64' && arch !== 'ia32') || folder === undefined) {
    console.error('usage: test_libraries.mjs x64|ia32 FOLDER');
    process.exit(2);
  }
  await testLibraries(arch, folder);
}
