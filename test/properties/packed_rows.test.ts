// Rows are read as the addon packs them, and inconsistent rows are an error.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Column,
  NotWhole,
  PortRow,
  portColumns,
  readRows,
  records,
} from '../../lib/native/records.ts';
import { kindOf, pack } from '../fixtures/packing.ts';
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
type Kind = keyof typeof values;
function rowOf(columns: readonly string[]) {
  return fc.record(
    Object.fromEntries(
      columns.map((column) => [column, values[kindOf(column)] as fc.Arbitrary<unknown>]),
    ),
  );
}

function named(row: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column.split(':')[0], value]),
  );
}

it.each(Object.entries<readonly Column[]>(records))(
  'rows of %s come back as they were packed',
  (_, columns) => {
    fc.assert(
      fc.property(fc.array(rowOf(columns), { maxLength: 4 }), (rows) => {
        expect(readRows(columns, pack(columns, rows))).toEqual(rows.map(named));
      }),
      { seed, numRuns: 30 },
    );
  },
);

it('rows of any columns come back as they were packed', () => {
  const columns = fc.array(fc.constantFrom(...(Object.keys(values) as Kind[])), {
    minLength: 1,
    maxLength: 9,
  });
  const table = columns
    .map((kinds) => kinds.map((kind, place): Column => `c${place}:${kind}`))
    .chain((all) => fc.tuple(fc.constant(all), fc.array(rowOf(all), { maxLength: 5 })));
  fc.assert(
    fc.property(table, ([all, rows]) => {
      expect(readRows(all, pack(all, rows))).toEqual(rows.map(named));
    }),
    { seed, numRuns: 500 },
  );
});

it('ports are read by their own reader as by that of any record', () => {
  fc.assert(
    fc.property(fc.array(rowOf(portColumns), { maxLength: 5 }), (rows) => {
      const packed = pack(portColumns, rows);
      const port = new PortRow(packed);
      for (const [index, expected] of readRows(portColumns, packed).entries()) {
        port.goTo(index);
        const userName = port.nextUserName();
        const computer = port.nextComputer();
        expect({ name: port.name, handle: port.handle(), userName, computer }).toEqual({
          name: expected.name,
          handle: expected.handle,
          userName: expected.userName,
          computer: expected.computer,
        });
        expect([
          port.mediaName(),
          port.deviceName(),
          port.logonDomain(),
          port.sessionStart(),
        ]).toEqual([
          expected.mediaName,
          expected.deviceName,
          expected.logonDomain,
          expected.sessionStart,
        ]);
      }
    }),
    { seed, numRuns: 200 },
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
  const some = fc.constantFrom<readonly Column[]>(
    ...Object.values(records),
    ['a:u32'],
    ['a:text'],
    ['a:repeated'],
    ['a:bytes'],
  );
  let refused = 0;
  fc.assert(
    fc.property(some, anything, (columns, rows) => {
      let read: unknown;
      try {
        read = readRows(columns, rows);
      } catch (error) {
        refused += 1;
        expect(error).toSatisfy((each) => each instanceof NotWhole || isIdTooLarge(each));
        return;
      }
      // Everything that was packed was read.
      expect(
        pack(
          columns,
          (read as Record<string, unknown>[]).map((row) => backAgain(columns, row)),
        ),
      ).toMatchObject({
        count: rows.count,
        words: rows.words,
        text: rows.text,
      });
    }),
    { seed, numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(1000);
});

it('words that are no rows of ports are an error, and end', () => {
  fc.assert(
    fc.property(anything, (rows) => {
      if (rows.words.byteLength === rows.count * 4 * 16) return;
      expect(() => new PortRow(rows)).toThrow(NotWhole);
    }),
    { seed, numRuns: 500 },
  );
});

function isIdTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'id' in error;
}

function backAgain(columns: readonly string[], row: Record<string, unknown>) {
  return Object.fromEntries(columns.map((column) => [column, row[column.split(':')[0] ?? '']]));
}
