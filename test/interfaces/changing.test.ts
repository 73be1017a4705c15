// Interfaces are created, changed and deleted. What a caller leaves out stays as it was, also what the package has no
// name for.

import { describe, expect, it } from 'vitest';
import type { DemandDialSettings } from '../../lib/index.ts';
import { lab, rejection } from '../fixtures/simulated.ts';

const everything = {
  phoneNumber: 'vpn.paris.example',
  vpnStrategy: 'ikev2-first',
  encryption: 'require-max',
  entryType: 'vpn',
  dialMode: 'dial-as-needed',
  idleDisconnect: 'never',
  protocols: ['ip', 'ipv6'],
  deviceType: 'vpn',
  deviceName: 'WAN Miniport (IKEv2)',
  options: { requiresEap: true, requiresMsChap2: true },
  eapType: 26,
  eapData: Uint8Array.of(9, 8, 7),
  ipv4: { address: '10.1.2.3', dns: '10.0.0.53', wins: '10.0.0.54' },
  ipv6: { addresses: ['2001:db8::1'], dns: '2001:db8::53', alternateDns: 'fe80::1' },
  channels: 2,
  dialExtraPercent: 75,
  dialExtraSampleSeconds: 120,
  hangUpExtraPercent: 10,
  hangUpExtraSampleSeconds: 60,
  x25: { padType: 'p', address: 'a', facilities: 'f', userData: 'u' },
} as const satisfies DemandDialSettings;

