// One run of the suite on one Windows Node.

import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fewerCases } from '../../test/projects.mjs';
import { readSuite } from '../ci/suite_result.mjs';
import { testLibraries } from '../cross/test_libraries.mjs';
import { runNode } from './node_in_wine.mjs';
import { unfinished, untilSilent } from './silence.mjs';
import { bringNode } from './windows_node.mjs';
import { windowsPath } from './wine.mjs';

// Several times the duration of the suite on two cores, and of its longest file. A longer run is hung.
const limit = 30 * 60_000;
const patience = 5 * 60_000;

/**
 * @param {import('./wine.mjs').Wine} wine
 * @param {import('./windows_node.mjs').WindowsNode} node
 * @param {{ folder: string, results: string, files: string[], projects: string[] }} settings the work copy of the tree,
 * *   the folder for report and output, the test files of the run, and its vitest projects (none means all)
 * @returns {Promise<{ result: import('../ci/suite_result.mjs').SuiteResult, problems: string[], seconds: number }>}
 */
export async function runSuite(wine, node, { folder, results, files, projects }) {
  const exe = await bringNode(node);
  const env = {
    CI: 'true',
    // The prefix's own folder. Wine shows syswow64 to 32-bit programs under this name.
    RRAS_TEST_SYSTEM32: 'C:\\windows\\system32',
    RRAS_TEST_LIBRARIES: windowsPath(await testLibraries(node.arch)),
    ...fewerCases,
  };
  const vitest = ['node_modules\\vitest\\vitest.mjs', 'run', '--reporter=default'];
  const only = projects.flatMap((project) => ['--project', project]);
  const reporting = ['--reporter=json', '--outputFile.json=report.json'];

  const log = join(results, `${node.name}.log`);
  const started = Date.now();
  const silence = untilSilent(log, { patience, program: 'node.exe' });
  const outcome = await runNode(wine, [exe, ...vitest, ...only, ...reporting], {
    folder,
    env,
    log,
    timeout: limit,
    signal: silence.signal,
  }).finally(silence.end);
  const seconds = Math.round((Date.now() - started) / 1000);

  const problems = [];
  if (outcome.timedOut) {
    problems.push(`it hung, and was stopped after ${seconds} s`, ...silence.evidence());
    problems.push(...unfinished(log, files).map((file) => `did not end: ${file}`));
  } else if (outcome.code !== 0) {
    problems.push(`vitest ended with ${outcome.code}; see ${log}`);
  }
  const report = join(results, `${node.name}.json`);
  if (!existsSync(join(folder, 'report.json'))) {
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20);
    problems.push(`vitest wrote no report; its last words:\n${lines.join('\n')}`);
    return { result: { tests: [], broken: [] }, problems, seconds };
  }
  renameSync(join(folder, 'report.json'), report);
  const result = readSuite(report);
  for (const { file, message } of result.broken) problems.push(`${file}: ${message}`);
  return { result, problems, seconds };
}
