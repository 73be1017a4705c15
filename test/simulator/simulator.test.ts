// The simulated world: servers, ports, callers and time.

import { afterEach, describe, expect, it } from 'vitest';
import {
  type SimulatedServer,
  Simulator,
  type SimulatorOptions,
} from '../../lib/simulator/index.ts';

const simulators: Simulator[] = [];

function simulate(options: SimulatorOptions = { clock: 'stepped' }): Simulator {
  const simulator = new Simulator(options);
  simulators.push(simulator);
  return simulator;
}

function serve(): { simulator: Simulator; server: SimulatedServer } {
  const simulator = simulate();
  return { simulator, server: simulator.addServer('RAS01') };
}

afterEach(() => {
  for (const simulator of simulators.splice(0)) simulator.dispose();
});

describe('servers', () => {
  it('are found by name in any case and with backslashes, and kept in order', () => {
    const simulator = simulate();
    const first = simulator.addServer('RAS01');
    const second = simulator.addServer('\\\\ras02.example.net');
    const local = simulator.addServer();
    expect(simulator.server('ras01')).toBe(first);
    expect(simulator.server('\\\\RAS02.EXAMPLE.NET')).toBe(second);
    expect(simulator.server()).toBe(local);
    expect(simulator.servers.map((server) => server.name)).toEqual([
      'RAS01',
      'ras02.example.net',
      '',
    ]);
  });

  it('cannot be added twice, nor found if they do not exist', () => {
    const simulator = simulate();
    simulator.addServer('Büro');
    expect(() => simulator.addServer('BÜRO')).toThrow('The server BÜRO already exists');
    expect(() => simulator.server('RAS02')).toThrow('There is no server RAS02');
    expect(() => simulator.server()).toThrow('There is no local server');
    simulator.addServer();
    expect(() => simulator.addServer()).toThrow('The local server already exists');
  });

  it('have handles of their own', () => {
    const simulator = simulate();
    const handles = ['RAS01', 'RAS02'].map(
      (name) => simulator.addServer(name).addPorts('sstp', 1)[0]?.handle,
    );
    expect(new Set(handles).size).toBe(2);
  });

  it('are not added when their options are wrong', () => {
    const simulator = simulate();
    expect(() => simulator.addServer('RAS01', { quirks: { disconnectDelay: -1 } })).toThrow();
    expect(simulator.servers).toEqual([]);
    simulator.addServer('RAS01');
  });
});

