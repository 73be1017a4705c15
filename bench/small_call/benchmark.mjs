// The smallest call, disconnectPort by handle, shows the fixed cost of a call.
import { atMost } from '../acceptance.mjs';
import { inTurns } from '../measuring/in_turns.mjs';
import { median } from '../measuring/statistics.mjs';

const SUBJECTS = ['rras', 'koffi', 'AsyncWorker'];
const AT_ONCE = 1_000;

export const smallCall = {
  title: 'A small call',

  async run({ quick }) {
    const effort = quick
      ? { calls: 10_000, volleys: 30, atOnce: AT_ONCE }
      : { calls: 20_000, volleys: 100, atOnce: AT_ONCE };
    const tasks = SUBJECTS.map((subject) => [subject, { subject, ...effort }]);
    const module = new URL('process.mjs', import.meta.url);
    const reports = await inTurns(module, Object.fromEntries(tasks), quick ? 3 : 11);

    const rows = (kind, calls) =>
      SUBJECTS.map((subject) => {
        const figure = (name) =>
          median(reports[subject].map((report) => report[kind][name])) / calls / 1e3;
        return {
          subject,
          'median, µs': figure('median'),
          'p99, µs': figure('p99'),
          'main thread, µs': figure('mainThread'),
        };
      });
    const single = rows('single', 1);
    const of = (subject) => single.find((row) => row.subject === subject)['median, µs'];
    return {
      tables: [
        { title: 'disconnectPort by handle, one call after another', rows: single },
        {
          title: `disconnectPort by handle, ${AT_ONCE} calls at once: times for each of them`,
          rows: rows('together', AT_ONCE),
        },
      ],
      checks: [
        atMost(1, of('rras') / of('koffi'), "One small call: median round trip, in koffi's async"),
      ],
    };
  },
};
