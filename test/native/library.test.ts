// Accepts and refuses libraries, with the reasons. The small libraries export the names for each test, and their
// functions do nothing.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Dialect, RasError } from '../../lib/index.ts';
import { rejection } from '../fixtures/simulated.ts';
import { testLibraries } from '../libraries/test_libraries.ts';

const library = testLibraries();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rras-no-libraries-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function refusal(path: string, dialect?: Dialect): Promise<RasError> {
  const file = dialect === undefined ? { path } : { path, dialect };
  const error = await rejection(connect('RAS01', { library: file }));
  expect(error).toBeInstanceOf(RasError);
  expect(error).toMatchObject({ code: 'ERR_RRAS_LIBRARY', server: 'RAS01' });
  expect(error).not.toHaveProperty('status');
  return error as RasError;
}

describe('the dialect is recognised by what a library exports', () => {
  it.each([
    ['mprapi-without-optional', 'mprapi'],
    ['both-spellings', 'mprapi'],
    ['nt4-shape', 'nt4'],
    ['nt4-with-mpr-connect', 'nt4'],
    ['nt4-with-mpr-connect-and-free', 'nt4'],
    ['nt4-with-mpr-ports', 'nt4'],
    ['mprapi-with-ras-disconnect', 'mprapi'],
    ['mprapi-and-rassapi', 'mprapi'],
    ['rassapi-shape', 'rassapi'],
  ])('%s speaks %s', async (name, dialect) => {
    const server = await connect('RAS01', { library: { path: library(name) } });
    expect(server.dialect).toBe(dialect);
    expect(server.library).toBe(library(name));
    await server.disconnect();
  });

  it.each([
    ['mprapi-without-optional', 'mprapi'],
    ['nt4-shape', 'nt4'],
    ['nt4-with-mpr-connect', 'nt4'],
    ['rassapi-shape', 'rassapi'],
  ] as const)('%s is opened as %s on request', async (name, dialect) => {
    const server = await connect('RAS01', { library: { path: library(name), dialect } });
    expect(server.dialect).toBe(dialect);
    await server.disconnect();
  });
});

describe('a library that has some functions under the names of another dialect', () => {
  it.each([
    [
      'nt4-with-mpr-connect',
      [
        'MprAdminServerConnect',
        'MprAdminServerDisconnect',
        'RasAdminPortEnum',
        'RasAdminPortDisconnect',
        'RasAdminPortReset',
        'RasAdminBufferFree',
      ],
    ],
    [
      'nt4-with-mpr-ports',
      [
        'RasAdminServerConnect',
        'RasAdminServerDisconnect',
        'MprAdminPortEnum',
        'MprAdminPortDisconnect',
        'MprAdminBufferFree',
      ],
    ],
    [
      'mprapi-with-ras-disconnect',
      [
        'MprAdminServerConnect',
        'MprAdminServerDisconnect',
        'MprAdminPortEnum',
        'RasAdminPortDisconnect',
        'MprAdminBufferFree',
      ],
    ],
  ])('%s reports the names, and its functions are called', async (name, functions) => {
    const server = await connect('RAS01', { library: { path: library(name) } });
    expect(server.functions.toSorted()).toEqual(functions.toSorted());
    expect(await server.enumPorts()).toEqual([]);
    expect(server.supports('disconnectPort')).toBe(true);
    await server.disconnectPort(5);
    await server.disconnect();
  });

  it('reports only its own names if it has every function under them', async () => {
    const server = await connect('RAS01', { library: { path: library('both-spellings') } });
    expect(server.functions.filter((name) => !name.startsWith('MprAdmin'))).toEqual([]);
    await server.disconnect();
  });

  // The name has another signature in Rassapi.dll, and the library may contain that.
  it('does not call the other name next to a function of Rassapi.dll', async () => {
    const path = library('mprapi-and-rassapi');
    const server = await connect('RAS01', { library: { path } });
    expect(server.supports('disconnectPort')).toBe(false);
    expect(await rejection(server.disconnectPort(5))).toMatchObject({
      message: expect.stringContaining(`${path} does not export MprAdminPortDisconnect`),
    });
    await server.disconnect();
  });
});

