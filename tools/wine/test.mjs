// node tools/wine/test.mjs [--all] [--baseline FILE] [--results FOLDER] [NAME...]
// Runs the suite on Windows Node under Wine, on each Node of windows_node.mjs the projects that it lists; with --all
// the whole suite on each, Node 20 included. NAMEs select Nodes. Each run is compared with the same part of a run on
// this system (FILE is its vitest JSON report; without it, one is made). Installs what it needs. For each
// Node, FOLDER gets a report NAME.json, the output NAME.log, and NAME.problems.txt.
// Fails if a test fails, is missing, or is skipped without a reason.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { projectsOf } from '../../test/projects.mjs';
import { differences, label, readSuite, skipReasons, withStatus } from '../ci/suite_result.mjs';
import { buildTarget } from '../cross/build_target.mjs';
import { run, say } from '../machine/run.mjs';
import { onRequest, windowsNodes } from './windows_node.mjs';
import { runSuite } from './windows_suite.mjs';
import { bringWine } from './wine.mjs';
import { workCopy } from './work_copy.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    baseline: { type: 'string' },
    results: { type: 'string' },
  },
});
const unknown = positionals.find((name) => !windowsNodes.some((node) => node.name === name));
if (unknown !== undefined) {
  const names = windowsNodes.map((node) => node.name).join(', ');
  throw new Error(`no such target: ${unknown}; there are ${names}`);
}
const nodes =
  positionals.length === 0
    ? windowsNodes.filter(({ name }) => values.all || !onRequest.includes(name))
    : windowsNodes.filter((node) => positionals.includes(node.name));
const results = resolve(values.results ?? join(root, '.cache/results'));
mkdirSync(results, { recursive: true });

const everything = readSuite(values.baseline ?? (await runHere()));
for (const arch of new Set(nodes.map((node) => node.arch))) await buildTarget(`win32-${arch}`);
const wine = await bringWine();
say(`running on ${wine.description}`);

/** @type {Map<string, string>} */
const copies = new Map();
for (const node of nodes) {
  const projects = values.all ? [] : node.projects;
  const expected = projects.length === 0 ? everything : only(projects, everything);
  if (withStatus(expected, 'passed').length === 0) throw new Error('no test passed on this system');
  const total = expected.tests.length;
  const files = [...new Set(expected.tests.map(({ file }) => file))];
  const folder = copies.get(node.arch) ?? (await workCopy(root, node.arch));
  copies.set(node.arch, folder);
  const suite = await runSuite(wine, node, { folder, results, files, projects });
  const { result, problems, seconds } = suite;
  const passed = withStatus(result, 'passed').length;
  const failed = withStatus(result, 'failed');
  const skipped = withStatus(result, 'skipped');
  console.log(
    `${node.name}${projects.length === 0 ? '' : ` (${projects.join(', ')})`}: ${result.tests.length} tests (${total} on ${process.platform}): ` +
      `${passed} passed, ${failed.length} failed, ${skipped.length} skipped, ${seconds} s`,
  );
  for (const [reason, count] of skipReasons(skipped)) console.log(`  skipped ${count}: ${reason}`);
  for (const test of failed) console.log(`  FAILED: ${label(test)}`);
  // Without a report every test would count as missing.
  const wrong =
    result.tests.length === 0 ? problems : [...problems, ...differences(expected, result)];
  for (const problem of wrong) console.log(`  PROBLEM: ${problem}`);
  writeFileSync(join(results, `${node.name}.problems.txt`), wrong.join('\n'));
  if (failed.length > 0 || wrong.length > 0) process.exitCode = 1;
}

/**
 * @param {import('../../test/projects.mjs').Project[]} projects
 * @param {import('../ci/suite_result.mjs').SuiteResult} suite
 */
function only(projects, { tests, broken }) {
  const isOfThem = (/** @type {{ file: string }} */ { file }) =>
    projectsOf(file).some((project) => projects.includes(project));
  return { tests: tests.filter(isOfThem), broken: broken.filter(isOfThem) };
}

async function runHere() {
  const report = join(results, 'suite.json');
  say(`running the suite on ${process.platform}-${process.arch}, to compare with`);
  await run(['npm', 'test', '--', '--reporter=json', `--outputFile.json=${report}`], { cwd: root });
  return report;
}
