// Watches a fleet of simulated servers while a share of their sessions changes before each reading. Or watches one
// server on which nothing changes, as often as it answers.
import { monitorEventLoopDelay, PerformanceObserver, performance } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { connect } from 'rras';
import { Simulator } from 'rras/simulator';
import { report, task } from '../measuring/child.mjs';
import { mean, slope } from '../measuring/statistics.mjs';
import { threadTime } from '../measuring/time.mjs';
import { changeSessions, crowd } from '../subjects/scene.mjs';

const { servers, sessions, interval, changes = 0, warmUp, seconds } = task();

const simulator = new Simulator();
const scene = Array.from({ length: servers }, (_, index) => {
  const simulated = simulator.addServer(`RAS${index}`);
  crowd(simulated, sessions);
  return simulated;
});
simulator.step(90);

/** What the scene costs the main thread, which is not the watch's. */
let ofScene = 0;
let readings = 0;

/** Takes the journal often, which grows with every call. */
function countReadings() {
  const begin = threadTime();
  for (const call of simulator.takeJournal()) {
    if (call.function === 'MprAdminConnectionEnumEx') readings += 1;
  }
  ofScene += threadTime() - begin;
}

let round = 0;

/** The changes of the servers are spread over the time between two readings. */
async function live(share) {
  for (const simulated of scene) {
    if (share > 0) {
      const begin = threadTime();
      changeSessions(simulated, share, round);
      ofScene += threadTime() - begin;
    }
    await after(interval / servers);
  }
  round += 1;
}

const collections = { count: 0, milliseconds: 0 };
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) {
    collections.count += 1;
    collections.milliseconds += duration;
  }
}).observe({ entryTypes: ['gc'] });

/** The same phase without and with the watches: a thread that wakes up now and then costs something by itself. */
async function phase(length) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const memory = [];
  countReadings();
  const before = { ofScene, readings, used: threadTime(), begin: performance.now() };
  if (changes > 0) delay.enable();
  const isOver = () => performance.now() - before.begin >= length * 1000;
  while (!isOver()) {
    await live(changes);
    if (round % 100 === 0 || interval > 100) {
      countReadings();
      memory.push([
        (performance.now() - before.begin) / 60_000,
        process.memoryUsage.rss() / 2 ** 20,
      ]);
    }
  }
  countReadings();
  delay.disable();
  const wall = (performance.now() - before.begin) * 1e6;
  const used = threadTime() - before.used - (ofScene - before.ofScene);
  return { delay, memory, wall, used, readings: readings - before.readings };
}

const idle = await phase(Math.min(seconds, 20));
let told = 0;
const watches = [];
for (const { name } of scene) {
  const server = await connect(name, { library: simulator });
  const watched = server.watch({ interval });
  watches.push({ server, watched });
}
const isTold = watches.map(async ({ watched }) => {
  for await (const _ of watched) told += 1;
});
await after(1_000);
for (let times = 0; times < (warmUp?.rounds ?? 0); times += 1) {
  await live(warmUp.share);
  countReadings();
}

Object.assign(collections, { count: 0, milliseconds: 0 });
const toldBefore = told;
const watching = await phase(seconds);
const toldInPhase = told - toldBefore;

const snapshot = { ports: [], connections: [] };
for (const { server } of watches.slice(0, 1)) {
  snapshot.ports = await server.enumPorts();
  snapshot.connections = await server.enumConnections();
}
const text = JSON.stringify(snapshot);
const parsing = [];
for (let time = 0; time < 30; time += 1) {
  const start = threadTime();
  JSON.parse(text);
  if (time >= 10) parsing.push(threadTime() - start);
}
for (const { watched, server } of watches) {
  await watched.return();
  await server.disconnect();
}
await Promise.all(isTold);
simulator.dispose();
const share = ({ used, wall }) => used / wall;
const { delay, memory } = watching;
report({
  idleShare: share(idle),
  share: share(watching),
  perReading: ((share(watching) - share(idle)) * watching.wall) / watching.readings,
  parsing: mean(parsing),
  idleP99: idle.delay.percentile(99) / 1e6,
  p50: delay.percentile(50) / 1e6,
  p99: delay.percentile(99) / 1e6,
  max: delay.max / 1e6,
  readings: watching.readings,
  told: toldInPhase,
  collections,
  rss: memory.at(-1)[1],
  growth: memory.length > 3 ? slope(memory) : 0,
});
