// Reads 30,000 ports every second, and measures how long everything else in the program has to wait.
import { atMost } from '../acceptance.mjs';
import { inTurns } from '../measuring/in_turns.mjs';
import { median } from '../measuring/statistics.mjs';

const SUBJECTS = ['rras', 'koffi'];
const PORTS = 30_000;

export const polling = {
  title: `${PORTS.toLocaleString('en')} ports polled every second`,

  async run({ quick }) {
    const seconds = quick ? 3 : 15;
    const tasks = SUBJECTS.map((subject) => [subject, { subject, ports: PORTS, seconds }]);
    const module = new URL('process.mjs', import.meta.url);
    const reports = await inTurns(module, Object.fromEntries(tasks), quick ? 1 : 5);
    const figure = (subject, phase, name) =>
      median(reports[subject].map((report) => report[phase][name]));
    const above = (subject, name) =>
      figure(subject, 'polling', name) - figure(subject, 'idle', name);
    const rows = SUBJECTS.flatMap((subject) =>
      ['idle', 'polling'].map((phase) => ({
        subject,
        phase,
        'p50, ms': figure(subject, phase, 'p50'),
        'p99, ms': figure(subject, phase, 'p99'),
        'max, ms': figure(subject, phase, 'max'),
        'worst in a second, ms': figure(subject, phase, 'worst'),
      })),
    );
    return {
      tables: [{ title: 'Delay of the event loop, sampled every millisecond', rows }],
      checks: [
        atMost(20, above('rras', 'p99'), 'Polling: p99 of the delay above idle, ms'),
        atMost(20, above('rras', 'worst'), 'Polling: the worst delay in a second above idle, ms'),
      ],
    };
  },
};
