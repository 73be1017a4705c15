// One worker, from its start until it is terminated.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * @param {import('../soak.mjs').Soak} soak
 * @param {URL} program
 * @param {unknown} workerData
 * @param {(worker: Worker) => Promise<void>} live what it goes through until then
 */
export async function workerLife(soak, program, workerData, live) {
  const worker = new Worker(program, { workerData });
  await once(worker, 'online');
  try {
    await live(worker);
  } finally {
    await worker.terminate();
    soak.note('worker terminated');
  }
}
