// The options that every call takes.

import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { checkObject } from './arguments.ts';

export interface CallOptions {
  /** Ends the waiting with the signal's reason. The call itself cannot be stopped once it has begun. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds after which the waiting ends with a `RasTimeoutError`; `Infinity` for no end. Default: the
   * server's `callTimeout`.
   */
  readonly timeout?: number;
}

/** Milliseconds. What a call waits for an answer if nobody says otherwise. */
export const CALL_TIMEOUT = 60_000;

/** Milliseconds. Node fires a longer timer at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/** A copy of the options. `own` are the names that it may have in addition to those of every call. */
export function checkOptions<Options extends CallOptions>(
  options: Options | undefined,
  own: readonly (keyof Options & string)[],
): Options {
  if (options === undefined) return {} as Options;
  const copy = checkObject('options', options, [...own, 'signal', 'timeout']);
  const { signal, timeout } = copy;
  if (signal !== undefined && !isAbortSignal(signal)) {
    throw invalidArgType('options.signal', 'AbortSignal', signal);
  }
  if (timeout !== undefined) checkTimeout('options.timeout', timeout);
  return copy;
}

/** Milliseconds, or Infinity. */
export function checkTimeout(name: string, timeout: unknown): number {
  if (typeof timeout !== 'number') throw invalidArgType(name, 'number', timeout);
  const isTime = Number.isInteger(timeout) && timeout >= 1 && timeout <= LONGEST_TIMER;
  if (!isTime && timeout !== Number.POSITIVE_INFINITY) {
    const reason = `must be a whole number from 1 to ${LONGEST_TIMER}, or Infinity`;
    throw invalidArgValue(name, timeout, reason);
  }
  return timeout;
}

// By its shape: a signal may come from another realm.
function isAbortSignal(value: unknown): value is AbortSignal {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'aborted') === 'boolean' &&
    typeof Reflect.get(value, 'addEventListener') === 'function'
  );
}
