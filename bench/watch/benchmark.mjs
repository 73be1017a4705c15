// Watches one server on which nothing changes, and fleets on which a few sessions change between two readings.
import { atMost, growthOfRss, warmUpFor } from '../acceptance.mjs';
import { inTurns } from '../measuring/in_turns.mjs';
import { median } from '../measuring/statistics.mjs';

const INTERVAL = 5_000;
const FLEETS = [1, 20, 100];
const SESSIONS = 500;

const fleetName = (servers) => `${servers} x ${SESSIONS}`;

export const watch = {
  title: 'Watching servers',

  async run({ quick, minutes = quick ? 0.35 : 2 }) {
    const module = new URL('process.mjs', import.meta.url);
    const idle = (sessions) => ({ servers: 1, sessions, interval: 1, seconds: quick ? 3 : 10 });
    const idleReports = await inTurns(
      module,
      { [SESSIONS]: idle(SESSIONS), 10000: idle(10_000) },
      quick ? 1 : 5,
    );
    const unchanged = Object.entries(idleReports).map(([sessions, reports]) => {
      const reading = median(reports.map(({ perReading }) => perReading));
      const parsing = median(reports.map(({ parsing }) => parsing));
      return {
        sessions: Number(sessions),
        'a reading, main thread, ms': reading / 1e6,
        'JSON.parse of it, ms': parsing / 1e6,
        'in JSON.parse': reading / parsing,
        'collections in 100 readings': median(
          reports.map(({ collections, readings }) => (100 * collections.count) / readings),
        ),
      };
    });

    const fleet = (servers) => ({
      servers,
      sessions: SESSIONS,
      interval: INTERVAL,
      changes: 0.01,
      warmUp: warmUpFor(minutes),
      seconds: minutes * 60,
    });
    const tasks = FLEETS.map((servers) => [fleetName(servers), fleet(servers)]);
    const fleetReports = await inTurns(module, Object.fromEntries(tasks), 1);
    const fleets = FLEETS.map((servers) => {
      const [of] = fleetReports[fleetName(servers)];
      return {
        fleet: fleetName(servers),
        'main thread, % of a core': 100 * of.share,
        'without watches, %': 100 * of.idleShare,
        'loop delay p99, ms': of.p99,
        'without watches, ms': of.idleP99,
        'max, ms': of.max,
        'RSS, MB': of.rss,
        'growth, MB a minute': of.growth,
        'collections a minute': of.collections.count / minutes,
        'their time, ms a minute': of.collections.milliseconds / minutes,
        changes: of.told,
      };
    });
    const largest = fleets.at(-1);
    return {
      tables: [
        { title: 'A reading in which nothing changed', rows: unchanged },
        { title: `Every ${INTERVAL / 1000} s, 1 % of the sessions change`, rows: fleets },
      ],
      notes: [
        'The time of a reading is above that of a timer alone.',
        `The fleets were watched for ${minutes} minutes each.`,
      ],
      checks: [
        ...unchanged.map((row) =>
          atMost(
            0.1,
            row['in JSON.parse'],
            `${row.sessions.toLocaleString('en')} unchanged sessions: main-thread time of a reading, in JSON.parse's`,
          ),
        ),
        atMost(
          10,
          largest['main thread, % of a core'],
          `${largest.fleet}: main thread, % of a core`,
        ),
        atMost(
          10,
          largest['loop delay p99, ms'],
          `${largest.fleet}: p99 of the event loop's delay, ms`,
        ),
        ...growthOfRss(largest['growth, MB a minute'], minutes, largest.fleet),
      ],
    };
  },
};
