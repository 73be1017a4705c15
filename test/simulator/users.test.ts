// Users and domains of the simulator.

import { describe, expect, it } from 'vitest';
import { type DialInSettings, Simulator } from '../../lib/simulator/index.ts';
import { lab, rejection } from '../fixtures/simulated.ts';

describe.each(['mprapi', 'rassapi'] as const)('users (%s)', (dialect) => {
  it('are read from the scene', async () => {
    const { connect, simulated } = lab(dialect);
    const settings = { mayDialIn: true, callback: 'preset', phoneNumber: '555 1234' } as const;
    expect(simulated.addUser('Alice', settings)).toEqual({
      ...settings,
      name: 'Alice',
      usesPolicy: false,
      privilege: 10,
      privilege2: 0,
    });
    const usesPolicy = dialect === 'mprapi' ? false : undefined;
    expect(await (await connect()).getUser('ALICE')).toEqual({ ...settings, usesPolicy });
  });

  it('are changed in the scene', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addUser('alice', { callback: 'caller' });
    await (await connect()).setUser('alice', {
      mayDialIn: true,
      callback: 'preset',
      phoneNumber: '0190 (1)',
    });
    expect(simulated.user('alice')).toMatchObject({ privilege: 10, phoneNumber: '0190 (1)' });
  });

  it('have numbers that fill the array to its end', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addUser('alice', { phoneNumber: '1'.repeat(129) });
    expect((await (await connect()).getUser('alice')).phoneNumber).toBe('1'.repeat(129));
  });

  it('fail if they do not exist', async () => {
    const { connect } = lab(dialect);
    const server = await connect();
    const status = dialect === 'mprapi' ? 1317 : 2221;
    expect(await rejection(server.getUser('bob'))).toMatchObject({ status });
    expect(await rejection(server.setUser('bob', { mayDialIn: true }))).toMatchObject({ status });
  });

  it('are refused to callers without access', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addUser('alice');
    const server = await connect();
    simulated.denied = true;
    expect(await rejection(server.getUser('alice'))).toMatchObject({ status: 5 });
  });

  it('need no running service on the machine that holds them', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addUser('alice');
    const server = await connect();
    simulated.stopService();
    expect(await server.getUser('alice')).toMatchObject({ mayDialIn: false });
  });
});

describe('users', () => {
  it('of mprapi may be left to the policy', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addUser('alice');
    await (await connect()).setUser('alice', { usesPolicy: true });
    expect(simulated.user('alice')).toMatchObject({ usesPolicy: true, privilege2: 1 });
  });

  it('of rassapi must have a valid number for a callback', async () => {
    const { connect, simulated } = lab('rassapi');
    simulated.addUser('alice');
    const server = await connect();
    for (const phoneNumber of ['', 'home']) {
      const set = server.setUser('alice', { callback: 'preset', phoneNumber });
      expect(await rejection(set)).toMatchObject({ status: 751 });
    }
    await server.setUser('alice', { callback: 'caller', phoneNumber: 'home' });
    expect(simulated.user('alice').phoneNumber).toBe('home');
  });

  it('are added once, found in any case, changed and removed', () => {
    using simulator = new Simulator();
    const server = simulator.addServer('RAS01');
    server.addUser('Jörg');
    expect(() => server.addUser('JÖRG')).toThrow('The user JÖRG already exists');
    server.setUser('jörg', { privilege: 0, phoneNumber: '1' });
    server.setUser('jörg', { mayDialIn: true });
    expect(server.users).toEqual([
      {
        name: 'Jörg',
        mayDialIn: true,
        callback: undefined,
        phoneNumber: '1',
        usesPolicy: false,
        privilege: 8,
        privilege2: 0,
      },
    ]);
    server.removeUser('JÖRG');
    for (const use of [
      () => server.user('Jörg'),
      () => server.setUser('Jörg', {}),
      () => server.removeUser('Jörg'),
    ])
      expect(use).toThrow("There is no user 'Jörg'");
  });

  it.each<[DialInSettings, string]>([
    [{ callback: 'never' as never }, "'settings.callback' must be one of none, preset, caller"],
    [{ privilege: 256 }, "'settings.privilege' must be a whole number from 0 to 255"],
    [{ phoneNumber: '1'.repeat(130) }, 'must not be longer than 129 UTF-16 units'],
    [{ dialIn: true } as never, "'settings.dialIn' is not known; there are mayDialIn"],
  ])('cannot have %o', (settings, message) => {
    using simulator = new Simulator();
    const server = simulator.addServer('RAS01');
    expect(() => server.addUser('alice', settings)).toThrow(message);
    expect(server.users).toEqual([]);
    expect(() => server.addUser('')).toThrow('must not be empty');
  });
});

