// Compares the tables of codes with the reference list, and checks the style of their texts.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packageCodes } from '../../lib/errors/codes/package.ts';
import { explain } from '../../lib/errors/explain.ts';
import { RasErrorCode } from '../../lib/errors/ras_error_code.ts';

const reference: Record<
  'raserror' | 'mprerror' | 'lmerr' | 'winerror' | 'others',
  Record<string, number>
> = JSON.parse(readFileSync(new URL('codes.json', import.meta.url), 'utf8'));

const explanations = [...Object.values(RasErrorCode), ...Object.keys(packageCodes)].map((code) => {
  const explanation = explain(code);
  if (explanation === undefined) {
    throw new Error(`${code} is not explained`);
  }
  return explanation;
});

describe('RasErrorCode', () => {
  test('has exactly the names and numbers of the reference list', () => {
    expect(RasErrorCode).toEqual({
      ...reference.raserror,
      ...reference.mprerror,
      ...reference.lmerr,
      ...reference.winerror,
      ...reference.others,
    });
  });

  test('has a name for 279 RAS codes and 56 MPR codes, and none for 947', () => {
    const numbers = new Set<number>(Object.values(RasErrorCode));
    expect(Object.keys(reference.raserror)).toHaveLength(279);
    expect(Object.keys(reference.mprerror)).toHaveLength(56);
    expect(numbers.has(947)).toBe(false);
    expect(explain(947)).toBeUndefined();
  });

  test('has one name for each number', () => {
    const numbers = Object.values(RasErrorCode);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const [name, number] of Object.entries(RasErrorCode)) {
      expect(explain(number)).toMatchObject({ name, code: number });
    }
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(RasErrorCode)).toBe(true);
  });
});

describe('the words', () => {
  test.each(explanations)('of $name are one plain sentence and a hint', ({ message, hint }) => {
    for (const text of hint === undefined ? [message] : [message, hint]) {
      expect(text).toMatch(/^[A-Z`][\s\S]*[^ .]\.$/);
      expect(text).not.toMatch(/\s\s|\n/);
    }
    expect(message.length).toBeLessThan(220);
    expect(message.slice(0, -1)).not.toMatch(/[.!?] /);
    expect((hint ?? '').length).toBeLessThan(330);
  });

  test('are different for every two codes', () => {
    const seen = new Map<string, string>();
    const repeated: string[] = [];
    for (const { name, message } of explanations) {
      const earlier = seen.get(message);
      if (earlier !== undefined) {
        repeated.push(`${name} says the same as ${earlier}`);
      }
      seen.set(message, name);
    }
    expect(repeated).toEqual([]);
  });

  test('of the most common codes say what to do', () => {
    const met = [
      5, 6, 53, 55, 67, 87, 120, 124, 126, 127, 193, 1062, 1168, 1317, 1326, 1355, 1702, 1717, 1722,
      1723, 1726, 1727, 1745, 1753, 2115, 2221, 2351, 3010, 3011, 8224, 8250,
      // clients
      600, 601, 608, 609, 615, 619, 621, 623, 628, 629, 633, 649, 651, 678, 691, 703, 711, 717, 718,
      720, 721, 734, 738, 741, 742, 756, 766, 778, 781, 786, 787, 788, 789, 790, 791, 792, 798, 800,
      801, 806, 807, 808, 809, 810, 811, 812, 824, 827, 835, 840, 850, 852, 853, 854, 857, 858, 859,
      864, 866, 868, 870, 876,
      // the router and its policies
      900, 902, 903, 904, 905, 906, 908, 910, 911, 916, 917, 918, 919, 924, 925, 928, 930, 931, 937,
      938, 939, 940, 941, 942, 945, 950, 955, 956,
      // IKE and certificates
      13801, 13805, 13806, 13868, 0x800b0101, 0x800b0109, 0x800b010a, 0x800b010f, 0x80092012,
      0x80092013, 0x80090325,
    ];
    expect(met.filter((code) => explain(code)?.hint === undefined)).toEqual([]);
  });
});
