// What an interface is authenticated with: it arrives whole, parts that are left out stay, and no secret is shown.

import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { lab, rejection } from '../fixtures/simulated.ts';

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const SECRET = 'Tr0ub4dor & 3 \u00e4';

function site() {
  const made = lab('mprapi');
  made.simulated.addInterface({ name: 'Paris', credentials: null });
  return made;
}

describe('the credentials of an interface', () => {
  it('are the same in both directions', async () => {
    const { connect, simulated } = site();
    const server = await connect();
    const credentials = { userName: 'router', domain: 'CONTOSO', password: utf16(SECRET) };
    await server.setInterfaceCredentials('Paris', credentials);
    expect(await server.getInterfaceCredentials('Paris')).toEqual(credentials);
    expect(simulated.interface('Paris').credentials).toEqual(credentials);
    // The caller's bytes are left to the caller.
    expect(credentials.password).toEqual(utf16(SECRET));
  });

  it('that are left out stay, and null removes all', async () => {
    const { connect, simulated } = site();
    const server = await connect();
    await server.setInterfaceCredentials('Paris', { userName: 'router', password: utf16('a') });
    await server.setInterfaceCredentials('Paris', { domain: 'CONTOSO' });
    expect(await server.getInterfaceCredentials('Paris')).toEqual({
      userName: 'router',
      domain: 'CONTOSO',
      password: utf16('a'),
    });
    await server.setInterfaceCredentials('Paris', { password: new Uint8Array() });
    expect((await server.getInterfaceCredentials('Paris')).password).toHaveLength(0);
    await server.setInterfaceCredentials('Paris', null);
    expect(simulated.interface('Paris').credentials).toBeUndefined();
  });

  it('are copied, and the copy alone is wiped', async () => {
    const { connect } = site();
    const server = await connect();
    const password = Buffer.from(SECRET, 'utf16le');
    const secret = Buffer.from(SECRET);
    await server.setInterfaceCredentials('Paris', { password });
    await server.setInterfaceCredentialsEx('Paris', 'preshared-key', secret);
    expect([password.toString('utf16le'), secret.toString()]).toEqual([SECRET, SECRET]);
  });

  it('may be as long as the documentation says, and no longer', async () => {
    const { connect } = site();
    const server = await connect();
    const longest = {
      userName: 'u'.repeat(256),
      domain: 'd'.repeat(15),
      password: utf16('p'.repeat(256)),
    };
    await server.setInterfaceCredentials('Paris', longest);
    expect(await server.getInterfaceCredentials('Paris')).toEqual(longest);
    for (const longer of [
      { userName: 'u'.repeat(257) },
      { userName: '' },
      { domain: 'd'.repeat(16) },
      { password: utf16('p'.repeat(257)) },
      { password: Uint8Array.of(65) },
      { password: utf16('a\0b') },
      {},
    ]) {
      const failed = await rejection(server.setInterfaceCredentials('Paris', longer));
      expect(failed).toBeInstanceOf(TypeError);
    }
  });

  it('can be set while the service is stopped', async () => {
    const { connect, simulated } = site();
    const server = await connect();
    simulated.stopService();
    await server.setInterfaceCredentials('Paris', { userName: 'router' });
    expect(simulated.interface('Paris').credentials?.userName).toBe('router');
  });

  it.each([
    ['Rome', 623, 'ERROR_CANNOT_FIND_PHONEBOOK_ENTRY'],
    ['Ethernet', 623, 'ERROR_CANNOT_FIND_PHONEBOOK_ENTRY'],
  ])('of %s are an error: %i %s', async (name, status, code) => {
    const { connect, simulated } = site();
    simulated.addInterface({ name: 'Ethernet', type: 'dedicated' });
    const server = await connect();
    const read = await rejection(server.getInterfaceCredentials(name));
    expect(read).toMatchObject({ status, code, interface: name });
    const set = await rejection(server.setInterfaceCredentials(name, { userName: 'a' }));
    expect(set).toMatchObject({ status, code, outcome: 'not-done' });
  });

  it('of a snapshot are those of the same interface', async () => {
    const { connect } = site();
    const server = await connect();
    const [one] = await server.enumInterfaces();
    if (one === undefined) throw new Error('Paris should be listed');
    await server.setInterfaceCredentials(one, { userName: 'router' });
    expect((await server.getInterfaceCredentials(one)).userName).toBe('router');
    const other = { ...one, name: 'Rome' };
    const code = 'ERR_RRAS_INTERFACE_CHANGED';
    expect(await rejection(server.getInterfaceCredentials(other))).toMatchObject({ code });
    const set = server.setInterfaceCredentials(other, { userName: 'a' });
    expect(await rejection(set)).toMatchObject({ code, outcome: 'not-done' });
  });
});

describe.each([
  ['eap', 'eapCredentials', 5000],
  ['preshared-key', 'presharedKey', 256],
] as const)('the secret %s', (kind, field, length) => {
  it('is the same in both directions, and null deletes it', async () => {
    const { connect, simulated } = site();
    const server = await connect();
    expect(await server.getInterfaceCredentialsEx('Paris', kind)).toBeUndefined();
    const secret = Uint8Array.from({ length }, (_, at) => at);
    await server.setInterfaceCredentialsEx('Paris', kind, secret);
    expect(simulated.interface('Paris')[field]).toEqual(secret);
    expect(await server.getInterfaceCredentialsEx('Paris', kind)).toEqual(secret);
    await server.setInterfaceCredentialsEx('Paris', kind, null);
    expect(await server.getInterfaceCredentialsEx('Paris', kind)).toBeUndefined();
  });

  it('is enough to connect with', async () => {
    const { connect, simulated } = site();
    simulated.addPorts('ikev2', 1);
    const server = await connect();
    await server.setInterfaceCredentialsEx('Paris', kind, Uint8Array.of(1));
    expect(await server.connectInterface('Paris')).toMatchObject({ state: 'connected' });
  });
});

it('no error and no journal shows a secret', async () => {
  const { connect, simulated, simulator } = site();
  const server = await connect();
  const password = utf16(SECRET);
  const errors = [
    await rejection(server.setInterfaceCredentials('Rome', { password })),
    await rejection(
      Reflect.apply(server.setInterfaceCredentials, server, ['Paris', { password: SECRET }]),
    ),
    await rejection(server.setInterfaceCredentialsEx('Paris', 'eap', new Uint8Array(2 ** 21))),
    await rejection(
      Reflect.apply(server.setInterfaceCredentialsEx, server, ['Paris', 'eap', SECRET]),
    ),
  ];
  await server.setInterfaceCredentials('Paris', { password });
  await server.getInterfaceCredentials('Paris');
  const shown = inspect([errors, simulator.journal, server, simulated.quirks], { depth: 9 });
  expect(shown).not.toContain('Tr0ub4dor');
  expect(shown).not.toContain('84, 0, 114');
});
