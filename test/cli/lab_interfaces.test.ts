// Interfaces in the file of a lab: they are there as the file says, live on with its events, and what a command has done
// to one is done again by every other command that uses the lab.

import { afterEach, describe, expect, it } from 'vitest';
import type { PastDeed } from '../../lib/cli/labs/history.ts';
import { LabWorld } from '../../lib/cli/labs/lab_world.ts';
import { readScenario } from '../../lib/cli/labs/scenario_file.ts';

const lab = `
servers:
  - name: RAS01
    ports: { ikev2: 2, sstp: 1 }
    interfaces:
      - { name: Ethernet, type: dedicated }
      - { name: Paris, phoneNumber: vpn.paris.example, vpnStrategy: ikev2-only, connectedSince: 2h, connectingTime: 5s }
      - { name: Rome, phoneNumber: vpn.rome.example, vpnStrategy: sstp-only, answer: 809 }
      - { name: Oslo, isEnabled: false }
    events:
      - { at: 10s, dropInterface: Paris }
      - { at: 20s, dialInterface: Paris }
`;

const worlds: LabWorld[] = [];
afterEach(() => {
  for (const { simulator } of worlds.splice(0)) simulator.dispose();
});

function open(text = lab) {
  const world = new LabWorld(readScenario(text, 'lab.yaml'), 'lab.yaml');
  worlds.push(world);
  const server = world.simulator.server('RAS01');
  const states = () =>
    Object.fromEntries(server.interfaces.map(({ name, state }) => [name, state]));
  return { world, server, states };
}

function deed(at: number, action: string, ...args: unknown[]): PastDeed {
  return { at, server: 'RAS01', action, args };
}

describe('the file', () => {
  it('has interfaces, some of them connected for a while', () => {
    const { server, states } = open();
    expect(states()).toEqual({
      Ethernet: 'connected',
      Paris: 'connected',
      Rome: 'disconnected',
      Oslo: 'unreachable',
    });
    const [connection] = server.connections;
    expect(connection).toMatchObject({ userName: 'Paris', type: 'ikev2', connectDuration: 7200 });
  });

  it('has events that end and begin connections', () => {
    const { world, server, states } = open();
    world.passTo(10);
    expect(server.interface('Paris')).toMatchObject({ state: 'disconnected', lastError: 629 });
    world.passTo(20);
    expect(states().Paris).toBe('connecting');
    world.passTo(25);
    expect(states().Paris).toBe('connected');
  });

  it('says which interfaces run and which are stored; otherwise they are both', () => {
    const { server } = open(`
servers:
  - name: RAS01
    ports: { sstp: 1 }
    interfaces:
      - { name: Paris }
      - { name: Rome, stored: false }
      - { name: Oslo, running: false, phoneNumber: vpn.oslo.example, dialOutHours: { sunday: 00:00-24:00 } }
`);
    expect(server.interfaces.map(({ name }) => name)).toEqual(['Paris', 'Rome']);
    expect(server.stored.interfaces.map(({ name }) => name)).toEqual(['Paris', 'Oslo']);
    server.stopService();
    server.startService();
    expect(server.interfaces.map(({ name }) => name)).toEqual(['Paris', 'Oslo']);
    expect(server.interface('Oslo')).toMatchObject({
      demandDial: { phoneNumber: 'vpn.oslo.example' },
      dialOutHours: { sunday: [{ from: '00:00', to: '24:00' }] },
    });
  });

  it('has dial-out hours, outside of which an interface may be connected already', () => {
    const { world, server, states } = open(`
servers:
  - name: RAS01
    ports: { sstp: 2 }
    interfaces:
      - { name: Paris, dialOutHours: { friday: 09:00-12:00 13:00-17:30 }, connectedSince: 5m }
      - { name: Rome, dialOutHours: { friday: 09:00-12:00, saturday: 00:00-24:00 } }
`);
    expect(states()).toEqual({ Paris: 'connected', Rome: 'unreachable' });
    expect(server.interface('Paris').dialOutHours).toEqual({
      friday: [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '17:30' },
      ],
    });
    world.passTo(6.5 * 24 * 3600);
    expect(states().Rome).toBe('disconnected');
  });

  it.each([
    ['{ name: Paris, running: false, stored: false }', 'an interface runs, is stored, or both'],
    ['{ name: Paris, running: false, connectedSince: 5m }', 'does not run cannot be connected'],
    ['{ name: Paris, dialOutHours: { monday: 9 } }', 'must have days with their hours, such as'],
    ['{ name: Paris, dialOutHours: { monday: 12:00-09:00 } }', 'must have days with their hours'],
    ['{ name: Paris, dialOutHours: { mon: 09:00-12:00 } }', 'dialOutHours has no mon'],
    ['{ phoneNumber: 5 }', 'lab.yaml:4:22: an interface needs a name'],
    ['{ name: Paris, vpnStrategy: ikev3 }', 'vpnStrategy must be one of default'],
    ['{ name: Paris, fone: 5 }', 'lab.yaml:4:37: an interface has no fone'],
  ])('with a mistake in %s is refused with its place', (text, message) => {
    const file = `\nservers:\n  - name: RAS01\n    interfaces:     [${text}]\n`;
    expect(() => open(file)).toThrow(message);
  });
});

describe('a deed', () => {
  const place = (name: string, ordinal: number) => ({ interface: name, ordinal });

  it('that connected or disconnected an interface is done again', () => {
    const { world, states } = open();
    expect(world.repeat([deed(1, 'disconnectInterface', place('Paris', 2))])).toBe(0);
    expect(states().Paris).toBe('disconnected');
    expect(world.repeat([deed(2, 'connectInterface', place('Paris', 2), 0)])).toBe(0);
    expect(states().Paris).toBe('connected');
  });

  it('that failed to connect leaves the interface unreachable, and changes nothing else', () => {
    const { world, server } = open();
    world.repeat([deed(1, 'connectInterface', place('Paris', 2), 809)]);
    expect(server.interface('Paris').state).toBe('connected');
    world.repeat([
      deed(2, 'disconnectInterface', place('Paris', 2)),
      deed(3, 'connectInterface', place('Paris', 2), 809),
    ]);
    expect(server.interface('Paris')).toMatchObject({
      state: 'unreachable',
      lastError: 809,
      answer: 0,
      connectingTime: 5,
    });
  });

  it('that enabled or disabled an interface is done again', () => {
    const { world, states } = open();
    world.repeat([
      deed(1, 'setInterface', place('Paris', 2), { isEnabled: false }),
      deed(1, 'setInterface', place('Oslo', 4), { isEnabled: true }),
    ]);
    expect(states()).toMatchObject({ Paris: 'unreachable', Oslo: 'disconnected' });
  });

  it('on an interface that is gone, or another one of its name, changes nothing', () => {
    const { world, server, states } = open();
    server.removeInterface('Rome');
    server.addInterface({ name: 'Rome' });
    const before = states();
    const late = [
      deed(1, 'connectInterface', place('Rome', 3), 0),
      deed(1, 'disconnectInterface', place('Lima', 9)),
    ];
    expect(world.repeat(late)).toBe(0);
    expect(states()).toEqual(before);
  });

  it('without an interface cannot be done, and the world goes on', () => {
    const { world } = open();
    expect(world.repeat([deed(1, 'connectInterface', {}), deed(2, 'setInterface')])).toBe(2);
  });
});
