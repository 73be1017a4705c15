// Calls a healthy server while other servers hang.
import { atMost, mustHold } from '../acceptance.mjs';
import { inTurns } from '../measuring/in_turns.mjs';
import { median } from '../measuring/statistics.mjs';

const HUNG = [0, 4, 64, 256];
const BLOCKED = 'blocked';
const OPERATIONS = { call: 'call', stat: 'fs.stat', immediate: 'setImmediate' };

// By default libuv's pool has four threads. With one, everything that needs the pool waits for its holder.
const onePoolThread = { env: { UV_THREADPOOL_SIZE: '1' } };

const tasksOf = (samples) => ({
  ...Object.fromEntries(HUNG.map((hung) => [`rras, ${hung}`, { subject: 'rras', hung, samples }])),
  'rras, one pool thread, 0': { subject: 'rras', hung: 0, samples, options: onePoolThread },
  'rras, one pool thread, 256': { subject: 'rras', hung: 256, samples, options: onePoolThread },
});

const koffiTask = (hung, samples) => ({ [`koffi, ${hung}`]: { subject: 'koffi', hung, samples } });

function rowOf(name, reports) {
  const place = name.lastIndexOf(', ');
  const row = {
    subject: name.slice(0, place),
    hung: Number(name.slice(place + 2)),
    'inside the library': median(reports.map(({ entered }) => entered)),
  };
  for (const [operation, title] of Object.entries(OPERATIONS)) {
    const all = reports.map((report) => report[operation]);
    for (const share of ['p50', 'p99']) {
      row[`${title} ${share}, µs`] = all.includes(BLOCKED)
        ? BLOCKED
        : median(all.map((figure) => figure?.[share])) / 1e3;
    }
  }
  return row;
}

export const hungServers = {
  title: 'A healthy server beside hung ones',

  async run({ quick }) {
    const module = new URL('process.mjs', import.meta.url);
    // V8 still compiles during the first thousands of calls, for milliseconds at a time: among 3,000 samples
    // that alone moved the p99 by half from one process to the next.
    const samples = quick ? 500 : 12_000;
    const times = quick ? 3 : 9;
    const reports = await inTurns(module, tasksOf(samples), times);
    const rows = Object.entries(reports).map(([name, all]) => rowOf(name, all));
    // koffi, with as many hung servers as it can take.
    for (const hung of HUNG) {
      const [[name, all]] = Object.entries(
        await inTurns(module, koffiTask(hung, samples), hung === 0 ? times : 1),
      );
      const row = rowOf(name, all);
      rows.push(row);
      if (row['call p50, µs'] === BLOCKED) break;
    }

    const row = (subject, hung) => rows.find((r) => r.subject === subject && r.hung === hung);
    const growth = (subject, operation) => {
      const column = `${operation} p99, µs`;
      return row(subject, 256)[column] / row(subject, 0)[column];
    };
    return {
      tables: [{ title: 'Times beside so many hung servers', rows }],
      checks: [
        atMost(
          2,
          growth('rras', 'call'),
          '256 hung servers: p99 of a call to the healthy one, in that without',
        ),
        atMost(2, growth('rras', 'fs.stat'), '256 hung servers: p99 of fs.stat, in that without'),
        atMost(
          2,
          growth('rras', 'setImmediate'),
          '256 hung servers: p99 of setImmediate, in that without',
        ),
        atMost(
          2,
          growth('rras, one pool thread', 'call'),
          "The same with a single thread in libuv's pool: call",
        ),
        atMost(
          2,
          growth('rras, one pool thread', 'fs.stat'),
          "The same with a single thread in libuv's pool: fs.stat",
        ),
        mustHold(
          row('rras, one pool thread', 256)['inside the library'] === 256,
          "All 256 calls hang inside the library with a single thread in libuv's pool: none of them is on it",
        ),
      ],
    };
  },
};
