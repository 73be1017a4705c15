// Enumerates all ports of a server with the package, with koffi, and with a bare loop in C; and makes as many objects in a
// bare loop of JavaScript.
import { atMost } from '../acceptance.mjs';
import { inTurns } from '../measuring/in_turns.mjs';
import { median } from '../measuring/statistics.mjs';

const SUBJECTS = ['rras', 'koffi', 'bare objects', 'C loop'];

/** The number of calls in a process, by the number of ports. */
const CALLS = new Map([
  [100, 1_000],
  [1_000, 400],
  [10_000, 80],
  [30_000, 50],
]);

async function measure(ports, { calls, times }) {
  const tasks = SUBJECTS.map((subject) => [subject, { subject, ports, calls }]);
  const module = new URL('process.mjs', import.meta.url);
  const reports = await inTurns(module, Object.fromEntries(tasks), times);
  const figure = (subject, pick) => median(reports[subject].map(pick));
  const floor = figure('C loop', ({ whole }) => whole);
  return SUBJECTS.map((subject) => {
    const whole = figure(subject, (report) => report.whole);
    const mainThread = figure(subject, (report) => report.mainThread);
    const makesPorts = subject !== 'C loop';
    const asksServer = subject !== 'bare objects';
    return {
      ports,
      subject,
      'main thread, ms': mainThread / 1e6,
      'whole, ms': asksServer ? whole / 1e6 : undefined,
      'main, ns/port': mainThread / ports,
      'whole, ns/port': asksServer ? whole / ports : undefined,
      'whole, C loops': asksServer ? whole / floor : undefined,
      'heap, bytes/port': makesPorts ? figure(subject, ({ heap }) => heap) / ports : undefined,
    };
  });
}

export const enumerate = {
  title: 'Enumerating the ports of a server',

  async run({ quick }) {
    const rows = [];
    for (const [ports, calls] of CALLS) {
      const effort = quick ? { calls: Math.ceil(calls / 4), times: 1 } : { calls, times: 7 };
      rows.push(...(await measure(ports, effort)));
    }
    const of = (ports, subject, column) =>
      rows.find((row) => row.ports === ports && row.subject === subject)[column];
    const growth = (subject, column) => of(30_000, subject, column) / of(1_000, subject, column);
    const mainThread = 'main, ns/port';
    const whole = 'whole, ns/port';
    return {
      tables: [{ title: 'All ports of one server', rows }],
      notes: [
        `The C loop's cost of a port at 30,000 is ${growth('C loop', whole).toFixed(2)} times that at 1,000.`,
        ...[10_000, 30_000].map((ports) => {
          const inKoffi = of(ports, 'bare objects', mainThread) / of(ports, 'koffi', mainThread);
          return `The objects of ${ports.toLocaleString('en')} ports alone take ${inKoffi.toFixed(4)} of koffi's main-thread time.`;
        }),
      ],
      checks: [
        ...[10_000, 30_000].flatMap((ports) => {
          const many = `${ports.toLocaleString('en')} ports`;
          return [
            atMost(
              1 / 20,
              of(ports, 'rras', mainThread) / of(ports, 'koffi', mainThread),
              `${many}: main-thread time, in koffi's`,
            ),
            atMost(
              2.5,
              of(ports, 'rras', 'whole, C loops'),
              `${many}: whole time of the promise, in C loops`,
            ),
          ];
        }),
        atMost(
          1.5,
          growth('rras', mainThread),
          "30,000 ports: a port's main-thread time, in that at 1,000",
        ),
        atMost(1.5, growth('rras', whole), "30,000 ports: a port's whole time, in that at 1,000"),
      ],
    };
  },
};
