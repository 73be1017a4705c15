// Runs the test suite on an addon and a simulator that are built with sanitizers, in a copy of the
// tree, so that the ordinary build stays as it is.
//
//   node tools/ci/sanitize.mjs address,undefined
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sanitizers = process.argv[2];
if (!/^[a-z]+(,[a-z]+)*$/.test(sanitizers ?? '')) {
  console.error('usage: sanitize.mjs SANITIZER[,SANITIZER...]   such as address,undefined');
  process.exit(2);
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = join(root, '.cache', `sanitize-${sanitizers.replaceAll(',', '-')}`);

// The build folder stays, so that a second run compiles only what changed.
mkdirSync(copy, { recursive: true });
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root })
  .toString()
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));
for (const folder of ['src', 'lib', 'test', 'tools', 'soak', 'examples', 'docs']) {
  rmSync(join(copy, folder), { recursive: true, force: true });
}
for (const file of files) {
  cpSync(join(root, file), join(copy, file), { preserveTimestamps: true });
}
if (!existsSync(join(copy, 'node_modules'))) {
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

const npx = (args, env = {}) =>
  spawnSync('npx', args, { cwd: copy, stdio: 'inherit', env: { ...process.env, ...env } }).status;

const built = npx(['node-gyp', 'configure', 'build', '-j', 'max', `--sanitize=${sanitizers}`]);
if (built !== 0) process.exit(built ?? 1);
for (const step of [
  ['rolldown', '--config', '--logLevel', 'warn'],
  ['tsc', '-p', 'tsconfig.build.json'],
]) {
  const status = npx(step);
  if (status !== 0) process.exit(status ?? 1);
}

// Node itself is not built with the sanitizer, so its run-time comes first by preloading.
const library = sanitizers.includes('thread') ? 'libtsan.so' : 'libasan.so';
const preload = execFileSync('cc', [`-print-file-name=${library}`])
  .toString()
  .trim();

// Started without npx, whose child processes end in silence under ThreadSanitizer.
const suite = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(3)],
  {
    cwd: copy,
    stdio: 'inherit',
    env: {
      ...process.env,
      LD_PRELOAD: preload,
      // Node and V8 let go of much only by ending; what the addon leaks is found by the simulator's
      // count of unreturned buffers and handles.
      ASAN_OPTIONS: 'detect_leaks=0:abort_on_error=1:detect_stack_use_after_return=0',
      UBSAN_OPTIONS: 'halt_on_error=1:print_stacktrace=1',
      // What Node and V8 do among themselves is not seen whole, for they are built without it: only
      // accesses of the addon and the simulator are judged, with everybody's locks.
      TSAN_OPTIONS: 'halt_on_error=1:second_deadlock_stack=1:ignore_noninstrumented_modules=1',
      RRAS_SANITIZED: sanitizers,
    },
  },
);
process.exit(suite.status ?? 1);
