// Watches a fleet of simulated servers, of which some hang and some refuse, and answers scrapes of its metrics over HTTP
// meanwhile.
import { createServer, get } from 'node:http';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { Fleet, watchFleet } from 'rras/fleet';
import { Metrics } from 'rras/metrics';
import { Simulator } from 'rras/simulator';
import { report, task } from '../measuring/child.mjs';
import { quantile, slope } from '../measuring/statistics.mjs';
import { changeSessions, crowd } from '../subjects/scene.mjs';

const { servers, sessions, hanging, refusing, interval, changes, warmUp, seconds } = task();
const BETWEEN_SCRAPES = 1_000;
const ERROR_ACCESS_DENIED = 5;

const simulator = new Simulator();
const scene = Array.from({ length: servers }, (_, index) => {
  const simulated = simulator.addServer(`RAS${index}`);
  crowd(simulated, sessions);
  return simulated;
});
simulator.step(90);
const hangs = Array.from({ length: hanging }, (_, index) =>
  simulator.addServer(`HUNG${index}`).hang('MprAdminPortEnum'),
);
for (let index = 0; index < refusing; index += 1) {
  simulator.addServer(`CLOSED${index}`).fail('MprAdminPortEnum', ERROR_ACCESS_DENIED);
}
const names = [
  ...scene.map(({ name }) => name),
  ...hangs.map((_, index) => `HUNG${index}`),
  ...Array.from({ length: refusing }, (_, index) => `CLOSED${index}`),
];

const metrics = new Metrics();
const readings = new Map();
const fleet = new Fleet(names, { library: simulator });
const watch = watchFleet(fleet, { interval, readings: 'totals', timeout: 10_000 });
const following = (async () => {
  for await (const change of watch) {
    metrics.add(change);
    if (change.type === 'reading') {
      readings.set(change.server, (readings.get(change.server) ?? 0) + 1);
    }
  }
})();

const endpoint = createServer((_, response) => response.end(metrics.text()));
await new Promise((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
const { port } = endpoint.address();
let bytes = 0;

function scrape() {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, agent: false }, (response) => {
      bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve(performance.now() - begin));
    }).on('error', reject);
  });
}

let round = 0;

/** Sessions come and go on all servers, a share of them between two readings. */
async function live(share, isOver) {
  while (!isOver()) {
    for (const simulated of scene) {
      changeSessions(simulated, share, round);
      await after(interval / servers);
      if (isOver()) return;
    }
    round += 1;
    simulator.clearJournal();
  }
}

// Every server has been read twice, and V8 has compiled what it will.
await after(3 * interval);
await live(warmUp.share, () => round >= warmUp.rounds);
readings.clear();
simulator.clearJournal();
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const begin = performance.now();
const isOver = () => performance.now() - begin >= seconds * 1000;
const memory = [];
const scrapes = [];
const changing = live(changes, isOver);
while (!isOver()) {
  await after(BETWEEN_SCRAPES);
  scrapes.push(await scrape());
  memory.push([(performance.now() - begin) / 60_000, process.memoryUsage.rss() / 2 ** 20]);
}
await changing;
delay.disable();
const counts = scene.map(({ name }) => readings.get(name) ?? 0);
const elapsed = (performance.now() - begin) / 1000;
const lost = watch.servers.filter(({ state }) => state === 'lost').length;
await watch.return();
await following;
for (const hang of hangs) hang.release();
endpoint.close();
report({
  scrapeP50: quantile(scrapes, 0.5),
  scrapeMax: Math.max(...scrapes),
  bytes,
  p99: delay.percentile(99) / 1e6,
  max: delay.max / 1e6,
  fewest: Math.min(...counts),
  expected: Math.floor((elapsed * 1000) / interval),
  lost,
  rss: memory.at(-1)[1],
  growth: memory.length > 3 ? slope(memory) : 0,
});
