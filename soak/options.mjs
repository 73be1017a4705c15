// Reads the options of `npm run soak`.

import { parseArgs } from 'node:util';
import { sizes } from './world/sizes.mjs';

const usage = `Usage: npm run soak -- [--minutes N | --seconds N] [--seed S] [--world full|small] [--workers N]
                        [--svg FILE] [--results FILE] [--windows] [--arch x64|ia32]

  --minutes N, --seconds N   for how long; one minute without either
  --seed S                   what happens, as far as threads let it be decided; without it, another each time
  --world full|small         36 servers with thousands of ports, or 6 with some dozens
  --workers N                how many at a time; 2 in the full world, 1 in the small one
  --svg FILE                 where the figures are drawn; the samples go beside it, as JSON
  --results FILE             counts the soak as one test, for the tally of CI
  --windows                  on Windows Node under Wine, in a copy of the tree
  --arch x64|ia32            of that Windows Node; x64 without it`;

/** @param {string[]} args */
export function readCommandLine(args) {
  try {
    return commandLine(args);
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

function commandLine(args) {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string' },
      world: { type: 'string', default: 'full' },
      workers: { type: 'string' },
      svg: { type: 'string', default: '.cache/soak.svg' },
      results: { type: 'string' },
      windows: { type: 'boolean', default: false },
      arch: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  if (values.minutes !== undefined && values.seconds !== undefined) {
    throw new Error('--minutes and --seconds cannot be combined');
  }
  const { world, svg, results, windows } = values;
  if (!Object.hasOwn(sizes, world)) throw new Error(`there is no world ${world}`);
  if (!svg.endsWith('.svg')) throw new Error(`--svg ${svg} must end in .svg`);
  const seconds =
    values.minutes === undefined
      ? duration(values, 'seconds', 60)
      : 60 * duration(values, 'minutes');
  const workers = values.workers === undefined ? sizes[world].workers : Number(values.workers);
  if (!(Number.isInteger(workers) && workers >= 0 && workers <= 100)) {
    throw new Error(`--workers ${values.workers} must be a whole number up to 100`);
  }
  if (values.arch !== undefined && !windows) throw new Error('--arch is for --windows');
  const { arch = 'x64' } = values;
  if (!['x64', 'ia32'].includes(arch)) throw new Error(`there is no Windows Node for ${arch}`);
  const seed = values.seed ?? String(Math.floor(Math.random() * 1e9));
  return { seconds, seed, world, workers, svg, results, windows, arch };
}

function duration(values, name, byDefault) {
  const text = values[name] ?? byDefault;
  const number = Number(text);
  if (!(number > 0 && number <= 100_000)) throw new Error(`--${name} ${text} must be above 0`);
  return number;
}
