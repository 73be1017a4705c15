// What the server tells of its interfaces arrives as words, addresses and times; what an older server does not tell is
// left out; and a snapshot never gives another interface than the one that was listed.

import { describe, expect, it } from 'vitest';
import { RasErrorCode } from '../../lib/index.ts';
import type { SimulatedServer } from '../../lib/simulator/index.ts';
import { calls, handleDialects, lab, rejection } from '../fixtures/simulated.ts';

const paris = {
  name: 'Paris',
  demandDial: {
    phoneNumber: 'vpn.paris.example',
    alternates: ['192.0.2.1', '192.0.2.2'],
    vpnStrategy: 'ikev2-only',
    encryption: 'require-max',
    idleDisconnect: 300,
    protocols: ['ip', 'ipv6'],
    options: { requiresEap: true, usesSpecificAddress: true },
    deviceName: 'WAN Miniport (IKEv2)',
    eapType: 26,
    eapData: Uint8Array.of(1, 2, 3),
    ipv4: { address: '10.1.2.3', dns: '10.0.0.53' },
    ipv6: { addresses: ['2001:db8::1', '2001:db8::2'], dns: '2001:db8::53' },
    x25: { padType: 'Datapac' },
  },
  dialOutHours: {
    monday: [{ from: '09:00', to: '12:00' }],
    sunday: [{ from: '00:00', to: '24:00' }],
  },
} as const;

describe('a list of interfaces', () => {
  it('has each with its name, its type and its state', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface({ name: 'Ethernet', type: 'dedicated' });
    const { handle } = simulated.addInterface({ name: 'Paris' });
    simulated.addInterface({ name: 'Rome', isEnabled: false });
    const server = await connect();
    const listed = await server.enumInterfaces();
    expect(listed.map(({ name, type, state }) => [name, type, state])).toEqual([
      ['Ethernet', 'dedicated', 'connected'],
      ['Paris', 'full-router', 'disconnected'],
      ['Rome', 'full-router', 'unreachable'],
    ]);
    expect(listed[1]).toEqual({
      server: 'RAS01',
      handle,
      name: 'Paris',
      type: 'full-router',
      isEnabled: true,
      state: 'disconnected',
      unreachable: [],
      lastError: undefined,
    });
    expect(listed[2]).toMatchObject({ isEnabled: false, unreachable: ['admin-disabled'] });
  });

  it('is complete in small pages', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    const names = ['Paris', 'Rome', 'Oslo'];
    for (const name of names) simulated.addInterface({ name });
    const server = await connect();
    const listed = await server.enumInterfaces({ pageBytes: 1 });
    expect(listed.map(({ name }) => name)).toEqual(names);
    expect(calls(simulator).filter((name) => name === 'MprAdminInterfaceEnum')).toHaveLength(3);
  });

  it('is there on a router that takes no calls', async () => {
    const { connect, simulated } = lab('mprapi', { server: { lanOnly: true } });
    simulated.addInterface({ name: 'Ethernet', type: 'dedicated' });
    const server = await connect();
    expect(await server.enumInterfaces()).toHaveLength(1);
  });
});

describe('one interface', () => {
  it('has everything that was set up', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface(paris);
    const server = await connect();
    const read = await server.getInterface('Paris');
    expect(read.dialOutHours).toEqual(paris.dialOutHours);
    const { options, eapData, ipv4, x25, ...others } = paris.demandDial;
    expect(read.demandDial).toMatchObject(others);
    expect(read.demandDial?.options).toMatchObject({ ...options, requiresMsChap: false });
    expect(read.demandDial?.eapData).toEqual(eapData);
    expect(read.demandDial?.ipv4).toEqual({
      ...ipv4,
      alternateDns: undefined,
      wins: undefined,
      alternateWins: undefined,
    });
    expect(read.demandDial).toMatchObject({ x25: { ...x25, address: '' }, entryType: 'vpn' });
  });

  it('without an entry in the phone book has no demandDial', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface({ name: 'Ethernet', type: 'dedicated' });
    const server = await connect();
    expect(await server.getInterface('Ethernet')).toMatchObject({
      type: 'dedicated',
      demandDial: undefined,
      dialOutHours: undefined,
    });
  });

  it('of a server before 2008 has no IPv6, and its level is tried once', async () => {
    const { connect, simulated, simulator } = lab('mprapi', { server: { generation: '2003' } });
    simulated.addInterface(paris);
    const server = await connect();
    const { demandDial } = await server.getInterface('Paris');
    expect(demandDial).toMatchObject({ phoneNumber: 'vpn.paris.example', ipv6: undefined });
    simulator.clearJournal();
    await server.getInterface('Paris');
    const levels = simulator.journal
      .filter((entry) => entry.function === 'MprAdminInterfaceGetInfo')
      .map((entry) => entry.arguments.dwLevel);
    expect(levels).toEqual([0, 1, 2]);
  });

  it.each([50, 87])('is read at an older level for once after %i', async (status) => {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface(paris);
    const server = await connect();
    simulated.fail('MprAdminInterfaceGetInfo', status, { after: 2, times: 1 });
    expect((await server.getInterface('Paris')).demandDial?.ipv6).toBeUndefined();
    expect((await server.getInterface('Paris')).demandDial?.ipv6).toBeDefined();
  });

  it('has words for reasons, and the number of a reason that is newer than the package', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface({
      name: 'Ethernet',
      type: 'dedicated',
      unreachable: ['no-media-sense', 'unknown-256'],
      lastError: 'ERROR_NO_ANSWER',
    });
    const server = await connect();
    expect(await server.getInterface('Ethernet')).toMatchObject({
      state: 'unreachable',
      unreachable: ['no-media-sense', 'unknown-256'],
      lastError: { status: RasErrorCode.ERROR_NO_ANSWER, code: 'ERROR_NO_ANSWER' },
    });
  });

  it('has the number of a strategy that is newer than the package', async () => {
    const { connect, simulated } = lab('mprapi');
    const demandDial = { phoneNumber: '5', vpnStrategy: 'unknown-77', options: {} } as const;
    simulated.addInterface({ name: 'Paris', demandDial });
    const server = await connect();
    const { demandDial: read } = await server.getInterface('Paris');
    expect(read?.vpnStrategy).toBe('unknown-77');
  });

  it.each(['paris', 'PARIS', 'Paris'])('is found under the name %s', async (name) => {
    const { connect, simulated } = lab('mprapi');
    const { handle } = simulated.addInterface({ name: 'Paris' });
    const server = await connect();
    expect(await server.getInterface(name)).toMatchObject({ name: 'Paris', handle });
    expect(await server.getInterfaceHandle(name)).toBe(handle);
  });

  it('of a dialled-in client is found by its name only if that is asked for', async () => {
    const { connect, simulated } = lab('mprapi');
    const { handle } = simulated.addInterface({ name: 'alice', type: 'client' });
    const server = await connect();
    const code = 'ERROR_NO_SUCH_INTERFACE';
    expect(await rejection(server.getInterfaceHandle('alice'))).toMatchObject({
      code,
      interface: 'alice',
    });
    expect(await server.getInterfaceHandle('alice', { clients: true })).toBe(handle);
  });
});

