// Builds the fuzzers with Clang and runs each for some time. A finding is kept in .cache/fuzz and fails the run.
// `--keep` adds new inputs to the corpus in the repository; `--results` writes the counts for .ci/run; `--coverage`
// only runs the corpus and shows which lines of the product it reaches.
//
//   node fuzz/run.mjs [--seconds 60] [--keep] [--results FILE] [TARGET...]
//   node fuzz/run.mjs --coverage [TARGET...]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attempt } from '../tools/machine/run.mjs';
import { bringClang } from './clang.mjs';
import { printCoverage } from './coverage.mjs';
import { build, corpusOf, place, root, targets } from './targets.mjs';

const { values, positionals } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    keep: { type: 'boolean', default: false },
    results: { type: 'string' },
    coverage: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const seconds = Number(values.seconds);
const chosen = positionals.length === 0 ? Object.keys(targets) : positionals;
const unknown = chosen.find((name) => !Object.hasOwn(targets, name));
if (!(seconds > 0) || unknown !== undefined) {
  const names = Object.keys(targets).join(' | ');
  console.error(
    `usage: run.mjs [--seconds N] [--keep] [--results FILE] [--coverage] [${names}]...`,
  );
  process.exit(2);
}

await bringClang();
if (values.coverage) {
  await printCoverage(chosen);
  process.exit(0);
}

// libFuzzer prints `#123 DONE cov: 45 ft: 67 ...`.
const lastLine = /^(#\d+\s+DONE|stat::number_of_executed_units|stat::average_exec).*$/gm;

/** @returns {Promise<boolean>} whether it found nothing */
async function fuzz(name, program) {
  const corpus = corpusOf(name);
  const learned = join(place, name, 'learned');
  for (const folder of [corpus, learned]) mkdirSync(folder, { recursive: true });
  const inputs = readdirSync(corpus).length;
  const { code, output } = await attempt(
    [
      program,
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
    { cwd: root },
  );
  const passed = code === 0;
  console.log(`== ${name}: ${inputs} inputs in the corpus, ${seconds} s`);
  console.log((output.match(passed ? lastLine : /^(?!#|INFO).*$/gm) ?? []).join('\n'));
  if (passed && values.keep) keepSmallest(program, corpus, learned);
  return passed;
}

// Removes inputs that reach nothing new since the fuzzer has changed.
function keepSmallest(program, corpus, learned) {
  const smallest = `${corpus}.smallest`;
  rmSync(smallest, { recursive: true, force: true });
  mkdirSync(smallest);
  // Inputs are compared by the edges that they reach. With the counts too, the corpus would be some megabytes.
  const merge = ['-set_cover_merge=1', '-use_counters=0', '-max_len=16384'];
  const { status } = spawnSync(program, [...merge, smallest, corpus, learned], {
    cwd: root,
    stdio: 'ignore',
  });
  if (status !== 0) throw new Error(`merging into ${corpus} ended with ${status}`);
  rmSync(corpus, { recursive: true });
  renameSync(smallest, corpus);
}

const programs = await build(chosen, 'sanitized');
// Several at once, because a fuzzer has one thread.
const waiting = [...chosen];
let passed = 0;
async function fuzzNext() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (await fuzz(name, programs.get(name))) passed += 1;
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, fuzzNext));
const failed = chosen.length - passed;
if (values.results !== undefined) {
  // The fields of vitest's report, for tools/ci/tally.mjs.
  const tally = { numPassedTests: passed, numFailedTests: failed, numPendingTests: 0 };
  writeFileSync(values.results, JSON.stringify({ ...tally, success: failed === 0 }));
}
console.log(`${chosen.length} fuzzers, ${failed} failed.`);
process.exit(failed === 0 ? 0 : 1);
