// Every error that the reference pages document for the functions of ports and connections, in each dialect, arrives
// with the right code, status, function, server and port or connection. A state of the server or a port causes it if
// possible; errors that the package rules out (it never passes NULL) are injected.

import { describe, expect, it } from 'vitest';
import { type Dialect, type Port, RasError, type RasServer } from '../../lib/index.ts';
import type { SimulatedServer } from '../../lib/simulator/index.ts';
import {
  everyDialect,
  functionNamed,
  type functionNames,
  lab,
  onlyPort,
  rejection,
} from '../fixtures/simulated.ts';

// Each brings the server into the state. The port is idle, and alice may be on another.
const states = {
  'access is denied': (server: SimulatedServer) => {
    server.denied = true;
  },
  'it routes for the LAN only': (server: SimulatedServer) => {
    server.lanOnly = true;
  },
  'the service is stopped': (server: SimulatedServer) => server.stopService(),
  'the service is stopped (1722)': (server: SimulatedServer) => {
    server.setQuirks({ callWhenStopped: 1722 });
    server.stopService();
  },
  'it has no ports': (server: SimulatedServer) => removePorts(server),
  'the port is gone': (server: SimulatedServer) => {
    const hasReset = server.quirks.resetUnknownPort !== undefined;
    if (hasReset) server.setQuirks({ resetUnknownPort: 87 });
    removePorts(server);
  },
  'the port is gone (601)': (server: SimulatedServer) => {
    server.setQuirks({ unknownPort: 601 });
    removePorts(server);
  },
  'the connection is gone': (server: SimulatedServer) => {
    for (const connection of server.connections) server.hangUp(connection);
  },
  'it is not in quarantine': () => {},
  'the port is idle': () => {},
  'there is no such server': () => {},
  'failed by order': () => {},
} as const;

function removePorts(server: SimulatedServer): void {
  for (const port of server.ports) server.removePort(port.name);
}

type State = keyof typeof states;
type Operation =
  | 'connect'
  | 'enumPorts'
  | 'getPort'
  | 'disconnectPort'
  | 'resetPort'
  | 'clearPortStats'
  | 'enumConnections'
  | 'getConnection'
  | 'disconnectConnection'
  | 'clearConnectionStats'
  | 'removeQuarantine'
  | 'sendUserMessage';
type Documented = readonly [status: number, code: string, state: State];

const denied = [5, 'ERROR_ACCESS_DENIED', 'access is denied'] as const;
const lanOnly = [903, 'ERROR_DDM_NOT_RUNNING', 'it routes for the LAN only'] as const;
const stopped = [1717, 'RPC_S_UNKNOWN_IF', 'the service is stopped'] as const;
const unavailable = [1722, 'RPC_S_SERVER_UNAVAILABLE', 'the service is stopped (1722)'] as const;
const gone = [87, 'ERROR_INVALID_PARAMETER', 'the port is gone'] as const;
const notImplemented = [120, 'ERROR_CALL_NOT_IMPLEMENTED', 'failed by order'] as const;

const mprErrors: Readonly<Record<Operation, readonly Documented[]>> = {
  connect: [
    denied,
    stopped,
    [1702, 'RPC_S_INVALID_BINDING', 'failed by order'],
    [1722, 'RPC_S_SERVER_UNAVAILABLE', 'there is no such server'],
  ],
  enumPorts: [
    denied,
    lanOnly,
    stopped,
    unavailable,
    [87, 'ERROR_INVALID_PARAMETER', 'failed by order'],
    [50, 'ERROR_NOT_SUPPORTED', 'failed by order'],
    [6, 'ERROR_INVALID_HANDLE', 'failed by order'],
  ],
  disconnectPort: [
    denied,
    lanOnly,
    stopped,
    unavailable,
    gone,
    [87, 'ERROR_INVALID_PARAMETER', 'the port is idle'],
  ],
  resetPort: [denied, lanOnly, stopped, unavailable, gone],
  getPort: [
    denied,
    lanOnly,
    stopped,
    unavailable,
    [601, 'ERROR_INVALID_PORT_HANDLE', 'the port is gone'],
    [87, 'ERROR_INVALID_PARAMETER', 'failed by order'],
    [50, 'ERROR_NOT_SUPPORTED', 'failed by order'],
  ],
  clearPortStats: [
    denied,
    lanOnly,
    stopped,
    unavailable,
    [1702, 'RPC_S_INVALID_BINDING', 'the port is gone'],
  ],
  enumConnections: [
    denied,
    lanOnly,
    stopped,
    unavailable,
    [87, 'ERROR_INVALID_PARAMETER', 'failed by order'],
    [1702, 'RPC_S_INVALID_BINDING', 'failed by order'],
  ],
  getConnection: [
    denied,
    lanOnly,
    stopped,
    unavailable,
    [906, 'ERROR_INTERFACE_NOT_CONNECTED', 'the connection is gone'],
    [87, 'ERROR_INVALID_PARAMETER', 'failed by order'],
    [1702, 'RPC_S_INVALID_BINDING', 'failed by order'],
  ],
  disconnectConnection: [
    [5, 'ERROR_ACCESS_DENIED', 'failed by order'],
    [903, 'ERROR_DDM_NOT_RUNNING', 'failed by order'],
    [87, 'ERROR_INVALID_PARAMETER', 'failed by order'],
  ],
  clearConnectionStats: [
    denied,
    lanOnly,
    stopped,
    unavailable,
    [87, 'ERROR_INVALID_PARAMETER', 'the connection is gone'],
    [1702, 'RPC_S_INVALID_BINDING', 'failed by order'],
  ],
  removeQuarantine: [],
  sendUserMessage: [],
};

