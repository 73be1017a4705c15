// Disconnects a port by its handle repeatedly, in one way.
import { report, task } from '../measuring/child.mjs';
import { mean, median, quantile } from '../measuring/statistics.mjs';
import { timed } from '../measuring/time.mjs';
import { open } from '../subjects/open.mjs';
import { busyServer } from '../subjects/scene.mjs';

const { subject, calls, atOnce, volleys } = task();
const { simulator, server: simulated } = busyServer('RAS01', 100);
const handle = simulated.ports[0].handle;
const server = await open(subject, simulator, 'RAS01');
const call = () => server.disconnectPort(handle);
const volley = () => Promise.all(Array.from({ length: atOnce }, call));

async function measure(operation, times) {
  for (let time = 0; time < times / 3; time += 1) await operation();
  const whole = [];
  const mainThread = [];
  for (let time = 0; time < times; time += 1) {
    const sample = await timed(operation);
    whole.push(sample.whole);
    mainThread.push(sample.mainThread);
  }
  return { median: median(whole), p99: quantile(whole, 0.99), mainThread: mean(mainThread) };
}

const single = await measure(call, calls);
const together = await measure(volley, volleys);
await server.close();
simulator.dispose();
report({ single, together });
