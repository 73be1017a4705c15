// A simulator stands for the system's library wherever `connect` is called without one.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { Fleet } from '../../lib/fleet/index.ts';
import { connect } from '../../lib/index.ts';
import { Simulator } from '../../lib/simulator/index.ts';
import { everyDialect, lab, rejection } from '../fixtures/simulated.ts';

const windows = process.platform === 'win32';
/** What a connection through the system's own library comes to here, where there is no such server. */
const systemsOwn = { code: windows ? expect.any(String) : 'ERR_RRAS_UNSUPPORTED_PLATFORM' };
const nowhere = 'rras-no-such-server.invalid';

describe.each(everyDialect)('%s', (dialect) => {
  it('is what connects without a library use, until it is uninstalled', async () => {
    const { simulated, simulator } = lab(dialect);
    simulated.addPorts('sstp', 3);
    const installed = simulator.install();
    const server = await connect('RAS01');
    expect(server.dialect).toBe(dialect);
    expect(await server.enumPorts()).toHaveLength(3);
    await server.disconnect();
    installed.uninstall();
    installed.uninstall();
    expect(await rejection(connect(nowhere))).toMatchObject(systemsOwn);
  });

  it('ends with `using`, and with the simulator', async () => {
    const { simulator } = lab(dialect);
    {
      using _ = simulator.install();
    }
    simulator.install();
    simulator.dispose();
    expect(await rejection(connect(nowhere))).toMatchObject(systemsOwn);
    expect(() => simulator.install()).toThrow(
      expect.objectContaining({ code: 'ERR_RRAS_SIMULATOR_DISPOSED' }),
    );
  });
});

it('a library that is named counts all the same', async () => {
  const { simulator } = lab('mprapi');
  const other = lab('nt4', { name: 'OTHER' });
  using _ = simulator.install();
  expect((await other.connect()).dialect).toBe('nt4');
  expect(await rejection(connect(nowhere, { library: 'auto' }))).toMatchObject(systemsOwn);
});

it('a fleet uses it as well', async () => {
  const { simulated, simulator } = lab('mprapi');
  simulated.addPorts('sstp', 2);
  using _ = simulator.install();
  await using fleet = new Fleet(['RAS01']);
  const outcomes = await fleet.each((server) => server.enumPorts());
  expect(outcomes).toMatchObject([{ result: [{ name: 'VPN2-0' }, { name: 'VPN2-1' }] }]);
});

it('a second one is refused, and does not end the first', async () => {
  const { simulated, simulator } = lab('mprapi');
  simulated.addPorts('sstp', 2);
  using _ = simulator.install();
  const other = new Simulator();
  for (const each of [simulator, other]) {
    expect(() => each.install()).toThrow(
      expect.objectContaining({ name: 'SimulatorError', code: 'ERR_RRAS_SIMULATOR_INSTALLED' }),
    );
  }
  other.dispose();
  await using server = await connect('RAS01');
  expect(await server.enumPorts()).toHaveLength(2);
});

it('each thread has its own', async () => {
  const { simulator } = lab('mprapi');
  using _ = simulator.install();
  const code = `
    const { parentPort } = require('node:worker_threads');
    (async () => {
      const { connect } = await import(${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)});
      const { Simulator } = await import(${JSON.stringify(new URL('../../dist/simulator/index.js', import.meta.url).href)});
      const without = await connect(${JSON.stringify(nowhere)}).catch((error) => error.code);
      const simulator = new Simulator({ dialect: 'nt4' });
      simulator.addServer('RAS01');
      simulator.install();
      const server = await connect('RAS01');
      parentPort.postMessage([typeof without, server.dialect]);
      await server.disconnect();
      simulator.dispose();
    })();`;
  const worker = new Worker(code, { eval: true });
  // Asked for first: a worker that has ended by the time its message is taken emits both at once.
  const hasEnded = once(worker, 'exit');
  const [message] = await once(worker, 'message');
  expect(message).toEqual(['string', 'nt4']);
  await hasEnded;
});
