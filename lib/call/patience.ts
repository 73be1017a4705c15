// How long a call waits. Giving up ends the waiting for certain and the call perhaps: the API has no
// way to stop one, though the addon may have it cancelled. What still comes of it is freed. One call
// has one patience for all its operations.

import type { Binding } from '../native/binding.ts';
import { nextTicket } from '../native/tickets.ts';
import { stayAwake } from '../native/wakefulness.ts';
import { onAbort } from './abort_watch.ts';
import type { CallOptions } from './options.ts';

const GIVEN_UP = Symbol('given up');

/** `what` names the call in the message of a time-out, as in 'enumPorts on RAS01'. */
export function patiently<Result>(
  what: string,
  options: CallOptions,
  call: (patience: Patience) => Promise<Result>,
): Promise<Result> {
  // Most calls have nothing to give up for, and would pay for a promise more.
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

  /** To be called when the call has ended, however it did: a signal may live long. */
  end(): void {
    clearTimeout(this.#timer);
    this.#unwatch?.();
  }

  /** The promise's result, unless the caller gives up before; then `abandon` is called at once. */
  until<Result>(promise: Promise<Result>, abandon?: () => void): Promise<Result> {
    // Not an async function: most calls have nothing to give up for, and would pay for a promise more.
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
    // Made here and not where the timer strikes, so that its stack leads to the caller.
    if (result === GIVEN_UP) throw this.#reason();
    return result;
  }

  /** The reply of an operation of the addon. One that is given up before it has begun never does. */
  operation<Reply>(binding: Binding, begin: (ticket: number) => Promise<Reply>): Promise<Reply> {
    this.throwIfGivenUp();
    const ticket = nextTicket(binding);
    stayAwake();
    return this.until(begin(ticket), () => binding.abandon(ticket));
  }

  /** To be asked once more by an operation that has waited for its turn. */
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
