// The memory that many connections take, and many hung calls.
import { connect } from 'rras';
import { Simulator } from 'rras/simulator';
import { report, task } from '../measuring/child.mjs';
import { residentMemory, settled } from '../measuring/memory.mjs';
import { packageThreads } from '../measuring/threads.mjs';

const { connections, hung } = task();
const simulator = new Simulator();
const simulated = simulator.addServer('RAS01');
const threadsEnded = () => settled(() => (packageThreads() ?? 0) === 0);

// One after another. The cost of many connects at once is another question.
async function connectTimes(times) {
  const servers = [];
  for (let time = 0; time < times; time += 1) {
    servers.push(await connect('RAS01', { library: simulator }));
  }
  return servers;
}

async function atRest() {
  simulator.clearJournal();
  return { resident: await residentMemory(), heap: process.memoryUsage().heapUsed };
}

const each = (before, after, count) => ({
  resident: (after.resident - before.resident) / count,
  heap: (after.heap - before.heap) / count,
  threads: packageThreads(),
});

// Kept: otherwise the following connections would reuse this memory.
const warmUp = await connectTimes(connections / 10);
await threadsEnded();
const before = await atRest();
const servers = await connectTimes(connections);
await threadsEnded();
const idle = each(before, await atRest(), connections);

const hang = simulated.hang('MprAdminPortEnum');
const beforeHanging = await atRest();
const hanging = servers.slice(0, hung).map((server) => server.enumPorts());
await hang.entered(hung);
const hungCalls = each(beforeHanging, await atRest(), hung);

hang.release();
await Promise.all(hanging);
for (const server of [...warmUp, ...servers]) await server.disconnect();
simulator.dispose();
report({ idle, hung: hungCalls });
