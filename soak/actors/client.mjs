// One user of the package: repeatedly connects to a server, asks it various things, and leaves it.

import { connect } from 'rras';
import { checkError } from '../model/refusals.mjs';
import { acting } from './acting.mjs';
import { givenUpBeforehand } from './given_up_beforehand.mjs';
import { giveUp, hasGivenUp } from './giving_up.mjs';
import { listPorts, reading } from './reading.mjs';

const operations = { ...reading, ...acting, ...givenUpBeforehand };

const weights = {
  listPorts: 30,
  listPages: 6,
  listConnections: 10,
  readPort: 10,
  readConnection: 6,
  isRunning: 3,
  listAtOnce: 4,
  disconnectPort: 16,
  disconnectTwice: 3,
  disconnectConnection: 6,
  disconnectMany: 2,
  clearConnectionStats: 4,
  givenUpInQueue: 1,
  givenUpInGuard: 1,
};

export class Client {
  /** @type {import('rras').RasServer | undefined} */
  server;
  /** The last listing, with the model of each row. */
  ports = [];
  connections = [];
  #left = 0;

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

  get model() {
    return this.place.model;
  }

  /** One step: connects, asks something, or leaves. */
  async step() {
    if (this.server === undefined) await this.#connect();
    else if (this.#left <= 0 || this.site.isGone) await this.leave();
    else {
      this.#left -= 1;
      const name = this.dice.weigh(weights);
      await operations[name](this);
    }
  }

  async #connect() {
    const { site } = this.slot;
    const place = this.dice.pick(site.places);
    if (site.isGone || place === undefined) return;
    this.site = site;
    this.place = place;
    const outcome = await this.ask('connect', (options) =>
      connect(place.model.name, { ...options, library: site.simulator }),
    );
    if (outcome.value === undefined) {
      this.checkError(outcome);
      return;
    }
    this.server = outcome.value;
    site.connected += 1;
    this.ports = [];
    this.connections = [];
    this.#left = this.dice.between(5, 120);
  }

  /** A listing, if it is connected. Once it is answered, all earlier calls are over. */
  async lookOnce() {
    if (this.server !== undefined) await listPorts(this, { patient: true });
  }

  /** Disconnects, or forgets the server, which also releases its handle. */
  async leave() {
    const { server, site } = this;
    if (server === undefined) return;
    const isForgotten = this.dice.chance(0.05);
    // Once a server is forgotten, nothing shows when its last call is over.
    if (isForgotten) await this.lookOnce();
    this.server = undefined;
    site.connected -= 1;
    if (isForgotten) return;
    await server.disconnect();
    this.soak.count('disconnect');
  }

  /**
   * Asks, and sometimes gives up.
   *
   * @template Value
   * @param {string} operation
   * @param {(options: { signal?: AbortSignal, timeout?: number }) => Promise<Value>} call
   * @param {{ patient?: boolean }} [how]
   */
  async ask(operation, call, { patient = false } = {}) {
    const giving = patient ? giveUp.never() : giveUp.sometimes(this.dice);
    const window = this.model.request();
    const outcome = { operation, window, value: undefined, error: undefined, gaveUp: false };
    try {
      outcome.value = await call(giving.options);
    } catch (error) {
      outcome.error = error;
      outcome.gaveUp = hasGivenUp(error, giving.options);
    } finally {
      giving.end();
    }
    this.model.answered(window);
    this.soak.count(outcome.gaveUp ? 'given up' : operation);
    return outcome;
  }

  /** An error must have its reason. @param {boolean} [isRight] whether it has one beside the scene's */
  checkError({ error, gaveUp, window, operation }, isRight = false) {
    if (!gaveUp) checkError(this.model, error, window, operation, isRight);
  }
}
