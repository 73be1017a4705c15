// Loads binaries for musl in a small program, with Debian's musl.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zigCompiler } from '../cross/compilers.mjs';
import { cachePath } from '../machine/cache.mjs';
import { run } from '../machine/run.mjs';
import { emulator } from './arm64.mjs';
import { debianFiles } from './debian_files.mjs';

const source = fileURLToPath(new URL('musl_host.c', import.meta.url));

/** @type {Record<string, { debian: string, machine: string }>} */
const architectures = {
  x64: { debian: 'amd64', machine: 'x86_64' },
  arm64: { debian: 'arm64', machine: 'aarch64' },
};

/**
 * @param {string} arch as in process.arch
 * @param {string[]} files
 * @returns {Promise<string[]>} a line for each simulated server that answered
 */
export async function loadWithMusl(arch, files) {
  const architecture = architectures[arch];
  if (architecture === undefined) throw new Error(`no musl for ${arch}`);
  const { debian, machine } = architecture;
  const libraries = await debianFiles('loading binaries with musl', debian, ['musl']);
  const loader = join(libraries, 'lib', `ld-musl-${machine}.so.1`);
  const translated = arch === process.arch ? [] : await emulator();
  const host = await buildHost(`${machine}-linux-musl`);
  const output = await run([...translated, loader, host, ...files]);
  return output.trim().split('\n');
}

/** @param {string} zigTarget */
async function buildHost(zigTarget) {
  const folder = cachePath('musl-host', zigTarget);
  mkdirSync(folder, { recursive: true });
  /** @type {{ v8: { js_native_api_symbols: string[], node_api_symbols: string[] } }} */
  const { v8 } = createRequire(import.meta.url)('node-api-headers').symbols;
  const names = [...v8.js_native_api_symbols, ...v8.node_api_symbols];
  writeFileSync(
    join(folder, 'node_api_names.h'),
    names.map((each) => `NODE_API(${each})\n`).join(''),
  );
  const host = join(folder, 'host');
  const { zig, env } = await zigCompiler();
  // Dynamic, because a static program cannot load a library, and with the symbols that the libraries look for.
  const flags = ['-target', zigTarget, '-dynamic', '-rdynamic', '-lc', '-I', folder];
  await run([zig, 'build-exe', ...flags, source, `-femit-bin=${host}`], { cwd: folder, env });
  return host;
}
