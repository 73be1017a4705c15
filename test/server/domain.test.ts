// Domains: the registration of RAS servers, and the account server.

import { describe, expect, it } from 'vitest';
import { itIf, lab, rejection } from '../fixtures/simulated.ts';

const IS = 'MprAdminIsDomainRasServer';
const ESTABLISH = 'MprAdminEstablishDomainRasServer';

function setUp(dialect: 'mprapi' | 'nt4' | 'rassapi' = 'mprapi') {
  const scene = lab(dialect, { name: 'ALONE' });
  const domain = scene.simulator.addDomain('CONTOSO', { controllers: ['DC01'] });
  scene.simulator.addServer('RAS01', { domain: 'CONTOSO' });
  return { ...scene, domain };
}

describe('the registration of a RAS server', () => {
  it('is added, found and removed', async () => {
    const { connect, domain } = setUp();
    const server = await connect('RAS01');
    const names = { domain: 'CONTOSO', machine: 'RAS01' };
    expect(await server.isDomainRasServer(names)).toBe(false);
    await server.establishDomainRasServer(names);
    expect(domain.rasServers).toEqual(['RAS01']);
    expect(await server.isDomainRasServer(names)).toBe(true);
    await server.removeDomainRasServer(names);
    expect(domain.rasServers).toEqual([]);
    expect(await server.isDomainRasServer(names)).toBe(false);
  });

  it('is that of the connected server if no machine is named', async () => {
    const { connect, domain } = setUp();
    const server = await connect('RAS01');
    await server.establishDomainRasServer({ domain: 'CONTOSO' });
    expect(domain.rasServers).toEqual(['RAS01']);
  });

  it('fails with 8250 for an unknown domain', async () => {
    const { connect } = setUp();
    const server = await connect('RAS01');
    const names = { domain: 'NOWHERE', machine: 'RAS01' };
    const expected = { code: 'ERROR_DS_SERVER_DOWN', status: 8250, server: 'RAS01' };
    const asked = await rejection(server.isDomainRasServer(names));
    expect(asked).toMatchObject({ ...expected, syscall: IS });
    const set = await rejection(server.establishDomainRasServer(names));
    expect(set).toMatchObject({ ...expected, syscall: ESTABLISH });
  });

  it('fails with 1168 for an unknown machine', async () => {
    const { connect } = setUp();
    const server = await connect('RAS01');
    const names = { domain: 'CONTOSO', machine: 'NOBODY' };
    expect(await rejection(server.isDomainRasServer(names))).toMatchObject({ status: 1168 });
    expect(await rejection(server.establishDomainRasServer(names))).toMatchObject({
      code: 'ERROR_NOT_FOUND',
      status: 1168,
      syscall: ESTABLISH,
    });
  });

  it('fails with 8224 for a caller who is not a user of the domain', async () => {
    const { connect, domain } = setUp();
    domain.acceptsCaller = false;
    const server = await connect('RAS01');
    const names = { domain: 'CONTOSO', machine: 'RAS01' };
    expect(await rejection(server.isDomainRasServer(names))).toMatchObject({ status: 8224 });
    expect(await rejection(server.establishDomainRasServer(names))).toMatchObject({
      code: 'ERROR_DS_OPERATIONS_ERROR',
      status: 8224,
    });
  });

  it('fails with 1355 for a machine outside any domain', async () => {
    const { connect } = setUp();
    const server = await connect('RAS01');
    const names = { machine: 'ALONE' };
    expect(await rejection(server.isDomainRasServer(names))).toMatchObject({ status: 1355 });
    expect(await rejection(server.establishDomainRasServer(names))).toMatchObject({
      code: 'ERROR_NO_SUCH_DOMAIN',
      status: 1355,
    });
  });
});

const controllers = {
  mprapi: 'MprAdminGetPDCServer',
  nt4: 'RasAdminGetPDCServer',
  rassapi: 'RasAdminGetUserAccountServer',
} as const;

describe.each(['mprapi', 'nt4', 'rassapi'] as const)('who keeps the accounts: %s', (dialect) => {
  const syscall = controllers[dialect];

  it('is a controller of the domain', async () => {
    const { connect, simulator } = setUp(dialect);
    const server = await connect('RAS01');
    expect(await server.getPdcServer({ domain: 'CONTOSO' })).toBe('DC01');
    expect(simulator.journal.at(-1)).toMatchObject({ function: syscall, status: 0 });
  });

  it('is a controller of the domain of a server', async () => {
    const { connect } = setUp(dialect);
    const server = await connect('RAS01');
    expect(await server.getPdcServer({ server: 'RAS01' })).toBe('DC01');
    expect(await server.getPdcServer()).toBe('DC01');
  });

  it('is the server itself if it is in no domain', async () => {
    const { connect } = setUp(dialect);
    const server = await connect('ALONE');
    expect(await server.getPdcServer()).toBe('ALONE');
  });

  const itHasUsers = itIf(dialect !== 'nt4', 'the arguments of its getUser are not known');
  itHasUsers('can read an account', async () => {
    const { connect, domain } = setUp(dialect);
    domain.addUser('alice', { mayDialIn: true });
    const server = await connect('RAS01');
    expect(server.supports('getUser')).toBe(true);
    const controller = await server.getPdcServer({ domain: 'CONTOSO' });
    expect(await server.getUser('alice', { server: controller })).toMatchObject({
      mayDialIn: true,
    });
  });

  const documented = dialect === 'rassapi' ? [87, 120] : [1355, 2351];
  it.each(documented)(`fails with %i as ${syscall} documents`, async (status) => {
    const { connect, simulator } = setUp(dialect);
    const server = await connect('RAS01');
    for (const simulated of simulator.servers) simulated.fail(syscall, status);
    expect(await rejection(server.getPdcServer())).toMatchObject({
      status,
      syscall,
      server: 'RAS01',
    });
  });
});

describe('an unknown domain', () => {
  it('has no account server (1355)', async () => {
    const { connect } = setUp();
    const server = await connect('RAS01');
    expect(await rejection(server.getPdcServer({ domain: 'NOWHERE' }))).toMatchObject({
      code: 'ERROR_NO_SUCH_DOMAIN',
      status: 1355,
    });
  });
});