describe('a snapshot', () => {
  async function listed(change: (simulated: SimulatedServer) => void) {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface({ name: 'Paris' });
    const server = await connect();
    const [one] = await server.enumInterfaces();
    if (one === undefined) throw new Error('Paris should be listed');
    change(simulated);
    return { server, one, simulated };
  }

  it('of an interface that is gone is an error', async () => {
    const { server, one } = await listed((simulated) => simulated.removeInterface('Paris'));
    const failed = await rejection(server.getInterface(one));
    expect(failed).toMatchObject({ code: 'ERROR_INVALID_HANDLE', interface: 'Paris' });
  });

  it('whose handle belongs to another interface is refused by every call', async () => {
    const { server, one, simulated } = await listed(() => {});
    const [paris] = await server.enumInterfaces();
    const other = { ...one, name: 'Rome' };
    const ask = [
      () => server.getInterface(other),
      () => server.setInterface(other, { isEnabled: false }),
      () => server.deleteInterface(other),
      () => server.getInterfaceDevice(other, 1),
      () => server.setInterfaceDevice(other, 1, { phoneNumber: '5' }),
      () => server.connectInterface(other),
      () => server.disconnectInterface(other),
      () => server.updateRoutes(other, 'ip'),
      () => server.queryUpdateResult(other, 'ip'),
      () => server.updatePhonebookInfo(other),
    ];
    for (const call of ask) {
      expect(await rejection(call()), String(call)).toMatchObject({
        code: 'ERR_RRAS_INTERFACE_CHANGED',
        interface: 'Rome',
        message: expect.stringContaining('belongs to the interface Paris now'),
      });
    }
    expect(await rejection(server.deleteInterface(other))).toMatchObject({ outcome: 'not-done' });
    expect(await rejection(server.deleteInterface({ ...one, type: 'home-router' }))).toMatchObject({
      message: expect.stringContaining('is now of the type full-router'),
    });
    expect(await server.enumInterfaces()).toEqual([paris]);
    expect(simulated.interface('Paris').isEnabled).toBe(true);
  });

  it('of another server is refused', async () => {
    const { server, one } = await listed(() => {});
    const failed = await rejection(server.getInterface({ ...one, server: 'RAS02' }));
    expect(failed).toMatchObject({
      name: 'TypeError',
      message: expect.stringContaining('must be an interface of this server'),
    });
  });

  it('is used as it was at the call', async () => {
    const { server, one, simulated } = await listed((each) => each.addInterface({ name: 'Rome' }));
    const given = { ...one };
    const deleted = server.deleteInterface(given);
    Object.assign(given, simulated.interface('Rome'));
    await deleted;
    expect(simulated.interfaces.map(({ name }) => name)).toEqual(['Rome']);
  });
});

it.each(handleDialects.filter((dialect) => dialect !== 'mprapi'))(
  '%s has no interfaces',
  async (dialect) => {
    const { connect } = lab(dialect);
    const server = await connect();
    expect(server.supports('enumInterfaces')).toBe(false);
    const failed = await rejection(server.enumInterfaces());
    expect(failed).toMatchObject({ code: 'ERROR_CALL_NOT_IMPLEMENTED' });
  },
);
