// A test's own code is asked about calls, while they wait on another thread.

import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { SimulatedCall } from '../../lib/simulator/index.ts';
import { everyDialect, lab, onlyPort, rejection } from '../fixtures/simulated.ts';

/** What is thrown where nobody catches it. */
async function uncaught(provoke: () => Promise<unknown>): Promise<unknown[]> {
  const others = process.listeners('uncaughtException');
  const caught: unknown[] = [];
  const keep = (error: unknown) => caught.push(error);
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', keep);
  try {
    await provoke();
    await expect.poll(() => caught.length).toBeGreaterThan(0);
  } finally {
    process.off('uncaughtException', keep);
    for (const each of others) process.on('uncaughtException', each);
  }
  return caught;
}

describe.each(everyDialect)('%s', (dialect) => {
  it('a hook sees the call, its port and its arguments', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const seen: SimulatedCall[] = [];
    simulated.onCall('getPort', (call) => void seen.push(call));
    const port = await onlyPort(server);
    await server.getPort(port);
    const isNamed = dialect === 'rassapi';
    // rassapi reads each port while it lists them; the others read its two levels.
    expect(seen).toMatchObject([
      {
        function: functions.getPort,
        server: 'RAS01',
        port: isNamed ? 'VPN2-0' : String(port.handle),
        arguments: isNamed ? { lpszPort: 'VPN2-0' } : { dwLevel: 0, hPort: port.handle },
        at: 0,
      },
      { arguments: isNamed ? { lpszPort: 'VPN2-0' } : { dwLevel: 1, hPort: port.handle } },
    ]);
  });

  it('a hook answers with a status, by number or by name, and the server is not asked', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    using _ = simulated.onCall('disconnectPort', () => 'ERROR_ACCESS_DENIED');
    expect(await rejection(server.disconnectPort('VPN2-0'))).toMatchObject({ status: 5 });
    expect(simulated.connections).toHaveLength(1);
  });

  it('the first answer counts, and without any the server answers', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const asked: string[] = [];
    const hooks = [
      simulated.onCall('enumPorts', () => void asked.push('first')),
      simulated.onCall((call) => (call.function === functions.enumPorts ? 31_337 : undefined)),
      simulated.onCall('enumPorts', () => void asked.push('third')),
    ];
    expect(await rejection(server.enumPorts())).toMatchObject({ status: 31_337 });
    expect(asked).toEqual(['first']);
    hooks[1]?.remove();
    expect(await server.enumPorts()).toHaveLength(1);
    expect(asked).toEqual(['first', 'first', 'third']);
  });

  it('a hook that waits blocks its own call only', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    simulator.addServer('RAS02').addPorts('sstp', 2);
    const server = await connect();
    const other = await connect('RAS02');
    let decide: (status: number) => void = () => undefined;
    const decision = new Promise<number>((resolve) => {
      decide = resolve;
    });
    const asked = new Promise<void>((resolve) => {
      simulated.onCall('enumPorts', () => {
        resolve();
        return decision;
      });
    });
    const failed = rejection(server.enumPorts());
    await asked;
    expect(await other.enumPorts()).toHaveLength(2);
    decide(31_337);
    expect(await failed).toMatchObject({ status: 31_337 });
  });

  it('a hook may use the package itself', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const helper = await connect();
    let isFirst = true;
    simulated.onCall('enumPorts', async () => {
      if (!isFirst) return;
      isFirst = false;
      await helper.disconnectPort('VPN2-0');
    });
    expect(await server.enumPorts()).toMatchObject([{ connection: undefined }]);
  });

  it('nobody is disconnected who comes while the hook of the guard’s reading runs', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const port = await onlyPort(server);
    simulated.onCall('getPort', () => {
      simulated.hangUp(port.name);
      simulated.dialIn({ userName: 'bob', port: port.name });
    });
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
    });
    expect(simulated.connections).toMatchObject([{ userName: 'bob' }]);
  });

  it('a call whose hook never decides can be given up, and goes on when the hook is removed', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const controller = new AbortController();
    const asked = new Promise<void>((resolve) => {
      const hook = simulated.onCall('enumPorts', () => {
        resolve();
        return new Promise(() => undefined);
      });
      controller.signal.addEventListener('abort', () => hook.remove());
    });
    const failed = rejection(server.enumPorts({ signal: controller.signal }));
    await asked;
    controller.abort();
    expect(await failed).toMatchObject({ name: 'AbortError' });
    expect(await server.enumPorts()).toHaveLength(1);
  });

  it('a call whose hook never decides ends with the simulator', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const asked = new Promise<void>((resolve) => {
      simulated.onCall('enumPorts', () => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    const failed = rejection(server.enumPorts());
    await asked;
    simulator.dispose();
    expect(await failed).toMatchObject({ syscall: expect.stringContaining('PortEnum') });
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('the hook’s own mistake');
      },
      'the hook’s own mistake',
    ],
    [
      'rejects',
      () => Promise.reject(new Error('the hook’s own mistake')),
      'the hook’s own mistake',
    ],
    [
      'answers with a word that is no status',
      () => 'NO' as never,
      'must be a number or a known name',
    ],
    ['answers with a number that is no status', () => -1, 'must be a whole number'],
  ])('a hook that %s fails its call, and its mistake is not lost', async (_, hook, message) => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    simulated.onCall('enumPorts', hook);
    let failed: unknown;
    const caught = await uncaught(async () => {
      failed = await rejection(server.enumPorts());
    });
    expect(failed).toMatchObject({ code: 'RPC_S_CALL_FAILED' });
    expect(caught).toMatchObject([{ message: expect.stringContaining(message) }]);
  });

  it('a hook for everything is not asked about memory and handles', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const seen: string[] = [];
    simulated.onCall((call) => void seen.push(call.function));
    const server = await connect();
    await server.enumPorts();
    await server.disconnect();
    const reading = dialect === 'rassapi' ? [functions.getPort] : [];
    expect(seen).toEqual([functions.connect, functions.enumPorts, ...reading]);
  });

  it('a hook does not keep a process alive, and a worker that ends takes its hooks along', async () => {
    const file = fileURLToPath(new URL('hooked_worker.mjs', import.meta.url));
    for (const how of ['exit', 'terminate'] as const) {
      const worker = new Worker(file, { workerData: { dialect, how } });
      const messages: unknown[] = [];
      worker.on('message', (message) => {
        messages.push(message);
        if (how === 'terminate') void worker.terminate();
      });
      const [code] = await once(worker, 'exit');
      expect(messages).toEqual(['asked']);
      expect(code).toBe(how === 'exit' ? 0 : 1);
    }
  });
});

it('a hook of a function that returns no status cannot answer, and the function does its work', async () => {
  const { connect, simulated, simulator } = lab('mprapi');
  simulated.addPorts('sstp', 1);
  const server = await connect();
  simulated.onCall('disconnect', () => 5);
  const caught = await uncaught(() => server.disconnect());
  expect(caught).toMatchObject([{ message: expect.stringContaining('returns no status') }]);
  expect(simulator.openHandles).toBe(0);
});
