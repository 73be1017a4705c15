// The dial-in rights of accounts.

import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../lib/index.ts';
import { calls, lab, rejection } from '../fixtures/simulated.ts';

const names = {
  mprapi: { get: 'MprAdminUserGetInfo', set: 'MprAdminUserSetInfo', unknown: 1317 },
  rassapi: { get: 'RasAdminUserGetInfo', set: 'RasAdminUserSetInfo', unknown: 2221 },
} as const;
const both = ['mprapi', 'rassapi'] as const;

function setUp(dialect: Dialect, quirks = {}) {
  const scene = lab(dialect, { server: { quirks } });
  scene.simulated.addUser('alice', {
    mayDialIn: true,
    callback: 'preset',
    phoneNumber: '+49 89 1234',
    ...(dialect === 'mprapi' && { usesPolicy: true }),
  });
  return scene;
}

describe.each(both)('%s', (dialect) => {
  const usesPolicy = dialect === 'mprapi' ? true : undefined;

  it('reads the rights of a user', async () => {
    const { connect } = setUp(dialect);
    const server = await connect();
    expect(await server.getUser('alice')).toEqual({
      mayDialIn: true,
      callback: 'preset',
      phoneNumber: '+49 89 1234',
      usesPolicy,
    });
  });

  it('changes only the given settings', async () => {
    const { connect, simulated } = setUp(dialect);
    const server = await connect();
    await server.setUser('alice', { mayDialIn: false });
    expect(simulated.user('alice')).toMatchObject({
      mayDialIn: false,
      callback: 'preset',
      phoneNumber: '+49 89 1234',
    });
    await server.setUser('alice', { mayDialIn: true, callback: 'caller', phoneNumber: '' });
    expect(await server.getUser('alice')).toEqual({
      mayDialIn: true,
      callback: 'caller',
      phoneNumber: '',
      usesPolicy,
    });
  });

  it.each(['none', 'preset', 'caller'] as const)('sets the callback %s', async (callback) => {
    const { connect, simulated } = setUp(dialect);
    const server = await connect();
    await server.setUser('alice', { callback });
    expect(simulated.user('alice').callback).toBe(callback);
  });

  it('never sends a user without a callback flag, which the API refuses', async () => {
    const { connect, simulated } = setUp(dialect);
    simulated.setUser('alice', { privilege: 0 });
    const server = await connect();
    await server.setUser('alice', { mayDialIn: true });
    expect(simulated.user('alice')).toMatchObject({ mayDialIn: true, callback: 'none' });
  });

  it('reads a number that fills its array to the last character', async () => {
    const { connect, simulated } = setUp(dialect);
    const number = '0'.repeat(129);
    simulated.setUser('alice', { phoneNumber: number });
    const server = await connect();
    expect((await server.getUser('alice')).phoneNumber).toBe(number);
  });

  it('accepts a number of the greatest length', async () => {
    const { connect, simulated } = setUp(dialect);
    const number = '1'.repeat(128);
    const server = await connect();
    await server.setUser('alice', { callback: 'preset', phoneNumber: number });
    expect(simulated.user('alice').phoneNumber).toBe(number);
  });

  it('asks the given machine', async () => {
    const { connect, simulator } = setUp(dialect);
    const other = simulator.addServer('DC01');
    other.addUser('bob', { mayDialIn: true });
    const server = await connect();
    expect(await server.getUser('bob', { server: 'DC01' })).toMatchObject({ mayDialIn: true });
    expect(simulator.journal.at(-1)).toMatchObject({ server: 'DC01', status: 0 });
    await server.setUser('bob', { mayDialIn: false }, { server: '\\\\DC01' });
    expect(other.user('bob').mayDialIn).toBe(false);
    expect(await rejection(server.getUser('bob'))).toMatchObject({ user: 'bob' });
  });

  it('names a user who does not exist', async () => {
    const { connect } = setUp(dialect);
    const server = await connect();
    const { get, unknown } = names[dialect];
    const error = await rejection(server.getUser('carol'));
    expect(error).toMatchObject({ status: unknown, syscall: get, server: 'RAS01', user: 'carol' });
  });
});

