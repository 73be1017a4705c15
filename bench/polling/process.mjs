// Measures the delay of the event loop while the ports of a server are polled every second, and while it idles.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { report, task } from '../measuring/child.mjs';
import { median } from '../measuring/statistics.mjs';
import { open } from '../subjects/open.mjs';
import { busyServer } from '../subjects/scene.mjs';

const { subject, ports, seconds } = task();
const SECOND = 1_000;

// Milliseconds: over the whole time, and the worst delay of each second. The former hardly shows one poll a
// second among a thousand samples without one.
async function delays(everySecond) {
  const whole = monitorEventLoopDelay({ resolution: 1 });
  const within = monitorEventLoopDelay({ resolution: 1 });
  const worst = [];
  whole.enable();
  within.enable();
  for (let second = 0; second < seconds; second += 1) {
    const begin = performance.now();
    await everySecond();
    await after(SECOND - (performance.now() - begin));
    worst.push(within.max / 1e6);
    within.reset();
  }
  whole.disable();
  within.disable();
  return {
    p50: whole.percentile(50) / 1e6,
    p99: whole.percentile(99) / 1e6,
    max: whole.max / 1e6,
    worst: median(worst),
  };
}

const { simulator } = busyServer('RAS01', ports);
const server = await open(subject, simulator, 'RAS01');
for (let call = 0; call < 10; call += 1) await server.enumPorts();
await after(SECOND);

// Kept, as in a program that compares each listing with the one before.
let listing = [];
const idle = await delays(async () => {});
const polling = await delays(async () => {
  listing = await server.enumPorts();
});
if (listing.length !== ports) throw new Error(`${listing.length} ports were listed`);
await server.close();
simulator.dispose();
report({ idle, polling });
