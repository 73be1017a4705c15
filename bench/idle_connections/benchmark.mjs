// The cost of an idle connection, and of a hung call.
import { mustHold } from '../acceptance.mjs';
import { inTurns } from '../measuring/in_turns.mjs';
import { median } from '../measuring/statistics.mjs';

const KIBIBYTE = 1024;

export const idleConnections = {
  title: 'Idle connections and hung calls',

  async run({ quick }) {
    const task = quick ? { connections: 5_000, hung: 64 } : { connections: 20_000, hung: 256 };
    const module = new URL('process.mjs', import.meta.url);
    const { all } = await inTurns(module, { all: task }, quick ? 1 : 5);
    const row = (phase, what) => ({
      what,
      'RSS, KiB each': median(all.map((report) => report[phase].resident)) / KIBIBYTE,
      'JavaScript heap, KiB each': median(all.map((report) => report[phase].heap)) / KIBIBYTE,
      'threads, all': median(all.map((report) => report[phase].threads ?? Number.NaN)),
    });
    const idle = row('idle', `${task.connections} idle connections`);
    return {
      tables: [
        {
          title: 'Memory, the simulated server handle included',
          rows: [idle, row('hung', `${task.hung} hung calls`)],
        },
      ],
      checks:
        all[0].idle.threads === undefined
          ? []
          : [mustHold(idle['threads, all'] === 0, 'No thread for a connection that is idle')],
    };
  },
};