// The functions that the NT 4 library lacks.
const newer: Pick<typeof mprErrors, 'removeQuarantine' | 'sendUserMessage'> = {
  removeQuarantine: [
    denied,
    stopped,
    unavailable,
    [87, 'ERROR_INVALID_PARAMETER', 'the connection is gone'],
    [1168, 'ERROR_NOT_FOUND', 'it is not in quarantine'],
  ],
  sendUserMessage: [
    denied,
    lanOnly,
    stopped,
    unavailable,
    [906, 'ERROR_INTERFACE_NOT_CONNECTED', 'the connection is gone'],
    [87, 'ERROR_INVALID_PARAMETER', 'failed by order'],
  ],
};

const rassapiErrors: Readonly<Partial<Record<Operation, readonly Documented[]>>> = {
  connect: [denied, [53, 'ERROR_BAD_NETPATH', 'there is no such server'], notImplemented],
  enumPorts: [denied, [2115, 'NERR_ItemNotFound', 'it has no ports'], notImplemented],
  disconnectPort: [
    denied,
    [55, 'ERROR_DEV_NOT_EXIST', 'the port is gone'],
    [601, 'ERROR_INVALID_PORT_HANDLE', 'the port is gone (601)'],
    [2221, 'NERR_UserNotFound', 'the port is idle'],
    notImplemented,
  ],
  getPort: [
    denied,
    [55, 'ERROR_DEV_NOT_EXIST', 'the port is gone'],
    [601, 'ERROR_INVALID_PORT_HANDLE', 'the port is gone (601)'],
    [8, 'ERROR_NOT_ENOUGH_MEMORY', 'failed by order'],
    notImplemented,
  ],
  clearPortStats: [denied, [55, 'ERROR_DEV_NOT_EXIST', 'the port is gone'], notImplemented],
};

const documented: Readonly<Record<Dialect, typeof rassapiErrors>> = {
  mprapi: { ...mprErrors, ...newer },
  nt4: mprErrors,
  rassapi: rassapiErrors,
};

/** The function that an operation fails in. */
function syscallOf(functions: (typeof functionNames)[Dialect], operation: Operation): string {
  return operation === 'disconnectConnection' ? functions.disconnectPort : functions[operation];
}

const cases = everyDialect.flatMap((dialect) =>
  Object.entries(documented[dialect]).flatMap(([operation, errors]) =>
    errors.map(
      ([status, code, state]) => [dialect, operation as Operation, status, code, state] as const,
    ),
  ),
);

const portCalls = {
  // Without the guard, because its reading of the port would fail first.
  disconnectPort: (server: RasServer, port: Port) => server.disconnectPort(port, { guard: false }),
  resetPort: (server: RasServer, port: Port) => server.resetPort(port, { guard: false }),
  clearPortStats: (server: RasServer, port: Port) => server.clearPortStats(port, { guard: false }),
  getPort: (server: RasServer, port: Port) => server.getPort(port),
} as const;

// A handle is not guarded.
const connectionCalls = {
  getConnection: (server: RasServer, handle: number) => server.getConnection(handle),
  disconnectConnection: (server: RasServer, handle: number) => server.disconnectConnection(handle),
  clearConnectionStats: (server: RasServer, handle: number) => server.clearConnectionStats(handle),
  removeQuarantine: (server: RasServer, handle: number) => server.removeQuarantine(handle),
  sendUserMessage: (server: RasServer, handle: number) => server.sendUserMessage(handle, 'Hello'),
} as const;

