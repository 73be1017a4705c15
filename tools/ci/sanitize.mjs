// Runs the tests that reach C++ with an addon, a simulator and test libraries that are built with sanitizers. It
// works in a copy of the tree and leaves the ordinary build alone. Expects dist/ to be built. Installs ccache.
//
//   node tools/ci/sanitize.mjs address,undefined [arguments for vitest]
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fewerCases } from '../../test/projects.mjs';
import { buildTestLibraries } from '../compile/test_libraries.mjs';
import { ccacheEnvironment } from '../machine/ccache.mjs';
import { installPrograms } from '../machine/install.mjs';
import { copyTree } from './tree_copy.mjs';

const sanitizers = process.argv[2];
if (!/^[a-z]+(,[a-z]+)*$/.test(sanitizers ?? '')) {
  console.error('usage: sanitize.mjs SANITIZER[,SANITIZER...]   such as address,undefined');
  process.exit(2);
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = join(root, '.cache', `sanitize-${sanitizers.replaceAll(',', '-')}`);
if (!existsSync(join(root, 'dist'))) {
  console.error('There is no dist: run `npm run build:lib` first.');
  process.exit(1);
}

// The build folder stays, so that a second run compiles only what changed.
copyTree(root, copy);

await installPrograms('building with sanitizers', { ccache: 'ccache' });
const { CC = 'cc', CXX = 'c++' } = process.env;
const building = { CC: `ccache ${CC}`, CXX: `ccache ${CXX}`, ...ccacheEnvironment(copy) };
const { status } = spawnSync(
  'npx',
  ['node-gyp', 'configure', 'build', '-j', 'max', `--sanitize=${sanitizers}`],
  { cwd: copy, stdio: 'inherit', env: { ...process.env, ...building } },
);
if (status !== 0) process.exit(status ?? 1);

const libraries = join(copy, '.cache/test-libraries');
await buildTestLibraries(libraries, {
  flags: ['-fPIC', '-g', '-fno-omit-frame-pointer', `-fsanitize=${sanitizers}`],
});

// Node itself is not built with the sanitizer, so the sanitizer's run-time must be preloaded.
const library = sanitizers.includes('thread') ? 'libtsan.so' : 'libasan.so';
const preload = execFileSync('cc', [`-print-file-name=${library}`])
  .toString()
  .trim();

// Started without npx, whose child processes exit silently under ThreadSanitizer.
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const suite = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'native', ...process.argv.slice(3)],
  {
    cwd: copy,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...fewerCases,
      LD_PRELOAD: preload,
      // Node and V8 release much memory only by exiting. Leaks of the addon are found by the simulator's
      // counts of unreturned buffers and handles.
      ASAN_OPTIONS: 'detect_leaks=0:abort_on_error=1:detect_stack_use_after_return=0',
      UBSAN_OPTIONS: 'halt_on_error=1:print_stacktrace=1',
      // Node and V8 are built without the sanitizer, which therefore sees only a part of their accesses. Only
      // those of the addon and the simulator are checked, with the locks of all modules.
      TSAN_OPTIONS: 'halt_on_error=1:second_deadlock_stack=1:ignore_noninstrumented_modules=1',
      RRAS_SANITIZED: sanitizers,
      RRAS_TEST_LIBRARIES: libraries,
    },
  },
);
process.exit(suite.status ?? 1);
