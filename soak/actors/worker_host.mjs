// Starts a worker, lets it ask, and terminates it: at rest, while it asks, or while it disconnects.

import { Ending } from '../model/ending.mjs';
import { checkPorts } from '../model/port_listing.mjs';
import { checkError } from '../model/refusals.mjs';
import { workerLife } from './worker_life.mjs';

const program = new URL('worker.mjs', import.meta.url);

export class WorkerHost {
  #waiting = new Map();
  #asked = 0;

  /**
   * @param {import('../soak.mjs').Soak} soak
   * @param {{ site: import('../world/site.mjs').Site }} slot
   * @param {import('../random.mjs').Dice} dice
   */
  constructor(soak, slot, dice) {
    this.soak = soak;
    this.slot = slot;
    this.dice = dice;
  }

  /** The life of one worker. */
  async step() {
    const { site } = this.slot;
    if (site.isGone) return;
    const { path } = site.simulator;
    const workerData = { path, dialect: site.dialect };
    await workerLife(this.soak, program, workerData, (worker) => this.#live(worker, site));
    this.#waiting.clear();
  }

  async #live(worker, site) {
    worker.on('message', ({ id, ...answer }) => {
      this.#waiting.get(id)?.(answer);
      this.#waiting.delete(id);
    });
    for (let round = this.dice.between(1, 8); round > 0 && !site.isGone; round -= 1) {
      await this.#list(worker, site);
    }
    const way = this.dice.pick(['at rest', 'while it lists', 'while it disconnects']);
    if (way === 'while it lists') this.#ask(worker, site, this.dice.pick(site.places), {});
    if (way === 'while it disconnects') this.#disconnect(worker, site);
    if (way !== 'at rest') await this.soak.pause(this.dice.between(0, 5));
  }

  #ask(worker, site, { model }, what) {
    this.#asked += 1;
    const id = this.#asked;
    const answer = new Promise((resolve) => this.#waiting.set(id, resolve));
    worker.postMessage({ id, address: site.simulator.address(model.name), ...what });
    return answer;
  }

  async #list(worker, site) {
    const place = this.dice.pick(site.places);
    const { model } = place;
    const window = model.request();
    const { ports, error } = await this.#ask(worker, site, place, {});
    model.answered(window);
    this.soak.count('enumPorts in a worker');
    if (error === undefined) checkPorts(model, ports, window, 'enumPorts in a worker');
    else checkError(model, error, window, 'enumPorts in a worker');
  }

  // No reply will say whether it was done; the next settled state shows it. Under rassapi, which has no
  // handles to release, nothing would even show when the call is over.
  #disconnect(worker, site) {
    if (site.dialect === 'rassapi') return;
    const place = this.dice.pick(site.places);
    const { model } = place;
    const port = this.dice.pick(model.ports.filter(({ now, pending }) => now.session && !pending));
    if (port === undefined) return;
    new Ending(model, `disconnectPort(${port.name}) in a worker`, [port], true);
    this.#ask(worker, site, place, { disconnect: port.name });
  }
}