describe('a new interface', () => {
  it('has what was asked for, in both directions', async () => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    const dialOutHours = { friday: [{ from: '08:00', to: '18:00' }] };
    const handle = await server.createInterface({
      name: 'Paris',
      demandDial: everything,
      dialOutHours,
    });
    const read = await server.getInterface(handle);
    const { eapData, options, ipv4, ...others } = everything;
    expect(read).toMatchObject({ name: 'Paris', type: 'full-router', isEnabled: true, handle });
    expect(read.dialOutHours).toEqual(dialOutHours);
    expect(read.demandDial).toMatchObject({ ...others, ipv4, options });
    expect(read.demandDial?.eapData).toEqual(eapData);
    expect(simulated.interface('Paris').demandDial).toMatchObject(others);
  });

  it('of another type has no entry', async () => {
    const { connect } = lab('mprapi');
    const server = await connect();
    const handle = await server.createInterface({ name: 'Loopback', type: 'loopback' });
    const read = await server.getInterface(handle);
    expect(read).toMatchObject({ type: 'loopback', state: 'connected', demandDial: undefined });
  });

  it('may be disabled, and is unreachable then', async () => {
    const { connect } = lab('mprapi');
    const server = await connect();
    const demandDial = { phoneNumber: '5' };
    await server.createInterface({ name: 'Paris', isEnabled: false, demandDial });
    expect(await server.getInterface('Paris')).toMatchObject({
      state: 'unreachable',
      unreachable: ['admin-disabled'],
    });
  });

  it('without any authentication gets some from the server', async () => {
    const { connect } = lab('mprapi');
    const server = await connect();
    await server.createInterface({ name: 'Paris', demandDial: { phoneNumber: '5' } });
    expect((await server.getInterface('Paris')).demandDial).toMatchObject({
      encryption: 'require',
      options: { requiresChap: true, requiresMsChap2: true, requiresDataEncryption: true },
    });
  });

  it('is written at level 2 to a server before 2008', async () => {
    const { connect } = lab('mprapi', { server: { generation: '2003' } });
    const server = await connect();
    const { ipv6, ...older } = everything;
    await server.createInterface({ name: 'Paris', demandDial: older });
    expect((await server.getInterface('Paris')).demandDial?.phoneNumber).toBe('vpn.paris.example');
    const failed = await rejection(server.createInterface({ name: 'Rome', demandDial: { ipv6 } }));
    expect(failed).toMatchObject({ code: 'ERROR_NOT_SUPPORTED', outcome: 'not-done' });
  });

  it('under a name that is taken is refused', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface({ name: 'Paris' });
    const server = await connect();
    expect(await rejection(server.createInterface({ name: 'PARIS' }))).toMatchObject({
      code: 'ERROR_INTERFACE_ALREADY_EXISTS',
      interface: 'PARIS',
      outcome: 'not-done',
    });
  });

  it('whose hours fail exists, and the error says so', async () => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    simulated.fail('MprAdminInterfaceSetInfo', 'ERROR_ACCESS_DENIED');
    const dialOutHours = { friday: [{ from: '08:00', to: '18:00' }] };
    const created = server.createInterface({ name: 'Paris', dialOutHours, demandDial: everything });
    expect(await rejection(created)).toMatchObject({
      code: 'ERR_RRAS_PARTLY_DONE',
      status: 5,
      interface: 'Paris',
      outcome: 'unknown',
      message: expect.stringContaining('was created, but its dial-out hours could not be set'),
    });
    expect(simulated.interface('Paris').dialOutHours).toBeUndefined();
  });

  const wrong = [
    [{ name: '' }, 'must not be empty'],
    [{ name: 'Paris', type: 'dedicated', demandDial: {} }, "must be 'full-router'"],
    [{ name: 'Paris', demandDial: { alternates: ['5'] } }, 'cannot be set when an interface is'],
    [{ name: 'Paris', demandDial: { phoneNumber: 'x'.repeat(129) } }, 'no more than 128'],
    [{ name: 'Paris', demandDial: { ipv4: { dns: '1.2.3' } } }, 'must be an IPv4 address'],
    [{ name: 'Paris', demandDial: { ipv6: { dns: 'fe80::1%eth0' } } }, 'must be an IPv6 address'],
    [{ name: 'Paris', demandDial: { vpnStrategy: 'ikev3' } }, 'must be one of default, pptp-only'],
    [{ name: 'Paris', demandDial: { options: { requiresEap: 1 } } }, 'must be of type boolean'],
    [{ name: 'Paris', dialOutHours: {} }, 'must allow some time'],
    [{ name: 'Paris', dialOutHours: { monday: [{ from: '9:00', to: '12:00' }] } }, 'time of day'],
    [{ name: 'Paris', dialOutHours: { monday: [{ from: '12:00', to: '09:00' }] } }, 'must begin'],
  ] as const;
  it.each(wrong)('%o is refused: %s', async (settings, reason) => {
    const { connect } = lab('mprapi');
    const server = await connect();
    const failed = await rejection(Reflect.apply(server.createInterface, server, [settings]));
    expect(failed).toMatchObject({ name: 'TypeError', message: expect.stringContaining(reason) });
  });
});

