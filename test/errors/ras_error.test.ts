// The message and the fields of an error, and errors about arguments.

import { openSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { invalidArgType, invalidArgValue } from '../../lib/errors/argument_errors.ts';
import { explain } from '../../lib/errors/explain.ts';
import { RasError, RasTimeoutError } from '../../lib/errors/ras_error.ts';
import { RasErrorCode } from '../../lib/errors/ras_error_code.ts';

const notRunning = { status: 903, syscall: 'MprAdminPortDisconnect', server: 'RAS01' };

describe('a call that failed', () => {
  test('names function, server, port, cause, code and number', () => {
    const error = new RasError({ ...notRunning, port: 'VPN2-5' });
    expect(error.message).toBe(
      'MprAdminPortDisconnect on RAS01, port VPN2-5: The dial-in part of Routing and Remote Access is not ' +
        'running on the server: it runs as a LAN router only, or is still starting (ERROR_DDM_NOT_RUNNING, 903)',
    );
    expect({ ...error }).toEqual({
      code: 'ERROR_DDM_NOT_RUNNING',
      status: 903,
      syscall: 'MprAdminPortDisconnect',
      server: 'RAS01',
      port: 'VPN2-5',
      hint: expect.stringContaining('Start the RemoteAccess service'),
    });
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('RasError');
    expect(error.stack).toMatch(/^RasError: MprAdminPortDisconnect on RAS01/);
  });

  test('on the local server says so', () => {
    const error = new RasError({ status: 5, syscall: 'MprAdminPortEnum', server: '' });
    expect(error.message).toMatch(/^MprAdminPortEnum on the local server: The server refused/);
    expect(error.server).toBe('');
  });

  test('has no port and no hint if there is none', () => {
    const error = new RasError({ status: 610, syscall: 'MprAdminPortEnum', server: 'RAS01' });
    expect(Object.keys(error)).toEqual(['code', 'status', 'syscall', 'server']);
    expect('port' in error).toBe(false);
    expect('hint' in error).toBe(false);
    expect('attempts' in error).toBe(false);
  });

  test('without a function begins with the server', () => {
    const error = new RasError({ concluded: 615, server: 'RAS01', port: 'VPN9-9' });
    expect(error.message).toBe(
      'On RAS01, port VPN9-9: There is no port with that name (ERROR_PORT_NOT_FOUND)',
    );
    expect(error.code).toBe('ERROR_PORT_NOT_FOUND');
    expect(error).not.toHaveProperty('status');
    expect(error).not.toHaveProperty('syscall');
  });

  test('takes a sentence and a hint that know more than the number', () => {
    const error = new RasError({
      concluded: 120,
      server: 'NT4',
      message: 'The dialect rassapi cannot reset a port.',
      hint: 'Disconnect it instead.',
    });
    expect(error.message).toBe(
      'On NT4: The dialect rassapi cannot reset a port (ERROR_CALL_NOT_IMPLEMENTED)',
    );
    expect(error.hint).toBe('Disconnect it instead.');
  });

  test('keeps its cause', () => {
    const cause = new Error('below');
    expect(new RasError(notRunning, { cause }).cause).toBe(cause);
  });

  test('shows its fields when inspected, and survives cloning as an error', () => {
    const shown = inspect(new RasError({ ...notRunning, port: 'VPN2-5' }));
    expect(shown).toMatch(/^RasError: MprAdminPortDisconnect on RAS01, port VPN2-5/);
    expect(shown).toContain("code: 'ERROR_DDM_NOT_RUNNING'");
    expect(shown).toContain('status: 903');
    expect(shown).not.toContain('name:');
    expect(structuredClone(new RasError(notRunning)).message).toContain('903');
  });
});

describe('a number without a name', () => {
  test('is shown in decimal and in hexadecimal', () => {
    const error = new RasError({ status: 4_000_000_000, syscall: 'MprAdminPortEnum', server: 'R' });
    expect(error.code).toBe('UNKNOWN_4000000000');
    expect(error.status).toBe(4_000_000_000);
    expect(error.message).toBe(
      'MprAdminPortEnum on R: The function returned a number that has no known meaning ' +
        '(UNKNOWN_4000000000, 4000000000 = 0xEE6B2800)',
    );
    expect(error.hint).toBeUndefined();
  });

  test('947, which was never given, is one of them', () => {
    expect(new RasError({ ...notRunning, status: 947 }).code).toBe('UNKNOWN_947');
  });
});

describe('a code', () => {
  test('of every known number is the name that explain and RasErrorCode have for it', () => {
    for (const [name, status] of Object.entries(RasErrorCode)) {
      expect(new RasError({ ...notRunning, status }).code).toBe(name);
      expect(explain(status)?.name).toBe(name);
    }
  });

  test.each([64, 1058, 1060, 1219, 1398, 1450, 13801, 0x80092013, 0x8007_0005, 903, 31_337])(
    'of %i is the name that explain has for it',
    (status) => {
      const error = new RasError({ ...notRunning, status });
      expect(error.code).toBe(explain(status)?.name ?? `UNKNOWN_${status}`);
      expect(error.status).toBe(status);
    },
  );

  test('that is wrapped is told with its wrapping', () => {
    const wrapped = new RasError({ ...notRunning, status: 0x8007_0005 });
    expect(wrapped.code).toBe('ERROR_ACCESS_DENIED');
    expect(wrapped.message).toMatch(/The server refused.*, 2147942405 = 0x80070005\)$/);
  });
});

