// Starts workers that use the package, and terminates them.
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { report, task } from '../measuring/child.mjs';
import { residentMemory, settled } from '../measuring/memory.mjs';
import { packageThreads } from '../measuring/threads.mjs';
import { busyServer } from '../subjects/scene.mjs';

const { rounds, every } = task();
const STAGES = ['connected', 'in a call', 'hung'];
const { simulator, server } = busyServer('RAS01', 100);
const program = new URL('worker.mjs', import.meta.url);
const samples = [];
for (let round = 1; round <= rounds; round += 1) {
  const stage = STAGES[round % STAGES.length];
  const hang = server.hang('MprAdminPortDisconnect');
  const workerData = { path: simulator.path, name: simulator.address('RAS01'), stage };
  const worker = new Worker(program, { workerData });
  await once(worker, 'message');
  if (stage === 'hung') await hang.entered();
  else await after(2);
  await worker.terminate();
  hang.release();
  if (round % every !== 0) continue;
  await settled(() => simulator.openHandles === 0 && simulator.unreturnedBuffers === 0);
  simulator.clearJournal();
  samples.push([round, await residentMemory()]);
}
await settled(() => packageThreads() === 0);
const { unreturnedBuffers, openHandles } = simulator;
simulator.dispose();
report({ samples, threads: packageThreads(), unreturnedBuffers, openHandles });