describe('ports', () => {
  it('are named and described by their type', () => {
    const { server } = serve();
    const described = (['pptp', 'l2tp', 'sstp', 'ikev2', 'modem'] as const).map((type) => {
      const [port] = server.addPorts(type, 1);
      return [port?.type, port?.name, port?.deviceName, port?.deviceType, port?.mediaName];
    });
    expect(described).toEqual([
      ['pptp', 'VPN0-0', 'WAN Miniport (PPTP)', 'vpn', 'rastapi'],
      ['l2tp', 'VPN1-0', 'WAN Miniport (L2TP)', 'vpn', 'rastapi'],
      ['sstp', 'VPN2-0', 'WAN Miniport (SSTP)', 'vpn', 'rastapi'],
      ['ikev2', 'VPN3-0', 'WAN Miniport (IKEv2)', 'vpn', 'rastapi'],
      ['modem', 'COM1', 'Standard 33600 bps Modem', 'modem', 'rastapi'],
    ]);
  });

  it('continue their names and handles, also after a removal', () => {
    const { server } = serve();
    const [, last] = server.addPorts('sstp', 2);
    if (last === undefined) throw new Error('no port');
    server.removePort(last);
    const [next] = server.addPorts('sstp', 1);
    expect(next?.name).toBe('VPN2-2');
    expect(next?.handle).toBe(last.handle + 1);
    expect(server.ports.map((port) => port.name)).toEqual(['VPN2-0', 'VPN2-2']);
  });

  it('are snapshots', () => {
    const { server } = serve();
    const [before] = server.addPorts('sstp', 1);
    server.dialIn({ userName: 'alice' });
    expect(before).toMatchObject({ condition: 'listening', connection: undefined, totalCalls: 0 });
    expect(server.port('vpn2-0')).toMatchObject({ condition: 'authenticated', totalCalls: 1 });
  });

  it('can be added by tens of thousands', () => {
    const { server } = serve();
    expect(server.addPorts('sstp', 30_000)).toHaveLength(30_000);
    for (let i = 0; i < 30_000; ++i) server.dialIn({ userName: `user${i}`, type: 'sstp' });
    expect(server.connections).toHaveLength(30_000);
    expect(server.ports.at(-1)).toMatchObject({ name: 'VPN2-29999', condition: 'authenticated' });
    server.stopService();
    expect(server.connections).toEqual([]);
  });

  it('can be added with any values, however strange', () => {
    const { simulator, server } = serve();
    const strange = {
      name: '\ud800full-to-the-end',
      mediaName: '',
      deviceName: 'd'.repeat(129),
      deviceType: 'nobody knows',
      handle: 0xfffffffe,
      condition: 99,
      totalCalls: 0xffffffff,
      connectDuration: 77,
    };
    expect(server.addPort(strange)).toEqual({
      ...strange,
      server: 'RAS01',
      ordinal: 1,
      type: 'other',
      condition: 'unknown-99',
      connection: undefined,
    });
    const used = server.addPort({
      name: 'used',
      connection: 5,
      userName: 'bob',
      connectDuration: 10,
    });
    expect(used).toMatchObject({ condition: 'authenticated', connection: 5, connectDuration: 10 });
    server.addPort({ name: 'too', connection: 5 });
    simulator.step(5);
    expect(server.connections).toMatchObject([
      { handle: 5, ports: [{ name: 'used' }, { name: 'too' }], connectDuration: 15 },
    ]);
    expect(server.port(strange.name).connectDuration).toBe(77);
  });

  it('count conditions as the dialect does when they are given by number', () => {
    const told = (['mprapi', 'rassapi'] as const).map((dialect) => {
      const server = simulate({ dialect }).addServer();
      return [3, 0, 'unknown-0', 'unknown-8' as const].map(
        (condition) => server.addPort({ condition: condition as number }).condition,
      );
    });
    expect(told).toEqual([
      ['listening', 'non-operational', 'non-operational', 'unknown-8'],
      ['calling-back', 'unknown-0', 'unknown-0', 'unknown-8'],
    ]);
  });

  it('may share a name: the exact one is found first, then the oldest', () => {
    const { server } = serve();
    for (const name of ['COM1', 'com1', 'com1']) server.addPort({ name });
    expect(server.port('com1').ordinal).toBe(2);
    expect(server.port('Com1').ordinal).toBe(1);
  });
});

