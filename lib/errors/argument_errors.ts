// TypeErrors for bad arguments, with the codes and in the words that Node's own functions use.

import { inspect } from './inspect.ts';
import { nearestNames } from './nearest_names.ts';

/** A longer list of properties would hide the right one. */
const MOST_LISTED = 12;
const NEAREST = 3;

export interface ArgumentError extends TypeError {
  readonly code: 'ERR_INVALID_ARG_TYPE' | 'ERR_INVALID_ARG_VALUE';
}

/**
 * An argument of the wrong type. `expected` holds type names ('string', 'object'), class names
 * ('AbortSignal') or anything else worded as a noun ('an absolute path'); with several, any one of
 * them would have done. A name with a dot ('options.timeout') is called a property. `hint` is a sentence that
 * says what to do instead.
 */
export function invalidArgType(
  name: string,
  expected: string | readonly string[],
  actual: unknown,
  hint?: string,
): ArgumentError {
  const wanted = typeof expected === 'string' ? [expected] : expected;
  const received = `The "${name}" ${kindOf(name)} must be ${wordExpected(wanted)}. Received ${describeType(actual)}`;
  const message = hint === undefined ? received : `${received}. ${hint}`;
  return argumentError('ERR_INVALID_ARG_TYPE', message, invalidArgType);
}

/** As above, for what must never stand in a message: nothing is told but its type. */
export function invalidSecretType(
  name: string,
  expected: string | readonly string[],
  actual: unknown,
): ArgumentError {
  const wanted = typeof expected === 'string' ? [expected] : expected;
  const message = `The "${name}" ${kindOf(name)} must be ${wordExpected(wanted)}. Received type ${typeof actual}`;
  return argumentError('ERR_INVALID_ARG_TYPE', message, invalidSecretType);
}

/** An argument of the right type that cannot be used. `reason` follows its name: 'must not be empty'. */
export function invalidArgValue(
  name: string,
  value: unknown,
  reason = 'is invalid',
): ArgumentError {
  const received = truncate(inspect(value), 128);
  const message = `The ${kindOf(name)} '${name}' ${reason}. Received ${received}`;
  return argumentError('ERR_INVALID_ARG_VALUE', message, invalidArgValue);
}

/** A property whose name is not among those that are read: most likely it is misspelt. */
export function unknownProperty(name: string, known: readonly string[]): ArgumentError {
  const property = name.slice(name.lastIndexOf('.') + 1);
  const others =
    known.length > MOST_LISTED
      ? `the nearest of ${known.length} names are ${nearestNames(property, known, NEAREST).join(', ')}`
      : `there are ${known.join(', ')}`;
  const message = `The ${kindOf(name)} '${name}' is not known; ${others}`;
  return argumentError('ERR_INVALID_ARG_VALUE', message, unknownProperty);
}

function argumentError(
  code: ArgumentError['code'],
  message: string,
  raisedBy: (...args: never[]) => ArgumentError,
): ArgumentError {
  const error = Object.assign(new TypeError(message), { code });
  // The stack starts at the function that was called wrongly, not in this file.
  Error.captureStackTrace(error, raisedBy);
  return error;
}

function kindOf(name: string): 'property' | 'argument' {
  return name.includes('.') ? 'property' : 'argument';
}

const typeNames = /^(string|number|bigint|boolean|symbol|function|object|undefined)$/;
const className = /^[A-Z][A-Za-z0-9]*$/;

function wordExpected(expected: readonly string[]): string {
  const types = expected.filter((name) => typeNames.test(name));
  const classes = expected.filter((name) => className.test(name));
  const others = expected.filter((name) => !typeNames.test(name) && !className.test(name));
  const phrases: string[] = [];
  if (types.length > 0) {
    phrases.push(`${types.length > 1 ? 'one of type' : 'of type'} ${listOr(types)}`);
  }
  if (classes.length > 0) {
    phrases.push(`an instance of ${listOr(classes)}`);
  }
  if (others.length > 0) {
    phrases.push(listOr(others));
  }
  return phrases.join(' or ');
}

function listOr(names: readonly string[]): string {
  if (names.length < 3) {
    return names.join(' or ');
  }
  return `${names.slice(0, -1).join(', ')}, or ${names.at(-1)}`;
}

function describeType(value: unknown): string {
  if (value === null || value === undefined) {
    return String(value);
  }
  if (typeof value === 'function') {
    return value.name === '' ? 'function' : `function ${value.name}`;
  }
  if (typeof value === 'object') {
    const made: unknown = value.constructor;
    return typeof made === 'function' && made.name !== ''
      ? `an instance of ${made.name}`
      : inspect(value, { depth: -1 });
  }
  return `type ${typeof value} (${truncate(inspect(value), 28)})`;
}

function truncate(text: string, length: number): string {
  if (text.length <= length) {
    return text;
  }
  // A cut between the halves of a surrogate pair would leave a broken character.
  return `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}...`;
}
