// Checks of what callers hand in, before anything is called. A name that is misspelt must not pass:
// `{ guards: false }` would quietly be the opposite of what was meant.

import { invalidArgType, invalidArgValue } from './errors/argument_errors.ts';

/** What every call takes. */
export interface CallOptions {
  /** Ends the waiting with the signal's reason. The call itself cannot be stopped once it has begun. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which the waiting ends with a `TimeoutError`. */
  readonly timeout?: number;
}

const LONGEST_TIMER = 2 ** 31 - 1;

/** The options as an object; the names beside `signal` and `timeout` that it may have are `known`. */
export function checkOptions<Options extends CallOptions>(
  options: Options | undefined,
  known: readonly (keyof Options & string)[],
): Options {
  if (options === undefined) return {} as Options;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw invalidArgType('options', 'object', options);
  }
  const names: readonly string[] = [...known, 'signal', 'timeout'];
  for (const name of Object.keys(options)) {
    if (!names.includes(name)) {
      throw invalidArgValue(
        `options.${name}`,
        Reflect.get(options, name),
        `is not known; there are ${names.join(', ')}`,
      );
    }
  }
  const { signal, timeout } = options;
  if (signal !== undefined && !isAbortSignal(signal)) {
    throw invalidArgType('options.signal', 'AbortSignal', signal);
  }
  if (timeout !== undefined) checkInteger('options.timeout', timeout, 1, LONGEST_TIMER);
  return options;
}

export function checkInteger(name: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw invalidArgValue(name, value, `must be an integer from ${least} to ${most}`);
  }
  return value;
}

export function checkBoolean(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgType(name, 'boolean', value);
  return value;
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
