// Checks of what a test hands in: a TypeError in Node's words, or the value.

import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';

/** An object that has nothing but what is known: a name that is misspelt must not pass unseen. */
export function checkObject<Value extends object>(
  name: string,
  value: Value,
  known: readonly (keyof Value & string)[],
): Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidArgType(name, 'object', value);
  }
  for (const key of Object.keys(value)) {
    if (!(known as readonly string[]).includes(key)) {
      const there = known.join(', ');
      throw invalidArgValue(
        `${name}.${key}`,
        Reflect.get(value, key),
        `is not known; there are ${there}`,
      );
    }
  }
  return value;
}

export function checkBoolean(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgType(name, 'boolean', value);
  return value;
}

/** A text that fits an array of `limit` UTF-16 units; one that fills it has no terminator there. */
export function checkText(name: string, value: unknown, limit: number): string {
  if (typeof value !== 'string') throw invalidArgType(name, 'string', value);
  if (value.length > limit) {
    throw invalidArgValue(name, value, `must not be longer than ${limit} UTF-16 units`);
  }
  return value;
}

export function checkInteger(name: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw invalidArgValue(name, value, `must be a whole number from ${least} to ${most}`);
  }
  return value;
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

// A hundred years: far beyond it the model's clock would overflow.
const MAX_SECONDS = 100 * 366 * 24 * 3600;

export function checkSeconds(name: string, value: unknown): number {
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  if (!(value >= 0 && value <= MAX_SECONDS)) {
    throw invalidArgValue(name, value, `must be from 0 to ${MAX_SECONDS} seconds`);
  }
  return value;
}

/** A HANDLE as the API has it, as wide as a pointer. */
export function checkHandle(name: string, value: unknown, bits: number): bigint {
  if (typeof value !== 'bigint') throw invalidArgType(name, 'bigint', value);
  if (BigInt.asUintN(bits, value) !== value) {
    throw invalidArgValue(name, value, `must fit a HANDLE, which has ${bits} bits here`);
  }
  return value;
}

/** One of the words; its index. */
export function checkWord(name: string, value: unknown, words: readonly string[]): number {
  if (typeof value !== 'string') throw invalidArgType(name, 'string', value);
  const index = words.indexOf(value);
  if (index < 0) throw invalidArgValue(name, value, `must be one of ${words.join(', ')}`);
  return index;
}
