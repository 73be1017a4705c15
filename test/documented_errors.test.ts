// Every error that the reference pages document for the five functions, in each dialect: it arrives
// with the right code, status, function, server and port. Where the package itself rules the misuse
// out (it never passes NULL), the simulator is told to fail the function.

import { describe, expect, it } from 'vitest';
import { type Dialect, RasError } from '../lib/index.ts';
import { functionNames, lab, rejection } from './fixtures/simulated.ts';

type Operation = 'connect' | 'enumPorts' | 'disconnectPort' | 'resetPort';

interface Documented {
  readonly status: number;
  readonly code: string;
  /** What is wrong at the server; left out, the function is told to fail. */
  readonly provoke?: 'denied' | 'lanOnly' | 'stopped' | 'unknownPort' | 'unknownServer';
}

const accessDenied = { status: 5, code: 'ERROR_ACCESS_DENIED', provoke: 'denied' } as const;
const lanOnly = { status: 903, code: 'ERROR_DDM_NOT_RUNNING', provoke: 'lanOnly' } as const;
const invalidParameter = { status: 87, code: 'ERROR_INVALID_PARAMETER' } as const;
const unreachable = { status: 1722, code: 'RPC_S_SERVER_UNAVAILABLE' } as const;

const mprErrors: Record<Operation, readonly Documented[]> = {
  connect: [
    accessDenied,
    { status: 1702, code: 'RPC_S_INVALID_BINDING' },
    { status: 1717, code: 'RPC_S_UNKNOWN_IF', provoke: 'stopped' },
    unreachable,
  ],
  enumPorts: [
    accessDenied,
    lanOnly,
    invalidParameter,
    { status: 50, code: 'ERROR_NOT_SUPPORTED' },
    { status: 6, code: 'ERROR_INVALID_HANDLE' },
    unreachable,
  ],
  disconnectPort: [
    accessDenied,
    lanOnly,
    { ...invalidParameter, provoke: 'unknownPort' },
    unreachable,
  ],
  resetPort: [accessDenied, lanOnly, { ...invalidParameter, provoke: 'unknownPort' }, unreachable],
};

const rassapiErrors: Record<Operation, readonly Documented[]> = {
  connect: [
    { status: 53, code: 'ERROR_BAD_NETPATH' },
    { status: 67, code: 'ERROR_BAD_NET_NAME' },
    { status: 120, code: 'ERROR_CALL_NOT_IMPLEMENTED' },
    accessDenied,
  ],
  enumPorts: [
    { status: 2115, code: 'NERR_ItemNotFound' },
    { status: 120, code: 'ERROR_CALL_NOT_IMPLEMENTED' },
    accessDenied,
  ],
  disconnectPort: [
    { status: 55, code: 'ERROR_DEV_NOT_EXIST' },
    { status: 601, code: 'ERROR_INVALID_PORT_HANDLE' },
    { status: 2221, code: 'NERR_UserNotFound' },
    { status: 120, code: 'ERROR_CALL_NOT_IMPLEMENTED' },
    accessDenied,
  ],
  resetPort: [],
};

const documented: Record<Dialect, Record<Operation, readonly Documented[]>> = {
  mprapi: mprErrors,
  nt4: mprErrors,
  rassapi: rassapiErrors,
};

const cases = Object.entries(documented).flatMap(([dialect, operations]) =>
  Object.entries(operations).flatMap(([operation, errors]) =>
    errors.map((error) => ({
      dialect: dialect as Dialect,
      operation: operation as Operation,
      how: 'provoke' in error ? error.provoke : 'failed by the simulator',
      error: error as Documented,
      ...error,
    })),
  ),
);

describe('a documented error arrives as it is', () => {
  it.each(cases)(
    '$dialect $operation $status $code ($how)',
    async ({ dialect, operation, error }) => {
      const { connect, simulated } = lab(dialect);
      const syscall = functionNames[dialect][operation];
      simulated.addPorts('sstp', 1);
      const name = String(simulated.ports[0]?.name);
      const server = operation === 'connect' ? undefined : await connect();
      let target: string | number = name;
      switch (error.provoke) {
        case 'denied':
          simulated.denied = true;
          break;
        case 'lanOnly':
          simulated.lanOnly = true;
          break;
        case 'stopped':
          simulated.stopService();
          break;
        case 'unknownPort':
          simulated.setQuirks({ resetUnknownPort: 87 });
          target = 4_000_000_000;
          break;
        default:
          simulated.fail(syscall, error.status);
      }
      // By handle, where there are handles: a name would be looked up first, and that would fail.
      if (dialect !== 'rassapi' && target === name) target = Number(simulated.ports[0]?.handle);
      if (dialect === 'rassapi' && error.provoke === 'denied') {
        simulated.denied = false;
        simulated.fail(syscall, error.status);
      }
      const failed = await rejection(
        operation === 'connect'
          ? connect()
          : operation === 'enumPorts'
            ? (server as NonNullable<typeof server>).enumPorts()
            : (server as NonNullable<typeof server>)[operation](target),
      );
      expect(failed).toBeInstanceOf(RasError);
      expect(failed).toMatchObject({
        code: error.code,
        status: error.status,
        syscall,
        server: 'RAS01',
      });
      if (operation === 'connect' || operation === 'enumPorts') {
        expect(failed).not.toHaveProperty('port');
      } else {
        expect(failed).toHaveProperty('port', String(target));
      }
      expect((failed as RasError).message).toContain(error.code);
      simulated.denied = false;
      simulated.lanOnly = false;
    },
  );
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

  it('says that a port that is not in use has nobody to disconnect (rassapi)', async () => {
    const { connect, simulated } = lab('rassapi');
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const name = String(simulated.ports[0]?.name);
    expect(await rejection(server.disconnectPort(name))).toMatchObject({
      code: 'NERR_UserNotFound',
      status: 2221,
      syscall: 'RasAdminPortDisconnect',
      port: name,
    });
  });

  it('cannot find a server that is not there', async () => {
    const { connect } = lab('mprapi');
    expect(await rejection(connect('RAS99'))).toMatchObject({
      server: 'RAS99',
      syscall: 'MprAdminServerConnect',
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
