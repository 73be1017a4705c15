// Starts a worker that never loads the package, and terminates it: what the system and Node keep of workers
// themselves, to hold what is left of the package's against.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const program = new URL('echo_worker.mjs', import.meta.url);

export class EchoHost {
  /**
   * @param {import('../soak.mjs').Soak} soak
   * @param {import('../random.mjs').Dice} dice
   */
  constructor(soak, dice) {
    this.soak = soak;
    this.dice = dice;
  }

  /** The life of one worker. */
  async step() {
    const worker = new Worker(program);
    await once(worker, 'online');
    try {
      for (let round = this.dice.between(1, 8); round > 0; round -= 1) {
        worker.postMessage(round);
        await once(worker, 'message');
      }
    } finally {
      await worker.terminate();
      this.soak.note('worker terminated');
    }
  }
}
