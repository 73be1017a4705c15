// The result of a run of the suite, read from vitest's JSON report, and the differences between two runs.

import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Test
 * @property {string} file relative to the tree
 * @property {string} name with the names of the groups around it
 * @property {'passed' | 'failed' | 'skipped'} status
 * @property {string | undefined} reason the reason for a skip, if the name has one
 * @property {string[]} messages of its failures
 *
 * @typedef {object} SuiteResult
 * @property {Test[]} tests
 * @property {{ file: string, message: string }[]} broken files whose tests could not be collected, and why
 */

// A skipped test has its reason in brackets at the end of its own or a group's title: "… (not on Windows)".
const bracketed = / \(([^()]+)\)$/;

/** @param {string} title */
function reasonIn(title) {
  return bracketed.exec(title)?.[1];
}

/** @param {string} report a file @returns {SuiteResult} */
export function readSuite(report) {
  return suiteResult(JSON.parse(readFileSync(report, 'utf8')));
}

/**
 * @param {{ testResults?: { name: string, status: string, message: string, assertionResults: { title: string,
 *   ancestorTitles: string[], fullName: string, status: string, failureMessages?: string[] }[] }[] }} report
 * @returns {SuiteResult}
 */
export function suiteResult({ testResults = [] }) {
  /** @type {Test[]} */
  const tests = [];
  /** @type {SuiteResult['broken']} */
  const broken = [];
  for (const { name: path, status: verdict, message, assertionResults } of testResults) {
    const file = path.replaceAll('\\', '/').replace(/^.*\/(?=(?:test|examples)\/)/, '');
    for (const { ancestorTitles, title, fullName, status, failureMessages } of assertionResults) {
      const known = status === 'passed' || status === 'failed';
      const reason = [title, ...ancestorTitles].map(reasonIn).find((given) => given !== undefined);
      const messages = failureMessages ?? [];
      tests.push({ file, name: fullName, status: known ? status : 'skipped', reason, messages });
    }
    if (verdict === 'failed' && message !== '') broken.push({ file, message });
  }
  return { tests, broken };
}

/**
 * @param {SuiteResult} result
 * @param {Test['status']} status
 */
export function withStatus(result, status) {
  return result.tests.filter((test) => test.status === status);
}

/** @param {Test[]} skipped @returns {Map<string, number>} the number of tests for each reason */
export function skipReasons(skipped) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const test of skipped) {
    const given = test.reason ?? 'no reason given';
    counts.set(given, (counts.get(given) ?? 0) + 1);
  }
  return counts;
}

/**
 * Every test of `expected` must also have run in `actual`, or be skipped there with a reason.
 *
 * @param {SuiteResult} expected
 * @param {SuiteResult} actual
 * @returns {string[]} the problems
 */
export function differences(expected, actual) {
  const problems = [];
  for (const test of withStatus(actual, 'skipped')) {
    if (test.reason === undefined)
      problems.push(`skipped without a reason in its name: ${label(test)}`);
  }
  // With and without the reason: the name may have one only on the system where the test is skipped.
  const here = counted(actual.tests);
  const there = counted(expected.tests);
  for (const [key, count] of there) {
    const found = here.get(key) ?? 0;
    if (found < count)
      problems.push(`did not run${count > 1 ? ` ${count - found} times` : ''}: ${key}`);
  }
  for (const [key, count] of here) {
    if ((there.get(key) ?? 0) < count)
      problems.push(`is not in the suite that it is compared with: ${key}`);
  }
  return problems;
}

/** @param {Test[]} tests */
function counted(tests) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const test of tests) {
    const key = label({ ...test, name: test.name.replace(bracketed, '') });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** @param {Test} test */
export function label(test) {
  return `${test.file}: ${test.name}`;
}
