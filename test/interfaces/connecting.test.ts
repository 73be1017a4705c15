// Connecting and disconnecting demand-dial interfaces: who waits learns how the attempt ended, and who gives up learns
// what is known. The simulator's clock is stepped, so that nothing here depends on the speed of the machine.

import { describe, expect, it } from 'vitest';
import type { InterfaceSetup, Simulator } from '../../lib/simulator/index.ts';
import { calls, givenUp, lab, rejection } from '../fixtures/simulated.ts';

function site(setup: InterfaceSetup = {}, server: object = {}) {
  const made = lab('mprapi', { server });
  made.simulated.addPorts('ikev2', 2);
  const demandDial = { phoneNumber: 'vpn.paris.example', vpnStrategy: 'ikev2-only' } as const;
  made.simulated.addInterface({ name: 'Paris', demandDial, ...setup });
  return made;
}

/** Until the simulated server has been asked so often for the state of an interface. */
async function readings(made: ReturnType<typeof site>, count: number): Promise<void> {
  const asked = () => calls(made.simulator).filter((name) => name === 'MprAdminInterfaceGetInfo');
  await expect.poll(() => asked().length, { timeout: 10_000 }).toBeGreaterThan(count);
}

describe('connecting', () => {
  it('gives the interface when it is connected, and a connection carries its handle', async () => {
    const { connect } = site();
    const server = await connect();
    const connected = await server.connectInterface('Paris');
    expect(connected).toMatchObject({ name: 'Paris', state: 'connected', lastError: undefined });
    const [connection] = await server.enumConnections();
    expect(connection).toMatchObject({
      interface: connected.handle,
      interfaceName: 'Paris',
      interfaceType: 'full-router',
      remoteEndpoint: 'vpn.paris.example',
    });
  });

  it('waits while the attempt runs, and serves other calls meanwhile', async () => {
    const made = site({ connectingTime: '30s' });
    const server = await made.connect();
    const connecting = server.connectInterface('Paris');
    await readings(made, 3);
    expect(await server.getInterface('Paris')).toMatchObject({ state: 'connecting' });
    expect(await server.enumPorts()).toHaveLength(2);
    made.simulator.step(30);
    expect(await connecting).toMatchObject({ state: 'connected' });
  });

  it('only begins the attempt if it is not to wait, and gives the interface as it is then', async () => {
    const made = site({ connectingTime: '30s' });
    const server = await made.connect();
    const begun = await server.connectInterface('Paris', { wait: false });
    expect(begun).toMatchObject({ name: 'Paris', state: 'connecting' });
    expect(await server.connectInterface('Paris', { wait: false })).toMatchObject(begun);
    made.simulator.step(30);
    const connected = await server.connectInterface(begun, { wait: false });
    expect(connected.state).toBe('connected');
  });

  it('without waiting, an interface that cannot be dialled is an error all the same', async () => {
    const made = site({ isEnabled: false });
    const server = await made.connect();
    const refused = await rejection(server.connectInterface('Paris', { wait: false }));
    expect(refused).toMatchObject({ code: 'ERROR_INTERFACE_DISABLED', outcome: 'not-done' });
  });

  it('waits for an attempt that somebody else has begun', async () => {
    const made = site({ connectingTime: '30s' });
    made.simulated.dialInterface('Paris');
    const server = await made.connect();
    const connecting = server.connectInterface('Paris');
    await readings(made, 3);
    made.simulator.step(30);
    expect(await connecting).toMatchObject({ state: 'connected' });
    const statuses = made.simulator.journal
      .filter((entry) => entry.function === 'MprAdminInterfaceConnect')
      .map((entry) => entry.status);
    expect(statuses).toEqual([910]);
  });

  it.each([0, 901])(
    'an interface that is connected is done, if the server says %i',
    async (status) => {
      const { connect, simulated } = site();
      simulated.setQuirks({ connectConnectedInterface: status });
      simulated.dialInterface('Paris');
      const server = await connect();
      expect(await server.connectInterface('Paris')).toMatchObject({ state: 'connected' });
    },
  );

  it('fails with the code that the attempt ended with', async () => {
    const { connect } = site({ answer: 'ERROR_VPN_TIMEOUT' });
    const server = await connect();
    expect(await rejection(server.connectInterface('Paris'))).toMatchObject({
      code: 'ERROR_VPN_TIMEOUT',
      interface: 'Paris',
      outcome: 'not-done',
    });
  });

  it('fails if the attempt ends like the one before it', async () => {
    const { connect } = site({ answer: 'ERROR_VPN_TIMEOUT' });
    const server = await connect();
    await rejection(server.connectInterface('Paris'));
    const again = await rejection(server.connectInterface('Paris'));
    expect(again).toMatchObject({ code: 'ERROR_VPN_TIMEOUT' });
  });

  const states = [
    ['is disabled', { isEnabled: false }, 'ERROR_INTERFACE_DISABLED'],
    ['has no device', { devices: [] }, 'ERROR_INTERFACE_HAS_NO_DEVICES'],
    ['has no credentials', { credentials: null }, 'ERROR_NO_INTERFACE_CREDENTIALS_SET'],
    [
      'is outside of its hours',
      { dialOutHours: { monday: [{ from: '09:00', to: '17:00' }] } },
      'ERROR_DIALOUT_HOURS_RESTRICTION',
    ],
  ] as const;
  it.each(states)('fails if the interface %s', async (_, setup, code) => {
    const { connect } = site(setup);
    const server = await connect();
    const failed = await rejection(server.connectInterface('Paris'));
    expect(failed).toMatchObject({ code, interface: 'Paris', outcome: 'not-done' });
  });

  it('fails if the service is paused', async () => {
    const { connect } = site({}, { paused: true });
    const server = await connect();
    const failed = await rejection(server.connectInterface('Paris'));
    expect(failed).toMatchObject({ code: 'ERROR_SERVICE_IS_PAUSED', outcome: 'not-done' });
  });

  it('fails without a free port, and the interface says why it is unreachable', async () => {
    const { connect, simulated } = site();
    for (const { name } of simulated.ports) simulated.removePort(name);
    const server = await connect();
    const failed = await rejection(server.connectInterface('Paris'));
    expect(failed).toMatchObject({ code: 'ERROR_PORT_NOT_AVAILABLE' });
    expect(await server.getInterface('Paris')).toMatchObject({
      state: 'unreachable',
      unreachable: ['out-of-resources', 'connection-failure'],
    });
  });

  it('of a network card is refused', async () => {
    const { connect, simulated } = site();
    simulated.addInterface({ name: 'Ethernet', type: 'dedicated' });
    const server = await connect();
    const failed = await rejection(server.connectInterface('Ethernet'));
    expect(failed).toMatchObject({ code: 'ERROR_INTERFACE_CONFIGURATION', outcome: 'not-done' });
  });
});

