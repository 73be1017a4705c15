// The state of one simulated server. Each change by the scene makes a new moment. A call is carried out at some
// moment between its request and its answer, which is its window.

import { ModelPort } from './port.mjs';
import { Session } from './session.mjs';

/**
 * @typedef {object} Window
 * @property {number} from the server's moment at the request
 * @property {number} to the same at the answer
 * @property {number} realFrom
 * @property {number} realTo
 *
 * @typedef {object} Fault
 * @property {number} from
 * @property {number} to
 * @property {number} status
 */

export class ModelServer {
  /** The newest moment. */
  moment = 0;
  /** @type {{ from: number, isRunning: boolean, clock: number }[]} */
  #states = [{ from: 0, isRunning: true, clock: 0 }];
  /** In the order of the server's listing. Some no longer exist. @type {ModelPort[]} */
  #ports = [];
  /** @type {Map<string, ModelPort>} */
  #byName = new Map();
  /** By user, including those that ended lately, because a watch reports late. @type {Map<string, Session>} */
  #sessions = new Map();
  /** @type {Session[]} */
  #ended = [];
  /** @type {Fault[]} */
  #faults = [];
  /** How often each port must have been disconnected by calls since the last count. @type {Map<string, number>} */
  done = new Map();
  /** How often each may have been disconnected in addition. @type {Map<string, number>} */
  mayBeDone = new Map();
  /** The simulator is gone for good. */
  isGone = false;

  /**
   * @param {object} server
   * @param {string} server.name
   * @param {import('rras').Dialect} server.dialect
   * @param {string} server.generation
   */
  constructor({ name, dialect, generation }) {
    this.name = name;
    this.dialect = dialect;
    this.generation = generation;
    this.label = `${name} (${dialect}, ${generation})`;
    this.hasHandles = dialect !== 'rassapi';
    this.hasGuids = dialect === 'mprapi';
    // Older servers report a connection in several answers, each of its own moment.
    this.listsConnectionsAtOnce =
      dialect === 'nt4' || ['2008r2', '2012r2', '2016'].includes(generation);
    this.statusWhenStopped = this.hasHandles ? 1717 : 53;
    this.statusWhenGone = this.hasHandles ? 1722 : 53;
    this.statusWhenIdle = this.hasHandles ? 87 : 2221;
    this.statusWhenPortGone = this.hasHandles ? 601 : 55;
  }

  get clock() {
    return this.#states[this.#states.length - 1].clock;
  }

  get isRunning() {
    return this.#states[this.#states.length - 1].isRunning;
  }

  /** @returns {Window} */
  request() {
    const realFrom = performance.now();
    return { from: this.moment, to: this.moment, realFrom, realTo: realFrom };
  }

  /** @param {Window} window */
  answered(window) {
    window.to = this.moment;
    window.realTo = performance.now();
  }

  /** Something happened: a new moment. @param {{ isRunning?: boolean, clock?: number }} [state] */
  advance(state) {
    this.moment += 1;
    if (state !== undefined) {
      this.#states.push({ ...this.#states[this.#states.length - 1], ...state, from: this.moment });
    }
  }

