// How long a call waits. Giving up always ends the waiting, and the operation only if it can be cancelled.
// A late result is freed. One call has one patience for all its operations.

import { onAbort } from './abort_watch.ts';
import type { Begun } from './connected_server.ts';
import type { CallOptions } from './options.ts';
import { stayAwake } from './wakefulness.ts';

const GIVEN_UP = Symbol('given up');

/** `what` is the call in the message of a time-out: 'enumPorts on RAS01'. */
export function patiently<Result>(
  what: string,
  options: CallOptions,
  call: (patience: Patience) => Promise<Result>,
): Promise<Result> {
  // Most calls have neither a signal nor a time-out, and an async function would cost them another promise.
  if (options.signal === undefined && options.timeout === undefined) {
    return call(new Patience(what, options));
  }
  return untilItEnds(what, options, call);
}

async function untilItEnds<Result>(
  what: string,
  options: CallOptions,
  call: (patience: Patience) => Promise<Result>,
): Promise<Result> {
  const patience = new Patience(what, options);
  try {
    return await call(patience);
  } finally {
    patience.end();
  }
}

export class Patience {
  readonly #what: string;
  readonly #options: CallOptions;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #unwatch: (() => void) | undefined;
  readonly #giveUp = () => {
    this.#isGivenUp = true;
    this.#leave?.();
  };
  #isGivenUp = false;
  #leave: (() => void) | undefined;

  constructor(what: string, options: CallOptions) {
    options.signal?.throwIfAborted();
    this.#what = what;
    this.#options = options;
    if (options.signal !== undefined) this.#unwatch = onAbort(options.signal, this.#giveUp);
    if (options.timeout !== undefined) this.#timer = setTimeout(this.#giveUp, options.timeout);
  }

  /** Must be called however the call ended: the signal may live much longer. */
  end(): void {
    clearTimeout(this.#timer);
    this.#unwatch?.();
  }

  /** The promise's result. If the caller gives up before, `abandon` is called at once. */
  until<Result>(promise: Promise<Result>, abandon?: () => void): Promise<Result> {
    // Not an async function, for the same reason as in `patiently`.
    if (this.#timer === undefined && this.#options.signal === undefined) return promise;
    return this.#untilGivenUp(promise, abandon);
  }

  async #untilGivenUp<Result>(promise: Promise<Result>, abandon?: () => void): Promise<Result> {
    const result = await new Promise<Result | typeof GIVEN_UP>((resolve, reject) => {
      this.#leave = () => {
        abandon?.();
        resolve(GIVEN_UP);
      };
      if (this.#isGivenUp) this.#leave();
      promise.then(resolve, reject);
    });
    this.#leave = undefined;
    // Made here and not in the timer, so that its stack leads to the caller.
    if (result === GIVEN_UP) throw this.#reason();
    return result;
  }

  /** The answer of an operation. It does not begin if the caller has given up already. */
  operation<Result>(begin: () => Begun<Result>): Promise<Result> {
    this.throwIfGivenUp();
    stayAwake();
    const { answer, abandon } = begin();
    return this.until(answer, abandon);
  }

  /** An operation that has waited for its turn asks again before it begins. */
  throwIfGivenUp(): void {
    if (this.#isGivenUp) throw this.#reason();
  }

  #reason(): unknown {
    const { signal, timeout } = this.#options;
    if (signal?.aborted) return signal.reason;
    return new DOMException(
      `${this.#what} was not answered within ${timeout} ms. What has begun at the server may go on there; its result is dropped.`,
      'TimeoutError',
    );
  }
}
