// Adds up the tests of every suite that must run, and lists the other steps that failed. It repeats each
// failure, because often only the end of a long log is kept.
//
// FOLDER/SUITE.json is a report of vitest, or only its numbers. A step may write FOLDER/SUITE.problems.txt with
// problems of the suite as a whole. FOLDER/steps.tsv has a line for each step that ran: its name, its seconds,
// and `done` or `failed`. Every step and suite on the command line must be present.
//
//   node tools/ci/tally.mjs FOLDER SUITE... -- STEP...
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { label, suiteResult, withStatus } from './suite_result.mjs';

// The first lines of a message say what was expected, the next ones where.
const MOST_LINES = 30;

const [folder, ...rest] = process.argv.slice(2);
const split = rest.indexOf('--');
const suites = rest.slice(0, split);
const steps = rest.slice(split + 1).filter((step) => step !== '');

let passed = 0;
let failed = 0;
let skipped = 0;
/** @type {string[]} */
const failures = [];
for (const suite of suites) {
  const problems = problemsOf(suite);
  if (problems !== '') failures.push(`${suite}, as a whole:\n${beginning(problems)}`);
  const file = join(folder, `${suite}.json`);
  if (!existsSync(file)) {
    console.log(`${suite}: did not run`);
    failed += 1;
    continue;
  }
  const result = JSON.parse(readFileSync(file, 'utf8'));
  console.log(
    `${suite}: ${result.numPassedTests} passed, ${result.numFailedTests} failed, ${result.numPendingTests} skipped`,
  );
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped += result.numPendingTests;
  failures.push(...failuresIn(suiteResult(result)).map((failure) => `${suite}: ${failure}`));
  // A suite that could not be collected has no failed test, and one without tests proves nothing.
  if (result.numPassedTests === 0 || (!result.success && result.numFailedTests === 0)) failed += 1;
}
for (const failure of failures) console.log(`\nfailed in ${failure}`);
if (failures.length > 0) console.log();
const ran = stepsThatRan();
const failedSteps = steps.filter((step) => ran.get(step)?.outcome !== 'done');
for (const step of failedSteps) {
  console.log(ran.has(step) ? `step failed: ${step}` : `step did not run: ${step}`);
}
if (failed === 0) failed = failedSteps.length;
printTable();

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);

/** @returns {Map<string, { seconds: number, outcome: string }>} */
function stepsThatRan() {
  const file = join(folder, 'steps.tsv');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return new Map(
    lines.map((line) => {
      const [step = '', seconds, outcome = ''] = line.split('\t');
      return [step, { seconds: Number(seconds), outcome }];
    }),
  );
}

function printTable() {
  const width = Math.max(5, ...steps.map((step) => step.length));
  const row = (/** @type {string} */ name, /** @type {number} */ seconds, outcome = '') =>
    `${name.padEnd(width)}  ${String(seconds).padStart(5)} s  ${outcome}`.trimEnd();
  let total = 0;
  for (const step of steps) {
    const { seconds, outcome } = ran.get(step) ?? { seconds: 0, outcome: 'DID NOT RUN' };
    total += seconds;
    console.log(row(step, seconds, outcome === 'failed' ? 'FAILED' : outcome));
  }
  if (steps.length > 0) console.log(row('total', total));
}

/** @param {string} suite */
function problemsOf(suite) {
  const file = join(folder, `${suite}.problems.txt`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** @param {import('./suite_result.mjs').SuiteResult} result */
function failuresIn(result) {
  const failed = withStatus(result, 'failed').map(
    (test) => `${label(test)}\n${test.messages.map(beginning).join('\n')}`,
  );
  const broken = result.broken.map(({ file, message }) => `${file}\n${beginning(message)}`);
  return [...failed, ...broken];
}

/** @param {string} message */
function beginning(message) {
  const lines = message.split('\n');
  return lines
    .slice(0, MOST_LINES)
    .concat(lines.length > MOST_LINES ? ['…'] : [])
    .map((line) => `  ${line}`)
    .join('\n');
}
