// Every error that the reference pages and MS-RRASM document for the functions of interfaces arrives with the right
// code, status, function, server and interface. A state of the server or of the interface causes it if possible; errors
// that the package rules out are injected.

import { describe, expect, it } from 'vitest';
import { RasError, type RasServer } from '../../lib/index.ts';
import type { SimulatedServer } from '../../lib/simulator/index.ts';
import { functionNamed, lab, rejection } from '../fixtures/simulated.ts';

// Each brings the server into the state. Paris can be connected; it has a device and no transport.
const states = {
  'access is denied': (server: SimulatedServer) => {
    server.denied = true;
  },
  'it routes for the LAN only': (server: SimulatedServer) => {
    server.lanOnly = true;
  },
  'the service is paused': (server: SimulatedServer) => {
    server.paused = true;
  },
  'the interface is gone': (server: SimulatedServer) => server.removeInterface('Paris'),
  'the interface is connected': (server: SimulatedServer) => server.dialInterface('Paris'),
  'the interface is not connected': () => {},
  'an attempt is running': (server: SimulatedServer) => {
    server.setInterface('Paris', { connectingTime: '1h' });
    server.dialInterface('Paris');
  },
  'the interface is disabled': (server: SimulatedServer) =>
    server.setInterface('Paris', { isEnabled: false }),
  'the interface has no devices': (server: SimulatedServer) =>
    server.setInterface('Paris', { devices: [] }),
  'the name is taken': (server: SimulatedServer) => {
    server.addInterface({ name: 'Lyon' });
  },
  'the router has the transport': (server: SimulatedServer) => server.setup.setTransport(0x21, {}),
  'the transport is on it': (server: SimulatedServer) => {
    server.setInterface('Paris', { transports: { 33: Uint8Array.of(1) } });
  },
  'it is connected with the transport': (server: SimulatedServer) => {
    server.setInterface('Paris', { transports: { 33: Uint8Array.of(1) } });
    server.dialInterface('Paris');
  },
  'it is disabled with the transport': (server: SimulatedServer) =>
    server.setInterface('Paris', { isEnabled: false, transports: { 33: Uint8Array.of(1) } }),
  'failed by order': () => {},
} as const;

type State = keyof typeof states;
type Documented = readonly [status: number, code: string, state: State];

const denied = [5, 'ERROR_ACCESS_DENIED', 'access is denied'] as const;
const lanOnly = [903, 'ERROR_DDM_NOT_RUNNING', 'it routes for the LAN only'] as const;
const gone = [6, 'ERROR_INVALID_HANDLE', 'the interface is gone'] as const;
const parameter = [87, 'ERROR_INVALID_PARAMETER', 'failed by order'] as const;
const memory = [8, 'ERROR_NOT_ENOUGH_MEMORY', 'failed by order'] as const;
const level = [50, 'ERROR_NOT_SUPPORTED', 'failed by order'] as const;

const unknownTransport = [902, 'ERROR_UNKNOWN_PROTOCOL_ID', 'failed by order'] as const;
const noTransport = [902, 'ERROR_UNKNOWN_PROTOCOL_ID', 'the interface is not connected'] as const;
const notOnIt = [905, 'ERROR_NO_SUCH_INTERFACE', 'the router has the transport'] as const;

interface Function {
  readonly ask: (server: RasServer, handle: number) => Promise<unknown>;
  readonly errors: readonly Documented[];
  /** The interface that the error names, if that is not Paris by its handle. */
  readonly names?: string;
  readonly isWithoutInterface?: true;
}

