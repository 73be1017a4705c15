// Checks the arguments of callers: each check throws a TypeError in Node's words or returns the value.

import { invalidArgType, invalidArgValue, unknownProperty } from '../errors/argument_errors.ts';

/**
 * A copy of an object, which may have known members only. A copy, because a caller may change the object
 * while its call waits for its turn. Unknown members are refused, because a misspelt `guards: false` would
 * silently leave the guard on.
 */
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
      throw unknownProperty(`${name}.${key}`, known);
    }
  }
  const copy: Partial<Value> = {};
  for (const key of known) {
    if (key in value) copy[key] = value[key];
  }
  return copy as Value;
}

export function checkBoolean(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgType(name, 'boolean', value);
  return value;
}

export function checkString(name: string, value: unknown): string {
  if (typeof value !== 'string') throw invalidArgType(name, 'string', value);
  return value;
}

export function checkInteger(name: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw invalidArgValue(name, value, `must be a whole number from ${least} to ${most}`);
  }
  return value;
}

export function checkWord<Word extends string>(
  name: string,
  value: unknown,
  words: readonly Word[],
): Word {
  const text = checkString(name, value);
  const word = words.find((each) => each === text);
  if (word === undefined) throw invalidArgValue(name, text, `must be one of ${words.join(', ')}`);
  return word;
}
