// The fields of a command's items: one description serves tables, CSV, JSON and --fields. Their
// names are those of the library.

import { didYouMean, usage } from '../complaint.ts';
import type { Colour } from '../terminal/colour.ts';

interface Layout {
  /** Above the column of a table; without it, the name is in capitals: SESSION-START. */
  readonly header?: string;
  /** Not in a table unless --fields names it: there is room for a few only. */
  readonly isMinor?: boolean;
  readonly isRight?: boolean;
  /** Shown in place of a missing value. */
  readonly nothing?: string;
  /** A text that is too long is cut in its middle: names of servers differ at either end. */
  readonly isCutInside?: boolean;
  /** A table that has little room makes the column no narrower than this. */
  readonly least?: number;
  /** A table shows where it is true, and has no column for it where it is true nowhere. */
  readonly isMark?: boolean;
  /** A table has no column for it where it is true nowhere. */
  readonly isRare?: boolean;
  /** Sentences: where one thing is shown by itself, they are broken to fit instead of cut. */
  readonly isProse?: boolean;
  /** The report after an action has no column for it: the plan has shown it. */
  readonly isBefore?: boolean;
}

/** How a value looks in a table. */
interface Look<Value> extends Layout {
  /** The value as text, if it is there. */
  readonly show?: (value: NonNullable<Value>) => string;
  /** The same in the column of a table, where room is short. */
  readonly brief?: (value: NonNullable<Value>) => string;
  readonly paint?: (value: Value) => Colour | undefined;
}

/** A field of items of some type. It reads its value itself, so tables need not know the type. */
export interface Field<Item> extends Layout {
  readonly name: string;
  readonly value: (item: Item) => unknown;
  readonly show?: (item: Item) => string | undefined;
  readonly brief?: (item: Item) => string | undefined;
  readonly paint?: (item: Item) => Colour | undefined;
}

/** Makes fields of these items: `show`, `brief` and `paint` take the type that the item has under the name. */
export function fieldOf<Item>() {
  return <Name extends keyof Item & string>(
    name: Name,
    { show, brief, paint, ...layout }: Look<Item[Name]> = {},
  ): Field<Item> => ({
    name,
    ...layout,
    value: (item) => item[name],
    ...(show && { show: (item: Item) => ifThere(item[name], show) }),
    ...(brief && { brief: (item: Item) => ifThere(item[name], brief) }),
    ...(paint && { paint: (item: Item) => paint(item[name]) }),
  });
}

function ifThere<Value>(
  value: Value,
  show: (value: NonNullable<Value>) => string,
): string | undefined {
  return value === undefined || value === null ? undefined : show(value);
}

/** What stands above the column. */
export function headerOf({ header, name }: Layout & NamedField): string {
  return header ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toUpperCase();
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
  return wanted.map((name) => fieldNamed(fields, name));
}

function fieldNamed<Chosen extends NamedField>(fields: readonly Chosen[], name: string): Chosen {
  const folded = name.toLowerCase();
  const found = fields.find((field) => field.name.toLowerCase() === folded);
  if (found !== undefined) return found;
  const near = nearFields(name, fields);
  const question = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  const known = fields.map((field) => field.name).join(', ');
  throw usage(`There is no field ${name}.${question}`, `There are ${known}.`);
}

/** A field to sort by. */
export interface SortKey<Chosen> {
  readonly field: Chosen;
  readonly isDescending: boolean;
}

/** The fields that --sort names; a `-` before one turns the order round. */
export function sortKeys<Chosen extends NamedField>(
  fields: readonly Chosen[],
  names: string,
): SortKey<Chosen>[] {
  const wanted = names.split(',').map((name) => name.trim());
  if (wanted.some((name) => name === '' || name === '-')) {
    throw usage('--sort has an empty element.', 'As in: --sort connectDuration, --sort=-bytesSent');
  }
  return wanted.map((name) => {
    const isDescending = name.startsWith('-');
    return { field: fieldNamed(fields, isDescending ? name.slice(1) : name), isDescending };
  });
}

// `user` is no typing error for `userName`, but a part of it; and `age` is what the table calls connectDuration.
function nearFields(name: string, fields: readonly (Layout & NamedField)[]): string[] {
  const folded = name.toLowerCase();
  const known = fields.map((field) => field.name);
  const shown = fields.filter((field) => field.header?.toLowerCase() === folded);
  if (shown.length > 0) return shown.map((field) => field.name);
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
      isWorthAColumn(field, items),
  );
}

/** The fields of a wide table: all that have a value somewhere. */
export function wideFields<Item>(
  fields: readonly Field<Item>[],
  items: readonly Item[],
): Field<Item>[] {
  return fields.filter((field) => isWorthAColumn(field, items));
}

function isWorthAColumn<Item>(field: Field<Item>, items: readonly Item[]): boolean {
  if (field.isRare === true) return items.some((item) => field.value(item) === true);
  return (
    (items.length === 0 && field.isMark !== true) || items.some((item) => isThere(field, item))
  );
}

/** Whether a table has something to show of it. */
export function isThere<Item>({ value, isMark }: Field<Item>, item: Item): boolean {
  const is = value(item);
  if (isMark === true) return is === true;
  return is !== undefined && is !== null && is !== '' && !isEmptyList(is);
}

export function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