describe('giving up', () => {
  it('before the attempt has begun is not done, and rejects with the reason', async () => {
    const { connect, simulated } = site();
    const server = await connect();
    const hang = simulated.hang('MprAdminInterfaceGetInfo');
    const failed = await givenUp(hang, (options) => server.connectInterface('Paris', options));
    expect(failed).toMatchObject({ name: 'AbortError' });
    hang.release();
    await server.enumInterfaces();
    expect(simulated.interface('Paris')).toMatchObject({ state: 'disconnected' });
  });

  it('while the server has not answered is unknown', async () => {
    const { connect, simulated } = site();
    const server = await connect();
    const hang = simulated.hang('MprAdminInterfaceConnect');
    const failed = await givenUp(hang, (options) => server.connectInterface('Paris', options));
    expect(failed).toMatchObject({
      code: 'ERR_RRAS_ABORTED',
      outcome: 'unknown',
      cause: { name: 'AbortError' },
    });
    hang.release();
    await server.enumInterfaces();
    expect(simulated.interface('Paris')).toMatchObject({ state: 'connected' });
  });

  it('while the attempt runs is unknown, and the error says how it was last', async () => {
    const made = site({ connectingTime: '30s' });
    const server = await made.connect();
    const controller = new AbortController();
    const { signal } = controller;
    const failed = rejection(server.connectInterface('Paris', { signal }));
    await readings(made, 2);
    const reason = new Error('the shift is over');
    controller.abort(reason);
    expect(await failed).toMatchObject({
      name: 'AbortError',
      code: 'ERR_RRAS_ABORTED',
      outcome: 'unknown',
      interface: 'Paris',
      cause: reason,
      hint: expect.stringContaining('It was connecting when it was last read.'),
    });
    made.simulator.step(30);
    expect(made.simulated.interface('Paris').state).toBe('connected');
  });

  it('by a time-out while the attempt runs is unknown', async () => {
    const made = site({ connectingTime: '30s' });
    const server = await made.connect();
    const failed = rejection(server.connectInterface('Paris', { timeout: 400 }));
    expect(await failed).toMatchObject({
      code: 'ERR_RRAS_TIMEOUT',
      outcome: 'unknown',
      interface: 'Paris',
      hint: expect.stringContaining('Read the interface'),
    });
  });
});

