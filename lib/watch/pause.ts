// The time between two readings. It can be cut short. It keeps the process alive only while a caller waits
// for the next change.

export class Pause {
  #timer: NodeJS.Timeout | undefined;
  #begun = 0;
  #over: (() => void) | undefined;
  #isHeld = false;

  /** Resolves after that many milliseconds, or earlier when it is cut short. */
  async wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#over = resolve;
      this.#begun = performance.now();
      this.#set(milliseconds);
    });
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#over = undefined;
  }

  /** Ends the pause at the latest so long after its beginning. */
  shorten(milliseconds: number): void {
    if (this.#over === undefined) return;
    clearTimeout(this.#timer);
    this.#set(Math.max(0, this.#begun + milliseconds - performance.now()));
  }

  /** Whether the process is to live until the pause is over. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (isHeld) this.#timer?.ref();
    else this.#timer?.unref();
  }

  #set(milliseconds: number): void {
    this.#timer = setTimeout(() => this.#over?.(), milliseconds);
    if (!this.#isHeld) this.#timer.unref();
  }
}
