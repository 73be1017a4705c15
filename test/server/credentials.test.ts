// The server's pre-shared key: it is passed on exactly, and never shown.

import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { lab, rejection } from '../fixtures/simulated.ts';

const GET = 'MprAdminServerGetCredentials';
const SET = 'MprAdminServerSetCredentials';

const text = 'Geheim & schön 7#';
const key = new TextEncoder().encode(text);

/** Whether the key, or a telling part of it, is in anything that a program could log. */
function tells(value: unknown): boolean {
  const told = inspect(value, { depth: 10, showHidden: true, maxArrayLength: null });
  const stack = value instanceof Error ? `${value.message}${value.stack}` : '';
  return [text, 'Geheim', key.join(', '), Buffer.from(key).toString('hex')].some((form) =>
    `${told}${stack}`.includes(form),
  );
}

describe('the pre-shared key', () => {
  it('goes to the server and comes back', async () => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    expect(await server.getCredentials()).toBeUndefined();
    await server.setCredentials(key);
    expect(simulated.setup.presharedKey).toEqual(key);
    expect(await server.getCredentials()).toEqual(key);
  });

  it('can be any bytes, up to the greatest length', async () => {
    const { connect } = lab('mprapi');
    const server = await connect();
    const longest = Uint8Array.from({ length: 256 }, (_, i) => i);
    await server.setCredentials(longest);
    expect(await server.getCredentials()).toEqual(longest);
  });

  it('can be a part of a larger buffer', async () => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    await server.setCredentials(Uint8Array.of(1, 2, 3, 4, 5).subarray(1, 4));
    expect(simulated.setup.presharedKey).toEqual(Uint8Array.of(2, 3, 4));
  });

  it('is deleted by null', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.setup.presharedKey = key;
    const server = await connect();
    await server.setCredentials(null);
    expect(simulated.setup.presharedKey).toBeUndefined();
    expect(await server.getCredentials()).toBeUndefined();
  });

  it('is copied when the call is made, so the caller can wipe the bytes at once', async () => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    const bytes = Uint8Array.from(key);
    const set = server.setCredentials(bytes);
    bytes.fill(0);
    await set;
    expect(simulated.setup.presharedKey).toEqual(key);
  });

  it('is returned in a buffer of its own', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.setup.presharedKey = key;
    const server = await connect();
    const first = await server.getCredentials();
    first?.fill(0);
    expect(await server.getCredentials()).toEqual(key);
  });
});

describe('what each function documents', () => {
  const documented = [
    [5, 'ERROR_ACCESS_DENIED'],
    [87, 'ERROR_INVALID_PARAMETER'],
    [50, 'ERROR_NOT_SUPPORTED'],
  ] as const;

  it.each(documented)(`${GET}: %i`, async (status, code) => {
    const { connect, simulated } = lab('mprapi');
    simulated.setup.presharedKey = key;
    const server = await connect();
    simulated.fail(GET, status);
    const error = await rejection(server.getCredentials());
    expect(error).toMatchObject({ code, status, syscall: GET, server: 'RAS01' });
    expect(tells(error)).toBe(false);
  });

  it.each(documented)(`${SET}: %i`, async (status, code) => {
    const { connect, simulated, simulator } = lab('mprapi');
    const server = await connect();
    simulated.fail(SET, status);
    const error = await rejection(server.setCredentials(key));
    expect(error).toMatchObject({ code, status, syscall: SET, server: 'RAS01' });
    expect(tells(error)).toBe(false);
    expect(tells(simulator.journal)).toBe(false);
    expect(simulated.setup.presharedKey).toBeUndefined();
  });
});

describe('an invalid key', () => {
  it.each([
    ['a text', text],
    ['too long', new Uint8Array(257).fill(65)],
    ['empty', new Uint8Array()],
    ['of another type', Uint16Array.from(key)],
  ])('%s: the error does not reveal it', async (_, wrong) => {
    const { connect } = lab('mprapi');
    const server = await connect();
    const error = await rejection(server.setCredentials(wrong as Uint8Array));
    expect(error).toMatchObject({ code: expect.stringMatching(/^ERR_INVALID_ARG/) });
    expect(tells(error)).toBe(false);
    expect(inspect(error)).not.toContain('AAAA');
  });
});

describe.each(['nt4', 'rassapi'] as const)('%s', (dialect) => {
  it('has no such functions', async () => {
    const { connect } = lab(dialect);
    const server = await connect();
    for (const call of [server.getCredentials(), server.setCredentials(key)]) {
      const error = await rejection(call);
      expect(error).toMatchObject({ code: 'ERROR_CALL_NOT_IMPLEMENTED' });
      expect(tells(error)).toBe(false);
    }
  });
});
