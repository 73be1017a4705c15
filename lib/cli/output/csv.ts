// Comma-separated values, RFC 4180, and harmless when a spreadsheet opens them.

import { safeText } from '../talk/safe_text.ts';
import { plain } from './cell.ts';
import type { Field, Item } from './fields.ts';

const EOL = '\r\n';

export interface CsvStyle {
  readonly hasHeader: boolean;
  /** On a terminal, which would obey what a program has to get as it is. */
  readonly isShown?: boolean;
}

export function csv(
  fields: readonly Field[],
  items: readonly Item[],
  { hasHeader, isShown = false }: CsvStyle,
): string {
  const lines = items.map((item) => fields.map(({ name }) => cell(item[name], isShown)).join(','));
  if (hasHeader) lines.unshift(fields.map(({ name }) => name).join(','));
  return lines.map((line) => line + EOL).join('');
}

function cell(value: unknown, isShown: boolean): string {
  const exact =
    typeof value === 'number' || typeof value === 'bigint' ? String(value) : text(value);
  const written = isShown ? safeText(exact) : exact;
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}

// A client chooses its user and computer name, and a spreadsheet runs what begins like this; that of
// East Asia with the wide forms, too.
function text(value: unknown): string {
  const exact = plain(value);
  return /^[=+\-@\t\r\n＝＋－＠]/.test(exact) ? `'${exact}` : exact;
}