describe('a time-out', () => {
  const timedOut = { server: 'RAS01', operation: 'disconnectPort', timeout: 5000 };

  test('is a RasError that tells server, operation and time', () => {
    const error = new RasTimeoutError({ ...timedOut, operation: 'enumPorts' });
    expect(error).toBeInstanceOf(RasError);
    expect(error.name).toBe('TimeoutError');
    expect(error.message).toBe(
      'enumPorts on RAS01 was not answered within 5000 ms. A late answer is dropped.',
    );
    expect({ ...error }).toEqual({
      code: 'ERR_RRAS_TIMEOUT',
      server: 'RAS01',
      operation: 'enumPorts',
      timeout: 5000,
      hint: expect.stringContaining('callTimeout'),
    });
    expect(error.stack).toMatch(/^TimeoutError: enumPorts on RAS01/);
    expect(inspect(error)).toMatch(/TimeoutError.*: enumPorts on RAS01/);
  });

  test('of an action says what is known about it', () => {
    const notDone = new RasTimeoutError({ ...timedOut, outcome: 'not-done' });
    expect(notDone.message).toMatch(/Nothing was done, and nothing will be\.$/);
    expect(notDone.outcome).toBe('not-done');
    const unknown = new RasTimeoutError({ ...timedOut, outcome: 'unknown' });
    expect(unknown.message).toMatch(/The server may have done it, or may still do it\.$/);
    expect(unknown.hint).toMatch(/^Look at the state on the server/);
    expect(unknown.outcome).toBe('unknown');
  });
});

describe('the same number in different functions', () => {
  test.each([
    ['MprAdminPortDisconnect', 87, /port handle or the server handle is not valid/],
    ['MprAdminPortReset', 87, /port handle or the server handle is not valid/],
    ['MprAdminPortEnum', 87, /without a place for its answer/],
    ['MprAdminSendUserMessage', 87, /without a message/],
    ['MprAdminPortEnum', 6, /INVALID_HANDLE_VALUE/],
    ['MprAdminPortGetInfo', 601, /no port with this handle on the server/],
    ['MprAdminPortClearStats', 1702, /port handle or the server handle/],
    ['MprAdminServerGetInfo', 1702, /server handle is missing/],
    ['MprAdminServerConnect', 1717, /not running on the server/],
    ['MprAdminConnectionGetInfo', 906, /no connection with this handle/],
    ['MprAdminInterfaceTransportRemove', 905, /protocol is not on this interface/],
  ])('%s, %i', (syscall, status, words) => {
    expect(new RasError({ status, syscall, server: 'RAS01' }).message).toMatch(words);
  });

  test('for one name in two libraries, the number decides which is meant', () => {
    const words = (status: number) =>
      new RasError({ status, syscall: 'RasAdminPortDisconnect', server: 'NT4', port: 'COM1' })
        .message;
    expect(words(87)).toContain('port handle or the server handle is not valid');
    expect(words(2221)).toContain('Nobody is connected to the port');
    expect(words(55)).toContain('no port with that name');
    expect(words(903)).toContain('LAN router only');
  });

  test('every function of rassapi that returns 120 is reported as no longer implemented', () => {
    for (const syscall of ['RasAdminPortEnum', 'RasAdminServerGetInfo', 'RasAdminPortDisconnect']) {
      const error = new RasError({ status: 120, syscall, server: 'RAS01' });
      expect(error.message).toContain('in name only');
      expect(error.hint).toContain('Windows Server 2003');
    }
  });

  test('a function of an unusual name gets the general words', () => {
    for (const syscall of ['constructor', '__proto__', 'toString', 'RasAdmin']) {
      expect(new RasError({ status: 87, syscall, server: 'R' }).message).toContain(
        'An argument of the call is not valid',
      );
    }
  });
});

describe('a function of the NT 4 redistributable', () => {
  const names = ['PortEnum', 'PortGetInfo', 'PortDisconnect', 'PortReset', 'ConnectionEnum'];

  test.each(names)('has no words about Rassapi.dll: %s', (name) => {
    const syscall = `RasAdmin${name}`;
    for (const status of Object.values(RasErrorCode)) {
      const error = new RasError({ status, syscall, dialect: 'nt4', server: 'RAS01' });
      expect(`${error.message} ${error.hint}`).not.toMatch(/rassapi/i);
    }
  });

  test('has the words of the same function of mprapi', () => {
    const words = (syscall: string, dialect: string) => {
      const { message, hint } = new RasError({ status: 87, syscall, dialect, server: 'RAS01' });
      return [message.replace(syscall, ''), hint];
    };
    expect(words('RasAdminPortDisconnect', 'nt4')).toEqual(
      words('MprAdminPortDisconnect', 'mprapi'),
    );
  });
});

