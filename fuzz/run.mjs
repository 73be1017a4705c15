// Builds the fuzzers with Clang and runs each for a while. A finding is kept in .cache/fuzz and fails the
// run; `--keep` adds what the run learned to the corpus in the repository.
//
//   node fuzz/run.mjs [--seconds 60] [--keep] [TARGET...]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installPrograms } from '../tools/windows/apt.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const place = join(root, '.cache', 'fuzz');

// The parts of the addon that read what a library answers, without Node-API and without the loader,
// whose place the substitute takes.
const product = JSON.parse(readFileSync(join(root, 'src/sources.json'), 'utf8')).addon.filter(
  (file) =>
    /^src\/(api|records|library)\//.test(file) && !/shared_library|pinned_module/.test(file),
);
const substitute = ['substitute_library', 'mpr_functions', 'rassapi_functions'];
const own = (files) => files.map((file) => `fuzz/${file}.cc`);
const targets = {
  mprapi: { sources: own([...substitute, 'questions', 'answers_target']), defines: [] },
  rassapi: {
    sources: own([...substitute, 'questions', 'answers_target']),
    defines: ['-DFUZZ_RASSAPI'],
  },
  loader: { sources: own([...substitute, 'loader_target']), defines: [] },
};

const { values, positionals } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    keep: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const seconds = Number(values.seconds);
const chosen = positionals.length === 0 ? Object.keys(targets) : positionals;
const unknown = chosen.find((name) => !Object.hasOwn(targets, name));
if (!(seconds > 0) || unknown !== undefined) {
  console.error(`usage: run.mjs [--seconds N] [--keep] [${Object.keys(targets).join(' | ')}]...`);
  process.exit(2);
}

await installPrograms('fuzzing', { clang: 'clang' });

function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  return status === 0;
}

function build(name) {
  const { sources, defines } = targets[name];
  const folder = join(place, name, 'objects');
  mkdirSync(folder, { recursive: true });
  const settings = ['-std=c++17', '-g', '-O1', '-Isrc', '-I.', ...defines];
  const sanitizers = '-fsanitize=fuzzer,address,undefined';
  const checks = ['-fno-sanitize-recover=undefined', '-fno-omit-frame-pointer'];
  const binary = join(place, name, 'fuzzer');
  const files = [...product, ...sources];
  return run('clang++', [...settings, sanitizers, ...checks, '-o', binary, ...files])
    ? binary
    : undefined;
}

let failed = 0;
for (const name of chosen) {
  const binary = build(name);
  if (binary === undefined) {
    failed += 1;
    continue;
  }
  const corpus = join(root, 'fuzz', 'corpus', name);
  const learned = join(place, name, 'learned');
  for (const folder of [corpus, learned]) mkdirSync(folder, { recursive: true });
  console.log(`== ${name}: ${readdirSync(corpus).length} inputs in the corpus, ${seconds} s`);
  const { status, stderr } = spawnSync(
    binary,
    [
      learned,
      corpus,
      `-max_total_time=${seconds}`,
      '-max_len=16384',
      '-timeout=10',
      '-rss_limit_mb=2048',
      '-print_final_stats=1',
      '-print_funcs=0',
      `-artifact_prefix=${join(place, name)}/`,
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'inherit', 'pipe'] },
  );
  const passed = status === 0;
  const told = passed ? /^(#\d+\s+DONE|stat::number_of_executed_units).*$/gm : /^(?!#|INFO).*$/gm;
  console.log((stderr.match(told) ?? []).join('\n'));
  if (!passed) failed += 1;
  if (passed && values.keep) {
    const smallest = join(place, name, 'smallest');
    mkdirSync(smallest, { recursive: true });
    run(binary, ['-merge=1', smallest, learned, corpus]);
    for (const file of readdirSync(smallest)) cpSync(join(smallest, file), join(corpus, file));
  }
}
console.log(`${chosen.length} fuzzers, ${failed} failed.`);
process.exit(failed === 0 ? 0 : 1);
