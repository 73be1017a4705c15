// One listener on a signal, however many calls wait under it. One signal often covers calls to hundreds of
// servers, and Node warns of a leak from the eleventh listener on.

const watches = new WeakMap<AbortSignal, AbortWatch>();

class AbortWatch {
  readonly #signal: AbortSignal;
  readonly #callbacks = new Set<() => void>();
  readonly #aborted = () => {
    for (const callback of [...this.#callbacks]) callback();
  };

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  add(callback: () => void): void {
    if (this.#callbacks.size === 0) this.#signal.addEventListener('abort', this.#aborted);
    this.#callbacks.add(callback);
  }

  remove(callback: () => void): void {
    this.#callbacks.delete(callback);
    if (this.#callbacks.size === 0) this.#signal.removeEventListener('abort', this.#aborted);
  }
}

/** Calls back when the signal is aborted. The function that it returns ends that. */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const watch = watches.get(signal) ?? new AbortWatch(signal);
  watches.set(signal, watch);
  watch.add(callback);
  return () => watch.remove(callback);
}
