// The local server signals a Windows event when somebody connects or disconnects. These tests call the addon
// directly; server.watch() reads the server at each signal.

import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { verdictOf } from '../../lib/call/failure.ts';
import {
  type Binding,
  type NativeNotification,
  type NativeServer,
  nextTicket,
} from '../../lib/native/binding.ts';
import { addonFile, loadBinding } from '../../lib/native/load.ts';
import { type SimulatedServer, Simulator } from '../../lib/simulator/index.ts';

const REGISTER = 'MprAdminRegisterConnectionNotification';
const DEREGISTER = 'MprAdminDeregisterConnectionNotification';
const windows = process.platform === 'win32';
const onWindows = it.skipIf(!windows);
const named = (name: string) => (windows ? name : `${name} (only Windows has events)`);

const simulators: Simulator[] = [];
const connections: NativeServer[] = [];
const binding: Binding = loadBinding('');

afterEach(async () => {
  for (const connection of connections.splice(0)) {
    await binding.serverDisconnect(nextTicket(binding), connection);
  }
  for (const simulator of simulators.splice(0)) {
    expect(simulator.openHandles).toBe(0);
    simulator.dispose();
  }
});

interface Local {
  readonly simulator: Simulator;
  readonly simulated: SimulatedServer;
  readonly connection: NativeServer;
}

async function connected(name?: string, dialect: 'mprapi' | 'nt4' = 'mprapi'): Promise<Local> {
  const simulator = new Simulator({ dialect });
  simulators.push(simulator);
  const simulated = simulator.addServer(name);
  simulated.addPorts('sstp', 3);
  const choice = { path: simulator.path, dialect };
  const reply = await binding.connect(nextTicket(binding), choice, simulator.address(name));
  if (reply.connection === undefined) throw new Error(`connect answered ${reply.status}`);
  connections.push(reply.connection);
  return { simulator, simulated, connection: reply.connection };
}

async function watching(local: Local): Promise<NativeNotification> {
  const reply = await binding.watchConnections(nextTicket(binding), local.connection);
  if (reply.notification === undefined) throw new Error(`registering answered ${reply.status}`);
  return reply.notification;
}

const next = (notification: NativeNotification) =>
  binding.nextNotification(nextTicket(binding), notification);

const asked = ({ simulator }: Local, name: string) =>
  simulator.journal.filter((call) => call.function === name).map(({ status }) => status);

