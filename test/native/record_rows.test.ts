// How the rows of a record are read: each kind of column, from the words that the addon packs.

import { expect, it } from 'vitest';
import {
  IdOutOfRange,
  mapRows,
  NotWhole,
  type PackedRows,
  readRows,
} from '../../lib/native/packed.ts';
import {
  Connection3Row,
  DeviceRow,
  Ikev2EkuRow,
  PortStatusRow,
  TransportRow,
} from '../../lib/native/rows.ts';

function packed(count: number, words: number[], text = '', repeated: string[] = []): PackedRows {
  return { count, words: Uint32Array.from(words).buffer, text, repeated };
}

it('reads each kind', () => {
  const zeros = (count: number) => new Array<number>(count).fill(0);
  const text = 'Älice6ba7b810-9dad-11d1-80b4-00c04fd430c820010db800000001';
  const words = [
    ...[1, 2], // connection
    ...[5, 7, 41], // userName, interfaceType, guid
    ...[720, 1, 41], // ipError, ipAddress, ipRemoteAddress
    ...zeros(3), // ipOptions, ipRemoteOptions, ipv6Error
    ...[41, 41, 57, 64], // identifiers, prefix and its length
    ...zeros(18),
    0, // quarantine
    ...[3, 4], // probationEnds
  ];
  const [row, ...others] = readRows(
    Connection3Row,
    packed(1, words, text, ['10.0.0.1', '10.0.0.2']),
  );
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    connection: 2 * 2 ** 32 + 1,
    userName: 'Älice',
    interfaceType: 7,
    guid: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
    ipError: 720,
    ipAddress: '10.0.0.2',
    ipRemoteAddress: '',
    ipv6Identifier: '0000000000000000',
    ipv6Prefix: '20010db800000001',
    ipv6PrefixLength: 64,
    probationEnds: 4n * 2n ** 32n + 3n,
  });
  const bytes = readRows(TransportRow, packed(1, [3, 3], '\u0000\u007f\u00ff'))[0];
  expect(bytes?.globalInfo).toEqual(Uint8Array.of(0, 0x7f, 0xff));
  expect(bytes?.clientInterfaceInfo).toEqual(new Uint8Array());
});

it('reads one row after another, each with its own texts', () => {
  const rows = packed(3, [1, 2, 2, 0, 3, 3], 'abcde');
  const expected = [
    { isOid: 1, eku: 'ab' },
    { isOid: 2, eku: '' },
    { isOid: 3, eku: 'cde' },
  ];
  expect(readRows(Ikev2EkuRow, rows)).toMatchObject(expected);
  expect(mapRows(Ikev2EkuRow, rows, ({ isOid, eku }) => ({ isOid, eku }))).toEqual(expected);
  expect(readRows(Ikev2EkuRow, packed(0, []))).toEqual([]);
  expect(mapRows(Ikev2EkuRow, packed(0, []), () => 1)).toEqual([]);
});

it('reads the largest id that a number holds, and refuses the next', () => {
  const read = (low: number, high: number) =>
    readRows(PortStatusRow, packed(1, [low, high, 0]))[0]?.handle;
  expect(read(0xffffffff, 0x1fffff)).toBe(Number.MAX_SAFE_INTEGER);
  expect(read(0xffffffff, 0)).toBe(0xffffffff);
  expect(() => read(0, 0x200000)).toThrow(IdOutOfRange);
});

it.each([
  ['fewer words than rows', packed(2, [1, 2, 3])],
  ['a count beyond all memory', packed(0xffffffff, [])],
  ['more words than rows', packed(1, [1, 2, 3, 4])],
  ['words without a row', packed(0, [1, 2, 3])],
])('refuses %s', (_, rows) => {
  expect(() => readRows(PortStatusRow, rows)).toThrow(NotWhole);
  expect(() => mapRows(PortStatusRow, rows, () => 1)).toThrow(NotWhole);
});

it('refuses a text that is cut short, left over or ends before it begins', () => {
  const read = (ends: number[], text: string) => readRows(TransportRow, packed(1, ends, text));
  expect(() => read([1, 5], 'four')).toThrow(NotWhole);
  expect(() => read([1, 3], 'four')).toThrow(NotWhole);
  expect(() => read([5, 4], 'four')).toThrow(NotWhole);
  expect(read([1, 4], 'four')).toHaveLength(1);
});

it('refuses a repeated text that is not there', () => {
  const [row] = readRows(DeviceRow, packed(1, [1, 0], '', ['one']));
  expect(() => row?.deviceType).toThrow(NotWhole);
});
