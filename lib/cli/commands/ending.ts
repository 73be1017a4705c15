// When a command ends that could go on for ever.

import { milliseconds } from '../units.ts';

/**
 * Ends with the first of the signals, or when the time is over. It holds on to all of them: a signal of
 * `AbortSignal.any` may be collected together with the time-out that it waits for.
 */
export class Ending {
  readonly #controller = new AbortController();
  readonly #signals: readonly AbortSignal[];
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #end = () => this.#controller.abort();

  constructor(signals: readonly AbortSignal[], seconds: number | undefined) {
    this.#signals = signals;
    for (const each of signals) {
      each.addEventListener('abort', this.#end);
      if (each.aborted) this.#end();
    }
    if (seconds !== undefined) this.#timer = setTimeout(this.#end, milliseconds(seconds));
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of this.#signals) each.removeEventListener('abort', this.#end);
  }
}
