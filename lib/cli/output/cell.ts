// One value as text: for a table, or for CSV.

import { safeText } from '../terminal/safe_text.ts';
import { dateInWords } from '../units.ts';
import { type Field, isThere } from './fields.ts';

/** A table shows this in place of a missing value. */
export const NOTHING = '-';

/** Escaped here already, because its width is measured as it will be seen. `isBrief` is for columns. */
export function shown<Item>(field: Field<Item>, item: Item, isBrief = false): string {
  if (!isThere(field, item)) return field.nothing ?? NOTHING;
  const words = (isBrief ? field.brief?.(item) : undefined) ?? field.show?.(item);
  if (words !== undefined) return safeText(words);
  const value = field.value(item);
  if (value instanceof Date) return dateInWords(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return safeText(plain(value));
}

/** The value without loss, as one text. */
export function plain(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain).join(' ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
