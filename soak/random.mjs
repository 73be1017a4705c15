// Random numbers from a seed. Every actor has its own dice, so that one actor's actions do not change those of
// others.

export class Dice {
  #state;

  /** @param {string | number} seed */
  constructor(seed) {
    // FNV-1a gives different numbers for similar names.
    let hash = 0x811c9dc5;
    for (const character of String(seed)) {
      hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
    }
    this.seed = String(seed);
    this.#state = hash;
  }

  /** Dice for an actor of this name. @param {string} name */
  of(name) {
    return new Dice(`${this.seed}/${name}`);
  }

  /** A number from 0 up to 1, which is mulberry32. */
  roll() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. @param {number} least @param {number} most */
  between(least, most) {
    return least + Math.floor(this.roll() * (most - least + 1));
  }

  /** @param {number} share of 1 */
  chance(share) {
    return this.roll() < share;
  }

  /** @template T @param {readonly T[]} list @returns {T | undefined} */
  pick(list) {
    return list[Math.floor(this.roll() * list.length)];
  }

  /**
   * One of the keys, each as likely as its number says.
   *
   * @template {string} T @param {Readonly<Record<T, number>>} weights @returns {T}
   */
  weigh(weights) {
    const entries = /** @type {[T, number][]} */ (Object.entries(weights));
    let left = this.roll() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return entries[0][0];
  }
}
