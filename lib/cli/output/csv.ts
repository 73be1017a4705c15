// Comma-separated values, RFC 4180, and harmless when a spreadsheet opens them.

import { plain } from './cell.ts';
import type { Field } from './fields.ts';

/** The standard's line end. */
export const END_OF_RECORD = '\r\n';

export interface CsvStyle {
  readonly hasHeader: boolean;
}

/** A record an item. */
export function csv<Item>(
  fields: readonly Field<Item>[],
  items: readonly Item[],
  { hasHeader }: CsvStyle,
): string[] {
  const records = items.map((item) => fields.map(({ value }) => cell(value(item))).join(','));
  if (hasHeader) records.unshift(fields.map(({ name }) => name).join(','));
  return records;
}

function cell(value: unknown): string {
  const written =
    typeof value === 'number' || typeof value === 'bigint' ? String(value) : text(value);
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}

// A client chooses its user and computer name, and a spreadsheet runs text that begins like this as a formula.
// East Asian spreadsheets also accept the wide forms.
function text(value: unknown): string {
  const exact = plain(value);
  return /^[=+\-@\t\r\n＝＋－＠]/.test(exact) ? `'${exact}` : exact;
}
