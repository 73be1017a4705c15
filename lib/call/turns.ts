// Keeps the calls to a server in the order in which they were made. The lane does so for the addon's
// operations; but a call that names its port has two of them, and none may come between.

/** A place in the order. */
export interface Turn {
  /** Resolves when all that came earlier have begun their last operation. */
  readonly come: Promise<void>;
  /** To be called in any case: who comes later waits for it. */
  end(): void;
}

export class Turns {
  #last: Promise<void> = Promise.resolve();
  #open = 0;

  take(): Turn {
    const { promise: ended, resolve: end } = withResolvers();
    const come = this.#last;
    this.#open += 1;
    // Giving up before its turn does not change the order of the calls before it.
    this.#last = Promise.all([come, ended]).then(() => {
      this.#open -= 1;
    });
    return { come, end };
  }

  /** Begins an operation after what came earlier: at once, if nothing is waited for. */
  inOrder<Result>(begin: () => Promise<Result>): Promise<Result> {
    return this.#open === 0 ? begin() : this.#inTurn(begin);
  }

  async #inTurn<Result>(begin: () => Promise<Result>): Promise<Result> {
    const turn = this.take();
    await turn.come;
    try {
      // Not awaited here: the turn is over as soon as the operation has begun.
      return begin();
    } finally {
      turn.end();
    }
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
