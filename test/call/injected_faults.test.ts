// The addon when a thread or memory is refused at the worst moment. Tests cannot cause that from outside, so the
// addon injects the fault.

import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, type RasServer } from '../../lib/index.ts';
import { type InjectedFault, nextTicket } from '../../lib/native/binding.ts';
import { loadBinding } from '../../lib/native/load.ts';
import { type SimulatedServer, Simulator } from '../../lib/simulator/index.ts';
import { functionNames, lab, rejection } from '../fixtures/simulated.ts';

const binding = loadBinding('');
const CALL_CANCELLED = 1818;
const { enumPorts } = functionNames.mprapi;
const windows = process.platform === 'win32';

const faults: readonly InjectedFault[] = [
  'start-thread',
  'post-unawaited-job',
  'run-unawaited-job',
  'make-reply',
  'write-reply',
  'set-up-environment',
];

const inject = (fault: InjectedFault, times = 1) => binding.injectFaultForTests(fault, times);

/** How many more times the fault was to happen. */
function left(fault: InjectedFault): number {
  const times = inject(fault, 0);
  inject(fault, times);
  return times;
}

afterEach(() => {
  for (const fault of faults) inject(fault, 0);
});

/** Collects garbage until the condition holds. */
async function collectUntil(condition: () => boolean): Promise<void> {
  await expect
    .poll(() => {
      globalThis.gc?.();
      return condition();
    })
    .toBe(true);
}

const answers = (simulator: Simulator) =>
  simulator.journal.filter((call) => call.function === enumPorts).map(({ status }) => status);

const noThread = {
  name: 'RasError',
  code: 'ERROR_NOT_ENOUGH_MEMORY',
};

/** Connects and drops the server, whose handle stays open until it is collected and released. */
async function dropConnection(simulator: Simulator): Promise<void> {
  await connect('RAS01', { library: simulator });
}

/** A simulator that outlives handles which are lost on purpose. */
function leakyLab(): Simulator {
  const simulator = new Simulator();
  simulator.addServer('RAS01').addPorts('sstp', 3);
  return simulator;
}

describe('if no thread can replace one whose call was cancelled', () => {
  // With a limit of one thread there is no idle one that would make a new one unnecessary.
  beforeEach(() => {
    binding.limitThreads(1);
  });
  afterAll(() => {
    binding.limitThreads(1024);
  });

  /** Starts a call that hangs. @returns a function that gives it up */
  async function hanging(server: RasServer, simulated: SimulatedServer) {
    const hang = simulated.hang(enumPorts, { times: 1, cancellable: true });
    const controller = new AbortController();
    const failed = rejection(server.enumPorts({ signal: controller.signal }));
    await hang.entered();
    return async () => {
      controller.abort();
      expect(await failed).toMatchObject({ name: 'AbortError' });
    };
  }

  it('the thread makes no further call to the server, and the caller gets an error', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 3);
    const server = await connect();
    const giveUp = await hanging(server, simulated);
    const waiting = rejection(server.enumPorts());
    inject('start-thread');
    await giveUp();
    expect(await waiting).toMatchObject({ ...noThread, server: 'RAS01' });
    expect(answers(simulator)).toEqual([CALL_CANCELLED]);
    expect(await server.enumPorts()).toHaveLength(3);
  });

  it('the thread serves no other server, and the caller gets an error', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    const other = simulator.addServer('RAS02');
    other.addPorts('sstp', 2);
    const servers = [await connect(), await connect('RAS02')] as const;
    const giveUp = await hanging(servers[0], simulated);
    const waiting = rejection(servers[1].enumPorts());
    inject('start-thread');
    await giveUp();
    expect(await waiting).toMatchObject({ ...noThread, server: 'RAS02' });
    expect(answers(simulator)).toEqual([CALL_CANCELLED]);
    expect(await servers[1].enumPorts()).toHaveLength(2);
  });

  it('the next thread releases an unreachable handle', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    const server = await connect();
    await dropConnection(simulator);
    const giveUp = await hanging(server, simulated);
    await giveUp();
    await expect.poll(() => binding.threadCount()).toBe(0);
    inject('start-thread');
    await collectUntil(() => left('start-thread') === 0);
    expect(simulator.openHandles).toBe(2);
    await server.enumPorts();
    await expect.poll(() => simulator.openHandles).toBe(1);
  });

  // Last, because it leaves two threads behind.
  it.each([
    ['another server ends its call', 0],
    ['another server is asked, and a thread can be started', 1],
  ] as const)('calls wait while another thread exists, until %s', async (_, asked) => {
    binding.limitThreads(2);
    const { connect, simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 3);
    const busy = simulator.addServer('RAS02').hang(enumPorts);
    simulator.addServer('RAS03');
    const servers = [await connect(), await connect('RAS02'), await connect('RAS03')] as const;
    const hung = servers[1].enumPorts();
    await busy.entered();
    const giveUp = await hanging(servers[0], simulated);
    const waiting = servers[0].enumPorts();
    expect(binding.threadCount()).toBe(2);
    inject('start-thread');
    await giveUp();
    await expect.poll(() => binding.threadCount()).toBe(1);
    expect(answers(simulator)).toEqual([CALL_CANCELLED]);
    if (asked === 1) await servers[2].isServiceInitialized();
    else busy.release();
    expect(await waiting).toHaveLength(3);
    if (asked === 1) expect(busy.waiting).toBe(1);
    busy.release();
    await hung;
  });
});

