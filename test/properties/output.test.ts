// Names from clients and servers are harmless on a terminal, and exact for programs.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../lib/cli/output/csv.ts';
import { fieldOf } from '../../lib/cli/output/fields.ts';
import { card, type TableStyle, table } from '../../lib/cli/output/table.ts';
import { learnLetters, textWidth } from '../../lib/cli/output/text_width.ts';
import { textOf } from '../../lib/cli/terminal/paper.ts';
import { safeJson, safeText } from '../../lib/cli/terminal/safe_text.ts';
import { tellTrouble } from '../../lib/cli/terminal/tell_trouble.ts';
import { worldIn } from '../../lib/cli/terminal/world.ts';
import { recordsOn, surroundingsOf } from '../cli/terminal.ts';
import { hostileText, obeyed, seed } from './texts.ts';

const field = fieldOf<{
  readonly server: string;
  readonly userName: string | undefined;
  readonly ports: unknown;
}>();
const fields = [field('server'), field('userName'), field('ports', { isRight: true })];
const item = fc.record({
  server: hostileText,
  userName: fc.option(hostileText, { nil: undefined }),
  ports: fc.oneof(fc.array(hostileText, { maxLength: 3 }), fc.integer(), fc.bigInt(), fc.boolean()),
});
const style: Omit<TableStyle, 'columns'> = { hasHeader: true, paint: (text) => text, mark: '…' };

describe('text', () => {
  it('shows what a terminal would obey as \\u and four digits, and nothing else differs', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = safeText(text);
        expect(shown).not.toMatch(obeyed);
        expect(shown).not.toContain('\n');
        const back = shown.replace(/\\u([\da-f]{4})/g, (_, digits) =>
          String.fromCharCode(Number.parseInt(digits, 16)),
        );
        expect(back).toBe(text);
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('of an error cannot begin a line of its own', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (message, hint) => {
        const { written, ...outside } = surroundingsOf({});
        tellTrouble(worldIn(outside), {
          exit: 'failure',
          code: '',
          status: null,
          syscall: null,
          outcome: null,
          message,
          hint,
        });
        const [first, ...others] = written.stderr.trimEnd().split('\n');
        expect(first).toMatch(/^error: /);
        for (const line of others) expect(line).toMatch(/^ {2}|^$/);
        expect(written.stderr).not.toMatch(obeyed);
      }),
      { seed, numRuns: 500 },
    );
  });
});

// The mark of a truncated text is not a plain letter, so its width must be known before it is measured here.
beforeAll(learnLetters);

describe('a table', () => {
  const widths = fc.option(fc.integer({ min: 6, max: 100 }), { nil: undefined });

  it('has a line an item, none wider than the terminal, and nothing in it that would be obeyed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 4 }), widths, async (items, columns) => {
        const { lines } = await table(fields, items, { ...style, columns });
        expect(lines).toHaveLength(items.length + 1);
        for (const line of lines.map(textOf)) {
          expect(line).not.toMatch(obeyed);
          expect(line).not.toContain('\n');
          if (columns !== undefined) expect(textWidth(line)).toBeLessThanOrEqual(columns);
        }
      }),
      { seed, numRuns: 250 },
    );
  });

  it('of one thing has a line a field', async () => {
    await fc.assert(
      fc.asyncProperty(item, widths, async (one, columns) => {
        const lines = await card(fields, one, { ...style, columns });
        expect(lines).toHaveLength(fields.length);
        for (const line of lines.map(textOf)) expect(line).not.toMatch(/\n/);
        for (const line of lines.map(textOf)) expect(line).not.toMatch(obeyed);
      }),
      { seed, numRuns: 500 },
    );
  });
});

/** RFC 4180, one character after another. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at];
      else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === '\n') throw new Error('a line end that is not quoted');
    else if (character === ',' || (character === '\r' && text[at + 1] === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (character === '\r') {
        at += 1;
        rows.push([]);
      }
    } else cell += character;
  }
  expect(isQuoted).toBe(false);
  expect(rows.pop()).toEqual([]);
  return rows;
}

describe('CSV', () => {
  const isRun = /^[=+\-@\t\r\n＝＋－＠]/;

  it('comes back from a parser as it was, but that nothing in it is a formula', () => {
    let formulas = 0;
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), (items) => {
        const rows = parsed(recordsOn(false, csv(fields, items, { hasHeader: true })));
        expect(rows).toHaveLength(items.length + 1);
        for (const [index, { server, userName = '', ports }] of items.entries()) {
          const texts = [server, userName, Array.isArray(ports) ? ports.join(' ') : undefined];
          for (const [column, cell] of (rows[index + 1] ?? []).entries()) {
            const text = texts[column];
            if (text === undefined) {
              expect(cell).toBe(String(ports));
              continue;
            }
            if (isRun.test(text)) formulas += 1;
            expect(cell).toBe(isRun.test(text) ? `'${text}` : text);
            expect(cell).not.toMatch(isRun);
          }
        }
      }),
      { seed, numRuns: 1000 },
    );
    expect(formulas).toBeGreaterThan(200);
  });

  it('on a terminal shows nothing that would be obeyed', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), (items) => {
        const text = recordsOn(true, csv(fields, items, { hasHeader: true }));
        expect(text.replaceAll('\r\n', '')).not.toMatch(obeyed);
        expect(parsed(text)).toHaveLength(items.length + 1);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('JSON', () => {
  it('is exact, and shows nothing that would be obeyed', () => {
    const indent = fc.constantFrom(undefined, 2);
    fc.assert(
      fc.property(fc.jsonValue(), hostileText, hostileText, indent, (value, key, text, spaces) => {
        const whole = { value, [`k${key}`]: text };
        const written = safeJson(whole, spaces);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(whole)));
        expect(written).not.toMatch(obeyed);
        if (spaces === undefined) expect(written).not.toContain('\n');
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('has null where there is nothing, and beyond 2^53 the number as text', () => {
    fc.assert(
      fc.property(fc.bigInt(), (number) => {
        expect(JSON.parse(safeJson({ number, nothing: undefined }))).toEqual({
          number: String(number),
          nothing: null,
        });
      }),
      { seed, numRuns: 200 },
    );
  });
});
