// Whatever bytes come: the parser reads blocks within their bounds or says clearly why not.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  buildInfoBlocks,
  changeIpInfo,
  type InfoBlock,
  type IpInfoChanges,
  parseInfoBlocks,
  readIpInfo,
} from '../../lib/index.ts';
import { sample, statusAlone } from '../blocks/sample.ts';
import { seed } from '../fixtures/seed.ts';

const numRuns = Number(process.env.RRAS_TEST_RUNS ?? 400);
const settings = { seed, numRuns };

const word = fc.oneof(fc.constantFrom(0, 1, 0xffffffff), fc.nat(0xffffffff));
const type = fc.oneof(
  fc.integer({ min: 0xffff0001, max: 0xffff0018 }),
  fc.constantFrom(8, 0x81372715),
  word,
);

const block = fc.tuple(type, fc.nat(90), fc.nat(3)).chain(([type, itemSize, itemCount]) => {
  const length = itemSize * itemCount;
  const data = fc.uint8Array({ minLength: length, maxLength: length });
  return data.map((data): InfoBlock => ({ type, itemSize, itemCount, data }));
});

const blocks = fc.uniqueArray(block, { maxLength: 6, selector: (one) => one.type });

/** A header with some of its bytes changed, or cut off. */
const mutated = fc
  .tuple(
    fc.oneof(fc.constantFrom(sample, statusAlone), blocks.map(buildInfoBlocks)),
    fc.array(fc.tuple(fc.nat(260), fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0xff))), {
      maxLength: 8,
    }),
    fc.option(fc.nat(260), { nil: undefined }),
  )
  .map(([bytes, changes, length]) => {
    const copy = Uint8Array.from(bytes);
    for (const [at, byte] of changes) {
      if (at < copy.length) copy[at] = byte;
    }
    return copy.slice(0, length);
  });

const arbitrary = fc.oneof(mutated, fc.uint8Array({ maxLength: 300 }));

function refusal(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ code: 'ERR_INVALID_ARG_VALUE' });
    return String(error);
  }
}

it('blocks come back as they were built', () => {
  fc.assert(
    fc.property(blocks, (given) => {
      const bytes = buildInfoBlocks(given);
      const read = parseInfoBlocks(bytes);
      expect(read).toEqual(given);
      expect(buildInfoBlocks(read)).toEqual(bytes);
    }),
    settings,
  );
});

it('every block of a header begins at a multiple of 8 bytes, and the header ends with the last', () => {
  fc.assert(
    fc.property(blocks, (given) => {
      const bytes = buildInfoBlocks(given);
      const view = new DataView(bytes.buffer);
      let end = 12 + 16 * given.length;
      given.forEach(({ data }, i) => {
        const offset = view.getUint32(24 + 16 * i, true);
        expect(offset).toBe(Math.ceil(end / 8) * 8);
        end = offset + data.length;
      });
      expect(bytes).toHaveLength(end);
      expect(view.getUint32(4, true)).toBe(end);
    }),
    settings,
  );
});

it('any bytes are read within their bounds, or refused with a reason', () => {
  fc.assert(
    fc.property(arbitrary, fc.nat(9), (bytes, shift) => {
      // In a larger buffer, so that a read out of bounds would find these bytes.
      const larger = new Uint8Array(bytes.length + shift + 64).fill(0xa5);
      larger.set(bytes, shift);
      const part = larger.subarray(shift, shift + bytes.length);
      let read: InfoBlock[] = [];
      const reason = refusal(() => {
        read = parseInfoBlocks(part);
      });
      if (reason !== undefined) expect(reason).toContain('is not a header of information blocks');
      const total = read.reduce((sum, { data }) => sum + data.length, 0);
      expect(total).toBeLessThanOrEqual(bytes.length);
      for (const { itemSize, itemCount, data } of read) {
        expect(data).toHaveLength(itemSize * itemCount);
        if (data.length > 0) expect(Buffer.from(bytes).includes(Buffer.from(data))).toBe(true);
      }
    }),
    settings,
  );
});

it('any bytes are read as blocks of IP, or refused with a reason', () => {
  fc.assert(
    fc.property(arbitrary, (bytes) => {
      refusal(() => readIpInfo(bytes));
    }),
    settings,
  );
});

it('what was read as blocks of IP can be written, and is read the same', () => {
  fc.assert(
    fc.property(mutated, (bytes) => {
      let info: IpInfoChanges | undefined;
      let rebuilt = new Uint8Array();
      const reason = refusal(() => {
        info = readIpInfo(bytes);
        rebuilt = Uint8Array.from(changeIpInfo(bytes, info));
      });
      if (reason?.includes('must not be there twice') === true) return;
      if (info === undefined || reason !== undefined) return;
      expect(readIpInfo(rebuilt)).toEqual(info);
    }),
    settings,
  );
});

it('a change keeps every other block byte for byte', () => {
  fc.assert(
    fc.property(blocks, (given) => {
      const changed = parseInfoBlocks(changeIpInfo(buildInfoBlocks(given), { status: 'down' }));
      const others = (all: readonly InfoBlock[]) => all.filter((one) => one.type !== 0xffff0004);
      expect(others(changed)).toEqual(others(given));
      expect(changed.filter((one) => one.type === 0xffff0004)).toEqual([
        { type: 0xffff0004, itemSize: 4, itemCount: 1, data: Uint8Array.of(2, 0, 0, 0) },
      ]);
    }),
    settings,
  );
});
