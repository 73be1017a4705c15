// The verdict of a soak on memory.

import { describe, expect, it } from 'vitest';
import { growthOf } from '../../soak/figures/growth.mjs';

const MEBIBYTE = 1024 * 1024;

// Always the same noise of some pages.
const noise = (index: number) => (Math.sin(index * 12.9898) * 43_758.5453) % 1;
const held = (growthAMinute: number) => ({
  seconds: 600,
  rests: Array.from({ length: 120 }, (_, index) => ({
    at: index * 5,
    rss: 150 * MEBIBYTE + noise(index) * 2 * MEBIBYTE + (growthAMinute * index * 5) / 60,
  })),
});

describe('the verdict on memory', () => {
  it('calls noise flat', () => {
    expect(growthOf(held(0)).verdict).toBe('flat');
  });

  it('finds memory that is kept', () => {
    const growth = growthOf(held(4 * MEBIBYTE));
    expect(growth.verdict).toBe('grows');
    expect(growth.slope / MEBIBYTE).toBeCloseTo(4, 0);
  });

  it('calls a decrease flat', () => {
    expect(growthOf(held(-4 * MEBIBYTE)).verdict).toBe('flat');
  });

  it('leaves out the first third, in which the heap finds its size', () => {
    const { rests, seconds } = held(0);
    const starting = rests.map((rest, index) => ({
      ...rest,
      rss: index < 40 ? index * 4 * MEBIBYTE : rest.rss,
    }));
    expect(growthOf({ rests: starting, seconds }).verdict).toBe('flat');
  });

  it('gives no verdict on a short run', () => {
    expect(growthOf({ ...held(4 * MEBIBYTE), seconds: 20 }).verdict).toBe('too short to tell');
  });
});
