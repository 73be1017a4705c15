// On the local server Windows sets an event at the end of an attempt, so nothing is asked meanwhile. On another server,
// and on a system without events, the state is read again and again.

import { afterEach, expect } from 'vitest';
import { connect, type RasServer } from '../../lib/index.ts';
import { Simulator } from '../../lib/simulator/index.ts';
import { calls, itIf, lab } from '../fixtures/simulated.ts';

const onWindows = itIf(process.platform === 'win32', 'needs the events of Windows');

const simulators: Simulator[] = [];
const servers: RasServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.disconnect();
  for (const simulator of simulators.splice(0)) {
    const left = { buffers: simulator.unreturnedBuffers, handles: simulator.openHandles };
    simulator.dispose();
    expect(left).toEqual({ buffers: 0, handles: 0 });
  }
});

async function local() {
  const simulator = new Simulator({ clock: 'stepped' });
  simulators.push(simulator);
  const simulated = simulator.addServer();
  simulated.addPorts('ikev2', 1);
  simulated.addInterface({
    name: 'Paris',
    connectingTime: '30s',
    updateTime: '30s',
    transports: { 33: Uint8Array.of(1) },
  });
  const server = await connect(undefined, { library: simulator });
  servers.push(server);
  const asked = () => calls(simulator).filter((name) => name !== 'MprAdminBufferFree');
  const begun = (name: string) => expect.poll(asked, { timeout: 10_000 }).toContain(name);
  return { simulator, simulated, server, asked, begun };
}

onWindows(
  'an attempt is waited for by its event, and the server is not asked meanwhile',
  async () => {
    const { server, simulator, asked, begun } = await local();
    const connecting = server.connectInterface('Paris');
    await begun('MprAdminInterfaceConnect');
    const call = simulator.journal.find((entry) => entry.function === 'MprAdminInterfaceConnect');
    expect(call).toMatchObject({ status: 600, arguments: { fSynchronous: 0 } });
    expect(call?.arguments.hEvent).not.toBe(0);
    simulator.clearJournal();
    expect(await server.enumInterfaces()).toMatchObject([{ state: 'connecting' }]);
    expect(asked()).toEqual(['MprAdminInterfaceEnum']);
    simulator.step(30);
    expect(await connecting).toMatchObject({ state: 'connected' });
  },
);

onWindows(
  'an attempt that nobody waits for any more ends all the same, and the next is served',
  async () => {
    const { server, simulated, simulator, begun } = await local();
    const controller = new AbortController();
    const given = server.connectInterface('Paris', { signal: controller.signal });
    const failed = given.catch((error: unknown) => error);
    await begun('MprAdminInterfaceConnect');
    controller.abort('enough');
    expect(await failed).toMatchObject({ code: 'ERR_RRAS_ABORTED', outcome: 'unknown' });
    simulator.step(30);
    expect(simulated.interface('Paris').state).toBe('connected');
    await server.disconnectInterface('Paris');
    const again = server.connectInterface('Paris');
    await expect.poll(() => simulated.interface('Paris').state).toBe('connecting');
    simulator.step(30);
    expect(await again).toMatchObject({ state: 'connected' });
  },
);

onWindows('an update of the routes is waited for by its event', async () => {
  const { server, simulated, simulator, asked, begun } = await local();
  simulated.setInterface('Paris', { connectingTime: 0 });
  simulated.dialInterface('Paris');
  const updating = server.updateRoutes('Paris', 'ip');
  await begun('MprAdminInterfaceUpdateRoutes');
  expect(await server.enumInterfaces()).toHaveLength(1);
  expect(asked()).not.toContain('MprAdminInterfaceQueryUpdateResult');
  simulator.step(30);
  await updating;
  expect(asked()).toContain('MprAdminInterfaceQueryUpdateResult');
});

onWindows('no event is passed to a server with a name', async () => {
  const { connect: connectTo, simulated, simulator } = lab('mprapi');
  simulated.addPorts('ikev2', 1);
  simulated.addInterface({ name: 'Paris' });
  const server = await connectTo();
  await server.connectInterface('Paris');
  const call = simulator.journal.find((entry) => entry.function === 'MprAdminInterfaceConnect');
  expect(call?.arguments.hEvent).toBe(0);
});