describe('disconnecting', () => {
  it('ends the connection', async () => {
    const { connect, simulated } = site();
    simulated.dialInterface('Paris');
    const server = await connect();
    await server.disconnectInterface('Paris');
    expect(await server.enumConnections()).toEqual([]);
    expect(await server.getInterface('Paris')).toMatchObject({ state: 'disconnected' });
  });

  it('with wait ends when the interface is down', async () => {
    const made = site();
    made.simulated.setQuirks({ interfaceDisconnectDelay: 5 });
    made.simulated.dialInterface('Paris');
    const server = await made.connect();
    const down = server.disconnectInterface('Paris', { wait: true });
    await readings(made, 2);
    expect(made.simulated.interface('Paris').state).toBe('connected');
    made.simulator.step(5);
    await down;
    expect(made.simulated.interface('Paris').state).toBe('disconnected');
  });

  it('of an interface that is not connected is an error', async () => {
    const { connect } = site();
    const server = await connect();
    expect(await rejection(server.disconnectInterface('Paris'))).toMatchObject({
      code: 'ERROR_INTERFACE_NOT_CONNECTED',
      outcome: 'not-done',
    });
  });
});

describe('an update of the routes', () => {
  const transports = { 33: Uint8Array.of(1) };

  it('ends with its result, which is given once', async () => {
    const { connect, simulated } = site({ transports });
    simulated.dialInterface('Paris');
    const server = await connect();
    await server.updateRoutes('Paris', 'ip');
    const again = await rejection(server.queryUpdateResult('Paris', 'ip'));
    expect(again).toMatchObject({ code: 'ERROR_INTERFACE_NOT_CONNECTED' });
    simulated.updateRoutes('Paris', 0x21);
    expect(await server.queryUpdateResult('Paris', 'ip')).toBe(0);
  });

  it('fails with the code of the result, and nobody knows which routes came', async () => {
    const { connect, simulated } = site({ transports, updateResult: 'ERROR_NO_ANSWER' });
    simulated.dialInterface('Paris');
    const server = await connect();
    expect(await rejection(server.updateRoutes('Paris', 'ip'))).toMatchObject({
      code: 'ERROR_NO_ANSWER',
      interface: 'Paris',
      outcome: 'unknown',
    });
  });

  const query = 'MprAdminInterfaceQueryUpdateResult';
  const isAskedFor = (simulator: Simulator) =>
    expect.poll(() => simulator.journal.filter((entry) => entry.function === query).length);

  it('that goes on without an event is asked for until it has a result', async () => {
    const { connect, simulated, simulator } = site({ transports });
    simulated.dialInterface('Paris');
    const server = await connect();
    simulated.fail('MprAdminInterfaceUpdateRoutes', 600);
    const updating = server.updateRoutes('Paris', 'ip');
    await isAskedFor(simulator).toBeGreaterThan(1);
    simulated.updateRoutes('Paris', 0x21);
    await updating;
  });

  it('that goes on when the interface goes down has an unknown outcome', async () => {
    const { connect, simulated, simulator } = site({ transports });
    simulated.dialInterface('Paris');
    const server = await connect();
    simulated.fail('MprAdminInterfaceUpdateRoutes', 600);
    const updating = rejection(server.updateRoutes('Paris', 'ip'));
    await isAskedFor(simulator).toBeGreaterThan(0);
    simulated.dropInterface('Paris');
    expect(await updating).toMatchObject({
      code: 'ERROR_INTERFACE_NOT_CONNECTED',
      outcome: 'unknown',
    });
  });

  const refusals = [
    ['not connected', {}, 'ip', 'ERROR_INTERFACE_NOT_CONNECTED'],
    ['without the transport', { dial: true }, 'ipx', 'ERROR_NO_SUCH_INTERFACE'],
    ['with an unknown transport', { dial: true }, 0x99, 'ERROR_UNKNOWN_PROTOCOL_ID'],
  ] as const;
  it.each(refusals)('of an interface %s is refused', async (_, state, transport, code) => {
    const { connect, simulated } = site({ transports });
    if ('dial' in state) simulated.dialInterface('Paris');
    const server = await connect();
    const failed = await rejection(server.updateRoutes('Paris', transport));
    expect(failed).toMatchObject({ code, outcome: 'not-done' });
  });

  it.each([
    ['MprAdminInterfaceUpdateRoutes', 5, 'not-done'],
    ['MprAdminInterfaceUpdateRoutes', 1726, 'unknown'],
    ['MprAdminInterfaceQueryUpdateResult', 5, 'unknown'],
  ] as const)('that fails in %s with %i is %s', async (name, status, outcome) => {
    const { connect, simulated } = site({ transports });
    simulated.dialInterface('Paris');
    const server = await connect();
    simulated.fail(name, status);
    expect(await rejection(server.updateRoutes('Paris', 'ip'))).toMatchObject({ status, outcome });
  });
});
