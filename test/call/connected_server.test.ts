// Below the line is an interface that others than the addon can implement: here a server of a few lines,
// without a library and without the addon.

import { describe, expect, it } from 'vitest';
import type { Begun, ConnectedServer } from '../../lib/call/connected_server.ts';
import { Line } from '../../lib/call/line.ts';
import type { Answer, Arguments, OperationName } from '../../lib/call/operations.ts';
import { CALL_TIMEOUT } from '../../lib/call/options.ts';
import { type Reply, verdicts } from '../../lib/call/reply.ts';
import { valueIn } from '../../lib/call/tables.ts';
import { type Port, RasError, RasServer } from '../../lib/index.ts';
import type { PackedRows } from '../../lib/native/packed.ts';
import { pack } from '../fixtures/packing.ts';

const HAS_CONNECTION = 1;
const ERROR_INVALID_HANDLE = 6;

interface FakePort {
  readonly handle: number;
  readonly name: string;
  connection: number;
}

type Handlers = {
  readonly [Name in OperationName]?: (...args: Arguments<Name>) => Answer<Name>;
};

const answered = { verdict: verdicts.indexOf('answered'), status: 0, syscall: 'FakeCall' };

function rowsOf(ports: readonly FakePort[]): PackedRows {
  const rows = ports.map(({ handle, name, connection }) => ({
    handle,
    connection,
    flags: connection === 0 ? 0 : HAS_CONNECTION,
    condition: connection === 0 ? 3 : 5,
    totalCalls: 1,
    connectDuration: 60,
    name,
    mediaName: 'rastapi',
    deviceName: 'WAN Miniport (SSTP)',
    deviceType: 'vpn',
  }));
  return pack('port', rows);
}

class FakeServer implements ConnectedServer {
  readonly name = 'RAS01';
  readonly dialect = 'mprapi';
  readonly library = 'nothing but a test';
  readonly operations = ['enumPorts', 'enumConnections', 'disconnectPort', 'isServiceRunning'];
  readonly functions = [];
  readonly ports: FakePort[] = [
    { handle: 1, name: 'VPN0-1', connection: 7 },
    { handle: 2, name: 'VPN0-2', connection: 0 },
  ];
  /** The operations that have begun, in order. */
  readonly journal: string[] = [];
  isHung = false;
  /** Answers with success but without a table. */
  isMute = false;
  abandoned = 0;
  #isReleased = false;

  readonly #handlers: Handlers = {
    enumPorts: () => ({
      ...answered,
      ...(this.isMute ? {} : { tables: { port: rowsOf(this.ports) } }),
    }),
    enumConnections: () => answered,
    isServiceRunning: () => answered,
    disconnectPort: (handle, _, expected) => {
      const port = this.ports.find((each) => each.handle === handle);
      if (port === undefined) return { ...answered, status: ERROR_INVALID_HANDLE };
      if (expected?.snapshot && (expected.connection ?? 0) !== port.connection) {
        const verdict = verdicts.indexOf('port-changed');
        return { ...answered, verdict, tables: { port: rowsOf([port]) } };
      }
      port.connection = 0;
      return answered;
    },
  };

  ask<Name extends OperationName>(operation: Name, ...args: Arguments<Name>): Begun<Answer<Name>> {
    const handlers: Handlers = this.#handlers;
    const handler = handlers[operation];
    if (handler === undefined) throw new Error(`${operation} is not among the operations`);
    return this.#begin(operation, () => handler(...args));
  }

  watchConnections(): Begun<Reply> {
    throw new Error('watchConnections is not among the operations');
  }

  makeEvent(): undefined {
    return undefined;
  }

  release(): Begun<Reply> {
    const status = this.#isReleased ? ERROR_INVALID_HANDLE : 0;
    this.#isReleased = true;
    return this.#begin('release', () => ({ ...answered, status }));
  }

  address(server: string): string {
    return server;
  }

  connectAnew(): Promise<ConnectedServer> {
    return Promise.resolve(new FakeServer());
  }

  connectStored(): Promise<ConnectedServer> {
    return this.connectAnew();
  }

  #begin<Result>(what: string, answer: () => Result): Begun<Result> {
    this.journal.push(what);
    return {
      answer: new Promise<Result>((resolve) => {
        // Later, like a real server, so that another call could come in between.
        if (!this.isHung) setImmediate(() => resolve(answer()));
      }),
      abandon: () => {
        this.abandoned += 1;
        return true;
      },
    };
  }
}

