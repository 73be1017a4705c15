// Takes the figures of the soak each second, and those of memory at rest in each settled state.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { collect, collectAll } from './collect.mjs';
import { packageThreads, processFigures } from './process_figures.mjs';

/**
 * @typedef {object} Sample
 * @property {number} at seconds
 * @property {number} rss bytes
 * @property {number} heap bytes
 * @property {number} external bytes
 * @property {number | undefined} threads of the process
 * @property {number} packageThreads
 * @property {number} handles of the process
 * @property {number} unreturnedBuffers
 * @property {number} openHandles
 * @property {number} loopDelay milliseconds, the 99th percentile
 * @property {number} operations a second
 *
 * @typedef {object} Rest
 * @property {number} at
 * @property {number} rss
 * @property {number} heap bytes in use
 * @property {number} handles
 * @property {number} packageThreads
 */

export class Sampler {
  /** @type {Sample[]} */
  samples = [];
  /** @type {Rest[]} */
  rests = [];
  #began = performance.now();
  #delay = monitorEventLoopDelay({ resolution: 10 });
  #timer;
  #before = { at: 0, total: 0 };

  /** @param {import('../soak.mjs').Soak} soak */
  constructor(soak) {
    this.soak = soak;
  }

  begin() {
    this.#delay.enable();
    this.#timer = setInterval(() => this.#take(), 1000);
  }

  end() {
    clearInterval(this.#timer);
    this.#delay.disable();
  }

  #now() {
    return (performance.now() - this.#began) / 1000;
  }

  #take() {
    const at = this.#now();
    const { total, slots } = this.soak;
    const { rss, heapUsed, external } = process.memoryUsage();
    const sum = (of) => slots.reduce((all, { site }) => all + of(site.simulator), 0);
    this.samples.push({
      at,
      rss,
      heap: heapUsed,
      external,
      threads: processFigures.threads(),
      packageThreads: packageThreads(),
      handles: processFigures.handles(),
      unreturnedBuffers: sum((simulator) => simulator.unreturnedBuffers),
      openHandles: sum((simulator) => simulator.openHandles),
      // The measured delay includes the monitor's own 10 ms.
      loopDelay: Math.max(0, this.#delay.percentile(99) / 1e6 - 10),
      operations: (total - this.#before.total) / (at - this.#before.at),
    });
    this.#delay.reset();
    this.#before = { at, total };
    if (this.samples.length % 30 === 0) this.soak.say(this.#line());
  }

  #line() {
    const { at, rss, packageThreads: threads, operations } = this.samples[this.samples.length - 1];
    return (
      `${at.toFixed(0)} s: ${this.soak.total} operations (${operations.toFixed(0)} a second), ` +
      `RSS ${(rss / 2 ** 20).toFixed(1)} MiB, ${threads} threads of the package`
    );
  }

  /** Nothing is under way, so all memory that is left is in use. */
  async rest() {
    for (let pass = 0; pass < 2; pass += 1) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    collectAll();
    processFigures.giveBack?.();
    const { rss, heapUsed } = process.memoryUsage();
    this.rests.push({
      at: this.#now(),
      rss,
      heap: heapUsed,
      handles: processFigures.handles(),
      packageThreads: packageThreads(),
    });
  }
}
