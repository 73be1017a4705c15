// Scrapes the metrics of a fleet while it is watched, without and with servers that hang or refuse.
import { atMost, growthOfRss, mustHold, warmUpFor } from '../acceptance.mjs';
import { inTurns } from '../measuring/in_turns.mjs';

const SERVERS = 100;
const SESSIONS = 500;
const INTERVAL = 5_000;
const HANGING = 20;
const REFUSING = 10;

const healthy = 'all answer';
const troubled = `beside ${HANGING} that hang and ${REFUSING} that refuse`;

export const fleet = {
  title: 'Metrics of a fleet',

  async run({ quick, minutes = quick ? 0.35 : 2 }) {
    const module = new URL('process.mjs', import.meta.url);
    const usual = {
      servers: SERVERS,
      sessions: SESSIONS,
      interval: INTERVAL,
      changes: 0.01,
      warmUp: warmUpFor(minutes),
      seconds: minutes * 60,
    };
    const reports = await inTurns(
      module,
      {
        [healthy]: { ...usual, hanging: 0, refusing: 0 },
        [troubled]: { ...usual, hanging: HANGING, refusing: REFUSING },
      },
      1,
    );
    const rows = Object.entries(reports).map(([name, [of]]) => ({
      [`${SERVERS} x ${SESSIONS}`]: name,
      'scrape p50, ms': of.scrapeP50,
      'scrape max, ms': of.scrapeMax,
      'its size, kB': of.bytes / 1000,
      'loop delay p99, ms': of.p99,
      'max, ms': of.max,
      'fewest readings of a server': of.fewest,
      'intervals in the time': of.expected,
      lost: of.lost,
      'RSS, MB': of.rss,
      'growth, MB a minute': of.growth,
    }));
    const checks = Object.entries(reports).flatMap(([name, [of]]) => [
      atMost(100, of.scrapeMax, `${name}: the longest scrape, ms`),
      atMost(20, of.p99, `${name}: p99 of the event loop's delay, ms`),
      mustHold(
        of.fewest >= of.expected - 1,
        `${name}: every server that answers is read once in each interval`,
      ),
      ...growthOfRss(of.growth, minutes, name),
    ]);
    const [{ lost }] = reports[troubled];
    return {
      tables: [{ title: `Every server is asked every ${INTERVAL / 1000} s`, rows }],
      notes: [
        `Each was watched for ${minutes} minutes, and 1 % of its sessions changed in each interval.`,
      ],
      checks: [
        ...checks,
        mustHold(lost === HANGING + REFUSING, 'Those that hang or refuse are lost'),
      ],
    };
  },
};