const functions: Readonly<Record<string, Function>> = {
  MprAdminInterfaceEnum: {
    ask: (server) => server.enumInterfaces(),
    errors: [denied, memory, level],
    isWithoutInterface: true,
  },
  MprAdminInterfaceGetInfo: {
    ask: (server, handle) => server.getInterface(handle),
    errors: [
      denied,
      gone,
      [124, 'ERROR_INVALID_LEVEL', 'failed by order'],
      parameter,
      memory,
      level,
    ],
  },
  MprAdminInterfaceGetHandle: {
    ask: (server) => server.getInterfaceHandle('Paris'),
    names: 'Paris',
    errors: [
      denied,
      [905, 'ERROR_NO_SUCH_INTERFACE', 'the interface is gone'],
      [1702, 'RPC_S_INVALID_BINDING', 'failed by order'],
      [1780, 'RPC_X_NULL_REF_POINTER', 'failed by order'],
    ],
  },
  MprAdminInterfaceCreate: {
    ask: (server) => server.createInterface({ name: 'Lyon' }),
    names: 'Lyon',
    errors: [
      denied,
      lanOnly,
      [904, 'ERROR_INTERFACE_ALREADY_EXISTS', 'the name is taken'],
      memory,
      level,
    ],
  },
  MprAdminInterfaceSetInfo: {
    ask: (server, handle) => server.setInterface(handle, { isEnabled: true }),
    errors: [
      [5, 'ERROR_ACCESS_DENIED', 'failed by order'],
      [6, 'ERROR_INVALID_HANDLE', 'failed by order'],
      parameter,
      memory,
      level,
    ],
  },
  MprAdminInterfaceDelete: {
    ask: (server, handle) => server.deleteInterface(handle),
    errors: [denied, [908, 'ERROR_INTERFACE_CONNECTED', 'the interface is connected'], gone],
  },
  MprAdminInterfaceDeviceGetInfo: {
    ask: (server, handle) => server.getInterfaceDevice(handle, 1),
    errors: [
      denied,
      gone,
      [87, 'ERROR_INVALID_PARAMETER', 'the interface has no devices'],
      memory,
      level,
    ],
  },
  MprAdminInterfaceDeviceSetInfo: {
    ask: (server, handle) =>
      server.setInterfaceDevice(handle, 1, {
        deviceType: 'vpn',
        deviceName: '',
        phoneNumber: '5',
        alternates: [],
      }),
    errors: [denied, gone, parameter, memory, level],
  },
  MprAdminInterfaceConnect: {
    ask: (server, handle) => server.connectInterface(handle),
    errors: [
      [5, 'ERROR_ACCESS_DENIED', 'failed by order'],
      lanOnly,
      [916, 'ERROR_INTERFACE_DISABLED', 'the interface is disabled'],
      [925, 'ERROR_INTERFACE_HAS_NO_DEVICES', 'the interface has no devices'],
      [6, 'ERROR_INVALID_HANDLE', 'failed by order'],
      [928, 'ERROR_SERVICE_IS_PAUSED', 'the service is paused'],
    ],
  },
  MprAdminInterfaceDisconnect: {
    ask: (server, handle) => server.disconnectInterface(handle),
    errors: [
      denied,
      lanOnly,
      gone,
      [906, 'ERROR_INTERFACE_NOT_CONNECTED', 'the interface is not connected'],
    ],
  },
  MprAdminInterfaceGetCustomInfoEx: {
    ask: (server, handle) => server.getInterfaceCustomInfoEx(handle),
    errors: [denied, gone, parameter, memory],
  },
  MprAdminInterfaceSetCustomInfoEx: {
    ask: (server, handle) =>
      server.setInterfaceCustomInfoEx(handle, { ikev2: { saLifeTime: 300, saDataSize: 1024 } }),
    errors: [
      [5, 'ERROR_ACCESS_DENIED', 'failed by order'],
      [6, 'ERROR_INVALID_HANDLE', 'failed by order'],
      parameter,
      memory,
    ],
  },
  MprAdminInterfaceTransportAdd: {
    ask: (server, handle) => server.addInterfaceTransport(handle, 'ip', { info: Uint8Array.of(1) }),
    errors: [
      denied,
      gone,
      parameter,
      noTransport,
      [948, 'ERROR_PROTOCOL_ALREADY_INSTALLED', 'the transport is on it'],
    ],
  },
  MprAdminInterfaceTransportRemove: {
    ask: (server, handle) => server.removeInterfaceTransport(handle, 'ip'),
    errors: [
      denied,
      gone,
      noTransport,
      notOnIt,
      [908, 'ERROR_INTERFACE_CONNECTED', 'it is connected with the transport'],
    ],
  },
  MprAdminInterfaceTransportGetInfo: {
    ask: (server, handle) => server.getInterfaceTransport(handle, 'ip'),
    errors: [
      denied,
      gone,
      [6, 'ERROR_INVALID_HANDLE', 'it is disabled with the transport'],
      parameter,
      memory,
      unknownTransport,
      notOnIt,
    ],
  },
  MprAdminInterfaceTransportSetInfo: {
    ask: (server, handle) => server.setInterfaceTransport(handle, 'ip', { info: Uint8Array.of(1) }),
    errors: [denied, gone, parameter, unknownTransport, notOnIt],
  },
  MprAdminInterfaceUpdateRoutes: {
    ask: (server, handle) => server.updateRoutes(handle, 'ip'),
    errors: [
      denied,
      gone,
      [906, 'ERROR_INTERFACE_NOT_CONNECTED', 'the interface is not connected'],
      [905, 'ERROR_NO_SUCH_INTERFACE', 'the interface is connected'],
      [902, 'ERROR_UNKNOWN_PROTOCOL_ID', 'failed by order'],
      [911, 'ERROR_UPDATE_IN_PROGRESS', 'failed by order'],
    ],
  },
  MprAdminInterfaceQueryUpdateResult: {
    ask: (server, handle) => server.queryUpdateResult(handle, 'ip'),
    errors: [
      denied,
      gone,
      parameter,
      [905, 'ERROR_NO_SUCH_INTERFACE', 'the interface is connected'],
      [906, 'ERROR_INTERFACE_NOT_CONNECTED', 'failed by order'],
      [902, 'ERROR_UNKNOWN_PROTOCOL_ID', 'failed by order'],
    ],
  },
  MprAdminInterfaceGetCredentials: {
    ask: (server) => server.getInterfaceCredentials('Paris'),
    names: 'Paris',
    errors: [
      [623, 'ERROR_CANNOT_FIND_PHONEBOOK_ENTRY', 'the interface is gone'],
      parameter,
      memory,
    ],
  },
  MprAdminInterfaceSetCredentials: {
    ask: (server) => server.setInterfaceCredentials('Paris', { userName: 'a' }),
    names: 'Paris',
    errors: [
      [623, 'ERROR_CANNOT_FIND_PHONEBOOK_ENTRY', 'the interface is gone'],
      parameter,
      memory,
    ],
  },
  MprAdminInterfaceGetCredentialsEx: {
    ask: (server, handle) => server.getInterfaceCredentialsEx(handle, 'eap'),
    errors: [denied, gone, parameter, memory, level],
  },
  MprAdminInterfaceSetCredentialsEx: {
    ask: (server, handle) => server.setInterfaceCredentialsEx(handle, 'eap', null),
    errors: [denied, gone, parameter, memory, level],
  },
  MprAdminInterfaceUpdatePhonebookInfo: {
    ask: (server, handle) => server.updatePhonebookInfo(handle),
    errors: [
      denied,
      [621, 'ERROR_CANNOT_OPEN_PHONEBOOK', 'failed by order'],
      [622, 'ERROR_CANNOT_LOAD_PHONEBOOK', 'failed by order'],
      lanOnly,
      [925, 'ERROR_INTERFACE_HAS_NO_DEVICES', 'the interface has no devices'],
      gone,
      memory,
    ],
  },
};

