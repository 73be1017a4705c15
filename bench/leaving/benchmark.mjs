// The time that a process takes to exit, at every stage of a connection's life and in every way. The programs
// are those of the test that it exits at all.
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { atMost } from '../acceptance.mjs';
import { median } from '../measuring/statistics.mjs';

const PROGRAM = fileURLToPath(new URL('../../test/call/leaving.mjs', import.meta.url));
const LIMIT = 500;
// A process that waits for a hung call would never end.
const PATIENCE = 20_000;

const STAGES = [
  'created',
  'connecting',
  'connected',
  'in-flight',
  'hung',
  'given-up',
  'closing',
  'failed',
  'closed',
];
const WAYS = {
  exit: 'process.exit',
  throw: 'an uncaught error',
  terminate: 'worker.terminate',
  interrupt: 'SIGINT',
  end: 'nothing left to do',
};
// An awaited operation keeps the process alive, as any operation of Node does. Windows has no such signal.
const AWAITED = ['connecting', 'hung', 'closing'];
const goes = (stage, way) =>
  !(way === 'end' && AWAITED.includes(stage)) &&
  !(way === 'interrupt' && process.platform === 'win32');

/** Milliseconds from the request to exit until the process has ended; for a worker, until the main thread goes on. */
function timeToLeave(stage, way) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, stage, way], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let wish;
    let gone;
    child.stdout.on('data', (data) => {
      const now = performance.now();
      output += data;
      if (output.includes('leaving')) wish ??= now;
      if (output.includes('alive')) gone ??= now;
    });
    child.on('error', reject);
    child.on('exit', () => {
      gone ??= performance.now();
    });
    child.on('close', (_code, signal) => {
      if (wish === undefined) reject(new Error(`The process did not reach the stage ${stage}`));
      else resolve(signal === 'SIGKILL' ? Number.POSITIVE_INFINITY : gone - wish);
    });
  });
}

export const leaving = {
  title: 'Leaving',

  async run({ quick }) {
    const times = quick ? 1 : 7;
    const samples = new Map();
    for (let time = 0; time < times; time += 1) {
      for (const stage of STAGES) {
        for (const way of Object.keys(WAYS).filter((each) => goes(stage, each))) {
          const key = `${stage} ${way}`;
          samples.set(key, [...(samples.get(key) ?? []), await timeToLeave(stage, way)]);
        }
      }
    }
    const figure = (stage, way) => {
      const all = samples.get(`${stage} ${way}`);
      return all === undefined ? undefined : median(all);
    };
    const rows = STAGES.map((stage) => ({
      stage,
      ...Object.fromEntries(
        Object.entries(WAYS).map(([way, title]) => [`${title}, ms`, figure(stage, way)]),
      ),
    }));
    const slowest = Math.max(...[...samples.values()].flat());
    return {
      tables: [{ title: 'From the request to exit to the end, medians', rows }],
      checks: [atMost(LIMIT, slowest, 'The slowest of all, ms')],
    };
  },
};
