// Changes that were not taken yet. If too many wait, one fresh snapshot replaces them. So a slow reader needs
// bounded memory and still ends with the right picture.

import type { WatchChange } from './change.ts';
import type { History } from './history.ts';
import { MOST_PENDING } from './limits.ts';

export class Pending {
  readonly #history: History;
  readonly #most: number;
  #changes: WatchChange[];
  #taken = 0;
  // While this is true, no changes are kept. The snapshot is made when it is taken, so it is never old.
  #owesSnapshot = false;

  constructor(history: History, most = MOST_PENDING) {
    this.#history = history;
    this.#most = most;
    this.#changes = [history.snapshot(false)];
  }

  /** Adds the changes of a reading. */
  add(changes: readonly WatchChange[]): void {
    if (this.#owesSnapshot || changes.length === 0) return;
    const waiting = this.#changes.length - this.#taken;
    if (waiting > 0 && this.#replaceReading(changes)) return;
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

  /** A reading in which nothing happened replaces the one before: it has the same totals, and newer. */
  #replaceReading(changes: readonly WatchChange[]): boolean {
    const [only, ...others] = changes;
    if (only?.type !== 'reading' || others.length > 0) return false;
    if (this.#changes.at(-1)?.type !== 'reading') return false;
    this.#changes[this.#changes.length - 1] = only;
    return true;
  }

  /** The oldest; undefined when there is none. */
  take(): WatchChange | undefined {
    if (this.#owesSnapshot) {
      this.#owesSnapshot = false;
      const { lost, reading } = this.#history;
      if (reading !== undefined) this.#changes.push(reading);
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