describe('the local server', () => {
  onWindows(named('tells of each caller that comes or goes'), async () => {
    const local = await connected();
    const notification = await watching(local);
    const coming = next(notification);
    const caller = local.simulated.dialIn({ userName: 'alice' });
    expect(await coming).toMatchObject({ verdict: 0, status: 0, syscall: REGISTER });
    const going = next(notification);
    local.simulated.hangUp(caller);
    expect(await going).toMatchObject({ verdict: 0, status: 0 });
  });

  onWindows(named('is heard by who waits later, once'), async () => {
    const local = await connected();
    const notification = await watching(local);
    local.simulated.dialIn({ userName: 'alice' });
    local.simulated.dialIn({ userName: 'bob' });
    expect(await next(notification)).toMatchObject({ status: 0 });
    // Both changes may have come as one, or the second separately.
    const further = next(notification);
    local.simulated.dialIn({ userName: 'carol' });
    expect(await further).toMatchObject({ status: 0 });
  });

  onWindows(named('is heard although a wait was given up'), async () => {
    const local = await connected();
    const notification = await watching(local);
    const ticket = nextTicket(binding);
    const givenUp = binding.nextNotification(ticket, notification);
    local.simulated.dialIn({ userName: 'alice' });
    binding.abandon(ticket);
    expect(await givenUp).toBeUndefined();
    expect(await next(notification)).toMatchObject({ status: 0 });
  });

  onWindows(named('is heard by everybody who waits'), async () => {
    const local = await connected();
    const notifications = [await watching(local), await watching(local)];
    const heard = notifications.map(next);
    local.simulated.dialIn({ userName: 'alice' });
    for (const reply of await Promise.all(heard)) expect(reply).toMatchObject({ status: 0 });
  });

  onWindows(named('is told to stop, and who waits learns it'), async () => {
    const local = await connected();
    const notification = await watching(local);
    const waiting = next(notification);
    const ended = await binding.endNotification(nextTicket(binding), notification);
    expect(ended).toMatchObject({ verdict: 0, status: 0, syscall: DEREGISTER });
    expect(await waiting).toMatchObject({ verdict: 0, status: 6 });
    expect(await next(notification)).toMatchObject({ status: 6 });
    expect(await binding.endNotification(nextTicket(binding), notification)).toMatchObject({
      status: 6,
    });
    expect(asked(local, DEREGISTER)).toEqual([0]);
  });

  onWindows(named('is told to stop before it is let go'), async () => {
    const local = await connected();
    const waiting = next(await watching(local));
    const [connection] = connections.splice(0);
    if (connection === undefined) throw new Error('there is a connection');
    await binding.serverDisconnect(nextTicket(binding), connection);
    expect(await waiting).toMatchObject({ status: 6 });
    const calls = local.simulator.journal.map((call) => call.function);
    expect(calls.slice(-2)).toEqual([DEREGISTER, 'MprAdminServerDisconnect']);
  });

  onWindows(named('is told to stop when nobody holds the notification any more'), async () => {
    const local = await connected();
    await watching(local);
    await expect
      .poll(() => {
        globalThis.gc?.();
        return asked(local, DEREGISTER);
      })
      .toEqual([0]);
  });

  onWindows(named('hangs, and everything else goes on'), async () => {
    const local = await connected();
    const notification = await watching(local);
    const hang = local.simulated.hang('MprAdminPortEnum', { times: 1 });
    const listing = binding.enumPorts(nextTicket(binding), local.connection, 0xffffffff);
    await hang.entered();
    const heard = next(notification);
    local.simulated.dialIn({ userName: 'alice' });
    expect(await heard).toMatchObject({ status: 0 });
    hang.release();
    expect(await listing).toMatchObject({ status: 0 });
  });

  onWindows(named('can refuse'), async () => {
    const local = await connected();
    local.simulated.lanOnly = true;
    const reply = await binding.watchConnections(nextTicket(binding), local.connection);
    expect(reply).toMatchObject({ verdict: 0, status: 903, syscall: REGISTER });
    expect(reply.notification).toBeUndefined();
  });

  onWindows(named('is told to stop when a worker that waits is terminated'), async () => {
    const local = await connected();
    const worker = new Worker(new URL('./notified_worker.mjs', import.meta.url), {
      workerData: { addon: addonFile(), library: local.simulator.path },
    });
    const message = await new Promise<unknown>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    expect(message).toBe('waiting');
    await worker.terminate();
    await expect.poll(() => asked(local, DEREGISTER)).toEqual([0]);
    await expect.poll(() => local.simulator.openHandles).toBe(1);
    local.simulated.dialIn({ userName: 'alice' });
  });
});

describe('the server is not asked', () => {
  it.skipIf(windows)('on systems without events (not Windows, which has them)', async () => {
    const local = await connected();
    const reply = await binding.watchConnections(nextTicket(binding), local.connection);
    expect(verdictOf(reply)).toBe('library-lacks');
    expect(asked(local, REGISTER)).toEqual([]);
  });

  onWindows(named('when it is another machine, whose processes have other handles'), async () => {
    const local = await connected('RAS01');
    const reply = await binding.watchConnections(nextTicket(binding), local.connection);
    expect(verdictOf(reply)).toBe('concluded');
    expect(reply).toMatchObject({ status: 50, syscall: REGISTER });
    expect(asked(local, REGISTER)).toEqual([]);
  });

  onWindows(named('in nt4, which has no such function'), async () => {
    const local = await connected(undefined, 'nt4');
    const reply = await binding.watchConnections(nextTicket(binding), local.connection);
    expect(verdictOf(reply)).toBe('dialect-lacks');
  });
});

describe('a value that is not a notification', () => {
  it.each([undefined, null, {}, 1])('is refused: %j', async (value) => {
    const wrong = value as unknown as NativeNotification;
    expect(() => next(wrong)).toThrow('wrong notification');
    expect(() => binding.endNotification(nextTicket(binding), wrong)).toThrow('wrong notification');
    const local = await connected();
    expect(() => next(local.connection as unknown as NativeNotification)).toThrow(
      'wrong notification',
    );
  });
});
