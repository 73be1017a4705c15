// Lets the steps of all actors through, or holds them back until the world is settled.

export class Gate {
  /** @type {(() => void)[]} */
  #waiting = [];
  #isOpen = false;
  /** The running steps, and when they began. @type {Map<symbol, { name: string, since: number }>} */
  #under = new Map();
  /** @type {() => void} */
  #emptied = () => {};

  /** @param {string} name @param {() => Promise<unknown>} step */
  async pass(name, step) {
    while (!this.#isOpen)
      await new Promise((resolve) => this.#waiting.push(() => resolve(undefined)));
    const key = Symbol(name);
    this.#under.set(key, { name, since: performance.now() });
    try {
      await step();
    } finally {
      this.#under.delete(key);
      if (this.#under.size === 0) this.#emptied();
    }
  }

  open() {
    this.#isOpen = true;
    for (const go of this.#waiting.splice(0)) go();
  }

  /**
   * Holds back steps that have not begun, and waits for the others.
   *
   * @param {number} limit milliseconds
   * @returns {Promise<readonly string[]>} the steps that are still under way then
   */
  async close(limit) {
    this.#isOpen = false;
    if (this.#under.size === 0) return [];
    let timer;
    const empty = new Promise((resolve) => {
      this.#emptied = () => resolve(undefined);
    });
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, limit);
    });
    await Promise.race([empty, late]);
    clearTimeout(timer);
    const now = performance.now();
    return [...this.#under.values()].map(
      ({ name, since }) => `${name}, for ${((now - since) / 1000).toFixed(1)} s`,
    );
  }
}
