// How long a call waits. Giving up always ends the waiting, and the operation only if it can be cancelled.
// A late result is freed. One call has one patience for all its operations.

import { RasTimeoutError } from '../errors/ras_error.ts';
import { onAbort } from './abort_watch.ts';
import type { Begun } from './connected_server.ts';
import type { Reply } from './reply.ts';
import { stayAwake } from './wakefulness.ts';

const GIVEN_UP = Symbol('given up');

/** The call that somebody waits for. */
export interface Called {
  /** The method. */
  readonly operation: string;
  /** As connected; '' for the local server. */
  readonly server: string;
  /** Whether it is to change something at the server. */
  readonly isAction: boolean;
  /** Milliseconds; Infinity for no end. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

export function patiently<Result>(
  called: Called,
  call: (patience: Patience) => Promise<Result>,
): Promise<Result> {
  // An async function would cost a call that has neither a signal nor a time-out another promise.
  return isEndless(called) ? call(new Patience(called)) : untilItEnds(called, call);
}

function isEndless({ signal, timeout }: Called): boolean {
  return signal === undefined && timeout === Number.POSITIVE_INFINITY;
}

async function untilItEnds<Result>(
  called: Called,
  call: (patience: Patience) => Promise<Result>,
): Promise<Result> {
  const patience = new Patience(called);
  try {
    return await call(patience);
  } finally {
    patience.end();
  }
}

export class Patience {
  readonly #called: Called;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #unwatch: (() => void) | undefined;
  readonly #giveUp = () => {
    this.#isGivenUp = true;
    this.#leave?.();
  };
  #isGivenUp = false;
  #mayHaveActed = false;
  #leave: (() => void) | undefined;

  constructor(called: Called) {
    const { signal, timeout } = called;
    signal?.throwIfAborted();
    this.#called = called;
    if (signal !== undefined) this.#unwatch = onAbort(signal, this.#giveUp);
    if (timeout !== Number.POSITIVE_INFINITY) this.#timer = setTimeout(this.#giveUp, timeout);
  }

  /** Must be called however the call ended: the signal may live much longer. */
  end(): void {
    clearTimeout(this.#timer);
    this.#unwatch?.();
  }

  /** Whether the call may have changed something at the server by now. */
  get mayHaveActed(): boolean {
    return this.#mayHaveActed;
  }

  /** The promise's result. If the caller gives up before, `abandon` is called at once. */
  until<Result>(promise: Promise<Result>, abandon?: () => void): Promise<Result> {
    // Not an async function, for the same reason as in `patiently`.
    if (isEndless(this.#called)) return promise;
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
  operation<Result extends Reply>(begin: () => Begun<Result>): Promise<Result> {
    this.throwIfGivenUp();
    stayAwake();
    const { answer, abandon } = begin();
    return this.#called.isAction
      ? this.#partOfAction(answer, abandon)
      : this.until(answer, abandon);
  }

  async #partOfAction<Result extends Reply>(
    answer: Promise<Result>,
    abandon: () => boolean,
  ): Promise<Result> {
    const reply = await this.until(answer, () => this.#note(abandon()));
    this.#note(reply.acted === true);
    return reply;
  }

  #note(hasActed: boolean): void {
    if (hasActed) this.#mayHaveActed = true;
  }

  /** An operation that has waited for its turn asks again before it begins. */
  throwIfGivenUp(): void {
    if (this.#isGivenUp) throw this.#reason();
  }

  #reason(): unknown {
    const { signal, isAction, ...called } = this.#called;
    if (signal?.aborted) return signal.reason;
    const outcome = this.#mayHaveActed ? 'unknown' : 'not-done';
    return new RasTimeoutError({ ...called, outcome: isAction ? outcome : undefined });
  }
}
