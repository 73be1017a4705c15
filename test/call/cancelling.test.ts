// A call that was given up is cancelled if possible: its thread becomes free, and the server's next call
// begins. No other call is cancelled by mistake.

import { execFile } from 'node:child_process';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { connect } from '../../lib/index.ts';
import type { Simulator } from '../../lib/simulator/index.ts';
import {
  everyDialect,
  functionNamed,
  givenUp,
  handleDialects,
  lab,
  rejection,
} from '../fixtures/simulated.ts';
import { testLibraries } from '../libraries/test_libraries.ts';

const CALL_CANCELLED = 1818;
const windows = process.platform === 'win32';

/** The statuses of the function's calls. */
function answers(simulator: Simulator, name: string): number[] {
  return simulator.journal.filter((call) => call.function === name).map(({ status }) => status);
}

describe.each(everyDialect)('%s', (dialect) => {
  it('cancels a call that was given up, and continues with the next', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 3);
    const server = await connect();
    const hang = simulated.hang(functions.enumPorts, { times: 1, cancellable: true });
    expect(await givenUp(hang, (options) => server.enumPorts(options))).toMatchObject({
      name: 'AbortError',
    });
    expect(await server.enumPorts()).toHaveLength(3);
    expect(hang.waiting).toBe(0);
    expect(answers(simulator, functions.enumPorts)).toEqual([CALL_CANCELLED, 0]);
  });

  it('continues after a hang that cannot be cancelled', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 3);
    const server = await connect();
    const hang = simulated.hang(functions.enumPorts, { times: 1 });
    await givenUp(hang, (options) => server.enumPorts(options));
    expect(hang.waiting).toBe(1);
    hang.release();
    expect(await server.enumPorts()).toHaveLength(3);
    expect(answers(simulator, functions.enumPorts)).toEqual([0, 0]);
  });

  it('does not cancel the next call', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 3);
    const server = await connect();
    const hang = simulated.hang(functions.enumPorts, { cancellable: true });
    const controller = new AbortController();
    const failed = rejection(server.enumPorts({ signal: controller.signal }));
    const waiting = server.enumPorts();
    await hang.entered();
    controller.abort();
    expect(await failed).toMatchObject({ name: 'AbortError' });
    await expect.poll(() => answers(simulator, functions.enumPorts)).toEqual([CALL_CANCELLED]);
    await hang.entered();
    hang.release();
    expect(await waiting).toHaveLength(3);
  });

  it('does not cancel the call in flight when one behind it is given up', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 3);
    const server = await connect();
    const hang = simulated.hang(functions.enumPorts, { cancellable: true });
    const waiting = server.enumPorts();
    await hang.entered();
    await rejection(server.enumPorts({ timeout: 20 }));
    expect(hang.waiting).toBe(1);
    hang.release();
    expect(await waiting).toHaveLength(3);
  });

  it('cancels a connect that was given up', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    const hang = simulated.hang(functions.connect, { times: 1, cancellable: true });
    await givenUp(hang, (options) => connect('RAS01', options));
    await expect.poll(() => hang.waiting).toBe(0);
    expect(simulator.openHandles).toBe(0);
  });

  it('does nothing to the port when the guard was cancelled', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const [port] = await server.enumPorts();
    if (port === undefined) throw new Error('no port');
    const hang = simulated.hang(functions.getPort, { times: 1, cancellable: true });
    await givenUp(hang, (options) => server.disconnectPort(port, options));
    await expect.poll(() => hang.waiting).toBe(0);
    await server.enumPorts();
    expect(simulated.connections).toHaveLength(1);
  });

  it('cancels the one hung call among calls to many servers', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    const hangs = [simulated.hang(functions.enumPorts, { cancellable: true })];
    const servers = [await connect()];
    for (let number = 2; number <= 8; number += 1) {
      const other = simulator.addServer(`RAS${number}`);
      hangs.push(other.hang(functions.enumPorts, { cancellable: true }));
      servers.push(await connect(`RAS${number}`));
    }
    const controllers = servers.map(() => new AbortController());
    const waiting = servers.map((server, index) =>
      rejection(server.enumPorts({ signal: (controllers[index] as AbortController).signal })),
    );
    await Promise.all(hangs.map((hang) => hang.entered()));
    controllers[3]?.abort();
    await waiting[3];
    await expect.poll(() => hangs.map((hang) => hang.waiting)).toEqual([1, 1, 1, 0, 1, 1, 1, 1]);
    for (const controller of controllers) controller.abort();
    await Promise.all(waiting);
    await expect.poll(() => hangs.map((hang) => hang.waiting)).toEqual(Array(8).fill(0));
  });

  it('frees the thread of a worker that was terminated in a hung call', async () => {
    const { simulated, simulator, functions } = lab(dialect);
    const hang = simulated.hang(functions.enumPorts, { cancellable: true });
    const workerData = { path: simulator.path, dialect, name: simulator.address('RAS01') };
    const worker = new Worker(fileURLToPath(new URL('./hung_worker.mjs', import.meta.url)), {
      workerData,
    });
    await hang.entered();
    await worker.terminate();
    await expect.poll(() => hang.waiting).toBe(0);
    await expect.poll(() => simulator.openHandles).toBe(0);
  });
});