describe("the package's own errors", () => {
  test('have their code and the known facts', () => {
    const error = new RasError({
      code: 'ERR_RRAS_PORT_CHANGED',
      message: 'Port VPN2-5 on RAS01 now carries another connection; nothing was done to it.',
      server: 'RAS01',
      port: 'VPN2-5',
      syscall: 'MprAdminPortGetInfo',
      status: 0,
    });
    expect(error.message).toBe(
      'Port VPN2-5 on RAS01 now carries another connection; nothing was done to it.',
    );
    expect(error).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
      status: 0,
      syscall: 'MprAdminPortGetInfo',
      port: 'VPN2-5',
      hint: expect.stringContaining('List the ports again'),
    });
  });

  test('say in general what happened when nothing more is known', () => {
    const error = new RasError({ code: 'ERR_RRAS_CLOSED', server: '' });
    expect(error.message).toBe('The connection to the server was closed by `disconnect()`.');
    expect({ ...error }).toEqual({
      code: 'ERR_RRAS_CLOSED',
      server: '',
      hint: expect.stringContaining('connect()'),
    });
    expect('port' in error).toBe(false);
  });

  test('list the libraries that were tried', () => {
    const attempts = [
      { file: 'Mprapi.dll', dialect: 'mprapi', reason: 'it is a part of Wine' },
      { file: 'Rassapi.dll', dialect: 'rassapi', reason: 'it does not exist' },
    ];
    const error = new RasError({ code: 'ERR_RRAS_LIBRARY', server: '', attempts });
    expect(error.message.split('\n')).toEqual([
      'No library could be opened that offers the administration functions.',
      '  Mprapi.dll (mprapi): it is a part of Wine',
      '  Rassapi.dll (rassapi): it does not exist',
    ]);
    expect(error.attempts).toEqual(attempts);
  });
});

describe('an argument', () => {
  class Thing {}

  test.each([
    ['undefined', undefined],
    ['null', null],
    ['a number', 5],
    ['a bigint', 5n],
    ['a boolean', true],
    ['a symbol', Symbol('s')],
    ['an object', {}],
    ['an array', [1]],
    ['an instance', new Thing()],
    ['an object without a prototype', Object.create(null)],
    ['a function', function named() {}],
    ['a class', Thing],
    ['a nameless function', (() => () => {})()],
  ])("of the wrong type, %s, is described as Node's own functions do", (_kind, value) => {
    const received = (action: () => void): string => {
      try {
        action();
      } catch (error) {
        return String((error as Error).message).replace(/^.*Received /s, '');
      }
      throw new Error('nothing was thrown');
    };
    const node = received(() => openSync(value as string, 'r'));
    const ours = received(() => {
      throw invalidArgType('server', 'string', value);
    });
    expect(ours).toBe(node.trimEnd());
  });

  test('of the wrong type says which type is expected', () => {
    const error = invalidArgType('server', 'string', 5);
    expect(error).toBeInstanceOf(TypeError);
    expect(error.code).toBe('ERR_INVALID_ARG_TYPE');
    expect(error.message).toBe(
      'The "server" argument must be of type string. Received type number (5)',
    );
    expect(invalidArgType('options.signal', 'AbortSignal', 'x').message).toBe(
      `The "options.signal" property must be an instance of AbortSignal. Received type string ('x')`,
    );
    expect(invalidArgType('port', ['string', 'number', 'Port'], null).message).toBe(
      'The "port" argument must be one of type string or number or an instance of Port. Received null',
    );
    expect(invalidArgType('x', ['string', 'number', 'bigint'], null).message).toContain(
      'must be one of type string, number, or bigint.',
    );
  });

  test('of a wrong value shows the value, not too long', () => {
    const error = invalidArgValue('server', '', 'must not be empty');
    expect(error).toBeInstanceOf(TypeError);
    expect(error.code).toBe('ERR_INVALID_ARG_VALUE');
    expect(error.message).toBe("The argument 'server' must not be empty. Received ''");
    expect(invalidArgValue('options.timeout', -1).message).toBe(
      "The property 'options.timeout' is invalid. Received -1",
    );
    const long = invalidArgValue('server', '\u{1f600}'.repeat(1000)).message;
    expect(long.length).toBeLessThan(220);
    expect(long).toMatch(/\u{1f600}\.\.\.$/u);
  });

  test('has a stack that begins at the called function', () => {
    const connect = () => invalidArgType('server', 'string', 5);
    expect(connect().stack?.split('\n')[1]).toContain('connect');
  });
});
