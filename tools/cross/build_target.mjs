// Builds one target with CMake and the compiler from compilers.mjs, into its folder of prebuilds/. CMake runs under
// cmake-js, which needs only a toolchain file to build for another system.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cmakeJs } from '../compile/cmake_js.mjs';
import { installPrograms } from '../machine/install.mjs';
import { run, say } from '../machine/run.mjs';
import { targets } from '../package/targets.mjs';
import { compilers } from './compilers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string} name a key of `compilers` */
export async function buildTarget(name) {
  const started = Date.now();
  const compiler = compilers[name];
  const target = targets.find((each) => each.name === name);
  if (compiler === undefined || target === undefined) throw new Error(`no such target: ${name}`);
  if (!existsSync(join(root, 'node_modules/node-api-headers'))) {
    throw new Error('node_modules has no node-api-headers: run npm ci first');
  }
  await installPrograms('building for other systems', { cmake: 'cmake', ninja: 'ninja-build' });
  const { settings, env } = await compiler();
  const tree = join(root, '.cache/cmake', name);
  const configure = cmakeJs('configure', tree, {
    CMAKE_TOOLCHAIN_FILE: join(root, `cmake/${name}.cmake`),
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

  const missing = target.files.filter(
    (file) => !existsSync(join(root, 'prebuilds', target.folder, file)),
  );
  if (missing.length > 0) {
    throw new Error(`the build for ${name} made no ${missing.join(', ')}`);
  }
  say(`prebuilds/${target.folder}: built for ${name} in ${seconds(started)} s`);
}

/** @param {number} started */
function seconds(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}
