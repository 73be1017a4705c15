// Changes that were not taken yet. Who takes them slowly does not make them grow without bounds, and
// never ends with a wrong picture: when too many wait they give way to one fresh snapshot.

import type { Change } from './change.ts';
import type { History } from './history.ts';

/**
 * How many changes may wait when another reading brings more. One reading's are always kept together,
 * for they are no more than the server is large.
 */
export const MOST_PENDING = 10_000;

export class Pending {
  readonly #history: History;
  readonly #most: number;
  #changes: Change[];
  #taken = 0;
  // While this is so, nothing is kept: the snapshot is made when it is taken, and so is never old.
  #owesSnapshot = false;

  constructor(history: History, most = MOST_PENDING) {
    this.#history = history;
    this.#most = most;
    this.#changes = [history.snapshot(false)];
  }

  /** What a reading brought. */
  add(changes: readonly Change[]): void {
    if (this.#owesSnapshot || changes.length === 0) return;
    const waiting = this.#changes.length - this.#taken;
    if (waiting === 0) {
      this.#changes = [...changes];
      this.#taken = 0;
    } else if (waiting + changes.length <= this.#most) {
      this.#changes = this.#changes.slice(this.#taken).concat(changes);
      this.#taken = 0;
    } else {
      this.#changes = [];
      this.#taken = 0;
      this.#owesSnapshot = true;
    }
  }

  /** The oldest; undefined when there is none. */
  take(): Change | undefined {
    if (this.#owesSnapshot) {
      this.#owesSnapshot = false;
      const { lost } = this.#history;
      if (lost !== undefined) this.#changes.push(lost);
      return this.#history.snapshot(true);
    }
    const change = this.#changes[this.#taken];
    if (change !== undefined) this.#taken += 1;
    if (this.#taken === this.#changes.length) this.drop();
    return change;
  }

  drop(): void {
    this.#changes = [];
    this.#taken = 0;
    this.#owesSnapshot = false;
  }
}
