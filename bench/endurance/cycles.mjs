// Connects, enumerates and disconnects, ten thousand times.
import { connect } from 'rras';
import { report, task } from '../measuring/child.mjs';
import { residentMemory, settled } from '../measuring/memory.mjs';
import { packageThreads } from '../measuring/threads.mjs';
import { busyServer } from '../subjects/scene.mjs';

const { rounds, every } = task();
const { simulator } = busyServer('RAS01', 100);
const samples = [];
for (let round = 1; round <= rounds; round += 1) {
  const server = await connect('RAS01', { library: simulator });
  await server.enumPorts();
  await server.disconnect();
  if (round % every !== 0) continue;
  // The simulator remembers its last 100,000 calls, which is not growth of the package.
  simulator.clearJournal();
  samples.push([round, await residentMemory()]);
}
await settled(() => packageThreads() === 0);
const { unreturnedBuffers, openHandles } = simulator;
simulator.dispose();
report({ samples, threads: packageThreads(), unreturnedBuffers, openHandles });
