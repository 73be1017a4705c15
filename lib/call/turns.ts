// Keeps the calls to a server in the order in which they were made. Below, operations run in the order in
// which they begin. But some calls have two operations, such as looking up a port and then acting on it,
// and no operation of another call may run between the two.

import type { Begun } from './connected_server.ts';

/** A place in the order. */
export interface Turn {
  /** Fulfilled when every earlier call has begun its last operation. */
  readonly come: Promise<void>;
  /** Must always be called: later calls wait for it. */
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

  /** Begins an operation when its turn comes: at once if no turn is open. */
  inOrder<Result>(begin: () => Begun<Result>): Begun<Result> {
    return this.#open === 0 ? begin() : this.#inTurn(begin);
  }

  #inTurn<Result>(begin: () => Begun<Result>): Begun<Result> {
    let begun: Begun<Result> | undefined;
    let isAbandoned = false;
    const beginInTurn = async () => {
      const turn = this.take();
      await turn.come;
      try {
        begun = begin();
        if (isAbandoned) begun.abandon();
        // Not awaited here: the turn ends as soon as the operation has begun.
        return begun.answer;
      } finally {
        turn.end();
      }
    };
    const abandon = () => {
      isAbandoned = true;
      return begun?.abandon() ?? false;
    };
    return { answer: beginInTurn(), abandon };
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
