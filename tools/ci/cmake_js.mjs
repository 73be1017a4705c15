// Builds the addon and the simulator for this system with cmake-js, and uses the package with them once in
// each dialect. Expects dist/ to be built. Installs CMake, Ninja and ccache. With --built it builds nothing.
//
//   node tools/ci/cmake_js.mjs [--built]
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cmakeJs } from '../compile/cmake_js.mjs';
import { ccacheEnvironment } from '../machine/ccache.mjs';
import { installPrograms } from '../machine/install.mjs';
import { run } from '../machine/run.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tree = join(root, '.cache/cmake-js');
if (!existsSync(join(root, 'dist')))
  throw new Error('there is no dist: run `npm run build:lib` first');

// On Windows cmake-js finds the compiler and the generator by itself: `npx cmake-js compile --out .cache/cmake-js`.
if (!process.argv.includes('--built')) {
  const programs = { cmake: 'cmake', ninja: 'ninja-build', ccache: 'ccache' };
  await installPrograms('building with cmake-js', programs);
  const env = { ...process.env, ...ccacheEnvironment(root) };
  const launcher = { CMAKE_CXX_COMPILER_LAUNCHER: 'ccache' };
  await run(cmakeJs('configure', tree, launcher), { cwd: root, env });
  await run(cmakeJs('build', tree), { cwd: root, env });
}

// The package with only these binaries, as a clone has it after `npm run build`. The package recognises a
// clone by `binding.gyp`.
const copy = join(tree, 'package');
rmSync(copy, { recursive: true, force: true });
mkdirSync(join(copy, 'build'), { recursive: true });
for (const file of ['package.json', 'binding.gyp', 'dist']) {
  cpSync(join(root, file), join(copy, file), { recursive: true });
}
cpSync(join(tree, 'Release'), join(copy, 'build/Release'), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
// Inside the package, so that it imports 'rras' as a user's program does.
cpSync(join(root, 'tools/package/programs/imported.mjs'), join(copy, 'use.mjs'));
const used = await run([process.execPath, join(copy, 'use.mjs')], { cwd: copy });

const built = readdirSync(join(tree, 'Release')).toSorted();
console.log(`cmake-js built ${built.join(', ')}; the package works with them: ${used.trim()}`);
