// Builds the benchmarks' native part if it is missing or older than its sources, and loads it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL('.', import.meta.url));
const binary = join(folder, 'build', 'Release', 'rras-bench.node');

export function buildNative() {
  const sources = readdirSync(folder).filter((name) => /\.(cc|h|gyp)$/.test(name));
  const newest = Math.max(...sources.map((name) => statSync(join(folder, name)).mtimeMs));
  if (existsSync(binary) && statSync(binary).mtimeMs >= newest) return;
  const nodeGyp = require.resolve('node-gyp/bin/node-gyp.js');
  const build = spawnSync(process.execPath, [nodeGyp, 'rebuild', '-C', folder], {
    encoding: 'utf8',
  });
  if (build.status === 0) return;
  throw new Error(
    `The benchmarks' native part could not be built:\n${build.stdout}${build.stderr}`,
  );
}

export function loadNative() {
  return require(binary);
}
