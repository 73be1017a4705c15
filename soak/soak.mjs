// One soak: a world of sites, their users, and the rounds between two settled states.

import { setTimeout as after } from 'node:timers/promises';
import { Client } from './actors/client.mjs';
import { Watcher } from './actors/watcher.mjs';
import { WorkerHost } from './actors/worker_host.mjs';
import { packageThreads } from './figures/process_figures.mjs';
import { Sampler } from './figures/sampler.mjs';
import { Gate } from './gate.mjs';
import { Dice } from './random.mjs';
import { checkNothingLeft, checkSettled } from './settled.mjs';
import { fill, happen } from './world/scene.mjs';
import { Site } from './world/site.mjs';
import { sizes } from './world/sizes.mjs';
import { happen as trouble } from './world/trouble.mjs';
import { WrongAnswer } from './wrong_answer.mjs';

const STUCK = 60_000;
// A watch that was cut off asks again within some seconds.
const PATIENCE = 30_000;
// Idle threads of the package end after five seconds.
const THREADS_END = 30_000;

/**
 * @typedef {object} SoakOptions
 * @property {number} seconds
 * @property {number} [leastRounds] the soak runs at least until this many settled states
 * @property {number | string} seed
 * @property {'full' | 'small'} [world]
 * @property {number} [workers] at a time
 * @property {number} [patience] milliseconds, for the checks of a settled state
 * @property {(site: Site) => void | Promise<void>} [plant] a test's own defect, applied to each site when it is settled
 * @property {(line: string) => void} [say]
 *
 * @typedef {object} SoakResult
 * @property {Error | undefined} wrong
 * @property {number} seconds
 * @property {Record<string, number>} operations
 * @property {Record<string, number>} events
 * @property {number} total
 * @property {object} world
 * @property {import('./figures/sampler.mjs').Sample[]} samples
 * @property {import('./figures/sampler.mjs').Rest[]} rests
 * @property {{ unreturnedBuffers: number, openHandles: number, threads: number }} left
 */

export class Soak {
  gate = new Gate();
  /** @type {Map<string, number>} */
  operations = new Map();
  /** Counts of the scene's events. @type {Map<string, number>} */
  events = new Map();
  /** @type {{ site: Site }[]} */
  slots = [];
  /** @type {Client[]} */
  #clients = [];
  /** @type {Watcher[]} */
  #watchers = [];
  /** @type {unknown} */
  #wrong;
  #isOver = false;
  #vanished = 0;
  #rounds = 0;
  #mostServers = 0;
  #mostPorts = 0;

  /** @param {SoakOptions} options */
  constructor({
    seconds,
    leastRounds = 0,
    seed,
    world = 'full',
    workers,
    patience = PATIENCE,
    plant,
    say = () => {},
  }) {
    this.patience = patience;
    this.seconds = seconds;
    this.leastRounds = leastRounds;
    this.dice = new Dice(seed);
    this.size = { ...sizes[world], ...(workers !== undefined && { workers }) };
    this.plant = plant;
    this.say = say;
  }

  /** @param {string} operation */
  count(operation) {
    this.operations.set(operation, (this.operations.get(operation) ?? 0) + 1);
  }

  /** @param {string} event */
  note(event) {
    this.events.set(event, (this.events.get(event) ?? 0) + 1);
  }

  get total() {
    let sum = 0;
    for (const times of this.operations.values()) sum += times;
    return sum;
  }

  /** @param {number} milliseconds */
  async pause(milliseconds) {
    await after(milliseconds);
  }

  /** The first error ends the soak. @param {unknown} error */
  fail(error) {
    this.#wrong ??= error;
    this.#isOver = true;
  }

