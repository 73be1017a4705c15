// The order of items: --sort.

import { plain } from './cell.ts';
import { type Field, sortKeys } from './fields.ts';

/** The items in the order that --sort asks for; without it, as the server listed them. */
export function sorted<Item>(
  items: readonly Item[],
  { sort }: { readonly sort?: string | undefined },
  fields: readonly Field<Item>[],
): readonly Item[] {
  if (sort === undefined) return items;
  const compare = comparing(sortKeys(fields, sort));
  return items.toSorted(compare);
}

function comparing<Item>(
  keys: readonly { readonly field: Field<Item>; readonly isDescending: boolean }[],
): (one: Item, other: Item) => number {
  // VPN2-10 comes after VPN2-9.
  const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return (one, other) => {
    for (const { field, isDescending } of keys) {
      const values = [field.value(one), field.value(other)] as const;
      const [isNone, isOtherNone] = values.map(isNothing);
      // What is not known comes last in both directions.
      if (isNone !== isOtherNone) return isNone ? 1 : -1;
      const order = isNone ? 0 : orderOf(...values, compare);
      if (order !== 0) return isDescending ? -order : order;
    }
    return 0;
  };
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function orderOf(
  one: unknown,
  other: unknown,
  compare: (one: string, other: string) => number,
): number {
  const [first, second] = [numberOf(one), numberOf(other)];
  return first === undefined || second === undefined
    ? compare(plain(one), plain(other))
    : first - second;
}

function numberOf(value: unknown): number | undefined {
  if (value instanceof Date) return value.getTime();
  return ['number', 'bigint', 'boolean'].includes(typeof value) ? Number(value) : undefined;
}
