// Waits for an operation of the addon, and gives up when its caller does. Giving up ends the waiting
// only: the API has no way to stop a call, so what has begun goes on and its result is freed.

import type { Binding } from './native/binding.ts';
import type { CallOptions } from './options.ts';

let lastTicket = 0;

export function nextTicket(): number {
  lastTicket += 1;
  return lastTicket;
}

/** `what` names the operation in the message of a time-out, as in 'enumPorts on RAS01'. */
export async function awaitOperation<Reply>(
  binding: Binding,
  what: string,
  options: CallOptions,
  begin: (ticket: number) => Promise<Reply>,
): Promise<Reply> {
  options.signal?.throwIfAborted();
  const ticket = nextTicket();
  return waitFor(begin(ticket), what, options, () => binding.abandon(ticket));
}

/** The promise's result, unless the caller gives up before; then `givenUp` is called. */
export function waitFor<Result>(
  promise: Promise<Result>,
  what: string,
  options: CallOptions,
  givenUp: () => void,
): Promise<Result> {
  const { signal, timeout } = options;
  if (signal === undefined && timeout === undefined) return promise;
  return new Promise<Result>((resolve, reject) => {
    const giveUp = (reason: unknown) => {
      stopWatching();
      givenUp();
      reject(reason);
    };
    const aborted = () => giveUp(signal?.reason);
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => giveUp(timedOut(what, timeout)), timeout);
    const stopWatching = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
    };
    signal?.addEventListener('abort', aborted, { once: true });
    promise.finally(stopWatching).then(resolve, reject);
  });
}

function timedOut(what: string, timeout: number): DOMException {
  return new DOMException(
    `${what} was not answered within ${timeout} ms. What has begun at the server goes on there; its result is dropped.`,
    'TimeoutError',
  );
}

/** The options for the next step of a call that has several: what is left of its time. */
export function remainingOf(options: CallOptions, since: number): CallOptions {
  if (options.timeout === undefined) return options;
  const left = Math.ceil(options.timeout - (performance.now() - since));
  return { ...options, timeout: Math.max(1, left) };
}