  /** @returns {Promise<SoakResult>} */
  async run() {
    const began = performance.now();
    const sampler = new Sampler(this);
    this.#build();
    sampler.begin();
    const actors = this.#act();
    const end = began + this.seconds * 1000;
    try {
      while (!this.#isOver && (performance.now() < end || this.#rounds < this.leastRounds)) {
        this.gate.open();
        await this.#round(end);
        await this.#settle();
        if (!this.#isOver) await sampler.rest();
      }
      if (!this.#isOver) await this.#leave();
    } catch (error) {
      this.fail(error);
    }
    this.#isOver = true;
    this.gate.open();
    if (this.#wrong === undefined) await Promise.all(actors);
    const seconds = (performance.now() - began) / 1000;
    const left = await this.#left();
    sampler.end();
    return {
      wrong: /** @type {Error | undefined} */ (this.#wrong),
      seconds,
      operations: Object.fromEntries(this.operations),
      events: Object.fromEntries(this.events),
      total: this.total,
      world: {
        sites: this.slots.length,
        vanished: this.#vanished,
        servers: this.#mostServers,
        ports: this.#mostPorts,
        clients: this.#clients.length,
        watchers: this.#watchers.length,
        workers: this.size.workers,
        rounds: this.#rounds,
      },
      samples: sampler.samples,
      rests: sampler.rests,
      left,
    };
  }

  #build() {
    const { sites, clients, watchers } = this.size;
    for (const [index, dialect] of sites.entries()) {
      const slot = { site: this.#newSite(dialect) };
      this.slots.push(slot);
      for (let number = 0; number < clients; number += 1) {
        this.#clients.push(new Client(this, slot, this.dice.of(`client ${index}.${number}`)));
      }
      for (let number = 0; number < watchers; number += 1) {
        this.#watchers.push(new Watcher(this, slot, this.dice.of(`watcher ${index}.${number}`)));
      }
    }
  }

  #newSite(dialect) {
    const dice = this.dice.of(`site ${this.slots.length}.${this.#vanished}`);
    const site = new Site(dialect, this.size.site, dice);
    fill(site, dice);
    return site;
  }

  #act() {
    const { longestTrouble, workers } = this.size;
    const actors = [];
    const act = (name, least, most, step) => {
      const dice = this.dice.of(`pauses of ${name}`);
      actors.push(this.#repeat(name, () => dice.between(least, most), step));
    };
    for (const [index, client] of this.#clients.entries()) {
      act(`client ${index}`, 0, 12, () => client.step());
    }
    for (const [index, watcher] of this.#watchers.entries()) {
      act(`watcher ${index}`, 100, 900, () => watcher.step());
    }
    for (const [index, slot] of this.slots.entries()) {
      const scene = this.dice.of(`scene ${index}`);
      act(`scene ${index}`, 1, 20, async () => {
        for (let times = scene.between(1, 5); times > 0; times -= 1) {
          this.note(happen(slot.site, scene));
        }
      });
      const bad = this.dice.of(`trouble ${index}`);
      act(`trouble ${index}`, 20, 500, async () => {
        this.note(await trouble(slot.site, bad, { longest: longestTrouble, mayVanish: true }));
      });
    }
    for (let index = 0; index < workers; index += 1) {
      const slot = this.slots[index % this.slots.length];
      const dice = this.dice.of(`worker ${index}`);
      const host = new WorkerHost(this, slot, dice);
      act(`worker ${index}`, 50, 400, () => host.step());
    }
    return actors;
  }

  async #repeat(name, pause, step) {
    while (!this.#isOver) {
      try {
        await this.gate.pass(name, async () => {
          if (!this.#isOver) await step();
        });
      } catch (error) {
        this.fail(error);
      }
      await after(pause());
    }
  }

  async #round(end) {
    const whole = performance.now() + this.size.round;
    // Rounds after the end run only to reach the least number of rounds, and are whole ones.
    const until = performance.now() < end ? Math.min(whole, end) : whole;
    while (!this.#isOver && performance.now() < until) {
      for (const { site } of this.slots) site.journal.take();
      await after(Math.min(50, Math.max(1, until - performance.now())));
    }
  }

  async #settle() {
    const stuck = await this.gate.close(STUCK);
    if (this.#isOver) return;
    if (stuck.length > 0) {
      const difference = `nothing hangs any more, but these still wait:\n${stuck.join('\n')}`;
      throw new WrongAnswer({ operation: 'settling', server: undefined, difference });
    }
    this.#rounds += 1;
    this.#measureWorld();
    for (const slot of this.slots) {
      const { site } = slot;
      if (site.isGone) {
        await this.#empty(site);
        slot.site = this.#newSite(site.dialect);
        continue;
      }
      await checkSettled(site, this.#usersOf(site), this.patience);
      await this.plant?.(site);
    }
  }

  #usersOf(site) {
    return {
      clients: this.#clients.filter((client) => client.site === site),
      watchers: this.#watchers.filter((watcher) => watcher.isWatching && watcher.site === site),
    };
  }

  #measureWorld() {
    const sum = (of) => this.slots.reduce((total, { site }) => total + of(site), 0);
    this.#mostServers = Math.max(
      this.#mostServers,
      sum((site) => site.places.length),
    );
    this.#mostPorts = Math.max(
      this.#mostPorts,
      sum((site) => site.ports),
    );
  }

  /** Everybody leaves a site that is gone, or that is about to go. */
  async #empty(site) {
    if (site.isGone) this.#vanished += 1;
    await Promise.all([
      ...this.#clients.filter((client) => client.site === site).map((client) => client.leave()),
      ...this.#watchers.filter((each) => each.site === site).map((each) => each.end()),
    ]);
    await checkNothingLeft(site, this.patience);
    site.simulator.dispose();
  }

  async #leave() {
    for (const { site } of this.slots) await this.#empty(site);
  }

  async #left() {
    const count = (of) => this.slots.reduce((sum, { site }) => sum + of(site.simulator), 0);
    if (this.#wrong === undefined) {
      const end = performance.now() + THREADS_END;
      while (packageThreads() > 0 && performance.now() < end) await after(100);
      if (packageThreads() > 0) {
        const difference = `${packageThreads()} threads of the package, although all calls are over`;
        this.fail(new WrongAnswer({ operation: 'the end', server: undefined, difference }));
      }
    }
    return {
      unreturnedBuffers: count((simulator) => simulator.unreturnedBuffers),
      openHandles: count((simulator) => simulator.openHandles),
      threads: packageThreads(),
    };
  }
}
