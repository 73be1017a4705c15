// What properties are checked with: texts that a client, a server or a file may hold, and the runs.

import fc from 'fast-check';

export { seed } from '../fixtures/seed.ts';

const notable = [
  ...['\u001b[31m', '\u001b]0;owned\u0007', '\u009b2J', '\u0000', '\r', '\n', '\r\n', '\t', '\b'],
  ...['\u202e', '\u2066', '\u200e', '\u061c', '\u200b', '\u2060', '\ufeff', '\u00ad', '\u2028'],
  ...['\ud800', '\udfff', '\ud83d', '\udc00', '\u{e0041}', '👨\u200d👩\u200d👧', 'e\u0301', 'ｗ'],
  ...['=', '+', '-', '@', '＝', '＠', '"', "'", ',', ';', '|', '`', '\\', '/', '*', '?', '#', ':'],
  ...['İ', 'ı', 'ς', 'Σ', 'σ', 'ß', 'K', 'ﬁ', 'ǅ', '佐藤', 'ليلى'],
  ...['__proto__', 'constructor', 'toString', 'VPN2-1', 'alice', 'CONTOSO', 'null', '-1', '1e999'],
];

/** Text of any sixteen-bit units, halves of surrogate pairs among them. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...notable) },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
      { weight: 1, arbitrary: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** What a terminal would obey, or show as something else than it is; but for the joiners of emoji. */
export const obeyed = /[^\P{Cc}\n]|(?![\u200c\u200d])\p{Cf}|\p{Cs}|[\u2028\u2029]/u;