describe('mprapi, after a time-out', () => {
  it('a call is cancelled too', async () => {
    const { connect, simulated, simulator, functions } = lab('mprapi');
    const server = await connect();
    simulated.hang(functions.enumPorts, { times: 1, cancellable: true });
    // Long enough for the call to begin on any machine.
    expect(await rejection(server.enumPorts({ timeout: 1_000 }))).toMatchObject({
      name: 'TimeoutError',
    });
    await server.enumPorts();
    expect(answers(simulator, functions.enumPorts)).toEqual([CALL_CANCELLED, 0]);
  });
});

describe.each(handleDialects)('%s, releasing a handle', (dialect) => {
  it('is never cancelled', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    const server = await connect();
    const hang = simulated.hang(functionNamed(functions.disconnect), {
      times: 1,
      cancellable: true,
    });
    await givenUp(hang, (options) => server.disconnect(options));
    expect(hang.waiting).toBe(1);
    hang.release();
    await expect.poll(() => simulator.openHandles).toBe(0);
  });
});

describe("Windows' own RPC run-time", () => {
  const library = windows ? testLibraries() : () => '';

  it.skipIf(!windows)(
    'cancels a call that nobody answers, and the next begins (only Windows has it)',
    async () => {
      const callers: Socket[] = [];
      const silent = createServer((socket) => {
        socket.on('error', () => {});
        callers.push(socket);
      });
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      process.env.RRAS_TEST_RPC_PORT = String((silent.address() as AddressInfo).port);
      const server = await connect('RAS01', { library: { path: library('remote') } });
      for (let call = 1; call <= 3; call += 1) {
        const controller = new AbortController();
        const givenUp = rejection(server.enumPorts({ signal: controller.signal }));
        await expect.poll(() => callers.length).toBe(call);
        controller.abort();
        expect(await givenUp).toMatchObject({ name: 'AbortError' });
      }
      await server.disconnect();
      expect(callers).toHaveLength(3);
      for (const caller of callers) caller.destroy();
      silent.close();
    },
  );
});

describe('a thread whose call was cancelled', () => {
  it.skipIf(process.platform !== 'linux')(
    'serves nobody else: a late cancellation could strike there (only Linux tells the threads)',
    async () => {
      const script = fileURLToPath(new URL('./cancelled_thread.mjs', import.meta.url));
      const env = { ...process.env, RRAS_MAX_THREADS: '1' };
      const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
      expect(stdout).toBe(
        'AbortError\n3 ports from another thread\n0 other threads before, 0 afterwards\n',
      );
    },
  );
});

describe('the option', () => {
  it('must be a boolean', () => {
    const { simulated, functions } = lab('mprapi');
    expect(() => simulated.hang(functions.enumPorts, { cancellable: 1 as never })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }),
    );
  });
});