const cases = Object.entries(functions).flatMap(([syscall, { errors }]) =>
  errors.map(([status, code, state]) => ({ syscall, status, code, state })),
);

describe('a documented error arrives as it is', () => {
  it.each(cases)('$syscall $status $code: $state', async ({ syscall, status, code, state }) => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const { handle } = simulated.addInterface({ name: 'Paris' });
    const server = await connect();
    const { ask, names = String(handle), isWithoutInterface } = functions[syscall] ?? {};
    if (ask === undefined) throw new Error(`nothing asks ${syscall}`);
    states[state](simulated);
    if (state === 'failed by order') simulated.fail(functionNamed(syscall), status);

    const failed = await rejection(ask(server, handle));
    expect(failed).toBeInstanceOf(RasError);
    expect(failed).toMatchObject({ code, status, syscall, server: 'RAS01' });
    expect(failed).toHaveProperty('message', expect.stringContaining(code));
    if (isWithoutInterface) expect(failed).not.toHaveProperty('interface');
    else expect(failed).toHaveProperty('interface', names);
  });

  it('but a running attempt, 910, is waited for', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    simulated.addInterface({ name: 'Paris' });
    states['an attempt is running'](simulated);
    const server = await connect();
    const connecting = server.connectInterface('Paris');
    await expect
      .poll(() => simulator.journal.find(({ status }) => status === 910)?.function)
      .toBe('MprAdminInterfaceConnect');
    simulator.step(3600);
    expect(await connecting).toMatchObject({ state: 'connected' });
  });

  it('has a call for every function of interfaces', () => {
    const { simulator } = lab('mprapi');
    const all = simulator.functions.filter((name) => name.startsWith('MprAdminInterface'));
    expect(Object.keys(functions).toSorted()).toEqual(all);
  });
});
