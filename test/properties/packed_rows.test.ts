// Rows are read as the addon packs them, and inconsistent rows are an error.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  mapRows,
  NotWhole,
  type PackedRows,
  type RecordReader,
  type RowReader,
  readRows,
} from '../../lib/native/packed.ts';
import * as readers from '../../lib/native/rows.ts';
import { columnsOf, pack, type RecordName, recordNames } from '../fixtures/packing.ts';
import { hostileText, seed } from './texts.ts';

const word = fc.oneof(fc.constantFrom(0, 1, 0xffffffff), fc.nat(0xffffffff));
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });

const values = {
  u32: word,
  id: fc.maxSafeNat(),
  u64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  guid: digits(32).map((all) => all.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')),
  bytes8: digits(16),
  text: hostileText,
  repeated: hostileText,
  bytes: fc.uint8Array({ maxLength: 9 }),
} as const;

function readerOf(record: RecordName): RecordReader<RowReader> {
  return Reflect.get(readers, `${record[0]?.toUpperCase()}${record.slice(1)}Row`);
}

function rowOf(record: RecordName) {
  const columns = columnsOf(record).map(({ name, kind }) => [name, values[kind]]);
  return fc.record(Object.fromEntries(columns) as Record<string, fc.Arbitrary<unknown>>);
}

/** All columns of a row as plain data. */
function taken(record: RecordName, row: RowReader): Record<string, unknown> {
  return Object.fromEntries(columnsOf(record).map(({ name }) => [name, Reflect.get(row, name)]));
}

/** All columns of all rows: each row by its own reader, and all by one. */
function read(record: RecordName, rows: PackedRows) {
  const Reader = readerOf(record);
  const apart = readRows(Reader, rows).map((row) => taken(record, row));
  expect(mapRows(Reader, rows, (row) => taken(record, row))).toEqual(apart);
  return apart;
}

it.each(recordNames)('rows of %s come back as they were packed', (record) => {
  fc.assert(
    fc.property(fc.array(rowOf(record), { maxLength: 5 }), (rows) => {
      expect(read(record, pack(record, rows))).toEqual(rows);
    }),
    { seed, numRuns: 50 },
  );
});

it.each(recordNames)('any row of %s is read without those before it', (record) => {
  fc.assert(
    fc.property(fc.array(rowOf(record), { minLength: 2, maxLength: 5 }), fc.nat(4), (rows, nth) => {
      const packed = pack(record, rows);
      const Reader = readerOf(record);
      const cuts = mapRows(Reader, packed, ({ cut }) => cut);
      const place = nth % rows.length;
      const row = new Reader(packed);
      row.goTo(place, cuts[place] ?? 0);
      expect(taken(record, row)).toEqual(rows[place]);
    }),
    { seed, numRuns: 20 },
  );
});

const anything = fc.record({
  count: fc.oneof(fc.nat(4), word),
  words: fc
    .array(fc.oneof(fc.nat(9), word), { maxLength: 40 })
    .map((all) => Uint32Array.from(all).buffer as ArrayBuffer),
  text: hostileText,
  repeated: fc.array(hostileText, { maxLength: 3 }),
});

it('words that are no rows are an error, and end', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...recordNames), anything, (record, rows) => {
      let all: Record<string, unknown>[];
      try {
        all = read(record, rows);
      } catch (error) {
        refused += 1;
        expect(error).toSatisfy((each) => each instanceof NotWhole || isIdTooLarge(each));
        return;
      }
      // Everything that was packed was read.
      const { count, words, text } = rows;
      expect(pack(record, all)).toMatchObject({ count, words, text });
    }),
    { seed, numRuns: 4000 },
  );
  expect(refused).toBeGreaterThan(1000);
});

function isIdTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'id' in error;
}
