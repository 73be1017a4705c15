// The time before a program can begin: the import, and the first connect.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { atMost, mustHold } from '../acceptance.mjs';
import { median } from '../measuring/statistics.mjs';

const path = (file) => fileURLToPath(new URL(file, import.meta.url));
const MODULES = {
  'an empty module': new URL('empty.mjs', import.meta.url).href,
  rras: 'rras',
  'rras/simulator': 'rras/simulator',
};

// As a user starts it: without flags and without a fork's channel.
function run(program, ...argv) {
  const begin = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, [path(program), ...argv], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  return { ...JSON.parse(stdout), whole: performance.now() - begin };
}

export const startUp = {
  title: 'Start-up',

  async run({ quick }) {
    const times = quick ? 10 : 60;
    const reports = Object.fromEntries(Object.keys(MODULES).map((name) => [name, []]));
    const connects = [];
    for (let time = 0; time < times; time += 1) {
      for (const [name, specifier] of Object.entries(MODULES)) {
        reports[name].push(run('import.mjs', specifier));
      }
      connects.push(run('connect.mjs'));
    }
    const { addons } = run('import.mjs', 'rras', '--libraries');

    const figure = (name, column) => median(reports[name].map((report) => report[column]));
    const above = (name, column) => figure(name, column) - figure('an empty module', column);
    const rows = Object.keys(MODULES).map((module) => ({
      module,
      'import, ms': figure(module, 'time'),
      'above the empty one, ms': above(module, 'time'),
      'whole process, ms': figure(module, 'whole'),
      'process above the empty one, ms': above(module, 'whole'),
    }));
    return {
      tables: [
        { title: 'Importing', rows },
        {
          title: 'Connecting',
          rows: [
            {
              'first, ms': median(connects.map(({ first }) => first)),
              'second, ms': median(connects.map(({ second }) => second)),
            },
          ],
        },
      ],
      checks: [
        atMost(15, above('rras', 'time'), "import 'rras': above an empty module, ms"),
        atMost(
          15,
          above('rras', 'whole'),
          "import 'rras': the whole process above one with an empty module, ms",
        ),
        mustHold(addons.length === 0, 'No addon is loaded by the import'),
      ],
    };
  },
};
