// The words of the numbers and bits of interfaces, in both directions. A number without a word becomes `unknown-<n>`.

import { unknownNumber } from '../blocks/words.ts';
import { checkString } from '../call/arguments.ts';

type Unknown = `unknown-${number}`;

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
  if (place !== -1) return place;
  return unknownNumber(
    name,
    word,
    words.filter((each) => each !== undefined),
  );
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