type Documented = readonly (readonly [status: number, code: string])[];
const documented: Readonly<
  Record<(typeof both)[number], Readonly<Record<'get' | 'set', Documented>>>
> = {
  mprapi: {
    get: [
      [5, 'ERROR_ACCESS_DENIED'],
      [87, 'ERROR_INVALID_PARAMETER'],
      [1317, 'ERROR_NO_SUCH_USER'],
    ],
    set: [
      [5, 'ERROR_ACCESS_DENIED'],
      [8, 'ERROR_NOT_ENOUGH_MEMORY'],
      [1317, 'ERROR_NO_SUCH_USER'],
    ],
  },
  rassapi: {
    get: [
      [2123, 'NERR_BufTooSmall'],
      [120, 'ERROR_CALL_NOT_IMPLEMENTED'],
    ],
    set: [
      [13, 'ERROR_INVALID_DATA'],
      [751, 'ERROR_INVALID_CALLBACK_NUMBER'],
      [2123, 'NERR_BufTooSmall'],
      [120, 'ERROR_CALL_NOT_IMPLEMENTED'],
    ],
  },
};

describe.each(both)('what %s documents', (dialect) => {
  const { get, set } = names[dialect];

  it.each(documented[dialect].get)(`${get}: %i`, async (status, code) => {
    const { connect, simulated } = setUp(dialect);
    const server = await connect();
    simulated.fail(get, status);
    const error = await rejection(server.getUser('alice'));
    expect(error).toMatchObject({ code, status, syscall: get, user: 'alice' });
  });

  it.each(documented[dialect].set)(`${set}: %i`, async (status, code) => {
    const { connect, simulated } = setUp(dialect);
    const server = await connect();
    const before = simulated.user('alice');
    simulated.fail(set, status);
    const error = await rejection(server.setUser('alice', { mayDialIn: false }));
    expect(error).toMatchObject({ code, status, syscall: set, user: 'alice' });
    expect(simulated.user('alice')).toEqual(before);
  });
});

describe('a server that has level 0 only (124)', () => {
  const { get, set } = names.mprapi;

  it('is read at that level', async () => {
    const { connect, simulated, simulator } = setUp('mprapi');
    const server = await connect();
    simulated.fail(get, 124, { times: 1 });
    expect(await server.getUser('alice')).toEqual({
      mayDialIn: true,
      callback: 'preset',
      phoneNumber: '+49 89 1234',
      usesPolicy: undefined,
    });
    expect(calls(simulator).filter((name) => name === get)).toHaveLength(2);
  });

  it('fails with 124 if it lacks even that level', async () => {
    const { connect, simulated } = setUp('mprapi');
    const server = await connect();
    simulated.fail(get, 124);
    expect(await rejection(server.getUser('alice'))).toMatchObject({
      code: 'ERROR_INVALID_LEVEL',
      status: 124,
      syscall: get,
    });
  });

  it('is written at that level, and keeps its policy', async () => {
    const { connect, simulated } = setUp('mprapi');
    const server = await connect();
    simulated.fail(get, 124, { times: 1 });
    await server.setUser('alice', { mayDialIn: false });
    expect(simulated.user('alice')).toMatchObject({ mayDialIn: false, usesPolicy: true });
  });

  it('is not written at all if a policy should decide', async () => {
    const { connect, simulated, simulator } = setUp('mprapi');
    const server = await connect();
    simulated.fail(get, 124, { times: 1 });
    expect(await rejection(server.setUser('alice', { usesPolicy: false }))).toMatchObject({
      code: 'ERROR_INVALID_LEVEL',
      outcome: 'not-done',
    });
    expect(calls(simulator)).not.toContain(set);
  });
});

describe('the Mprapi.dll of NT 4', () => {
  it('is never called, because its functions of these names have other arguments', async () => {
    const { connect, simulator } = lab('nt4');
    const server = await connect();
    expect(server.supports('getUser')).toBe(false);
    for (const call of [server.getUser('alice'), server.setUser('alice', { mayDialIn: true })]) {
      expect(await rejection(call)).toMatchObject({ code: 'ERROR_CALL_NOT_IMPLEMENTED' });
    }
    expect(calls(simulator)).toEqual(['RasAdminServerConnect']);
  });
});
