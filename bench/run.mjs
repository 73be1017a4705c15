// npm run bench [-- [--quick] [--json FILE] [--minutes N] [NAME...]]: runs the benchmarks, after `npm run build`.
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { command } from './command/benchmark.mjs';
import { connections } from './connections/benchmark.mjs';
import { endurance } from './endurance/benchmark.mjs';
import { enumerate } from './enumerate/benchmark.mjs';
import { fleet } from './fleet/benchmark.mjs';
import { hungServers } from './hung_servers/benchmark.mjs';
import { idleConnections } from './idle_connections/benchmark.mjs';
import { leaving } from './leaving/benchmark.mjs';
import { buildNative } from './native/build.mjs';
import { polling } from './polling/benchmark.mjs';
import { table, verdict } from './report.mjs';
import { sessions } from './sessions/benchmark.mjs';
import { smallCall } from './small_call/benchmark.mjs';
import { startUp } from './start_up/benchmark.mjs';
import { watch } from './watch/benchmark.mjs';

const benchmarks = {
  enumerate,
  connections,
  sessions,
  'small-call': smallCall,
  'hung-servers': hungServers,
  polling,
  watch,
  fleet,
  'start-up': startUp,
  command,
  leaving,
  'idle-connections': idleConnections,
  endurance,
};

const usage = `Usage: npm run bench [-- [--quick] [--json FILE] [--minutes N] [NAME...]]

  --quick      fewer rounds: shows that everything runs, its figures are rough
  --json FILE  writes the results to FILE, too
  --minutes N  watches each fleet for N minutes instead of two
  NAME         one or more of ${Object.keys(benchmarks).join(', ')}; all without a name

Ends with 1 when a figure is above its limit.`;

function commandLine() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      minutes: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  for (const name of positionals) {
    if (!(name in benchmarks)) throw new Error(`There is no benchmark ${name}.`);
  }
  const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
  if (minutes !== undefined && !(minutes > 0)) throw new Error('--minutes needs a number above 0.');
  return {
    ...values,
    minutes,
    names: positionals.length === 0 ? Object.keys(benchmarks) : positionals,
  };
}

function readCommandLine() {
  try {
    return commandLine();
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const { quick, json, help, minutes, names } = readCommandLine();
if (help) {
  console.log(usage);
  process.exit();
}

buildNative();
const results = {
  node: process.version,
  system: `${process.platform}-${process.arch}`,
  cores: availableParallelism(),
  quick,
  benchmarks: {},
};
console.log(
  `Node ${process.version}, ${results.system}, ${results.cores} cores, load ${loadavg()[0].toFixed(1)}, against the simulator${quick ? ', few rounds' : ''}\n`,
);
let failures = 0;
for (const name of names) {
  const benchmark = benchmarks[name];
  const load = loadavg()[0];
  console.log(`== ${name}: ${benchmark.title}\n`);
  const { tables, notes = [], checks } = await benchmark.run({ quick, minutes });
  for (const each of tables) console.log(table(each));
  for (const note of notes) console.log(`${note}\n`);
  for (const check of checks) console.log(verdict(check));
  console.log();
  failures += checks.filter(({ passed }) => !passed).length;
  results.benchmarks[name] = { load: [load, loadavg()[0]], tables, checks };
}
if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);
console.log(
  failures === 0
    ? 'All figures are within their limits.'
    : `${failures} figures are beyond their limits.`,
);
process.exitCode = failures === 0 ? 0 : 1;
