// Time in a lab. Its clock is stepped, so that whatever is repeated happens at the same moments in the same order
// in every process. While a command runs, the clock follows the real one.

/** Seconds. */
interface SteppedClock {
  readonly now: number;
  step(seconds: number): void;
}

// Short enough for a screen to look alive.
const TICK_MILLISECONDS = 50;

/** Steps the clock again and again up to the age of the lab. Does not keep the process alive. */
export class PassingTime implements Disposable {
  readonly #clock: SteppedClock;
  readonly #began: number;
  readonly #age: () => number;
  readonly #timer: NodeJS.Timeout;

  /** `age`: for how many seconds the lab has been there. `began`: what the clock showed at its beginning. */
  constructor(clock: SteppedClock, began: number, age: () => number) {
    this.#clock = clock;
    this.#began = began;
    this.#age = age;
    this.#timer = setInterval(() => this.#tick(), TICK_MILLISECONDS).unref();
  }

  #tick(): void {
    const ahead = this.#age() - (this.#clock.now - this.#began);
    if (ahead > 0) this.#clock.step(ahead);
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
