// Builds one Windows target with CMake and the compiler from compilers.mjs, into prebuilds/<target>/. CMake runs
// under cmake-js, which needs only a toolchain file to build for another system.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cmakeJs } from '../compile/cmake_js.mjs';
import { installPrograms } from '../machine/install.mjs';
import { run, say } from '../machine/run.mjs';
import { compilers } from './compilers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = [
  'node.napi.node',
  'rras-simulator-mprapi.dll',
  'rras-simulator-nt4.dll',
  'rras-simulator-rassapi.dll',
];

/** @param {string} target a key of `compilers` */
export async function buildForWindows(target) {
  const started = Date.now();
  const compiler = compilers[target];
  if (compiler === undefined) {
    throw new Error(`no such target: ${target}; there are ${Object.keys(compilers).join(', ')}`);
  }
  if (!existsSync(join(root, 'node_modules/node-api-headers'))) {
    throw new Error('node_modules has no node-api-headers: run npm ci first');
  }
  await installPrograms('building for Windows', { cmake: 'cmake', ninja: 'ninja-build' });
  const { settings, env } = await compiler();
  const tree = join(root, '.cache/cmake', target);
  const configure = cmakeJs('configure', tree, {
    CMAKE_TOOLCHAIN_FILE: join(root, `cmake/${target}.cmake`),
    ...settings,
  });
  // CMake ignores changed compiler settings in a tree that is configured already.
  const stamp = join(tree, 'configured.json');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== JSON.stringify(configure)) {
    rmSync(tree, { recursive: true, force: true });
    await run(configure, { cwd: root, env });
    mkdirSync(tree, { recursive: true });
    writeFileSync(stamp, JSON.stringify(configure));
  }
  await run(cmakeJs('build', tree), { cwd: root, env });

  const folder = join(root, 'prebuilds', target);
  const made = readdirSync(folder).toSorted();
  if (made.join() !== files.join()) {
    throw new Error(
      `prebuilds/${target} should hold ${files.join(', ')}, and holds ${made.join(', ')}`,
    );
  }
  say(`prebuilds/${target}: built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
