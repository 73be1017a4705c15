// The time that a run of `rras` takes: whole processes, compared with `node -e 0`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { atMost } from '../acceptance.mjs';
import { median } from '../measuring/statistics.mjs';

const rras = fileURLToPath(new URL('../../dist/cli/rras.js', import.meta.url));
const PORTS = 10_000;

function time(argv) {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - begin;
}

export const command = {
  title: 'The command line',

  async run({ quick }) {
    const folder = mkdtempSync(join(tmpdir(), 'rras-bench-'));
    try {
      return measure(folder, quick ? 5 : 30);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function measure(folder, times) {
  const lab = join(folder, 'lab.yaml');
  writeFileSync(lab, `servers: [{ name: RAS01, ports: { sstp: ${PORTS} } }]\n`);
  const lines = {
    'node -e 0': ['-e', '0'],
    'rras --version': [rras, '--version'],
    'rras explain 903': [rras, 'explain', '903'],
    'rras ports --sim': [rras, 'ports', '--sim'],
    [`rras ports --sim, ${PORTS} ports`]: [rras, 'ports', `--sim=${lab}`],
    [`rras ports --json --sim, ${PORTS} ports`]: [rras, 'ports', '--json', `--sim=${lab}`],
  };
  // In turns, so that other load on the machine affects all of them alike.
  const taken = Object.fromEntries(Object.keys(lines).map((name) => [name, []]));
  for (let round = 0; round < times; round += 1) {
    for (const [name, argv] of Object.entries(lines)) taken[name].push(time(argv));
  }
  const above = (name) => median(taken[name]) - median(taken['node -e 0']);
  return {
    tables: [
      {
        title: 'Whole processes',
        rows: Object.keys(lines).map((name) => ({
          command: name,
          'median, ms': median(taken[name]),
          'above node -e 0, ms': above(name),
        })),
      },
    ],
    checks: [
      atMost(60, above('rras --version'), 'rras --version: above node -e 0, ms'),
      atMost(
        300,
        above(`rras ports --sim, ${PORTS} ports`),
        `rras ports --sim with ${PORTS} ports: above node -e 0, ms`,
      ),
    ],
  };
}
