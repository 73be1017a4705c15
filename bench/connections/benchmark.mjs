// Lists the connections and the sessions of a server with the package, with koffi, with JSON.parse of the same
// objects, and with a bare loop in C, at each level that servers have.
import { atMost } from '../acceptance.mjs';
import { inTurns } from '../measuring/in_turns.mjs';
import { median } from '../measuring/statistics.mjs';

const SUBJECTS = ['rras', 'koffi', 'JSON.parse', 'C loop'];

/** The servers, with what they have of the API. The package asks for the levels in this order. */
const SERVERS = {
  '2008 R2 and later': { generation: '2016' },
  2008: { generation: '2008', levels: [0, 3, 1] },
  '2000 and 2003': { generation: '2003', levels: [0, 2, 1] },
  'NT 4': { generation: 'nt4', levels: [0] },
};

/** The number of calls in a process, by the number of connections. */
const CALLS = new Map([
  [100, 400],
  [1_000, 100],
  [10_000, 20],
]);

const MOST = 10_000;

async function measure(title, subjects, task, times) {
  const tasks = subjects.map((subject) => [subject, { subject, ...task }]);
  const module = new URL('process.mjs', import.meta.url);
  const reports = await inTurns(module, Object.fromEntries(tasks), times);
  const figure = (subject, pick) => median(reports[subject].map(pick));
  return subjects.map((subject) => {
    const whole = figure(subject, (report) => report.whole);
    const mainThread = figure(subject, (report) => report.mainThread);
    const { connections } = task;
    const hasHeap = subject !== 'C loop';
    return {
      listing: title,
      connections,
      subject,
      'main thread, ms': mainThread / 1e6,
      // Parsing is no call.
      'whole, ms': subject === 'JSON.parse' ? undefined : whole / 1e6,
      'main, µs each': mainThread / connections / 1e3,
      'heap, bytes each': hasHeap ? figure(subject, ({ heap }) => heap) / connections : undefined,
    };
  });
}

export const connections = {
  title: 'Listing the connections of a server',

  async run({ quick }) {
    const times = quick ? 1 : 5;
    const rows = [];
    for (const [server, { generation, levels }] of Object.entries(SERVERS)) {
      for (const [count, calls] of CALLS) {
        const effort = { connections: count, calls: quick ? Math.ceil(calls / 4) : calls };
        const title = `connections, ${server}`;
        rows.push(...(await measure(title, SUBJECTS, { generation, levels, ...effort }, times)));
      }
    }
    for (const [count, calls] of CALLS) {
      const effort = { connections: count, calls: quick ? Math.ceil(calls / 4) : calls };
      const task = { method: 'enumSessions', ...effort };
      rows.push(...(await measure('sessions', ['rras', 'JSON.parse'], task, times)));
    }
    const of = (listing, subject, column) =>
      rows.find(
        (row) => row.listing === listing && row.connections === MOST && row.subject === subject,
      )[column];
    const ratio = (listing, subject, column) =>
      of(listing, 'rras', column) / of(listing, subject, column);
    const [newest, ...older] = Object.keys(SERVERS).map((server) => `connections, ${server}`);
    const mainThread = 'main thread, ms';
    return {
      tables: [{ title: 'Everything of one server', rows }],
      checks: [
        atMost(
          0.5,
          ratio(newest, 'JSON.parse', mainThread),
          "10,000 connections: main-thread time, in JSON.parse's",
        ),
        atMost(
          0.1,
          ratio(newest, 'koffi', mainThread),
          "10,000 connections: main-thread time, in koffi's",
        ),
        atMost(
          3,
          ratio(newest, 'C loop', 'whole, ms'),
          '10,000 connections: whole time of the promise, in C loops',
        ),
        ...older.map((listing) =>
          atMost(
            1,
            ratio(listing, 'JSON.parse', mainThread),
            `10,000 ${listing}: main-thread time, in JSON.parse's`,
          ),
        ),
      ],
    };
  },
};
