// The fields of what a command lists: one description serves tables, CSV, JSON and --fields. Their
// names are those of the library.

import { didYouMean, usage } from '../complaint.ts';
import type { Colour } from '../terminal/colour.ts';

export type Item = Readonly<Record<string, unknown>>;

export interface Field {
  readonly name: string;
  /** Not in a table unless --fields names it: there is room for a few only. */
  readonly isMinor?: boolean;
  readonly isRight?: boolean;
  /** A table shows where it is true, and has no column for it where it is true nowhere. */
  readonly isMark?: boolean;
  /** How a table shows a value that is there. */
  readonly show?: (value: never) => string;
  readonly paint?: (value: never) => Colour | undefined;
}

/** The fields that --fields names, in its order. */
export function chosenFields(fields: readonly Field[], names: string): Field[] {
  const known = fields.map(({ name }) => name);
  const wanted = names.split(',').map((name) => name.trim());
  if (wanted.includes('')) {
    throw usage('--fields has an empty element.', `There are ${known.join(', ')}.`);
  }
  return wanted.map((name) => {
    const folded = name.toLowerCase();
    const found = fields.find((field) => field.name.toLowerCase() === folded);
    if (found !== undefined) return found;
    const near = didYouMean(name, known);
    const question = near === undefined ? '' : ` Did you mean ${near}?`;
    throw usage(`There is no field ${name}.${question}`, `There are ${known.join(', ')}.`);
  });
}

/** The fields of a table when none are named: the major ones that have a value somewhere. */
export function tableFields(
  fields: readonly Field[],
  items: readonly Item[],
  isOneServer: boolean,
): Field[] {
  return fields.filter(
    (field) =>
      field.isMinor !== true &&
      !(field.name === 'server' && isOneServer) &&
      ((items.length === 0 && field.isMark !== true) || items.some((item) => isThere(field, item))),
  );
}

/** Whether a table has something to show of it. */
export function isThere({ name, isMark }: Field, item: Item): boolean {
  const value = item[name];
  if (isMark === true) return value === true;
  return value !== undefined && value !== null && value !== '';
}
