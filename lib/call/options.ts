// The options that every call takes.

import { invalidArgType } from '../errors/argument_errors.ts';
import { checkInteger, checkObject } from './arguments.ts';

export interface CallOptions {
  /** Ends the waiting with the signal's reason. The call itself cannot be stopped once it has begun. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which the waiting ends with a `TimeoutError`. */
  readonly timeout?: number;
}

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
  if (timeout !== undefined) checkInteger('options.timeout', timeout, 1, LONGEST_TIMER);
  return copy;
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
