// Several simulators in one process, in threads, and at their end.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { librarySource } from '../../lib/connect/library_source.ts';
import { connect } from '../../lib/index.ts';
import { Simulator } from '../../lib/simulator/index.ts';
import { everyDialect, rejection } from '../fixtures/simulated.ts';

const simulators: Simulator[] = [];

function simulate(dialect: (typeof everyDialect)[number] = 'mprapi'): Simulator {
  const simulator = new Simulator({ dialect, clock: 'stepped' });
  simulators.push(simulator);
  return simulator;
}

afterEach(() => {
  for (const simulator of simulators.splice(0)) simulator.dispose();
});

describe.each(everyDialect)('simulators of %s', (dialect) => {
  it('have servers of the same name and do not mix them up', async () => {
    for (const users of [['alice'], ['bob', 'carol'], []]) {
      const simulator = simulate(dialect);
      for (const server of [simulator.addServer('RAS01'), simulator.addServer()]) {
        server.addPorts('sstp', 3);
        for (const user of users) server.dialIn({ userName: user });
      }
    }
    for (const name of ['RAS01', undefined]) {
      const taken = simulators.map(async (simulator) => {
        const server = await connect(name, { library: simulator });
        const ports = await server.enumPorts();
        await server.disconnect();
        return ports.filter((port) => port.condition === 'authenticated').length;
      });
      expect(await Promise.all(taken)).toEqual([1, 2, 0]);
    }
    expect(simulators.map((simulator) => simulator.unreturnedBuffers)).toEqual([0, 0, 0]);
  });

  it('have the names of their servers for the library', () => {
    const [first, second] = [simulate(dialect), simulate(dialect)];
    expect(first?.address()).toBe(null);
    expect(first?.address('\\\\RAS01')).toBe('RAS01');
    expect(second?.address()).toBe('%1');
    expect(second?.address('RAS01')).toBe('RAS01%1');
    const source = second?.[librarySource];
    expect(source).toMatchObject({ dialect, path: second?.path });
    expect(source?.address('')).toBe('%1');
  });

  it('take the lowest free slot', () => {
    const [first, second, third] = [simulate(dialect), simulate(dialect), simulate(dialect)];
    second?.dispose();
    second?.dispose();
    expect(simulate(dialect).address()).toBe('%1');
    first?.dispose();
    expect(simulate(dialect).address()).toBe(null);
    expect(third?.address()).toBe('%2');
  });

  it('cannot be reached or changed after their end', async () => {
    const simulator = simulate(dialect);
    const server = simulator.addServer('RAS01');
    server.addPorts('modem', 1);
    const connected = await connect('RAS01', { library: simulator });
    simulator.dispose();
    const status = dialect === 'rassapi' ? 53 : 1722;
    expect(await rejection(connected.enumPorts())).toMatchObject({ status });
    expect(await rejection(connect('RAS01', { library: simulator }))).toMatchObject({ status });
    await connected.disconnect();
    const disposed = 'The simulator has been disposed of';
    expect(() => simulator.addServer('RAS02')).toThrow(disposed);
    expect(() => simulator.step(1)).toThrow(disposed);
    expect(() => server.ports).toThrow(disposed);
    expect(() => server.dialIn({ userName: 'a' })).toThrow(disposed);
    expect(() => server.quirks.emptyBuffer).toThrow(disposed);
    expect(() => server.fail('enumPorts', 5)).toThrow(disposed);
    expect(simulator).toMatchObject({ openHandles: 0, unreturnedBuffers: 0, wrongFrees: 0 });
  });

  it('are disposed of by `using`', () => {
    {
      using simulator = new Simulator({ dialect });
      expect(simulator.address()).toBe(null);
    }
    expect(simulate(dialect).address()).toBe(null);
  });
});

// Loads the library like lib/simulator. The worker cannot run TypeScript on every Node.
const inWorker = `
  const { parentPort, workerData } = require('node:worker_threads');
  const module_ = { exports: {} };
  process.dlopen(module_, workerData.path);
  const scene = new module_.exports.Scene(false);
  const server = scene.addServer('RAS01');
  scene.addPorts(server, 0, 5);
  for (const name of workerData.hanging) scene.hang(server, [name], Infinity);
  parentPort.postMessage(scene.slot());
  setInterval(() => {}, 1000);
`;

const busyInWorker = `
  const { parentPort, workerData } = require('node:worker_threads');
  const module_ = { exports: {} };
  process.dlopen(module_, workerData.path);
  const scene = new module_.exports.Scene(false);
  const server = scene.addServer('RAS01');
  scene.addPorts(server, 0, 100);
  const caller = { details: { userName: 'a' }, links: 1 };
  parentPort.postMessage('ready');
  for (;;) {
    const { ordinal } = scene.dialIn(server, caller);
    scene.ports(server);
    scene.connections(server);
    scene.quirks(server);
    scene.counts();
    scene.hangUpConnection(server, ordinal);
  }
`;

async function startWorker(path: string, hanging: string[] = []) {
  const worker = new Worker(inWorker, { eval: true, workerData: { path, hanging } });
  const [slot] = (await once(worker, 'message')) as [number];
  return { worker, address: `RAS01%${slot}` };
}

describe('a simulator in a worker', () => {
  it('lives beside the others and ends with the worker', async () => {
    const here = simulate();
    here.addServer('RAS01').addPorts('sstp', 1);
    const { worker, address } = await startWorker(here.path);
    expect(address).toBe('RAS01%1');
    const server = await connect(address, { library: { path: here.path } });
    expect(await server.enumPorts()).toHaveLength(5);
    await worker.terminate();
    expect(await rejection(server.enumPorts())).toMatchObject({ status: 1722 });
    await server.disconnect();
    expect(simulate().address()).toBe('%1');
    expect(here.servers[0]?.ports).toHaveLength(1);
  });

  it('releases its hung calls when the worker is terminated', async () => {
    const here = simulate();
    const { worker, address } = await startWorker(here.path, ['MprAdminPortEnum']);
    const server = await connect(address, { library: { path: here.path } });
    const held = rejection(server.enumPorts());
    await worker.terminate();
    expect(await held).toMatchObject({ status: 1722 });
    await server.disconnect();
  });

  it('can be terminated during a change', async () => {
    const here = simulate();
    for (let i = 0; i < 30; ++i) {
      const worker = new Worker(busyInWorker, { eval: true, workerData: { path: here.path } });
      await once(worker, 'message');
      await worker.terminate();
    }
    expect(simulate().address()).toBe('%1');
  });

  it('can come and go many times', async () => {
    const here = simulate();
    for (let i = 0; i < 5; ++i) {
      const workers = await Promise.all([startWorker(here.path), startWorker(here.path)]);
      expect(workers.map(({ address }) => address).sort()).toEqual(['RAS01%1', 'RAS01%2']);
      await Promise.all(workers.map(({ worker }) => worker.terminate()));
    }
  });
});
