// Checks that the contract suite has met a real server: reads a vitest JSON report of
// test/call/reading.test.ts, whose tests of the real server must exist, have run and have passed.
//
//   node tools/ci/real_server_tally.mjs REPORT
import { readFileSync } from 'node:fs';

const [report] = process.argv.slice(2);
if (report === undefined) {
  console.error('usage: real_server_tally.mjs REPORT');
  process.exit(2);
}
const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
const tests = testResults
  .flatMap((file) => file.assertionResults)
  .filter((test) => test.ancestorTitles.some((title) => title.includes('real server')));
const passed = tests.filter((test) => test.status === 'passed').length;

console.log(`${passed} of ${tests.length} tests passed against the real server.`);
if (passed === 0 || passed < tests.length) {
  for (const test of tests.filter(({ status }) => status !== 'passed')) {
    console.log(`- ${test.status}: ${test.title}`);
  }
  process.exitCode = 1;
}