describe('a domain', () => {
  function contoso(dialect: 'mprapi' | 'rassapi' = 'mprapi') {
    const made = lab(dialect, { server: { domain: 'CONTOSO' } });
    const domain = made.simulator.addDomain('CONTOSO', { controllers: ['DC01', 'DC02'] });
    return { ...made, domain };
  }

  it.each(['mprapi', 'rassapi'] as const)('has controllers with accounts (%s)', async (dialect) => {
    const { connect, domain, simulator } = contoso(dialect);
    simulator.addServer('ALONE');
    domain.addUser('alice', { mayDialIn: true });
    expect(simulator.server('dc01')).toMatchObject({ service: 'stopped', domain: 'CONTOSO' });
    expect(simulator.server('dc02').user('alice')).toEqual(domain.user('alice'));
    const server = await connect();
    const pdc = await server.getPdcServer({ domain: 'contoso' });
    expect(pdc).toBe('DC01');
    expect(await server.getPdcServer()).toBe('DC01');
    expect(await server.getPdcServer({ server: 'ALONE' })).toBe('ALONE');
    expect(await server.getUser('alice', { server: pdc })).toMatchObject({ mayDialIn: true });
    const status = dialect === 'mprapi' ? 1317 : 2221;
    expect(await rejection(server.getUser('alice'))).toMatchObject({ status });
  });

  it('that is unknown or unreachable is an error', async () => {
    const { connect, domain } = contoso();
    const server = await connect();
    const pdc = (options: Parameters<typeof server.getPdcServer>[0]) =>
      rejection(server.getPdcServer(options));
    expect(await pdc({ domain: 'FABRIKAM' })).toMatchObject({ status: 1355 });
    expect(await pdc({ server: 'NOBODY' })).toMatchObject({ status: 2351 });
    domain.reachable = false;
    expect(await pdc({ domain: 'CONTOSO' })).toMatchObject({ status: 1355 });
  });

  it('has machines registered as RAS servers', async () => {
    const { connect, domain } = contoso();
    const server = await connect();
    expect(await server.isDomainRasServer()).toBe(false);
    await server.establishDomainRasServer();
    await server.establishDomainRasServer();
    expect(domain.rasServers).toEqual(['RAS01']);
    expect(await server.isDomainRasServer({ domain: 'contoso' })).toBe(true);
    await server.removeDomainRasServer();
    expect(domain.rasServers).toEqual([]);
  });

  it.each([
    { what: 'a domain that is not there', options: { domain: 'FABRIKAM' }, status: 8250 },
    { what: 'a machine that is not there', options: { machine: 'NOBODY' }, status: 1168 },
    { what: 'a machine of another domain', options: { machine: 'RAS02' }, status: 1168 },
    { what: 'a machine of none', options: { machine: 'ALONE' }, status: 1355 },
  ])('does not register $what ($status)', async ({ options, status }) => {
    const { connect, simulator } = contoso();
    simulator.addDomain('ADATUM');
    simulator.addServer('RAS02', { domain: 'ADATUM' });
    simulator.addServer('ALONE');
    const server = await connect();
    const asked = { domain: 'CONTOSO', ...options };
    const failed = rejection(server.establishDomainRasServer(asked));
    expect(await failed).toMatchObject({ status });
    expect(await rejection(server.isDomainRasServer(asked))).toMatchObject({ status });
  });

  it('refuses a caller who is not one of its users', async () => {
    const { connect, domain } = contoso();
    domain.acceptsCaller = false;
    const server = await connect();
    expect(await rejection(server.isDomainRasServer())).toMatchObject({ status: 8224 });
  });

  it('belongs to one simulator only', async () => {
    contoso().domain.addUser('alice');
    const { connect, domain } = contoso();
    domain.addUser('alice', { mayDialIn: true });
    const server = await connect();
    expect(await server.getPdcServer({ domain: 'CONTOSO' })).toBe('DC01');
    expect(await server.getUser('alice', { server: 'DC01' })).toMatchObject({ mayDialIn: true });
    await server.establishDomainRasServer({ domain: 'CONTOSO' });
    expect(domain.rasServers).toEqual(['RAS01']);
  });

  it('is added once and found in any case', () => {
    using simulator = new Simulator();
    const domain = simulator.addDomain('CONTOSO', { reachable: false });
    expect(domain).toMatchObject({ reachable: false, acceptsCaller: true, controllers: [] });
    expect(simulator.domain('contoso')).toBe(domain);
    expect(() => simulator.addDomain('Contoso')).toThrow('The domain Contoso already exists');
    expect(() => simulator.domain('ADATUM')).toThrow("There is no domain 'ADATUM'");
    expect(() => simulator.addDomain('A\\B')).toThrow('must be a name without a backslash and a %');
    const wrong = { controllers: 'DC01' } as never;
    expect(() => simulator.addDomain('ADATUM', wrong)).toThrow('must be an array of names');
  });
});
