// Somebody who dialled in: no two sessions of a soak have the same user.

export class Session {
  /** @type {Set<import('./port.mjs').ModelPort>} */
  #links;
  /** @type {{ from: number, bytes: number }[]} */
  #received;
  /** From when a call may have set the counters to zero. @type {number | undefined} */
  clearing;
  /** @type {{ from: number, to: number }[]} */
  #softZero = [];
  /** A given-up call may have cleared the counters, or may yet do so. They are not known any more. */
  isUncounted = false;

  /**
   * @param {import('./server.mjs').ModelServer} server
   * @param {import('rras/simulator').SimulatedConnection} connection
   * @param {import('./port.mjs').ModelPort[]} ports
   */
  constructor(server, connection, ports) {
    this.server = server;
    this.user = connection.userName;
    this.computer = connection.computer;
    this.domain = connection.logonDomain;
    this.handle = connection.handle;
    this.guid = connection.guid;
    this.isMultilink = ports.length > 1;
    this.beganAt = server.clock;
    this.beganReal = performance.now();
    this.#links = new Set(ports);
    this.#received = [{ from: server.moment, bytes: 0 }];
  }

  /** The ports that still carry it, as far as is known. */
  get links() {
    return [...this.#links];
  }

  get hasEnded() {
    return this.#links.size === 0;
  }

  /** @param {import('./port.mjs').ModelPort} port */
  dropLink(port) {
    this.#links.delete(port);
    if (this.#links.size === 0) this.server.ended(this);
  }

  /** The bytes received that may be shown at a moment. @param {number} moment @returns {number[]} */
  receivedAt(moment) {
    let index = this.#received.length - 1;
    while (index > 0 && this.#received[index].from > moment) index -= 1;
    const { bytes } = this.#received[index];
    const mayBeZero =
      (this.clearing !== undefined && this.clearing <= moment) ||
      this.#softZero.some(({ from, to }) => from <= moment && moment <= to);
    return mayBeZero ? [bytes, 0] : [bytes];
  }

  /** Traffic, by the scene. @param {number} bytes */
  receive(bytes) {
    const { bytes: before } = this.#received[this.#received.length - 1];
    this.#received.push({ from: this.server.moment, bytes: before + bytes });
  }

  /** A call has set the counters to zero. */
  cleared() {
    if (this.clearing === undefined) return;
    this.#softZero.push({ from: this.clearing, to: this.server.moment });
    this.clearing = undefined;
    this.server.advance();
    this.#received.push({ from: this.server.moment, bytes: 0 });
  }

  /** Forgets what was before; only when nothing is under way. */
  prune() {
    this.#received = this.#received.slice(-1);
    this.#softZero = [];
  }
}
