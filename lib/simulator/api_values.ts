// Checks of values as the API has them.

import { checkInteger, checkString } from '../call/arguments.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';

/** A text that fits an array of `limit` UTF-16 units; one that fills it has no terminator there. */
export function checkText(name: string, value: unknown, limit: number): string {
  const text = checkString(name, value);
  if (text.length > limit) {
    throw invalidArgValue(name, text, `must not be longer than ${limit} UTF-16 units`);
  }
  return text;
}

const MAX_DWORD = 0xffffffff;

export function checkDword(name: string, value: unknown, least = 0): number {
  return checkInteger(name, value, least, MAX_DWORD);
}

/** A number of calls: 1, 2, … Infinity. */
export function checkTimes(name: string, value: unknown): number {
  return value === Number.POSITIVE_INFINITY
    ? value
    : checkInteger(name, value, 1, Number.MAX_SAFE_INTEGER);
}

/** A HANDLE as the API has it, as wide as a pointer. Only a bigint can be larger than 2^53. */
export function checkHandle(name: string, value: unknown, bits: number): bigint {
  if (typeof value !== 'number' && typeof value !== 'bigint') {
    throw invalidArgType(name, ['number', 'bigint'], value);
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw invalidArgValue(name, value, 'must be a whole number, and a bigint from 2^53 up');
  }
  const handle = BigInt(value);
  if (BigInt.asUintN(bits, handle) !== handle) {
    throw invalidArgValue(name, value, `must fit a HANDLE, which has ${bits} bits here`);
  }
  return handle;
}