describe('callers', () => {
  it('take the first port that waits for a call, of their type or of any', () => {
    const { server } = serve();
    server.addPorts('pptp', 1);
    server.addPorts('sstp', 2);
    expect(server.dialIn({ userName: 'a', type: 'sstp' }).ports).toMatchObject([
      { name: 'VPN2-0' },
    ]);
    expect(server.dialIn({ userName: 'b' }).ports).toMatchObject([{ name: 'VPN0-0' }]);
    expect(server.dialIn({ userName: 'c' }).ports).toMatchObject([{ name: 'VPN2-1' }]);
    expect(() => server.dialIn({ userName: 'd' })).toThrow(
      'Not enough ports wait for a call: 1 needed, 0 waiting',
    );
  });

  it('take the port that they are given, if it waits for a call', () => {
    const { server } = serve();
    const [, second] = server.addPorts('modem', 3);
    if (second === undefined) throw new Error('no port');
    server.dialIn({ userName: 'a', port: second });
    server.dialIn({ userName: 'b', port: 'COM3' });
    expect(server.connections).toMatchObject([
      { ports: [{ name: 'COM2' }] },
      { ports: [{ name: 'COM3' }] },
    ]);
    expect(() => server.dialIn({ userName: 'c', port: 'COM3' })).toThrow(
      'The port COM3 is not waiting for a call',
    );
    server.addPort({ name: 'dead', condition: 'non-operational' });
    expect(() => server.dialIn({ userName: 'c', port: 'dead' })).toThrow(
      'is not waiting for a call',
    );
  });

  it('have a user, a computer and a domain', () => {
    const { server } = serve();
    const [port] = server.addPorts('ikev2', 1);
    const connection = server.dialIn({
      userName: 'alice',
      computer: 'LAPTOP-7',
      logonDomain: 'CORP',
    });
    expect(connection).toMatchObject({
      server: 'RAS01',
      ordinal: 1,
      handle: expect.any(Number),
      userName: 'alice',
      computer: 'LAPTOP-7',
      logonDomain: 'CORP',
      ports: [{ name: port?.name, userName: 'alice' }],
      isAuthenticated: true,
      connectDuration: 0,
    });
    expect(server.connections).toEqual([connection]);
    expect(server.ports[0]?.connection).toBe(connection.handle);
  });

  it('can use several links of one type, and lose them one by one', () => {
    const { server } = serve();
    server.addPorts('modem', 1);
    server.addPorts('sstp', 3);
    expect(() => server.dialIn({ userName: 'a', links: 2 })).toThrow('2 needed, 1 waiting');
    const connection = server.dialIn({ userName: 'a', links: 2, type: 'sstp' });
    expect(connection.ports).toMatchObject([{ name: 'VPN2-0' }, { name: 'VPN2-1' }]);
    server.hangUp('VPN2-0');
    expect(server.connections).toMatchObject([
      { handle: connection.handle, ports: [{ name: 'VPN2-1' }] },
    ]);
    server.hangUp('VPN2-1');
    expect(server.connections).toEqual([]);
  });

  it('hang up all their links at once, and only once', () => {
    const { server } = serve();
    server.addPorts('modem', 2);
    const connection = server.dialIn({ userName: 'a', links: 2 });
    server.hangUp(connection);
    expect(server.ports.map((port) => port.condition)).toEqual(['listening', 'listening']);
    expect(() => server.hangUp(connection)).toThrow('The connection no longer exists');
    expect(() => server.hangUp('COM1')).toThrow('Nobody is on the port COM1');
  });

  it('never get the handle of an earlier caller, unless a test asks for it', () => {
    const { server } = serve();
    server.addPorts('modem', 1);
    const first = server.dialIn({ userName: 'a' });
    server.hangUp(first);
    const second = server.dialIn({ userName: 'b' });
    expect(second.handle).not.toBe(first.handle);
    server.hangUp(second);
    expect(server.dialIn({ userName: 'c', handle: first.handle }).handle).toBe(first.handle);
    expect(server.ports[0]?.totalCalls).toBe(3);
  });

  it('are disconnected when their port is removed', () => {
    const { server } = serve();
    const [port] = server.addPorts('modem', 2);
    if (port === undefined) throw new Error('no port');
    server.dialIn({ userName: 'a', links: 2 });
    server.removePort(port);
    expect(server.connections).toMatchObject([{ ports: [{ name: 'COM2' }] }]);
    expect(() => server.removePort(port)).toThrow('The port no longer exists');
    expect(() => server.hangUp(port)).toThrow('The port no longer exists');
  });
});

describe('time', () => {
  it('stands still until it is stepped', () => {
    const { simulator, server } = serve();
    server.addPorts('modem', 1);
    server.dialIn({ userName: 'a' });
    simulator.step(59.5);
    expect(server.ports[0]?.connectDuration).toBe(59);
    simulator.step(0.5);
    expect(server.ports[0]?.connectDuration).toBe(60);
    expect(server.connections[0]?.connectDuration).toBe(60);
    server.hangUp('COM1');
    expect(server.ports[0]?.connectDuration).toBe(0);
  });

  it('jumps ahead when a real clock is stepped', () => {
    const server = simulate({}).addServer();
    server.addPorts('modem', 1);
    server.dialIn({ userName: 'a' });
    simulators[0]?.step(3600);
    expect(server.ports[0]?.connectDuration).toBeGreaterThanOrEqual(3600);
  });

  it('takes a port through its life', () => {
    const { simulator, server } = serve();
    server.quirks.initializationTime = 10;
    server.addPorts('modem', 1);
    const seen = () => server.ports[0]?.condition;
    expect(seen()).toBe('initializing');
    expect(() => server.dialIn({ userName: 'a' })).toThrow('0 waiting');
    simulator.step(10);
    expect(seen()).toBe('listening');
    const dialled = server.dialIn({ userName: 'a', authenticationTime: 5, callbackTime: 20 });
    expect(dialled.isAuthenticated).toBe(false);
    expect(server.ports[0]).toMatchObject({ condition: 'authenticating', connection: undefined });
    simulator.step(5);
    expect(seen()).toBe('calling-back');
    simulator.step(19);
    expect(seen()).toBe('calling-back');
    simulator.step(2);
    expect(server.ports[0]).toMatchObject({
      condition: 'authenticated',
      connection: dialled.handle,
      connectDuration: 1,
    });
    server.hangUp('COM1');
    expect(seen()).toBe('listening');
  });

  it('drops planned changes when the caller hangs up first', () => {
    const { simulator, server } = serve();
    server.addPorts('modem', 1);
    const early = server.dialIn({ userName: 'a', authenticationTime: 5 });
    server.hangUp(early);
    server.dialIn({ userName: 'b', authenticationTime: 10 });
    simulator.step(5);
    expect(server.ports[0]?.condition).toBe('authenticating');
    simulator.step(5);
    expect(server.connections).toMatchObject([{ userName: 'b', isAuthenticated: true }]);
  });
});

