// The words of the numbers and bits of interfaces, in both directions. A number without a word becomes `unknown-<n>`.

import { checkString } from '../call/arguments.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';

type Unknown = `unknown-${number}`;

const UNKNOWN = /^unknown-(\d{1,10})$/;
const LARGEST = 0xffffffff;

/** The word at the place of the number. */
export function wordAt<Word extends string>(
  words: readonly (Word | undefined)[],
  number: number,
): Word | Unknown {
  return words[number] ?? `unknown-${number}`;
}

/** The number of a word from a caller. @throws {TypeError} */
export function numberOf<Word extends string>(
  name: string,
  words: readonly (Word | undefined)[],
  value: string,
): number {
  const word = checkString(name, value);
  const place = (words as readonly unknown[]).indexOf(word);
  return place === -1 ? unknownNumber(name, word, words) : place;
}

/** The words of the bits that are set, in their order. */
export function wordsOfBits<Word extends string>(
  bits: Readonly<Record<Word, number>>,
  value: number,
): (Word | Unknown)[] {
  const words: (Word | Unknown)[] = [];
  const names = new Map(Object.entries<number>(bits).map(([word, bit]) => [bit, word as Word]));
  for (let place = 0; place < 32; place += 1) {
    const bit = (1 << place) >>> 0;
    if ((value & bit) !== 0) words.push(names.get(bit) ?? `unknown-${bit}`);
  }
  return words;
}

/** The bits of words from a caller. @throws {TypeError} */
export function bitsOf<Word extends string>(
  name: string,
  bits: Readonly<Record<Word, number>>,
  words: readonly string[],
): number {
  let value = 0;
  for (const word of words) {
    const bit = Object.hasOwn(bits, checkString(name, word)) ? bits[word as Word] : undefined;
    value |= bit ?? unknownNumber(name, word, Object.keys(bits));
  }
  return value >>> 0;
}

function unknownNumber(name: string, word: string, words: readonly unknown[]): number {
  const number = Number(UNKNOWN.exec(word)?.[1] ?? Number.NaN);
  if (number <= LARGEST) return number;
  const known = words.filter((each) => each !== undefined).join(', ');
  throw invalidArgValue(name, word, `must be one of ${known}`);
}
