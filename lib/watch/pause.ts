// The time between two readings. It can be cut short, and keeps the process alive only while somebody
// waits for what the next reading brings.

export class Pause {
  #timer: NodeJS.Timeout | undefined;
  #wake: (() => void) | undefined;
  #isHeld = false;

  /** Resolves after that many milliseconds, or when it is woken. */
  async wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      this.#timer = setTimeout(resolve, milliseconds);
      if (!this.#isHeld) this.#timer.unref();
    });
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wake = undefined;
  }

  wake(): void {
    this.#wake?.();
  }

  /** Whether the process is to live until the pause is over. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (isHeld) this.#timer?.ref();
    else this.#timer?.unref();
  }
}
