// The small libraries that the loader is tested with, compiled for Windows: there is no compiler
// where the suite runs.

import { buildSmallLibraries } from '../test_libraries/build.mjs';
import { cachePath } from './cache.mjs';

const compilers = { x64: 'x86_64-w64-mingw32-gcc-posix', ia32: 'i686-w64-mingw32-gcc-posix' };

/**
 * @param {'x64' | 'ia32'} arch
 * @returns {Promise<string>} their folder
 */
export async function smallLibraries(arch) {
  const folder = cachePath('windows-small-libraries', arch);
  // As in the addon's own build: without their own DLLs, and with undecorated names.
  const flags = ['-static', '-s', '-Wl,--kill-at'];
  await buildSmallLibraries(folder, { compiler: compilers[arch], extension: 'dll', flags });
  return folder;
}