describe('a library is refused, with file, function and reason', () => {
  it('when it exports none of the names', async () => {
    const error = await refusal(library('exports-nothing'));
    for (const reason of [
      '(mprapi): it does not export MprAdminServerConnect',
      '(nt4): it exports neither RasAdminServerConnect nor MprAdminServerConnect',
      '(rassapi): it does not export RasAdminPortEnum',
    ]) {
      expect(error.message).toContain(`${library('exports-nothing')} ${reason}`);
    }
    expect(error.attempts).toHaveLength(3);
  });

  it.each([
    ['only-connect', 'mprapi', 'it does not export MprAdminServerDisconnect'],
    ['mprapi-without-free', 'mprapi', 'it does not export MprAdminBufferFree'],
    ['nt4-shape', 'mprapi', 'it does not export MprAdminServerConnect'],
    ['rassapi-shape', 'nt4', 'it exports neither RasAdminServerConnect nor MprAdminServerConnect'],
    ['nt4-with-mpr-connect', 'mprapi', 'it does not export MprAdminPortEnum'],
    [
      'nt4-with-mpr-connect-without-free',
      'nt4',
      'it exports neither RasAdminBufferFree nor MprAdminBufferFree',
    ],
    ['shared-names-only', 'rassapi', 'it does not export RasAdminFreeBuffer'],
  ] as const)('%s as %s: %s', async (name, dialect, reason) => {
    const error = await refusal(library(name), dialect);
    expect(error.attempts).toEqual([{ file: library(name), dialect, reason }]);
  });

  // The names are the same but the signatures differ: two handles would be read as two strings.
  it('when an export shows that its names have other signatures', async () => {
    const rassapi = await refusal(library('rassapi-with-connect'), 'rassapi');
    expect(rassapi.attempts?.[0]?.reason).toMatch(/it exports RasAdminServerConnect, so/);
    const nt4 = await refusal(library('both-spellings'), 'nt4');
    expect(nt4.attempts?.[0]?.reason).toMatch(/it exports MprAdminPortEnum, so/);
  });

  it('when its functions are those of two dialects', async () => {
    const error = await refusal(library('nt4-and-rassapi'));
    expect(error.attempts?.map(({ dialect, reason }) => [dialect, reason])).toEqual([
      ['mprapi', 'it does not export MprAdminPortEnum'],
      ['nt4', expect.stringMatching(/^it exports RasAdminFreeBuffer, so/)],
      ['rassapi', expect.stringMatching(/^it exports MprAdminServerConnect, so/)],
    ]);
  });

  it('when two dialects share a name and no sibling tells them apart', async () => {
    const error = await refusal(library('shared-names-only'));
    expect(error.attempts?.map((attempt) => attempt.dialect)).toEqual(['mprapi', 'nt4', 'rassapi']);
  });

  it('when there is no file', async () => {
    const path = join(folder, 'nowhere.dll');
    const error = await refusal(path);
    expect(error.attempts).toHaveLength(1);
    expect(error.message).toContain(path);
    expect(error.attempts?.[0]?.reason).not.toBe('');
  });

  it('when it is a folder, an empty file, or no library at all', async () => {
    const empty = join(folder, 'empty.dll');
    const text = join(folder, 'text.dll');
    await writeFile(empty, '');
    await writeFile(text, 'this is not a library'.repeat(100));
    for (const path of [folder, empty, text]) {
      const error = await refusal(path);
      expect(error.attempts?.[0]?.file).toBe(path);
      expect(error.attempts?.[0]?.reason.length).toBeGreaterThan(10);
    }
  });

  it("when it is Wine's own, whose functions raise an exception", async () => {
    const path = join(folder, 'mprapi.dll');
    const image = Buffer.alloc(1024);
    image.write('MZ', 0, 'latin1');
    image.write('Wine builtin DLL', 0x40, 'latin1');
    await writeFile(path, image);
    const error = await refusal(path);
    expect(error.attempts?.[0]?.reason).toMatch(/Wine's own library/);
  });
});

describe('a function that the library lacks', () => {
  it('fails when it is called, and not before, and names function and file', async () => {
    const path = library('mprapi-without-optional');
    const server = await connect('RAS01', { library: { path } });
    expect(server.supports('enumPorts')).toBe(true);
    expect(server.supports('disconnectPort')).toBe(false);
    expect(server.supports('resetPort')).toBe(false);
    expect(await server.enumPorts()).toEqual([]);
    const error = await rejection(server.disconnectPort(5));
    expect(error).toMatchObject({
      code: 'ERROR_PROC_NOT_FOUND',
      outcome: 'not-done',
      server: 'RAS01',
      port: '5',
      message: expect.stringContaining(`${path} does not export MprAdminPortDisconnect`),
    });
    expect(error).not.toHaveProperty('status');
    expect(error).not.toHaveProperty('syscall');
    await server.disconnect();
  });

  it('fails to connect when rassapi cannot ask the server anything', async () => {
    const path = library('rassapi-without-info');
    expect(await rejection(connect('RAS01', { library: { path } }))).toMatchObject({
      code: 'ERROR_PROC_NOT_FOUND',
      message: expect.stringContaining(`${path} does not export RasAdminServerGetInfo`),
    });
  });
});

describe('the system library', () => {
  it.skipIf(process.platform === 'win32')(
    'is not there outside Windows, and the error names the simulator (not on Windows)',
    async () => {
      for (const choice of [undefined, 'auto', 'mprapi', 'nt4', 'rassapi'] as const) {
        const options = choice === undefined ? {} : { library: choice };
        const error = await rejection(connect('RAS01', options));
        expect(error).toMatchObject({
          name: 'RasError',
          code: 'ERR_RRAS_UNSUPPORTED_PLATFORM',
          server: 'RAS01',
          hint: expect.stringContaining('rras/simulator'),
        });
      }
    },
  );

  it.each([
    ['a relative path', { path: 'mprapi.dll' }, 'ERR_INVALID_ARG_VALUE'],
    ['a path with NUL', { path: `${process.cwd()}\0` }, 'ERR_INVALID_ARG_VALUE'],
    ['no path', {}, 'ERR_INVALID_ARG_TYPE'],
    ['a path that is no text', { path: 5 }, 'ERR_INVALID_ARG_TYPE'],
    ['an unknown dialect', { path: process.execPath, dialect: 'ntlm' }, 'ERR_INVALID_ARG_VALUE'],
    ['a misspelt field', { path: process.execPath, dialekt: 'nt4' }, 'ERR_INVALID_ARG_VALUE'],
    ['an unknown word', 'wine', 'ERR_INVALID_ARG_VALUE'],
    ['a number', 5, 'ERR_INVALID_ARG_TYPE'],
    ['null', null, 'ERR_INVALID_ARG_TYPE'],
  ])('is refused as %s before anything is opened', async (_, choice, code) => {
    const error = await rejection(connect('RAS01', { library: choice as never }));
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ code });
  });
});
