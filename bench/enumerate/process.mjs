// Enumerates the ports of one server repeatedly, in one way.
import { report, task } from '../measuring/child.mjs';
import { heapGrowth } from '../measuring/memory.mjs';
import { mean, median } from '../measuring/statistics.mjs';
import { timed } from '../measuring/time.mjs';
import { open } from '../subjects/open.mjs';
import { busyServer } from '../subjects/scene.mjs';

const { subject, ports, calls } = task();

const { simulator } = busyServer('RAS01', ports);
const server = await open(subject, simulator, 'RAS01');
for (let call = 0; call < calls / 2; call += 1) await server.enumPorts();

const whole = [];
const mainThread = [];
for (let call = 0; call < calls; call += 1) {
  const times = await timed(server.enumPorts);
  whole.push(times.whole);
  mainThread.push(times.mainThread);
}
const heap = [];
for (let time = 0; subject !== 'C loop' && time < 9; time += 1) {
  heap.push(await heapGrowth(server.enumPorts));
}
await server.close();
simulator.dispose();
// A mean, because one call in a few pays for the garbage of all of them.
report({ whole: median(whole), mainThread: mean(mainThread), heap: median(heap) });
