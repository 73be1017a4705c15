// The life of a simulated interface, as its callers see it.

import { describe, expect, it } from 'vitest';
import type { InterfaceSetup } from '../../lib/simulator/index.ts';
import { SimulatorError } from '../../lib/simulator/index.ts';
import { lab, rejection } from '../fixtures/simulated.ts';

function site(setup: InterfaceSetup = {}) {
  const made = lab('mprapi');
  made.simulated.addPorts('ikev2', 1);
  const { demandDial, ...others } = setup;
  made.simulated.addInterface({
    name: 'Paris',
    demandDial: { phoneNumber: 'vpn.paris.example', ...demandDial },
    ...others,
  });
  const now = () => {
    const { state, unreachable, lastError } = made.simulated.interface('Paris');
    return { state, unreachable, lastError };
  };
  return { ...made, now };
}

const HOUR = 3600;

describe('a connected interface', () => {
  it('is disconnected when it is idle, with 926', () => {
    const { simulator, simulated, now } = site({ demandDial: { idleDisconnect: 60 } });
    simulated.dialInterface('Paris');
    const [connection] = simulated.connections;
    if (connection === undefined) throw new Error('Paris should have a connection');
    simulator.step(50);
    simulated.traffic(connection, { bytesSent: 100 });
    simulator.step(20);
    expect(now().state).toBe('connected');
    simulator.step(60);
    expect(now()).toEqual({ state: 'disconnected', unreachable: [], lastError: 926 });
    expect(simulated.connections).toEqual([]);
  });

  it('stays up while data flows, or if it is never idle', () => {
    for (const idleDisconnect of [60, 'never', 'default'] as const) {
      const { simulator, simulated, now } = site({ demandDial: { idleDisconnect } });
      simulated.dialInterface('Paris');
      const [connection] = simulated.connections;
      if (connection !== undefined && idleDisconnect === 60) {
        simulated.flow(connection, { bytesSent: 10 });
      }
      simulator.step(10 * HOUR);
      expect(now().state).toBe('connected');
    }
  });

  it('goes down with its connection, however that ends', async () => {
    const { simulated, now, connect } = site();
    simulated.dialInterface('Paris');
    const server = await connect();
    const [connection] = await server.enumConnections();
    if (connection === undefined) throw new Error('Paris should have a connection');
    await server.disconnectConnection(connection);
    expect(now().state).toBe('disconnected');
    simulated.dialInterface('Paris');
    simulated.dropInterface('Paris', 'ERROR_REMOTE_DISCONNECTION');
    expect(now()).toMatchObject({ state: 'disconnected', lastError: 629 });
  });

  it('goes down when it is disabled, and with the service', () => {
    const { simulated, now } = site();
    simulated.dialInterface('Paris');
    simulated.setInterface('Paris', { isEnabled: false });
    expect(now()).toMatchObject({ state: 'unreachable', unreachable: ['admin-disabled'] });
    simulated.setInterface('Paris', { isEnabled: true });
    simulated.dialInterface('Paris');
    simulated.stopService();
    simulated.startService();
    expect(now()).toEqual({ state: 'disconnected', unreachable: [], lastError: 0 });
  });
});

describe('after a failure', () => {
  it('it is unreachable for ten minutes, and for ten more after each further one', () => {
    const { simulator, simulated, now } = site({ answer: 'ERROR_VPN_TIMEOUT' });
    for (const minutes of [10, 20, 30]) {
      simulated.dialInterface('Paris');
      simulator.step(60 * minutes - 1);
      expect(now()).toEqual({
        state: 'unreachable',
        unreachable: ['connection-failure'],
        lastError: 809,
      });
      simulator.step(1);
      expect(now()).toEqual({ state: 'disconnected', unreachable: [], lastError: 809 });
    }
  });

  it('it is unreachable for six hours at the most', () => {
    const { simulator, simulated, now } = site({ answer: 'ERROR_VPN_TIMEOUT' });
    for (let round = 0; round < 40; round += 1) simulated.dialInterface('Paris');
    simulator.step(6 * HOUR - 1);
    expect(now().state).toBe('unreachable');
    simulator.step(1);
    expect(now().state).toBe('disconnected');
  });

  it('a success begins the count anew', () => {
    const { simulator, simulated, now } = site({ answer: 'ERROR_VPN_TIMEOUT' });
    for (let round = 0; round < 5; round += 1) simulated.dialInterface('Paris');
    simulated.setInterface('Paris', { answer: 0 });
    simulated.dialInterface('Paris');
    simulated.setInterface('Paris', { answer: 'ERROR_VPN_TIMEOUT' });
    simulated.dropInterface('Paris');
    simulated.dialInterface('Paris');
    simulator.step(600);
    expect(now().state).toBe('disconnected');
  });

  it('the times are quirks', () => {
    const { simulator, simulated, now } = site({ answer: 5 });
    simulated.setQuirks({ unreachabilityStep: 10, longestUnreachability: 15 });
    simulated.dialInterface('Paris');
    simulator.step(10);
    expect(now().state).toBe('disconnected');
    simulated.dialInterface('Paris');
    simulator.step(14);
    expect(now().state).toBe('unreachable');
    simulator.step(1);
    expect(now().state).toBe('disconnected');
  });
});

describe('dial-out hours', () => {
  it('forbid dialling at other times, from midnight on a Sunday on', () => {
    const dialOutHours = { monday: [{ from: '09:00', to: '17:30' }] };
    const { simulator, simulated, now } = site({ dialOutHours });
    expect(now()).toMatchObject({ state: 'unreachable', unreachable: ['dial-out-hours'] });
    expect(() => simulated.dialInterface('Paris')).toThrow(SimulatorError);
    simulator.step(33 * HOUR - 1);
    expect(now().state).toBe('unreachable');
    simulator.step(1);
    expect(now().state).toBe('disconnected');
    simulated.dialInterface('Paris');
    simulator.step(9 * HOUR);
    // No document says that an interface is disconnected when its hours end.
    expect(now().state).toBe('connected');
  });
});

describe('a world with interfaces', () => {
  it('dials with the tunnel of the strategy', () => {
    const { simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    simulated.addPorts('l2tp', 1);
    simulated.addInterface({ name: 'Paris', demandDial: { vpnStrategy: 'l2tp-only' } });
    simulated.dialInterface('Paris');
    expect(simulated.connections[0]?.ports[0].type).toBe('l2tp');
  });

  it('has each name once, and finds nothing under others', () => {
    const { simulated } = site();
    expect(() => simulated.addInterface({ name: 'PARIS' })).toThrow('already exists');
    expect(() => simulated.interface('Rome')).toThrow("has no interface 'Rome'");
    const paris = simulated.interface('paris');
    simulated.removeInterface(paris);
    expect(() => simulated.setInterface(paris, {})).toThrow('no longer exists');
  });

  it('gives interfaces other handles when the service starts again', async () => {
    const { simulated, connect } = site();
    const server = await connect();
    const [before] = await server.enumInterfaces();
    if (before === undefined) throw new Error('Paris should be listed');
    simulated.stopService();
    simulated.startService();
    const failed = await rejection(server.getInterface(before));
    expect(failed).toMatchObject({ code: 'ERROR_INVALID_HANDLE' });
    expect(await server.getInterface('Paris')).toMatchObject({ name: 'Paris' });
  });
});
