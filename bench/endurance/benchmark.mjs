// Checks that nothing is left behind: memory, threads, buffers, handles.
import { atMost, mustHold } from '../acceptance.mjs';
import { inChild } from '../measuring/child.mjs';
import { median, slope } from '../measuring/statistics.mjs';

const MEBIBYTE = 1024 * 1024;

// Smaller growth cannot be told from an allocator that keeps pages.
const FLAT = 0.03;

function rowOf(name, { samples, threads, unreturnedBuffers, openHandles }) {
  // The first third warms up: caches fill, functions are compiled, the heap finds its size.
  const after = samples.slice(Math.floor(samples.length / 3));
  const half = Math.floor(after.length / 2);
  const resident = (part) => median(part.map(([, bytes]) => bytes));
  const early = resident(after.slice(0, half));
  const late = resident(after.slice(-half));
  return {
    what: name,
    'RSS after warm-up, MiB': early / MEBIBYTE,
    'RSS at the end, MiB': late / MEBIBYTE,
    growth: late / early - 1,
    'slope, bytes each': slope(after),
    'threads left': threads,
    'buffers not returned': unreturnedBuffers,
    'handles left open': openHandles,
  };
}

export const endurance = {
  title: 'Ten thousand connections, a hundred workers',

  async run({ quick }) {
    const run = (file, task) => inChild(new URL(file, import.meta.url), task);
    const cycles = quick ? { rounds: 1_500, every: 50 } : { rounds: 10_000, every: 200 };
    const workers = quick ? { rounds: 24, every: 2 } : { rounds: 100, every: 4 };
    const rows = [
      rowOf(`${cycles.rounds} × connect, enumerate, disconnect`, await run('cycles.mjs', cycles)),
      rowOf(`${workers.rounds} × a worker, terminated`, await run('workers.mjs', workers)),
    ];
    return {
      tables: [{ title: 'What is left behind', rows }],
      checks: rows.flatMap((row) => [
        atMost(FLAT, row.growth, `${row.what}: growth of RSS after warm-up`),
        mustHold(row['buffers not returned'] === 0, `${row.what}: every buffer returned`),
        mustHold(row['handles left open'] === 0, `${row.what}: every handle closed`),
        ...(row['threads left'] === undefined
          ? []
          : [mustHold(row['threads left'] === 0, `${row.what}: no thread left`)]),
      ]),
      notes: rows.some((row) => row['threads left'] === undefined)
        ? ['This system does not show the names of threads, so remaining threads are not counted.']
        : [],
    };
  },
};
