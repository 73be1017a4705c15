// Starts a worker that never loads the package, and terminates it: what the system and Node keep of workers
// themselves, to hold what is left of the package's against.

import { once } from 'node:events';
import { workerLife } from './worker_life.mjs';

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
    await workerLife(this.soak, program, undefined, async (worker) => {
      for (let round = this.dice.between(1, 8); round > 0; round -= 1) {
        worker.postMessage(round);
        await once(worker, 'message');
      }
    });
  }
}