describe('a change', () => {
  it('of one setting leaves all others as they were', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface({
      name: 'Paris',
      demandDial: { ...everything, alternates: ['5', '6'] },
      dialOutHours: { monday: [{ from: '09:00', to: '12:00' }] },
    });
    const server = await connect();
    const before = await server.getInterface('Paris');
    await server.setInterface('Paris', { demandDial: { idleDisconnect: 300 } });
    const after = await server.getInterface('Paris');
    expect(after).toEqual({
      ...before,
      demandDial: { ...before.demandDial, idleDisconnect: 300 },
    });
  });

  it('of one option leaves the others on, those without a name too', async () => {
    const { connect, simulated } = lab('mprapi');
    const demandDial = { phoneNumber: '5', options: { requiresEap: true } };
    simulated.addInterface({ name: 'Paris', demandDial });
    const server = await connect();
    const options = { usesRemoteDefaultGateway: true, requiresEap: false, requiresPap: true };
    await server.setInterface('Paris', { demandDial: { options } });
    const read = (await server.getInterface('Paris')).demandDial;
    expect(read?.options).toMatchObject(options);
  });

  it('of the hours, of the use, and of the entry all take effect', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface({ name: 'Paris', demandDial: { phoneNumber: '5' } });
    const server = await connect();
    const dialOutHours = { tuesday: [{ from: '10:00', to: '11:00' }] };
    await server.setInterface('Paris', {
      isEnabled: false,
      dialOutHours,
      demandDial: { phoneNumber: '6', alternates: ['7', '8'] },
    });
    expect(await server.getInterface('Paris')).toMatchObject({
      isEnabled: false,
      dialOutHours,
      demandDial: { phoneNumber: '6', alternates: ['7', '8'] },
    });
    await server.setInterface('Paris', { dialOutHours: null, isEnabled: true });
    expect(await server.getInterface('Paris')).toMatchObject({
      isEnabled: true,
      dialOutHours: undefined,
      demandDial: { phoneNumber: '6' },
    });
  });

  it('of the entry of another type of interface is refused by the server', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface({ name: 'Ethernet', type: 'dedicated' });
    const server = await connect();
    const set = server.setInterface('Ethernet', { demandDial: { phoneNumber: '5' } });
    expect(await rejection(set)).toMatchObject({
      code: 'ERROR_NOT_SUPPORTED',
      outcome: 'not-done',
    });
  });

  it('whose second step fails says that the first one is done', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface({ name: 'Paris' });
    const server = await connect();
    simulated.fail('MprAdminInterfaceSetInfo', 5, { after: 1 });
    const dialOutHours = { tuesday: [{ from: '10:00', to: '11:00' }] };
    const set = server.setInterface('Paris', { dialOutHours, demandDial: { phoneNumber: '6' } });
    expect(await rejection(set)).toMatchObject({
      code: 'ERR_RRAS_PARTLY_DONE',
      outcome: 'unknown',
      message: expect.stringContaining('was changed, but its dial-out hours could not be set'),
    });
    expect(simulated.interface('Paris').demandDial.phoneNumber).toBe('6');
  });
});

describe('the devices of an interface', () => {
  it('are read, changed and added', async () => {
    const { connect, simulated } = lab('mprapi');
    const demandDial = { phoneNumber: '5', deviceName: 'WAN Miniport (SSTP)' };
    simulated.addInterface({ name: 'Paris', demandDial });
    const server = await connect();
    const first = { deviceType: 'vpn', deviceName: 'WAN Miniport (SSTP)', phoneNumber: '5' };
    expect(await server.getInterfaceDevice('Paris', 1)).toEqual({ ...first, alternates: [] });
    await server.setInterfaceDevice('Paris', 1, { alternates: ['6', '7'] });
    expect(await server.getInterfaceDevice('Paris', 1)).toEqual({
      ...first,
      alternates: ['6', '7'],
    });
    const modem = { deviceType: 'modem', deviceName: 'COM1', phoneNumber: '8', alternates: [] };
    await server.setInterfaceDevice('Paris', 2, modem);
    expect(await server.getInterfaceDevice('Paris', 2)).toEqual(modem);
    expect((await server.getInterface('Paris')).demandDial?.links).toBe(2);
  });

  it('that do not exist are an error', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface({ name: 'Paris' });
    const server = await connect();
    const failed = await rejection(server.getInterfaceDevice('Paris', 2));
    expect(failed).toMatchObject({ code: 'ERROR_INVALID_PARAMETER', interface: 'Paris' });
    const change = server.setInterfaceDevice('Paris', 2, { phoneNumber: '5' });
    expect(await rejection(change)).toMatchObject({ status: 87, outcome: 'not-done' });
  });
});

describe('deleting', () => {
  it('takes the interface away', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addInterface({ name: 'Paris' });
    const server = await connect();
    await server.deleteInterface('Paris');
    expect(await server.enumInterfaces()).toEqual([]);
  });

  it('is refused while the interface is connected', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    simulated.addInterface({ name: 'Paris' });
    simulated.dialInterface('Paris');
    const server = await connect();
    expect(await rejection(server.deleteInterface('Paris'))).toMatchObject({
      code: 'ERROR_INTERFACE_CONNECTED',
      outcome: 'not-done',
    });
  });
});
