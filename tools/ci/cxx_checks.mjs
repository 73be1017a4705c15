// Runs clang-tidy over the C++ sources, with the warnings that the maintainers' builds turn into errors.
// A source that passed is not checked again until it, its includes or the checks change. Missing programs
// are installed from the system's own packages, and only as root.
//
//   node tools/ci/cxx_checks.mjs [FILE...]
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachePath } from '../machine/cache.mjs';
import { installPrograms } from '../machine/install.mjs';
import { attempt, run } from '../machine/run.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

await installPrograms('checking the C++ sources', { 'clang-tidy': 'clang-tidy', clang: 'clang' });

const compile = [
  ...['-std=c++17', '-Wall', '-Wextra', '-Wconversion', '-Wsign-conversion', '-Wshadow'],
  ...['-DNAPI_VERSION=8', '-DNODE_ADDON_API_DISABLE_CPP_EXCEPTIONS'],
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  ...['-isystem', dirname(require.resolve('node-addon-api/napi.h'))],
  ...['-isystem', join(dirname(require.resolve('node-api-headers/package.json')), 'include')],
  `-I${join(root, 'src')}`,
];

const passed = cachePath('clang-tidy');
mkdirSync(passed, { recursive: true });
const checks = [
  await run(['clang-tidy', '--version']),
  readFileSync(join(root, '.clang-tidy'), 'utf8'),
  compile.filter((argument) => !argument.includes(root)).join(' '),
].join('\n');

/** The file whose existence shows that the source passed with its current includes. */
async function noteOf(file) {
  // Comments stay, because they can switch off warnings.
  const unit = await run(['clang', '-E', '-C', '-P', ...compile, file], { cwd: root });
  const hash = createHash('sha256').update(checks).update('\0').update(unit).digest('hex');
  return join(passed, hash);
}

const chosen = process.argv.slice(2).map((file) => resolve(file));
const sources =
  chosen.length > 0
    ? chosen
    : readdirSync(join(root, 'src'), { recursive: true })
        .filter((name) => name.endsWith('.cc'))
        .map((name) => join(root, 'src', name));

const waiting = [...sources];
let known = 0;
let wrong = 0;

async function check() {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const note = await noteOf(file);
    if (existsSync(note)) {
      known += 1;
      continue;
    }
    const argv = ['clang-tidy', '--quiet', file, '--', ...compile];
    const { code, stdout, output } = await attempt(argv, { cwd: root });
    if (code === 0) {
      writeFileSync(note, '');
      continue;
    }
    wrong += 1;
    console.log(`== ${relative(root, file)}\n${stdout === '' ? output : stdout}`);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, check));

console.log(
  `${sources.length} C++ sources: ${wrong} with findings; ${known} unchanged since they passed.`,
);
process.exit(wrong === 0 ? 0 : 1);
