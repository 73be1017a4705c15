// When the servers of a fleet are asked.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDelay, untilPlace, untilRetry } from '../../lib/fleet/pace.ts';
import { seed } from '../fixtures/seed.ts';

const fleets = fc.record({
  count: fc.integer({ min: 1, max: 200 }),
  interval: fc.integer({ min: 10, max: 60_000 }),
  now: fc.integer({ min: 0, max: 10_000_000 }),
});

describe('the readings of a fleet', () => {
  it('are spread evenly over the interval, in whatever order the servers answered', () => {
    fc.assert(
      fc.property(fleets, ({ count, interval, now }) => {
        for (let index = 0; index < count; index += 1) {
          const later = now + untilPlace(index, count, interval, now);
          const place = (index * interval) / count;
          const off = (((later - place) % interval) + interval) % interval;
          expect(Math.min(off, interval - off)).toBeLessThan(1e-3);
        }
      }),
      { seed },
    );
  });

  it('leave a server half an interval to rest, and come every interval if it is quick', () => {
    fc.assert(
      fc.property(fleets, ({ count, interval, now }) => {
        const delay = untilPlace(0, count, interval, now);
        expect(delay).toBeGreaterThanOrEqual(interval / 2 - 1e-3);
        expect(delay).toBeLessThanOrEqual(interval * 1.5 + 1e-3);
        const took = interval / 4;
        expect(took + untilPlace(0, count, interval, now + delay + took)).toBeCloseTo(interval, 2);
      }),
      { seed },
    );
  });

  it('begin within one interval, and within two seconds for a hundred servers', () => {
    expect(firstDelay(99, 100, 5_000)).toBeLessThan(2_000);
    expect(firstDelay(99, 100, 50)).toBeLessThan(50);
    expect(firstDelay(0, 1, 5_000)).toBe(0);
  });
});

it('a server that fails is asked after one interval, two, four, up to a minute, each shortened by chance', () => {
  const pauses = (random: () => number) =>
    [1, 2, 3, 4, 9].map((failures) => untilRetry(5_000, failures, random));
  expect(pauses(() => 0)).toEqual([5_000, 10_000, 20_000, 40_000, 60_000]);
  expect(pauses(() => 0.999_999)).toEqual(
    [2_500, 5_000, 10_000, 20_000, 30_000].map((least) => expect.closeTo(least, -1)),
  );
});