describe('if memory runs out', () => {
  it.each([
    ['in the job that gives back a handle which nobody holds', 'run-unawaited-job'],
    ['when that job is posted', 'post-unawaited-job'],
  ] as const)('%s, the process continues', async (_, fault) => {
    const simulator = leakyLab();
    await dropConnection(simulator);
    inject(fault);
    await collectUntil(() => left(fault) === 0);
    const server = await connect('RAS01', { library: simulator });
    expect(await server.enumPorts()).toHaveLength(3);
    await server.disconnect();
    expect(simulator.openHandles).toBe(1);
    simulator.dispose();
  });

  it.skipIf(!windows).each(['run-unawaited-job', 'post-unawaited-job'] as const)(
    'at the end of a notification that nobody holds, the process goes on: %s (only Windows has events)',
    async (fault) => {
      const simulator = new Simulator();
      simulator.addServer().addPorts('sstp', 3);
      const { path } = simulator;
      const { connection } = await binding.connect(
        nextTicket(binding),
        { path, dialect: 'mprapi' },
        simulator.address(),
      );
      if (connection === undefined) throw new Error('there is a server');
      await binding.watchConnections(nextTicket(binding), connection);
      inject(fault);
      await collectUntil(() => left(fault) === 0);
      await binding.serverDisconnect(nextTicket(binding), connection);
      expect(simulator.openHandles).toBe(0);
      simulator.dispose();
    },
  );

  it.each([
    ['on the thread that made the call', 'make-reply'],
    ['on the main thread', 'write-reply'],
  ] as const)('for a reply %s, the call fails and says what that means', async (_, fault) => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 3);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const [port] = await server.enumPorts();
    if (port === undefined) throw new Error('there are ports');
    inject(fault);
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      name: 'Error',
      code: 'ERR_MEMORY_ALLOCATION_FAILED',
      outcome: 'unknown',
      message: expect.stringContaining('look whether it did before you try again'),
    });
    expect(await server.enumPorts()).toHaveLength(3);
  });

  it('for the reply of a connect, its handle is released', async () => {
    const { connect, simulator } = lab('mprapi');
    for (const fault of ['make-reply', 'write-reply'] as const) {
      inject(fault);
      expect(await rejection(connect())).toMatchObject({ code: 'ERR_MEMORY_ALLOCATION_FAILED' });
      await collectUntil(() => simulator.openHandles === 0);
    }
  });
});

describe('if the addon cannot be set up in a worker', () => {
  it('a call fails without being made, and the next one tries again', async () => {
    const { simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 3);
    const workerData = {
      path: simulator.path,
      dialect: 'mprapi',
      name: simulator.address('RAS01'),
    };
    // Once when the worker loads the addon, once in its first call.
    inject('set-up-environment', 2);
    const script = fileURLToPath(new URL('./set_up_worker.mjs', import.meta.url));
    const [results] = await once(new Worker(script, { workerData }), 'message');
    expect(results).toEqual([
      expect.stringMatching(/no reply can reach JavaScript\. Nothing was called\. Try again/),
      '3 ports',
    ]);
  });
});