describe('the service', () => {
  it('hangs up everyone when it stops, and nobody can dial in', () => {
    const { server } = serve();
    server.addPorts('modem', 2);
    server.dialIn({ userName: 'a' });
    server.stopService();
    expect(server.service).toBe('stopped');
    expect(server.connections).toEqual([]);
    expect(() => server.dialIn({ userName: 'b' })).toThrow('The service is stopped');
    expect(() => server.addPort({ connection: 1 })).toThrow('The service is stopped');
    server.stopService();
    server.startService();
    server.dialIn({ userName: 'c' });
  });

  it('assigns new handles and resets the counts of calls when it starts', () => {
    const { server } = serve();
    const [before] = server.addPorts('modem', 1);
    server.addPort({ name: 'by hand', handle: 7 });
    server.dialIn({ userName: 'a' });
    server.stopService();
    server.startService();
    const [after, byHand] = server.ports;
    expect(after?.handle).not.toBe(before?.handle);
    expect(after?.totalCalls).toBe(0);
    expect(byHand?.handle).toBe(7);
  });

  it('reuses the handles if a test asks for it', () => {
    const { server } = serve();
    server.quirks.reuseHandles = true;
    const [before] = server.addPorts('modem', 1);
    server.stopService();
    server.startService();
    expect(server.ports[0]?.handle).toBe(before?.handle);
  });

  it('initializes the ports when it starts', () => {
    const { simulator, server } = serve();
    server.addPorts('modem', 1);
    server.addPort({ name: 'dead', condition: 'non-operational' });
    server.setQuirks({ initializationTime: 30 });
    server.stopService();
    server.startService();
    expect(server.ports.map((port) => port.condition)).toEqual(['initializing', 'non-operational']);
    simulator.step(30);
    expect(server.ports.map((port) => port.condition)).toEqual(['listening', 'non-operational']);
  });
});

describe('quirks', () => {
  it('have the defaults of the dialect and keep assigned values', () => {
    const { server } = serve();
    expect(server.quirks).toMatchObject({
      disconnectIdlePort: 87,
      callWhenStopped: 1717,
      disconnectDelay: 0,
      disconnectingCondition: 'disconnected',
      idlePortConnection: 0,
      serverNameForm: 'either',
      pageOfOne: true,
    });
    server.quirks.disconnectingCondition = 'authenticated';
    server.setQuirks({ idlePortConnection: 0xffffffff, disconnectDelay: 2.5 });
    expect(server.quirks).toMatchObject({
      disconnectingCondition: 'authenticated',
      idlePortConnection: 0xffffffff,
      disconnectDelay: 2.5,
    });
    const rassapi = simulate({ dialect: 'rassapi' }).addServer();
    expect(rassapi.quirks).toMatchObject({
      disconnectIdlePort: 2221,
      unknownPort: 55,
      serverNameForm: 'backslashes',
      reuseHandles: undefined,
    });
  });

  it('are refused as a whole if one does not exist', () => {
    const { server } = serve();
    expect(() => server.setQuirks({ disconnectDelay: 5, unknownPort: 601 })).toThrow(
      "The property 'quirks.unknownPort' is not known; the nearest of ",
    );
    expect(server.quirks.disconnectDelay).toBe(0);
    expect(() => server.setQuirks({ colour: 1 } as never)).toThrow('is not known');
    expect(() => {
      server.quirks.serverNameForm = 'loud' as never;
    }).toThrow('must be one of either, plain, backslashes');
  });
});
