// The service runs here as it is, on simulated servers: without Windows, and without mocks.

import type { Simulator } from 'rras/simulator';
import { test } from 'rras/simulator/vitest';
import { expect } from 'vitest';
import { disconnectOldest } from './service.ts';

const names = ['RAS01', 'RAS02', 'RAS03'];

/** Alice is on RAS02 and, a minute later, on RAS01. Bob is on RAS02. */
function threeServers(simulator: Simulator) {
  simulator.install();
  const [ras01, ras02, ras03] = names.map((name) => simulator.addServer(name));
  if (!ras01 || !ras02 || !ras03) throw new Error('three servers were added');
  for (const server of [ras01, ras02, ras03]) server.addPorts('sstp', 2);
  for (const userName of ['alice', 'bob']) ras02.dialIn({ userName });
  simulator.step(60);
  ras01.dialIn({ userName: 'alice' });
  return { ras01, ras02, ras03 };
}

test('disconnects the oldest session of the user, and nobody else', async ({ simulator }) => {
  const { ras01, ras02 } = threeServers(simulator);
  expect(await disconnectOldest('alice', names)).toMatchObject({ server: 'RAS02' });
  expect(ras01.connections).toMatchObject([{ userName: 'alice' }]);
  expect(ras02.connections).toMatchObject([{ userName: 'bob' }]);
});

test('waits until the session is gone', async ({ simulator }) => {
  const { ras02 } = threeServers(simulator);
  ras02.setQuirks({ disconnectDelay: 5 });
  const done = disconnectOldest('alice', names);
  await expect.poll(() => ras02.ports[0]?.condition).toBe('disconnected');
  simulator.step(5);
  expect(await done).toMatchObject({ userName: 'alice' });
});

test('logs a server that is away, with what to do, and asks the others', async ({ simulator }) => {
  const { ras03 } = threeServers(simulator);
  ras03.stopService();
  const log: string[] = [];
  expect(await disconnectOldest('alice', names, (line) => log.push(line))).toBeDefined();
  expect(log).toEqual([expect.stringMatching(/^RAS03: .*1717/), expect.stringMatching(/\S/)]);
});
