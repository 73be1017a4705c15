// Headers of information blocks as bytes: what MprInfo does, with every bound checked.

import { describe, expect, it } from 'vitest';
import {
  addInfoBlock,
  buildInfoBlocks,
  emptyInfoBlock,
  findInfoBlock,
  type InfoBlock,
  isEmptyInfoBlock,
  parseInfoBlocks,
  removeInfoBlock,
  setInfoBlock,
} from '../../lib/index.ts';
import { bytesOf, sample, statusAlone } from './sample.ts';

const STATUS = 0xffff0004;
const NAT = 0x81372715;

function block(type: number, ...data: number[]): InfoBlock {
  return { type, itemSize: data.length, itemCount: 1, data: Uint8Array.from(data) };
}

describe("the specification's example", () => {
  it('has four blocks, in the order of its table', () => {
    expect(sample).toHaveLength(252);
    const blocks = parseInfoBlocks(sample);
    expect(blocks.map(({ type }) => type)).toEqual([
      0xffff000a, 0xffff0004, 0xffff0007, 0xffff000d,
    ]);
    expect(blocks.map(({ itemSize }) => itemSize)).toEqual([140, 4, 16, 4]);
  });

  it('is built again byte for byte', () => {
    expect(buildInfoBlocks(parseInfoBlocks(sample))).toEqual(sample);
  });

  it('is built again if a block was replaced and put back', () => {
    const down = setInfoBlock(parseInfoBlocks(sample), block(STATUS, 2, 0, 0, 0));
    expect(buildInfoBlocks(down)).not.toEqual(sample);
    expect(buildInfoBlocks(setInfoBlock(down, block(STATUS, 1, 0, 0, 0)))).toEqual(sample);
  });
});

it('a header of the status alone has 36 bytes', () => {
  expect(buildInfoBlocks([block(STATUS, 1, 0, 0, 0)])).toEqual(statusAlone);
});

describe('a header without blocks', () => {
  it('is built with 12 bytes', () => {
    expect(buildInfoBlocks([])).toEqual(bytesOf('01 00 00 00 0c 00 00 00 00 00 00 00'));
  });

  it.each([12, 16, 28])('is read with %d bytes', (size) => {
    const bytes = new Uint8Array(size);
    bytes.set([1, 0, 0, 0, size]);
    expect(parseInfoBlocks(bytes)).toEqual([]);
  });
});

describe('a block that is absent and one that is empty are kept apart', () => {
  const blocks = [block(STATUS, 1, 0, 0, 0)];

  it('an empty one is in the header, without data', () => {
    const bytes = buildInfoBlocks(addInfoBlock(blocks, emptyInfoBlock(NAT)));
    const found = findInfoBlock(parseInfoBlocks(bytes), NAT);
    expect(found).toEqual({ type: NAT, itemSize: 0, itemCount: 0, data: new Uint8Array() });
    expect(found !== undefined && isEmptyInfoBlock(found)).toBe(true);
  });

  it('an absent one is not', () => {
    expect(findInfoBlock(parseInfoBlocks(buildInfoBlocks(blocks)), NAT)).toBeUndefined();
  });

  it('a block with a size and no items is empty, and stays as it is', () => {
    const noRoutes = { type: NAT, itemSize: 72, itemCount: 0, data: new Uint8Array() };
    expect(isEmptyInfoBlock(noRoutes)).toBe(true);
    expect(parseInfoBlocks(buildInfoBlocks([noRoutes]))).toEqual([noRoutes]);
  });
});

describe('changes', () => {
  const blocks = [block(1, 1), block(2, 2, 2), block(3, 3)];

  it('leave the list that they are given alone', () => {
    const before = structuredClone(blocks);
    addInfoBlock(blocks, block(4));
    setInfoBlock(blocks, block(2, 9));
    removeInfoBlock(blocks, 1);
    expect(blocks).toEqual(before);
  });

  it('keep the order', () => {
    expect(addInfoBlock(blocks, block(0, 7)).map(({ type }) => type)).toEqual([1, 2, 3, 0]);
    expect(setInfoBlock(blocks, block(2, 9)).map(({ type }) => type)).toEqual([1, 2, 3]);
    expect(removeInfoBlock(blocks, 2).map(({ type }) => type)).toEqual([1, 3]);
  });

  it('refuse to add a type twice, and to set or remove one that is not there', () => {
    expect(() => addInfoBlock(blocks, block(2, 1))).toThrow(/must not be there already/);
    expect(() => setInfoBlock(blocks, block(4, 1))).toThrow(
      /must be the type of one of the blocks/,
    );
    expect(() => removeInfoBlock(blocks, 4)).toThrow(/must be the type of one of the blocks/);
  });

  it('copy the data, so that the caller may change it afterwards', () => {
    const data = Uint8Array.of(5);
    const added = addInfoBlock([], { type: 1, itemSize: 1, itemCount: 1, data });
    data[0] = 6;
    expect(added[0]?.data).toEqual(Uint8Array.of(5));
  });
});

