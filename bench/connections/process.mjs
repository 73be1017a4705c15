// Lists the connections or the sessions of one server repeatedly, in one way.
import { report, task } from '../measuring/child.mjs';
import { heapGrowth } from '../measuring/memory.mjs';
import { mean, median } from '../measuring/statistics.mjs';
import { timed } from '../measuring/time.mjs';
import { open } from '../subjects/open.mjs';
import { crowdedServer } from '../subjects/scene.mjs';

const { subject, method = 'enumConnections', connections, generation, levels, calls } = task();

/** JSON.parse of the same objects: what the main thread would do with a text of another process. */
async function parser(server) {
  const text = JSON.stringify(await server[method]());
  return { [method]: async () => JSON.parse(text), close: server.close };
}

const { simulator } = crowdedServer('RAS01', connections, { generation });
let server = await open(subject === 'JSON.parse' ? 'rras' : subject, simulator, 'RAS01');
if (subject === 'JSON.parse') server = await parser(server);
// The package finds the levels itself.
const list = () => server[method](levels);
for (let call = 0; call < calls / 2; call += 1) await list();

const whole = [];
const mainThread = [];
for (let call = 0; call < calls; call += 1) {
  const times = await timed(list);
  const count = subject === 'C loop' ? times.result : times.result.length;
  if (count !== connections) throw new Error(`${count} connections were listed`);
  whole.push(times.whole);
  mainThread.push(times.mainThread);
}
const heap = [];
for (let time = 0; subject !== 'C loop' && time < 5; time += 1) heap.push(await heapGrowth(list));
await server.close();
simulator.dispose();
// A mean, because one call in a few pays for the garbage of all of them.
report({ whole: median(whole), mainThread: mean(mainThread), heap: median(heap) });
