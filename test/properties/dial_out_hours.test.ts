// Dial-out hours and addresses survive the way into the form of the API and back.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipv4From, ipv4NumberOf, ipv6BytesOf, ipv6From } from '../../lib/interfaces/addresses.ts';
import {
  checkHours,
  type DialOutHours,
  type HourRange,
  hoursFrom,
  hoursInTexts,
} from '../../lib/interfaces/hours.ts';
import { weekdays } from '../../lib/interfaces/weekdays.ts';
import { NotWhole } from '../../lib/native/packed.ts';
import { seed } from '../fixtures/seed.ts';

const runs = Number(process.env.RRAS_TEST_RUNS ?? 200);
const options = { numRuns: runs, seed };

const clock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

const range: fc.Arbitrary<HourRange> = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from: clock(from), to: clock(to) }));

const hours = fc
  .uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 })
  .chain((days) =>
    fc
      .tuple(...days.map(() => fc.array(range, { minLength: 1, maxLength: 4 })))
      .map((ranges) => Object.fromEntries(days.map((day, i) => [day, ranges[i]])) as DialOutHours),
  );

describe('dial-out hours', () => {
  it('are the same after they were written and read', () => {
    fc.assert(
      fc.property(hours, (given) => {
        const checked = checkHours('hours', given);
        expect(checked).toEqual(given);
        expect(hoursFrom(hoursInTexts(checked))).toEqual(given);
      }),
      options,
    );
  });

  it('have the form of the documentation', () => {
    const day = [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:30' },
    ];
    expect(hoursInTexts({ thursday: day, tuesday: day })).toEqual([
      '2 09:00-12:00 13:00-17:30',
      '4 09:00-12:00 13:00-17:30',
    ]);
  });

  it('of a day that comes twice are put together', () => {
    expect(hoursFrom(['1 09:00-10:00', '1 11:00-12:00'])).toEqual({
      monday: [
        { from: '09:00', to: '10:00' },
        { from: '11:00', to: '12:00' },
      ],
    });
  });

  it('that nobody can read are an error and never a wrong time', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9] (\d\d:\d\d-\d\d:\d\d ?){1,3}$/));
    fc.assert(
      fc.property(text, (given) => {
        try {
          for (const ranges of Object.values(hoursFrom([given]) ?? {})) {
            for (const { from, to } of ranges ?? []) {
              expect(given).toContain(`${from}-${to}`);
              expect(Number(from.slice(0, 2))).toBeLessThanOrEqual(24);
              expect(Number(to.slice(3))).toBeLessThan(60);
            }
          }
        } catch (error) {
          if (!(error instanceof NotWhole)) throw error;
        }
      }),
      options,
    );
  });
});

describe('addresses', () => {
  it('of IPv4 are the same after they were written and read', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const read = ipv4From(ipv4NumberOf('address', address));
        expect(read ?? '0.0.0.0').toBe(address);
      }),
      options,
    );
  });

  it('of IPv6 are the same, in the one form that they have', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
        expect(ipv6From(ipv6BytesOf('address', address)) ?? '::').toBe(canonical);
      }),
      options,
    );
  });
});
