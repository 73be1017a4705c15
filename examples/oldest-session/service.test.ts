// The service runs here as it is, on simulated servers: without Windows, and without mocks.

import { Simulator } from 'rras/simulator';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disconnectOldest } from './service.ts';

let simulator: Simulator;
beforeEach(() => {
  simulator = new Simulator({ clock: 'stepped' });
});
afterEach(() => {
  expect(simulator).toMatchObject({ unreturnedBuffers: 0, openHandles: 0 });
  simulator.dispose();
});

const names = ['RAS01', 'RAS02', 'RAS03'] as const;

/** Alice is on RAS02 and, a minute later, on RAS01. Bob is on RAS02. */
function threeServers() {
  const [ras01, ras02, ras03] = names.map((name) => simulator.addServer(name));
  if (!ras01 || !ras02 || !ras03) throw new Error('three servers were added');
  for (const server of [ras01, ras02, ras03]) server.addPorts('sstp', 2);
  for (const userName of ['alice', 'bob']) ras02.dialIn({ userName });
  simulator.step(60);
  ras01.dialIn({ userName: 'alice' });
  return { ras01, ras02, ras03 };
}

test('disconnects the oldest session of the user, and nobody else', async () => {
  const { ras01, ras02 } = threeServers();
  const ended = await disconnectOldest('alice', names, { library: simulator });
  expect(ended).toMatchObject({ server: 'RAS02', userName: 'alice' });
  expect(ras01.connections).toMatchObject([{ userName: 'alice' }]);
  expect(ras02.connections).toMatchObject([{ userName: 'bob' }]);
});

test('waits until the session is gone', async () => {
  const { ras02 } = threeServers();
  ras02.setQuirks({ disconnectDelay: 5 });
  const done = disconnectOldest('alice', names, { library: simulator });
  await expect.poll(() => ras02.ports[0]?.condition).toBe('disconnected');
  simulator.step(5);
  expect(await done).toMatchObject({ userName: 'alice' });
});

test('logs a server that is away, with what to do, and asks the others', async () => {
  threeServers().ras03.stopService();
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  expect(await disconnectOldest('alice', names, { library: simulator, log })).toBeDefined();
  expect(lines).toEqual([expect.stringMatching(/^RAS03: .*1717/), expect.stringMatching(/\S/)]);
});
