// explain(), for every form in which codes are shown.

import { describe, expect, test } from 'vitest';
import { packageCodes } from '../../lib/errors/codes/package.ts';
import { explain } from '../../lib/errors/explain.ts';

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

  test.each([
    [0x8007_0005],
    ['0x80070005'],
    [-2147024891],
    ['-2147024891'],
    ['E_ACCESSDENIED'],
    ['0xC0070005'],
    ['0xD0070005'],
  ])('wrapped in a HRESULT or an NTSTATUS is taken out: %s', (code) => {
    expect(explain(code)).toMatchObject({ code: 5, name: 'ERROR_ACCESS_DENIED' });
  });

  test.each([
    ['0x800704C9', 1225, 'ERROR_CONNECTION_REFUSED'],
    ['0x8007071A', 1818, 'RPC_S_CALL_CANCELLED'],
    ['0x800706BA', 1722, 'RPC_S_SERVER_UNAVAILABLE'],
    ['0x80070035', 53, 'ERROR_BAD_NETPATH'],
    ['0x8007274C', 10060, 'WSAETIMEDOUT'],
    ['0x80072746', 10054, 'WSAECONNRESET'],
    ['0x80072EFD', 12029, 'ERROR_WINHTTP_CANNOT_CONNECT'],
    ['0x80004005', 0x8000_4005, 'E_FAIL'],
    ['0x8000FFFF', 0x8000_ffff, 'E_UNEXPECTED'],
    ['0x80092013', 0x8009_2013, 'CRYPT_E_REVOCATION_OFFLINE'],
    ['0x80090326', 0x8009_0326, 'SEC_E_ILLEGAL_MESSAGE'],
    ['0x80420013', 0x8042_0013, 'EAP_E_EAPHOST_EAPQEC_INACCESSIBLE'],
  ])('that event logs show next to those of RAS is explained: %s', (text, code, name) => {
    expect(explain(text)).toMatchObject({ code, name, message: expect.any(String) });
  });

  test('of 609 to 878 has an explanation, and so has each of IKE from 13801 to 13820', () => {
    const numbers = [
      ...Array.from({ length: 878 - 609 + 1 }, (_, index) => 609 + index),
      ...Array.from({ length: 20 }, (_, index) => 13801 + index),
    ];
    expect(numbers.filter((number) => explain(number) === undefined)).toEqual([]);
  });

  test.each([
    [691, 'ras', 'client'],
    [619, 'ras', 'client'],
    [956, 'mpr', 'server'],
    [2221, 'lanman', 'server'],
    [1722, 'system', 'server'],
    [13801, 'ike', 'client'],
    [13868, 'ike', 'either'],
    [0x800b0109, 'certificate', 'either'],
    [0x80420100, 'eap', 'client'],
    [12029, 'http', 'client'],
    [10060, 'system', 'either'],
  ])('%s has its source (%s) and side (%s)', (code, source, side) => {
    expect(explain(code)).toMatchObject({ code, source, side });
  });

  test('for success is explained too, by number and by name', () => {
    expect(explain(0)).toMatchObject({ code: 0, name: 'ERROR_SUCCESS' });
    expect(explain('error_success')).toEqual(explain(0));
    expect(explain(600)).toMatchObject({ name: 'PENDING' });
  });

  test('of success has two names', () => {
    expect(explain('NO_ERROR')).toEqual(explain(0));
  });

  test('without a hint has no such field', () => {
    expect(Object.keys(explain(610) ?? {})).not.toContain('hint');
  });
});

test('names are found in any letter case', () => {
  expect(explain('NERR_UserNotFound')).toMatchObject({ code: 2221 });
  expect(explain('nerr_usernotfound')).toMatchObject({ code: 2221, name: 'NERR_UserNotFound' });
});

test('a name that only a reference page has is explained, without a number', () => {
  expect(explain('error_invalid_port')).toEqual({
    code: undefined,
    name: 'ERROR_INVALID_PORT',
    message: expect.stringContaining('RasAdminPortDisconnect'),
    hint: expect.stringContaining('601'),
    source: 'page',
    side: 'server',
  });
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
])('%j is not a known code', (code) => {
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