function isOneOf<Calls extends object>(calls: Calls, name: string): name is keyof Calls & string {
  return name in calls;
}

describe('a documented error arrives as it is', () => {
  it.each(cases)('%s %s %i %s: %s', async (dialect, operation, status, code, state) => {
    const { connect, simulated, functions } = lab(dialect);
    const syscall = syscallOf(functions, operation);
    simulated.addPorts('sstp', 1);
    const isAboutConnection = isOneOf(connectionCalls, operation);
    if (isAboutConnection) simulated.dialIn({ userName: 'alice' });
    const name = state === 'there is no such server' ? 'RAS99' : 'RAS01';
    // Connected and listed before the trouble begins.
    const server = operation === 'connect' ? undefined : await connect();
    const port = server === undefined ? undefined : await onlyPort(server);
    const handle = port?.connection ?? 0;
    states[state](simulated);
    if (state === 'failed by order') simulated.fail(functionNamed(syscall), status);

    const call = async (): Promise<unknown> => {
      if (server === undefined || port === undefined) return connect(name);
      if (isAboutConnection) return connectionCalls[operation](server, handle);
      if (isOneOf(portCalls, operation)) return portCalls[operation](server, port);
      return operation === 'enumPorts' ? server.enumPorts() : server.enumConnections();
    };
    const failed = await rejection(call());
    expect(failed).toBeInstanceOf(RasError);
    expect(failed).toMatchObject({ code, status, syscall, server: name });
    expect(failed).toHaveProperty('message', expect.stringContaining(code));
    if (isOneOf(portCalls, operation)) expect(failed).toHaveProperty('port', port?.name);
    else expect(failed).not.toHaveProperty('port');
    if (isAboutConnection) expect(failed).toHaveProperty('connection', handle);
    else expect(failed).not.toHaveProperty('connection');
  });

  it('and names a port by its handle if that is all it has', async () => {
    const { connect } = lab('mprapi');
    const server: RasServer = await connect();
    expect(await rejection(server.disconnectPort(4_000_000_000))).toMatchObject({
      code: 'ERROR_INVALID_PARAMETER',
      syscall: 'MprAdminPortDisconnect',
      port: '4000000000',
    });
  });
});

describe('beyond the documented', () => {
  it('passes on a number that has no name', async () => {
    const { connect, simulated, functions } = lab('mprapi');
    const server = await connect();
    simulated.fail(functions.enumPorts, 123456789);
    expect(await rejection(server.enumPorts())).toMatchObject({
      code: 'UNKNOWN_123456789',
      status: 123456789,
      message: expect.stringContaining('0x75BCD15'),
    });
  });

  it('has a stack that leads to the caller', async () => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    simulated.denied = true;
    async function theCaller() {
      await server.enumPorts();
    }
    const error = await rejection(theCaller());
    simulated.denied = false;
    expect((error as Error).stack).toContain('theCaller');
  });
});

const actions = [
  'disconnectPort',
  'resetPort',
  'clearPortStats',
  'disconnectConnection',
  'clearConnectionStats',
  'removeQuarantine',
  'sendUserMessage',
] as const;

describe('a status other than 0', () => {
  const successes = [600, 3010, 3011].flatMap((status) =>
    actions.map((action) => [status, action] as const),
  );
  it.each(successes)('of %i is a success of %s', async (status, action) => {
    const { connect, simulated, simulator, functions } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    simulated.quarantine(simulated.dialIn({ userName: 'alice' }), 'quarantine');
    const server = await connect();
    const port = await onlyPort(server);
    const handle = port.connection ?? 0;
    const syscall = syscallOf(functions, action);
    simulated.fail(functionNamed(syscall), status);
    simulator.clearJournal();
    const done = isOneOf(portCalls, action)
      ? portCalls[action](server, port)
      : connectionCalls[action](server, handle);
    expect(await done).toBeUndefined();
    const asked = simulator.journal.filter((call) => call.function === syscall);
    expect(asked.map((call) => call.status)).toEqual([status]);
  });

  it.each([600, 3010])('of %i is an error of a listing, which would be empty', async (status) => {
    const { connect, simulated, functions } = lab('mprapi');
    const server = await connect();
    simulated.fail(functions.enumPorts, status);
    expect(await rejection(server.enumPorts())).toMatchObject({ status });
  });
});
