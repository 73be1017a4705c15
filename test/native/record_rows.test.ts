// How the rows of any record are read: each kind of column, from the words that the addon packs.

import { expect, it } from 'vitest';
import { IdOutOfRange, NotWhole, type PackedRows, readRows } from '../../lib/native/records.ts';

function packed(count: number, words: number[], text = '', repeated: string[] = []): PackedRows {
  return { count, words: Uint32Array.from(words).buffer, text, repeated };
}

it('reads each kind', () => {
  const rows = packed(
    1,
    [
      7, 1, 2, 3, 4, 0x01020304, 0x06070508, 0x0c0b0a09, 0x100f0e0d, 0x04030201, 0x08070605, 5, 1,
      3,
    ],
    'Älice\u0000\u007f\u00ff',
    ['CORP', 'HOME'],
  );
  const columns = [
    'number:u32',
    'handle:id',
    'time:u64',
    'guid:guid',
    'prefix:bytes8',
    'name:text',
    'domain:repeated',
    'raw:bytes',
  ] as const;
  expect(readRows(columns, rows)).toEqual([
    {
      number: 7,
      handle: 2 * 2 ** 32 + 1,
      time: 4n * 2n ** 32n + 3n,
      guid: '01020304-0508-0607-090a-0b0c0d0e0f10',
      prefix: '0102030405060708',
      name: 'Älice',
      domain: 'HOME',
      raw: Uint8Array.of(0, 0x7f, 0xff),
    },
  ]);
});

it('reads one row after another, each with its own texts', () => {
  const rows = packed(3, [1, 2, 2, 0, 3, 3], 'abcde');
  expect(readRows(['id:u32', 'text:text'], rows)).toEqual([
    { id: 1, text: 'ab' },
    { id: 2, text: '' },
    { id: 3, text: 'cde' },
  ]);
  expect(readRows(['id:u32'], packed(0, []))).toEqual([]);
});

it('reads the largest id that a number holds, and refuses the next', () => {
  const read = (low: number, high: number) => readRows(['port:id'], packed(1, [low, high]));
  expect(read(0xffffffff, 0x1fffff)).toEqual([{ port: Number.MAX_SAFE_INTEGER }]);
  expect(() => read(0, 0x200000)).toThrow(IdOutOfRange);
});

it.each([
  ['fewer words than rows', packed(2, [1])],
  ['a count beyond all memory', packed(0xffffffff, [])],
  ['more words than rows', packed(1, [1, 2])],
])('refuses %s', (_, rows) => {
  expect(() => readRows(['number:u32'], rows)).toThrow(NotWhole);
});

it('refuses a text that is cut short or left over, and a repeated text that is not there', () => {
  expect(() => readRows(['name:text'], packed(1, [5], 'four'))).toThrow(NotWhole);
  expect(() => readRows(['name:text'], packed(1, [3], 'four'))).toThrow(NotWhole);
  expect(() => readRows(['name:repeated'], packed(1, [1], '', ['one']))).toThrow(NotWhole);
});
