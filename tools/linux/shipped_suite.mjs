// Runs the tests that reach C++ with the binaries that ship for this Linux, instead of the build of this system: they
// have another C++ library. It works in a copy of the tree. Expects dist/ and the binaries to be built.
//
//   node tools/linux/shipped_suite.mjs [arguments for vitest]
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fewerCases } from '../../test/projects.mjs';
import { copyTree } from '../ci/tree_copy.mjs';
import { keptTestLibraries } from '../compile/test_libraries.mjs';
import { libraryExtension, prebuiltFiles, simulators } from '../package/targets.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = `${process.platform}-${process.arch}`;
const binaries = join(root, 'prebuilds', target);
for (const needed of [binaries, join(root, 'dist')]) {
  if (existsSync(needed)) continue;
  console.error(`There is no ${needed}: run \`npm run build:targets\` and \`npm run build:lib\`.`);
  process.exit(1);
}

const copy = join(root, '.cache/shipped');
copyTree(root, copy);
// In the place and under the names of a build, as the tests expect them.
const built = join(copy, 'build/Release');
mkdirSync(built, { recursive: true });
const shipped = prebuiltFiles(process.platform, 'glibc');
const names = ['rras.node', ...simulators(libraryExtension(process.platform))];
for (const [index, file] of shipped.entries()) {
  copyFileSync(join(binaries, file), join(built, names[index] ?? file));
}

const libraries = keptTestLibraries();
await libraries.make();
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'native', ...process.argv.slice(2)],
  {
    cwd: copy,
    stdio: 'inherit',
    env: { ...process.env, ...fewerCases, RRAS_TEST_LIBRARIES: libraries.folder },
  },
);
process.exit(status ?? 1);
