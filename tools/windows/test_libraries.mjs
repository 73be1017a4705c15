// The libraries that the package is tested with beside the simulator, compiled for Windows: there is no
// compiler where the suite runs.

import { buildTestLibraries } from '../test_libraries/build.mjs';
import { cachePath } from './cache.mjs';

const machines = { x64: 'x86_64-w64-mingw32', ia32: 'i686-w64-mingw32' };

/**
 * @param {'x64' | 'ia32'} arch
 * @returns {Promise<string>} their folder
 */
export async function testLibraries(arch) {
  const folder = cachePath('windows-test-libraries', arch);
  // As in the addon's own build: without their own DLLs, and with undecorated names.
  const flags = ['-static', '-s', '-Wl,--kill-at'];
  await buildTestLibraries(folder, {
    compiler: `${machines[arch]}-gcc-posix`,
    cxx: `${machines[arch]}-g++-posix`,
    extension: 'dll',
    flags,
  });
  return folder;
}