  /** @param {number} moment */
  at(moment) {
    let index = this.#states.length - 1;
    while (index > 0 && this.#states[index].from > moment) index -= 1;
    return this.#states[index];
  }

  /** @param {number} moment */
  portsAt(moment) {
    return this.#ports.filter((port) => port.isThereAt(moment));
  }

  /** The ports that exist now. */
  get ports() {
    return [...this.#byName.values()];
  }

  /** @param {string} name */
  port(name) {
    return this.#byName.get(name);
  }

  /** @param {string} user */
  session(user) {
    return this.#sessions.get(user);
  }

  /** The sessions that have not ended, as far as is known. */
  get sessions() {
    return [...this.#sessions.values()].filter((session) => !session.hasEnded);
  }

  /** @param {readonly import('rras/simulator').SimulatedPort[]} ports */
  portsAdded(ports) {
    this.advance();
    for (const added of ports) {
      const port = new ModelPort(this, added);
      this.#ports.push(port);
      this.#byName.set(port.name, port);
    }
  }

  /** @param {ModelPort} port */
  portRemoved(port) {
    this.advance();
    this.#leaveOpen(port);
    port.removed = this.moment;
    this.#byName.delete(port.name);
    const { session } = port.now;
    if (session === undefined) return;
    port.change({ session: undefined });
    session.dropLink(port);
  }

  /** @param {import('rras/simulator').SimulatedConnection} connection */
  dialledIn(connection) {
    this.advance();
    const ports = connection.ports.map(({ name }) => this.#portThere(name));
    const session = new Session(this, connection, ports);
    this.#sessions.set(session.user, session);
    for (const port of ports) port.change({ session, calls: port.now.calls + 1 });
  }

  #portThere(name) {
    const port = this.#byName.get(name);
    if (port === undefined) throw new Error(`the model of ${this.label} has no port ${name}`);
    return port;
  }

  /** The caller on the port has hung up. @param {ModelPort} port */
  hungUp(port) {
    const { session } = port.now;
    this.advance();
    port.change({ session: undefined });
    session?.dropLink(port);
  }

  stopped() {
    this.advance({ isRunning: false });
    for (const port of this.#byName.values()) {
      this.#leaveOpen(port);
      const { session } = port.now;
      if (session === undefined) continue;
      port.change({ session: undefined });
      session.dropLink(port);
    }
  }

  /** @param {readonly import('rras/simulator').SimulatedPort[]} ports as they are now */
  started(ports) {
    this.advance({ isRunning: true });
    for (const { name, handle } of ports) {
      this.#portThere(name).change({ handle: Number(handle), calls: 0 });
    }
  }

  /** The session ended with its port or server. Whether the call came before is unknown. */
  #leaveOpen(port) {
    if (port.pending === undefined || !port.mayBeGoneNow) return;
    port.endsAnyway();
    const key = this.keyOf(port);
    this.mayBeDone.set(key, (this.mayBeDone.get(key) ?? 0) + 1);
  }

  /** How the server's journal names a port. @param {ModelPort} port */
  keyOf(port) {
    return this.hasHandles ? String(port.now.handle) : port.name;
  }

  /** @param {ModelPort} port */
  expectDone(port) {
    const key = this.keyOf(port);
    this.done.set(key, (this.done.get(key) ?? 0) + 1);
  }

  /** @param {Session} session */
  ended(session) {
    this.#ended.push(session);
  }

  /** A function fails with the status from now on. @param {number} status @returns {Fault} */
  faultBegan(status) {
    const fault = { from: this.moment, to: Number.POSITIVE_INFINITY, status };
    this.#faults.push(fault);
    return fault;
  }

  /** @param {Fault} fault */
  faultEnded(fault) {
    this.advance();
    fault.to = this.moment;
  }

  /** Whether the scene explains that a call failed with the status. @param {number} status @param {Window} window */
  mayFailWith(status, window) {
    if (this.isGone && status === this.statusWhenGone) return true;
    if (status === this.statusWhenStopped && !this.#ranThroughout(window)) return true;
    return this.#faults.some(
      (fault) => fault.status === status && fault.from <= window.to && window.from <= fault.to,
    );
  }

  #ranThroughout({ from, to }) {
    for (let moment = from; moment <= to; moment += 1) {
      if (!this.at(moment).isRunning) return false;
    }
    return true;
  }

  /** Forgets earlier moments; only while no call is under way. */
  prune() {
    this.#states = this.#states.slice(-1);
    this.#faults = this.#faults.filter((fault) => fault.to === Number.POSITIVE_INFINITY);
    this.#ports = this.#ports.filter((port) => port.isThere);
    for (const port of this.#ports) port.prune();
    for (const session of this.#sessions.values()) session.prune();
    this.done.clear();
    this.mayBeDone.clear();
    // Watches that were cut off for some seconds may still tell of these.
    for (const session of this.#ended.splice(0, Math.max(0, this.#ended.length - 500))) {
      this.#sessions.delete(session.user);
    }
  }
}
