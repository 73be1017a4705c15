// Watches a server and applies each change to the snapshot, which must in the end equal the server's state.
// Each change must be possible when it is reported.

import { connect } from 'rras';
import { checkError } from '../model/refusals.mjs';
import { inWords, WrongAnswer } from '../wrong_answer.mjs';

/** @typedef {import('rras').WatchChange} Change */

export class Watcher {
  /** @type {Map<string, import('rras').Port> | undefined} */
  ports;
  /** The users that are connected, according to the watch. @type {Set<string>} */
  connections = new Set();
  isLost = false;
  #end;
  #ended = Promise.resolve();

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

  get isWatching() {
    return this.#end !== undefined;
  }

  /** Begins to watch, or ends it. */
  async step() {
    if (this.#end === undefined) await this.#begin();
    else if (this.site.isGone || this.dice.chance(0.15)) await this.end();
  }

  async #begin() {
    const { site } = this.slot;
    const place = this.dice.pick(site.places);
    if (site.isGone || place === undefined) return;
    const { model } = place;
    const window = model.request();
    let server;
    try {
      server = await connect(model.name, { library: site.simulator });
    } catch (error) {
      model.answered(window);
      checkError(model, error, window, 'connect');
      return;
    }
    this.site = site;
    this.model = model;
    site.connected += 1;
    this.ports = undefined;
    this.connections.clear();
    this.isLost = false;
    const controller = new AbortController();
    const watch = server.watch({
      interval: this.dice.between(20, 200),
      timeout: 5_000,
      signal: controller.signal,
    });
    const way = this.dice.pick(['signal', 'return', 'disconnect']);
    this.#ended = this.#follow(watch, window, controller.signal)
      .catch((error) => this.soak.fail(error))
      .then(() => server.disconnect())
      .finally(() => {
        site.connected -= 1;
        this.#end = undefined;
      });
    this.#end = async () => {
      if (way === 'signal') controller.abort();
      if (way === 'return') await watch.return();
      if (way === 'disconnect') await server.disconnect();
    };
  }

  async end() {
    await this.#end?.();
    await this.#ended;
  }

  async #follow(watch, window, signal) {
    try {
      for await (const change of watch) {
        this.soak.note('change told');
        this.#apply(change, window);
        if (this.dice.chance(0.01)) await this.soak.pause(this.dice.between(1, 100));
      }
    } catch (error) {
      if (error instanceof WrongAnswer) throw error;
      if (signal.aborted && error.name === 'AbortError') return;
      this.model.answered(window);
      // Only the first reading ends a watch by failing.
      if (this.ports === undefined) checkError(this.model, error, window, 'watch');
      else throw this.#wrong(`ended with ${inWords(error)}`);
    }
  }

  /** @param {Change} change */
  #apply(change, window) {
    switch (change.type) {
      case 'snapshot':
        this.ports = new Map(change.ports.map((port) => [port.name, port]));
        this.connections.clear();
        for (const { userName } of change.sessions) {
          this.#mustHaveBeen(userName);
          this.connections.add(userName);
        }
        return;
      case 'connected':
        this.#must(!this.connections.has(change.session.userName), change, 'connected already');
        this.#mustHaveBeen(change.session.userName);
        this.connections.add(change.session.userName);
        return;
      case 'disconnected':
        this.#must(this.connections.delete(change.session.userName), change, 'not connected');
        this.#mustHaveEnded(change.session.userName);
        return;
      case 'port-added':
        this.#must(!this.ports.has(change.port.name), change, 'there already');
        this.ports.set(change.port.name, change.port);
        return;
      case 'port-removed':
        this.#must(this.ports.delete(change.port.name), change, 'not there');
        return;
      case 'port-condition':
        this.#must(
          this.ports.get(change.port.name)?.condition === change.before.condition,
          change,
          'in another condition before',
        );
        this.ports.set(change.port.name, change.port);
        return;
      case 'server-lost':
        this.#must(!this.isLost, change, 'lost already');
        this.isLost = true;
        this.model.answered(window);
        if (change.error.name !== 'TimeoutError') {
          checkError(this.model, change.error, this.#recently(window), 'watch, a reading');
        }
        return;
      case 'server-back':
        this.#must(this.isLost, change, 'not lost');
        this.isLost = false;
        return;
      case 'counters-restarted':
        this.#must(this.connections.has(change.session.userName), change, 'not connected');
        return;
      default:
        throw this.#wrong(`${change.type}, which never happened`);
    }
  }

  // A watch does not say when it has asked.
  #recently({ to, realTo }) {
    return { from: 0, to, realFrom: 0, realTo };
  }

  #mustHaveBeen(user) {
    if (this.model.session(user) === undefined)
      throw this.#wrong(`${user} reported as connected, but never connected`);
  }

  #mustHaveEnded(user) {
    const session = this.model.session(user);
    if (session === undefined || session.hasEnded) return;
    if (session.links.every((port) => port.mayBeGoneNow)) return;
    throw this.#wrong(`${user} reported as disconnected, but still connected`);
  }

  #must(holds, change, what) {
    if (holds) return;
    const subject = change.port?.name ?? change.session?.userName ?? 'the server';
    throw this.#wrong(`${change.type} reported for ${subject}, which was ${what}`);
  }

  #wrong(difference) {
    return new WrongAnswer({ operation: 'watch', server: this.model, difference });
  }

  /** How the watch differs from the model, once nothing changes any more. @returns {string | undefined} */
  difference() {
    if (!this.isWatching || this.site.isGone) return undefined;
    if (this.ports === undefined) return 'the snapshot has not come';
    if (this.isLost) return 'the server is still lost';
    const wrong = [];
    const there = this.model.ports;
    if (there.length !== this.ports.size) {
      wrong.push(`${this.ports.size} ports reported, ${there.length} exist`);
    }
    for (const port of there) {
      const must = port.now.session === undefined ? 'listening' : 'authenticated';
      const told = this.ports.get(port.name)?.condition;
      if (told !== must) wrong.push(`${port.name}: reported as ${told}, but is ${must}`);
    }
    const users = new Set(this.model.sessions.map(({ user }) => user));
    for (const user of users) {
      if (!this.connections.has(user)) wrong.push(`${user}: connected but not reported`);
    }
    for (const user of this.connections) {
      if (!users.has(user)) wrong.push(`${user}: reported but not connected`);
    }
    return wrong.length === 0 ? undefined : wrong.slice(0, 5).join('\n');
  }
}
