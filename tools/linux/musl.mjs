// Loads binaries for musl in a small program, with Debian's musl.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zigCompiler } from '../cross/compilers.mjs';
import { cachePath } from '../machine/cache.mjs';
import { run } from '../machine/run.mjs';
import { emulator } from './arm64.mjs';
import { debianFiles } from './debian_files.mjs';

const source = fileURLToPath(new URL('musl_host.cc', import.meta.url));

/** @type {Record<string, { debian: string, machine: string }>} */
const architectures = {
  x64: { debian: 'amd64', machine: 'x86_64' },
  arm64: { debian: 'arm64', machine: 'aarch64' },
};

/**
 * @param {string} arch as in process.arch
 * @param {string[]} files
 * @returns {Promise<string[]>} a line for each simulator, with what its server answered
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
  /** @type {{ include_dir: string, symbols: { v8: Record<string, string[]> } }} */
  const { include_dir: headers, symbols } = createRequire(import.meta.url)('node-api-headers');
  // The functions of Node-API that the program itself does not have: a library must find them all.
  const written = readFileSync(source, 'utf8');
  const names = Object.values(symbols.v8)
    .flat()
    .filter((name) => !written.includes(` ${name}(napi_env`));
  const stubs = join(folder, 'other_functions.c');
  const genericFailure = 9;
  writeFileSync(
    stubs,
    names.map((name) => `int ${name}(void) { return ${genericFailure}; }\n`).join(''),
  );
  const host = join(folder, 'host');
  const { zig, env } = await zigCompiler();
  // Dynamic, because a static program cannot load a library, and with the symbols that the libraries look for.
  const flags = ['-target', zigTarget, '-dynamic', '-rdynamic', '-lc', '-lc++', '-I', headers];
  await run([zig, 'build-exe', ...flags, source, stubs, `-femit-bin=${host}`], {
    cwd: folder,
    env,
  });
  return host;
}