it('reads blocks at odd places, in any order, with bytes behind them', () => {
  const bytes = bytesOf(`
01 00 00 00 31 00 00 00 02 00 00 00
05 00 00 00 02 00 00 00 01 00 00 00 2f 00 00 00
06 00 00 00 01 00 00 00 03 00 00 00 2c 00 00 00
0a 0b 0c 0d 0e ff ff ff`);
  expect(parseInfoBlocks(bytes)).toEqual([
    { type: 5, itemSize: 2, itemCount: 1, data: Uint8Array.of(0x0d, 0x0e) },
    { type: 6, itemSize: 1, itemCount: 3, data: Uint8Array.of(0x0a, 0x0b, 0x0c) },
  ]);
});

it('finds the first of two blocks of one type, and refuses to build both', () => {
  const bytes = bytesOf(`
01 00 00 00 2e 00 00 00 02 00 00 00
05 00 00 00 01 00 00 00 01 00 00 00 2c 00 00 00
05 00 00 00 01 00 00 00 01 00 00 00 2d 00 00 00
0a 0b`);
  const blocks = parseInfoBlocks(bytes);
  expect(findInfoBlock(blocks, 5)?.data).toEqual(Uint8Array.of(0x0a));
  expect(() => buildInfoBlocks(blocks)).toThrow(/must not be there twice/);
});

describe('bytes that are no header', () => {
  const changed = (at: number, ...bytes: number[]) => {
    const all = Uint8Array.from(statusAlone);
    all.set(bytes, at);
    return all;
  };

  it.each([
    ['too few bytes for a header', statusAlone.slice(0, 11), /it has 11 bytes, which is fewer/],
    ['another version', changed(0, 2), /its version is 2 instead of 1/],
    ['fewer bytes than it says', statusAlone.slice(0, 35), /it should have 36 bytes and has 35/],
    ['more blocks than fit', changed(8, 3), /3 blocks do not fit into 36 bytes/],
    ['a huge number of blocks', changed(8, 255, 255, 255, 255), /4294967295 blocks do not fit/],
    ['a block beyond the end', changed(24, 33), /the block of type 0xFFFF0004 reaches beyond/],
    ['a block far beyond the end', changed(24, 255, 255, 255, 255), /reaches beyond its end/],
    [
      'a length beyond 32 bits',
      changed(16, 0, 0, 1, 0, 0, 0, 1, 0),
      /the block of type 0xFFFF0004 reaches beyond/,
    ],
  ])('are refused: %s', (_, bytes, message) => {
    expect(() => parseInfoBlocks(bytes)).toThrow(message);
    expect(() => parseInfoBlocks(bytes)).toThrow(TypeError);
  });

  it('are refused if blocks overlap, so that few bytes never become gigabytes', () => {
    const blocks = 8;
    const bytes = new Uint8Array(12 + 16 * blocks + 100);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 1, true);
    view.setUint32(4, bytes.length, true);
    view.setUint32(8, blocks, true);
    for (let i = 0; i < blocks; ++i) {
      view.setUint32(12 + 16 * i, i, true);
      view.setUint32(16 + 16 * i, 100, true);
      view.setUint32(20 + 16 * i, 1, true);
      view.setUint32(24 + 16 * i, 140, true);
    }
    expect(() => parseInfoBlocks(bytes)).toThrow(/its blocks overlap/);
  });

  it('are shown by their first numbers only', () => {
    const key = changed(0, 2);
    key.fill(0x5a, 28);
    expect(() => parseInfoBlocks(key)).toThrow(/^(?!.*5a)/s);
  });
});

it.each([
  ['no list', { length: 0 }, /"blocks" argument must be an instance of Array/],
  ['a number too large', [{ ...block(1, 1), type: 2 ** 32 }], /'blocks\[0\]\.type'/],
  ['a length that does not fit', [{ ...block(1, 1), itemCount: 2 }], /2 items of 1 bytes/],
  ['data of another type', [{ ...block(1, 1), data: [1] }], /instance of Uint8Array/],
  ['a property too many', [{ ...block(1, 1), size: 1 }], /'blocks\[0\]\.size' is not known/],
])('buildInfoBlocks refuses %s', (_, blocks, message) => {
  expect(() => Reflect.apply(buildInfoBlocks, undefined, [blocks])).toThrow(message);
});
