// Every error that the reference pages document for the five functions, in each dialect: it arrives
// with the right code, status, function, server and port. It is provoked by a state of the server or
// a port where one leads to it; what the package rules out (it never passes NULL) is failed by order.

import { describe, expect, it } from 'vitest';
import { type Dialect, RasError, type RasServer } from '../lib/index.ts';
import type { SimulatedServer } from '../lib/simulator/index.ts';
import { everyDialect, functionNames, lab, onlyPort, rejection } from './fixtures/simulated.ts';

// Each brings the server into the state. The port is there, and nobody is on it.
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
  'the port is idle': () => {},
  'there is no such server': () => {},
  'failed by order': () => {},
} as const;

function removePorts(server: SimulatedServer): void {
  for (const port of server.ports) server.removePort(port.name);
}

type State = keyof typeof states;
type Operation = 'connect' | 'enumPorts' | 'disconnectPort' | 'resetPort';
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
};

const rassapiErrors: Readonly<Record<Operation, readonly Documented[]>> = {
  connect: [denied, [53, 'ERROR_BAD_NETPATH', 'there is no such server'], notImplemented],
  enumPorts: [denied, [2115, 'NERR_ItemNotFound', 'it has no ports'], notImplemented],
  disconnectPort: [
    denied,
    [55, 'ERROR_DEV_NOT_EXIST', 'the port is gone'],
    [601, 'ERROR_INVALID_PORT_HANDLE', 'the port is gone (601)'],
    [2221, 'NERR_UserNotFound', 'the port is idle'],
    notImplemented,
  ],
  resetPort: [],
};

const documented: Readonly<Record<Dialect, typeof mprErrors>> = {
  mprapi: mprErrors,
  nt4: mprErrors,
  rassapi: rassapiErrors,
};

const cases = everyDialect.flatMap((dialect) =>
  Object.entries(documented[dialect]).flatMap(([operation, errors]) =>
    errors.map(
      ([status, code, state]) => [dialect, operation as Operation, status, code, state] as const,
    ),
  ),
);

describe('a documented error arrives as it is', () => {
  it.each(cases)('%s %s %i %s: %s', async (dialect, operation, status, code, state) => {
    const { connect, simulated } = lab(dialect);
    const syscall = functionNames[dialect][operation];
    simulated.addPorts('sstp', 1);
    const name = state === 'there is no such server' ? 'RAS99' : 'RAS01';
    // Connected, and its port listed, while all was well.
    const server = operation === 'connect' ? undefined : await connect();
    const port = server === undefined ? undefined : await onlyPort(server);
    states[state](simulated);
    if (state === 'failed by order') simulated.fail(syscall, status);

    const call = async (): Promise<unknown> => {
      if (server === undefined) return connect(name);
      if (operation === 'enumPorts' || port === undefined) return server.enumPorts();
      const act = operation === 'resetPort' ? 'resetPort' : 'disconnectPort';
      // Without the guard, for its reading of the port would fail first.
      return server[act](port, { guard: false });
    };
    const failed = await rejection(call());
    expect(failed).toBeInstanceOf(RasError);
    expect(failed).toMatchObject({ code, status, syscall, server: name });
    expect(failed).toHaveProperty('message', expect.stringContaining(code));
    if (operation === 'disconnectPort' || operation === 'resetPort') {
      expect(failed).toHaveProperty('port', port?.name);
    } else {
      expect(failed).not.toHaveProperty('port');
    }
  });

  it('and a port that only its handle names is called by it', async () => {
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

describe('successes that are no zero', () => {
  it.each([600, 3010, 3011])('%i is one for an action', async (status) => {
    const { connect, simulated, functions } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const server = await connect();
    simulated.fail(functions.disconnectPort, status);
    await server.disconnectPort(Number(simulated.ports[0]?.handle));
  });

  it.each([600, 3010])('%i is none for a listing, which would be empty', async (status) => {
    const { connect, simulated, functions } = lab('mprapi');
    const server = await connect();
    simulated.fail(functions.enumPorts, status);
    expect(await rejection(server.enumPorts())).toMatchObject({ status });
  });
});
