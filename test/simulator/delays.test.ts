// Functions that take their time, on either clock.

import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../lib/index.ts';
import { calls, everyDialect, handleDialects, lab, rejection } from '../fixtures/simulated.ts';

// Under rassapi a server without ports fails to list them.
function onePort(dialect: Dialect, clock: 'real' | 'stepped' = 'stepped') {
  const made = lab(dialect, { clock });
  made.simulated.addPorts('sstp', 1);
  return made;
}

describe.each(everyDialect)('%s, on a stepped clock', (dialect) => {
  it('a delayed call ends when its time has been stepped, and not before', async () => {
    const { connect, simulated, simulator, functions } = onePort(dialect);
    const server = await connect();
    const delay = simulated.delay('enumPorts', { latency: '5s' });
    const ports = server.enumPorts();
    await delay.entered();
    simulator.step(4.999);
    expect(delay.waiting).toBe(1);
    simulator.step('1ms');
    expect(await ports).toHaveLength(1);
    const entry = simulator.journal.find((each) => each.function === functions.enumPorts);
    expect(entry).toMatchObject({ status: 0, at: 5 });
  });

  it('jitter makes a call later, by no more than it says', async () => {
    const { connect, simulated, simulator } = onePort(dialect);
    const server = await connect();
    const delay = simulated.delay('enumPorts', { latency: '10s', jitter: '20s' });
    for (let n = 0; n < 20; n += 1) {
      const ports = server.enumPorts();
      await delay.entered();
      simulator.step(9.999);
      expect(delay.waiting).toBe(1);
      simulator.step(20.001);
      expect(await ports).toHaveLength(1);
    }
  });

  it('a delay that is ended lets its calls go at once', async () => {
    const { connect, simulated } = onePort(dialect);
    const server = await connect();
    const delay = simulated.delay({ latency: '1d' });
    const ports = server.enumPorts();
    await delay.entered();
    delay.end();
    expect(await ports).toHaveLength(1);
    expect(await server.enumPorts()).toHaveLength(1);
    await rejection(delay.entered());
  });

  it('a delayed call can be cancelled if it is said so', async () => {
    const { connect, simulated, simulator, functions } = onePort(dialect);
    const server = await connect();
    const delay = simulated.delay('enumPorts', { latency: '1d', cancellable: true });
    const controller = new AbortController();
    const failed = rejection(server.enumPorts({ signal: controller.signal }));
    await delay.entered();
    controller.abort();
    expect(await failed).toMatchObject({ name: 'AbortError' });
    await expect.poll(() => delay.waiting).toBe(0);
    const entry = simulator.journal.find((each) => each.function === functions.enumPorts);
    expect(entry).toMatchObject({ status: 1818 });
  });

  it('a delayed call ends with its simulator', async () => {
    const { connect, simulated, simulator } = onePort(dialect);
    const server = await connect();
    const delay = simulated.delay('enumPorts', { latency: '1d' });
    const failed = rejection(server.enumPorts());
    await delay.entered();
    simulator.dispose();
    expect(await failed).toMatchObject({ syscall: expect.stringContaining('PortEnum') });
  });

  it('memory comes back without a delay', async () => {
    const { connect, simulated, simulator, functions } = onePort(dialect);
    const server = await connect();
    const delay = simulated.delay('enumPorts', { latency: '1s' });
    const whole = simulated.delay({ latency: 0 });
    const ports = server.enumPorts();
    await delay.entered();
    simulator.step('1s');
    await ports;
    whole.end();
    expect(calls(simulator)).toContain(functions.free);
    expect(simulator.unreturnedBuffers).toBe(0);
  });
});

// rassapi lists ports with several calls.
describe.each(handleDialects)('%s, on a stepped clock', (dialect) => {
  it('the delays of a call add up, one after another', async () => {
    const { connect, simulated, simulator } = onePort(dialect);
    const server = await connect();
    const whole = simulated.delay({ latency: 2 });
    const one = simulated.delay('enumPorts', { latency: 3 });
    const ports = server.enumPorts();
    await whole.entered();
    simulator.step(2);
    await one.entered();
    simulator.step(3);
    expect(await ports).toHaveLength(1);
  });
});

it('on the real clock, a delayed call ends by itself', async () => {
  const { connect, simulated, simulator } = onePort('mprapi', 'real');
  const server = await connect();
  simulated.delay('enumPorts', { latency: '20ms', jitter: '5ms' });
  const before = simulator.journal.at(-1)?.at ?? 0;
  await server.enumPorts();
  const after = simulator.journal.find((each) => each.function === 'MprAdminPortEnum');
  expect((after?.at ?? 0) - before).toBeGreaterThanOrEqual(0.02);
});

it('a call that was given up while it was delayed is not done afterwards', async () => {
  const { connect, simulated, simulator } = onePort('mprapi');
  simulated.dialIn({ userName: 'alice' });
  const server = await connect();
  const [port] = await server.enumPorts();
  const delay = simulated.delay('getPort', { latency: '1s' });
  const controller = new AbortController();
  const failed = rejection(server.disconnectPort(port ?? '', { signal: controller.signal }));
  await delay.entered();
  controller.abort();
  await failed;
  simulator.step('1s');
  await server.enumPorts();
  expect(simulated.connections).toHaveLength(1);
});
