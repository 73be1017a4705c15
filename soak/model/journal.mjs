// Compares with the servers' own journal: each disconnect that was reported as done must be in it once, and no
// other may be.

import { WrongAnswer } from '../wrong_answer.mjs';

const disconnects = new Set(['MprAdminPortDisconnect', 'RasAdminPortDisconnect']);

// The simulator keeps at most this many.
const KEPT = 100_000;

/**
 * The disconnects that the servers of a site have carried out since the last count. A site under rassapi gets
 * some ten thousand calls a second. The journal is taken often, so that it loses no call, and so that its size
 * does not vary by 10 MiB, which would hide any smaller growth.
 */
export class Journal {
  #isWhole = true;
  /** By server and port. @type {Map<string, Map<string, number>>} */
  #carriedOut = new Map();

  /** @param {import('rras/simulator').Simulator} simulator */
  constructor(simulator) {
    this.simulator = simulator;
  }

  /** Takes the journal's entries, even while calls are under way. */
  take() {
    const calls = this.simulator.takeJournal();
    if (calls.length >= KEPT) this.#isWhole = false;
    for (const { function: name, server, port = '', status } of calls) {
      if (status !== 0 || !disconnects.has(name)) continue;
      const ports = this.#carriedOut.get(server) ?? new Map();
      this.#carriedOut.set(server, ports.set(port, (ports.get(port) ?? 0) + 1));
    }
  }

  /**
   * Compares and forgets. Only watches may be under way, because they change nothing.
   *
   * @param {Iterable<import('./server.mjs').ModelServer>} models
   */
  check(models) {
    this.take();
    const isWhole = this.#isWhole;
    const carriedOut = this.#carriedOut;
    this.#isWhole = true;
    this.#carriedOut = new Map();
    for (const model of models) {
      const ports = carriedOut.get(model.name) ?? new Map();
      for (const key of new Set([...ports.keys(), ...model.done.keys()])) {
        const times = ports.get(key) ?? 0;
        const least = model.done.get(key) ?? 0;
        const most = least + (model.mayBeDone.get(key) ?? 0);
        if ((times >= least || !isWhole) && times <= most) continue;
        throw new WrongAnswer({
          operation: 'all disconnects since the last count',
          server: model,
          difference: `port ${key}: the server carried out ${times}, reported as done were ${least === most ? least : `${least} to ${most}`}`,
        });
      }
    }
  }
}