function connected() {
  const fake = new FakeServer();
  return { fake, server: RasServer.of(fake, CALL_TIMEOUT) };
}

async function portNamed(server: RasServer, name: string): Promise<Port> {
  const port = (await server.enumPorts()).find((each) => each.name === name);
  if (port === undefined) throw new Error(`no port ${name}`);
  return port;
}

describe('a server that is not behind the addon', () => {
  it('lists its ports', async () => {
    const { server } = connected();
    expect(await server.enumPorts()).toMatchObject([
      { server: 'RAS01', name: 'VPN0-1', handle: 1, condition: 'authenticated', connection: 7 },
      { server: 'RAS01', name: 'VPN0-2', handle: 2, condition: 'listening', connection: undefined },
    ]);
  });

  it('never mistakes an answer without a table for an empty list', async () => {
    const { fake, server } = connected();
    fake.isMute = true;
    await expect(server.enumPorts()).rejects.toMatchObject({ code: 'ERR_RRAS_UNREADABLE' });
    await expect(server.enumConnections()).rejects.toMatchObject({ code: 'ERR_RRAS_UNREADABLE' });
  });

  it('never mistakes an answer without a value for false', async () => {
    const { server } = connected();
    await expect(server.isServiceRunning()).rejects.toMatchObject({ code: 'ERR_RRAS_UNREADABLE' });
  });

  it('refuses an id that does not fit a number exactly', () => {
    const { fake } = connected();
    const id = 2n ** 53n + 1n;
    expect(() => valueIn<number>(new Line(fake, CALL_TIMEOUT), { ...answered, value: id })).toThrow(
      '0x20000000000001',
    );
    expect(valueIn<number>(new Line(fake, CALL_TIMEOUT), { ...answered, value: 7 })).toBe(7);
  });

  it('disconnects the port that was listed', async () => {
    const { fake, server } = connected();
    await server.disconnectPort(await portNamed(server, 'VPN0-1'));
    expect(fake.ports[0]?.connection).toBe(0);
  });

  it('does nothing to a port that carries another connection in the meantime', async () => {
    const { fake, server } = connected();
    const port = await portNamed(server, 'VPN0-1');
    fake.ports[0] = { handle: 1, name: 'VPN0-1', connection: 8 };
    await expect(server.disconnectPort(port)).rejects.toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
      port: 'VPN0-1',
      outcome: 'not-done',
    });
    expect(fake.ports[0].connection).toBe(8);
  });

  it('looks a name up and acts, with no other call in between', async () => {
    const { fake, server } = connected();
    await Promise.all([server.disconnectPort('vpn0-1'), server.enumPorts()]);
    expect(fake.journal).toEqual(['enumPorts', 'disconnectPort', 'enumPorts']);
    expect(fake.ports[0]?.connection).toBe(0);
  });

  it('is abandoned once after the time-out', async () => {
    const { fake, server } = connected();
    fake.isHung = true;
    await expect(server.enumPorts({ timeout: 1 })).rejects.toMatchObject({
      name: 'TimeoutError',
      message: expect.stringContaining('enumPorts on RAS01'),
    });
    expect(fake.abandoned).toBe(1);
  });

  it('never begins a call that was given up while it waited for its turn', async () => {
    const { fake, server } = connected();
    const controller = new AbortController();
    const first = server.disconnectPort('VPN0-1');
    const second = server.disconnectPort(2, { signal: controller.signal });
    controller.abort('enough');
    await expect(second).rejects.toBe('enough');
    await first;
    await server.enumPorts();
    expect(fake.journal).toEqual(['enumPorts', 'disconnectPort', 'enumPorts']);
  });

  it('says what it cannot do', () => {
    const { server } = connected();
    expect(server.supports('enumPorts')).toBe(true);
    expect(server.supports('disconnect')).toBe(true);
    expect(server.supports('getUser')).toBe(false);
  });

  it('can be disconnected twice, and answers nothing afterwards', async () => {
    const { fake, server } = connected();
    await server.disconnect();
    await server.disconnect();
    expect(fake.journal).toEqual(['release', 'release']);
    await expect(server.enumPorts()).rejects.toBeInstanceOf(RasError);
  });
});
