// A watch that could not begin.

import type { WatchChange } from './change.ts';
import type { Watch } from './server_watch.ts';

type Result = IteratorResult<WatchChange, undefined>;

const DONE = { value: undefined, done: true } as const;

/** Rejects the first request for a change; afterwards it has ended. */
export class FailedWatch implements Watch {
  #failure: { readonly reason: unknown } | undefined;

  constructor(reason: unknown) {
    this.#failure = { reason };
  }

  async next(): Promise<Result> {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure.reason;
    return DONE;
  }

  async return(): Promise<Result> {
    this.#failure = undefined;
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
