// Comma-separated values, RFC 4180, and harmless when a spreadsheet opens them.

import { plain } from './cell.ts';
import type { Field, Item } from './fields.ts';

const EOL = '\r\n';

export function csv(
  fields: readonly Field[],
  items: readonly Item[],
  { hasHeader }: { readonly hasHeader: boolean },
): string {
  const lines = items.map((item) => fields.map(({ name }) => cell(item[name])).join(','));
  if (hasHeader) lines.unshift(fields.map(({ name }) => name).join(','));
  return lines.map((line) => line + EOL).join('');
}

function cell(value: unknown): string {
  const text = typeof value === 'string' ? withoutFormula(value) : plain(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// A client chooses its user and computer name, and a spreadsheet runs what begins like this.
function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
