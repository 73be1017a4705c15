// The fields of a command's items: one description serves tables, CSV, JSON and --fields. Their
// names are those of the library.

import { didYouMean, usage } from '../complaint.ts';
import type { Colour } from '../terminal/colour.ts';

interface Layout {
  /** Not in a table unless --fields names it: there is room for a few only. */
  readonly isMinor?: boolean;
  readonly isRight?: boolean;
  /** A table shows where it is true, and has no column for it where it is true nowhere. */
  readonly isMark?: boolean;
}

/** How a value looks in a table. */
interface Look<Value> extends Layout {
  /** The value as text, if it is there. */
  readonly show?: (value: NonNullable<Value>) => string;
  readonly paint?: (value: Value) => Colour | undefined;
}

/** A field of items of some type. It reads its value itself, so tables need not know the type. */
export interface Field<Item> extends Layout {
  readonly name: string;
  readonly value: (item: Item) => unknown;
  readonly show?: (item: Item) => string | undefined;
  readonly paint?: (item: Item) => Colour | undefined;
}

/** Makes fields of these items: `show` and `paint` take the type that the item has under the name. */
export function fieldOf<Item>() {
  return <Name extends keyof Item & string>(
    name: Name,
    { show, paint, ...layout }: Look<Item[Name]> = {},
  ): Field<Item> => ({
    name,
    ...layout,
    value: (item) => item[name],
    ...(show && {
      show: (item: Item) => {
        const value = item[name];
        return value === undefined || value === null ? undefined : show(value);
      },
    }),
    ...(paint && { paint: (item: Item) => paint(item[name]) }),
  });
}

/** The fields that --fields names, in its order. */
export function chosenFields<Chosen extends NamedField>(
  fields: readonly Chosen[],
  names: string,
): Chosen[] {
  const known = fields.map(({ name }) => name);
  const wanted = names.split(',').map((name) => name.trim());
  if (wanted.includes('')) {
    throw usage('--fields has an empty element.', `There are ${known.join(', ')}.`);
  }
  return wanted.map((name) => {
    const folded = name.toLowerCase();
    const found = fields.find((field) => field.name.toLowerCase() === folded);
    if (found !== undefined) return found;
    const near = nearFields(name, fields);
    const question = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
    throw usage(`There is no field ${name}.${question}`, `There are ${known.join(', ')}.`);
  });
}

// `user` is no typing error for `userName`, but a part of it.
function nearFields(name: string, fields: readonly NamedField[]): string[] {
  const folded = name.toLowerCase();
  const known = fields.map((field) => field.name);
  const near = didYouMean(name, known);
  if (near !== undefined) return [near];
  const holding = known.filter((each) => each.toLowerCase().includes(folded));
  const beginning = holding.filter((each) => each.toLowerCase().startsWith(folded));
  return (beginning.length > 0 ? beginning : holding).slice(0, 3);
}

interface NamedField {
  readonly name: string;
}

/** The fields of a table when none are named: the major ones that have a value somewhere. */
export function tableFields<Item>(
  fields: readonly Field<Item>[],
  items: readonly Item[],
  isOneServer: boolean,
): Field<Item>[] {
  return fields.filter(
    (field) =>
      field.isMinor !== true &&
      !(field.name === 'server' && isOneServer) &&
      ((items.length === 0 && field.isMark !== true) || items.some((item) => isThere(field, item))),
  );
}

/** Whether a table has something to show of it. */
export function isThere<Item>({ value, isMark }: Field<Item>, item: Item): boolean {
  const is = value(item);
  if (isMark === true) return is === true;
  return is !== undefined && is !== null && is !== '';
}
