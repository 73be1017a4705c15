// The devices of a server, and the settings of its transports.

import { describe, expect, it } from 'vitest';
import { lab, rejection } from '../fixtures/simulated.ts';

const DEVICES = 'MprAdminDeviceEnum';
const TRANSPORT = 'MprAdminTransportGetInfo';

describe('devices', () => {
  it('are listed by type and name', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('l2tp', 2);
    simulated.addPorts('modem', 1);
    const server = await connect();
    const devices = await server.enumDevices();
    expect(devices.length).toBeGreaterThan(0);
    const names = new Set(simulated.ports.map((port) => port.deviceName));
    expect(new Set(devices.map((device) => device.name))).toEqual(names);
    for (const { type } of devices) expect(type).toMatch(/^(vpn|modem)$/i);
  });

  it('may be missing', async () => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    expect(simulated.ports).toEqual([]);
    expect(await server.enumDevices()).toEqual([]);
  });

  it('are also listed by a LAN-only router', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('l2tp', 2);
    simulated.lanOnly = true;
    const server = await connect();
    expect(await server.enumDevices()).not.toEqual([]);
  });

  it.each([
    [50, 'ERROR_NOT_SUPPORTED'],
    [87, 'ERROR_INVALID_PARAMETER'],
  ] as const)(`${DEVICES}: %i`, async (status, code) => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    simulated.fail(DEVICES, status);
    const error = await rejection(server.enumDevices());
    expect(error).toMatchObject({ code, status, syscall: DEVICES, server: 'RAS01' });
  });
});

describe('transports', () => {
  const globalInfo = Uint8Array.from({ length: 300 }, (_, i) => i & 0xff);
  const clientInterfaceInfo = Uint8Array.of(0, 255, 0);

  it('are read as the stored blocks', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.setup.setTransport(0x21, { globalInfo, clientInterfaceInfo });
    const server = await connect();
    expect(await server.getTransport('ip')).toEqual({ globalInfo, clientInterfaceInfo });
    expect(await server.getTransport(0x21)).toEqual({ globalInfo, clientInterfaceInfo });
  });

  it('may have empty blocks', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.setup.setTransport(0x57, { globalInfo });
    const server = await connect();
    expect(await server.getTransport('ipv6')).toEqual({
      globalInfo,
      clientInterfaceInfo: new Uint8Array(),
    });
  });

  it('may be missing (902)', async () => {
    const { connect } = lab('mprapi');
    const server = await connect();
    expect(await rejection(server.getTransport('ipx'))).toMatchObject({
      code: 'ERROR_UNKNOWN_PROTOCOL_ID',
      status: 902,
      syscall: TRANSPORT,
    });
  });

  it.each([
    [5, 'ERROR_ACCESS_DENIED'],
    [87, 'ERROR_INVALID_PARAMETER'],
    [902, 'ERROR_UNKNOWN_PROTOCOL_ID'],
    [8, 'ERROR_NOT_ENOUGH_MEMORY'],
  ] as const)(`${TRANSPORT}: %i`, async (status, code) => {
    const { connect, simulated } = lab('mprapi');
    simulated.setup.setTransport(0x21, { globalInfo, clientInterfaceInfo });
    const server = await connect();
    simulated.fail(TRANSPORT, status);
    const error = await rejection(server.getTransport('ip'));
    expect(error).toMatchObject({ code, status, syscall: TRANSPORT, server: 'RAS01' });
  });
});

describe.each(['nt4', 'rassapi'] as const)('%s', (dialect) => {
  it('has no such functions', async () => {
    const { connect } = lab(dialect);
    const server = await connect();
    for (const call of [server.enumDevices(), server.getTransport('ip')]) {
      expect(await rejection(call)).toMatchObject({ code: 'ERROR_CALL_NOT_IMPLEMENTED' });
    }
  });
});
