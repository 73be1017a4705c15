// explain() and every form in which a code is read somewhere.

import { describe, expect, test } from 'vitest';
import { packageCodes } from '../lib/errors/codes/package.ts';
import { explain } from '../lib/errors/explain.ts';

describe('a number', () => {
  test.each([
    ['a number', 903],
    ['decimal text', '903'],
    ['hexadecimal text', '0x387'],
    ['hexadecimal text in capitals', '0X387'],
    ['text with blanks around it', ' 903 '],
    ['a HRESULT that wraps it', 0x8007_0387],
    ['a name', 'ERROR_DDM_NOT_RUNNING'],
    ['a name in small letters', 'error_ddm_not_running'],
  ])('is explained when given as %s', (_form, code) => {
    expect(explain(code)).toEqual({
      code: 903,
      name: 'ERROR_DDM_NOT_RUNNING',
      message: expect.stringContaining('LAN router only'),
      hint: expect.stringContaining('Start the RemoteAccess service'),
      source: 'mpr',
      side: 'server',
    });
  });

  test.each([
    ['a negative number', -2146762495],
    ['negative text', '-2146762495'],
    ['unsigned', 2148204801],
    ['hexadecimal text', '0x800B0101'],
    ['a name', 'CERT_E_EXPIRED'],
  ])('of a certificate check is explained when given as %s', (_form, code) => {
    expect(explain(code)).toMatchObject({
      code: 0x800b0101,
      name: 'CERT_E_EXPIRED',
      source: 'certificate',
    });
  });

  test.each([[0x8007_0005], ['0x80070005'], [-2147024891], ['-2147024891']])(
    'wrapped in a HRESULT is taken out: %s',
    (code) => {
      expect(explain(code)).toMatchObject({ code: 5, name: 'ERROR_ACCESS_DENIED' });
    },
  );

  test.each([
    [691, 'ras', 'client'],
    [619, 'ras', 'client'],
    [956, 'mpr', 'server'],
    [2221, 'lanman', 'server'],
    [1722, 'system', 'server'],
    [13801, 'ike', 'client'],
    [13868, 'ike', 'either'],
    [0x800b0109, 'certificate', 'either'],
  ])('%s tells its source (%s) and side (%s)', (code, source, side) => {
    expect(explain(code)).toMatchObject({ code, source, side });
  });

  test('of success is explained too, by number and by name', () => {
    expect(explain(0)).toMatchObject({ code: 0, name: 'ERROR_SUCCESS' });
    expect(explain('error_success')).toEqual(explain(0));
    expect(explain(600)).toMatchObject({ name: 'PENDING' });
  });

  test('without a hint has no such field', () => {
    expect(Object.keys(explain(610) ?? {})).not.toContain('hint');
  });
});

test('names with small letters are found in any case', () => {
  expect(explain('NERR_UserNotFound')).toMatchObject({ code: 2221 });
  expect(explain('nerr_usernotfound')).toMatchObject({ code: 2221, name: 'NERR_UserNotFound' });
});

test.each(Object.keys(packageCodes))("the package's own %s is explained", (name) => {
  expect(explain(name.toLowerCase())).toMatchObject({
    code: undefined,
    name,
    source: 'rras',
    hint: expect.any(String),
  });
});

test.each([
  '',
  ' ',
  'abc',
  '0x',
  '1e3',
  '9.03',
  '903abc',
  '0x1000000000',
  'constructor',
  '__proto__',
  'UNKNOWN_12345',
  '٩٠٣',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1.5,
  -1,
  947,
  599,
  879,
  957,
  0x1_0000_0387,
  -0x1_0000_0000,
  0x8007_ffff,
])('%j is no known code', (code) => {
  expect(explain(code)).toBeUndefined();
});

test.each([[undefined], [null], [true], [903n], [{}], [['903']], [() => 903]])(
  '%s is refused as the wrong type',
  (code) => {
    expect(() => explain(code as unknown as string)).toThrow(
      expect.objectContaining({
        name: 'TypeError',
        code: 'ERR_INVALID_ARG_TYPE',
        message: expect.stringContaining(
          'The "code" argument must be one of type string or number',
        ),
      }),
    );
  },
);
