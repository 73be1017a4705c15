// Numbers that have words. A number without a word becomes `unknown-` and the number, and back.

import { checkString } from '../call/arguments.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';

export type Words<Word extends string> = Readonly<Record<Word, number>>;

export type OrUnknown<Word extends string> = Word | `unknown-${number}`;

export function wordOf<Word extends string>(words: Words<Word>, number: number): OrUnknown<Word> {
  const all = Object.entries(words) as [Word, number][];
  return all.find(([, each]) => each === number)?.[0] ?? `unknown-${number}`;
}

export function numberOfWord<Word extends string>(
  words: Words<Word>,
  name: string,
  value: unknown,
): number {
  const text = checkString(name, value);
  const known = Object.keys(words) as Word[];
  const word = known.find((each) => each === text);
  if (word !== undefined) return words[word];
  return unknownNumber(name, text, known);
}

/** The number in `unknown-` and a number. @throws {TypeError} with the words that are known */
export function unknownNumber(name: string, text: string, known: readonly string[]): number {
  const number = /^unknown-(\d{1,10})$/.exec(text)?.[1];
  if (number !== undefined && Number(number) <= 0xffffffff) return Number(number);
  throw invalidArgValue(name, text, `must be one of ${known.join(', ')}, or unknown- and a number`);
}
