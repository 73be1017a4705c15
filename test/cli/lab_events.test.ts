// What a lab plans under `events` happens at its time, and is undone after it.

import { afterEach, describe, expect, it } from 'vitest';
import { build } from '../../lib/cli/labs/build.ts';
import { eventsWithin } from '../../lib/cli/labs/life.ts';
import { defaultScenario } from '../../lib/cli/labs/scenario.ts';
import { readScenario } from '../../lib/cli/labs/scenario_file.ts';
import { connect } from '../../lib/connect/connect.ts';
import type { Simulator } from '../../lib/simulator/index.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();
const worlds: Simulator[] = [];
afterEach(() => {
  for (const simulator of worlds.splice(0)) simulator.dispose();
});

/** A server with the events, and alice over IKEv2. */
function lab(events: string): Simulator {
  const text = `servers:
  - name: RAS01
    ports: { sstp: 2, ikev2: 2 }
    connections: [{ userName: alice, type: ikev2, remoteEndpoint: 192.0.2.1, since: 1h }]
    events:
${events.replace(/^/gm, '      ')}
`;
  const simulator = build(readScenario(text, 'lab.yaml'), 'lab.yaml');
  worlds.push(simulator);
  return simulator;
}

const users = (simulator: Simulator) =>
  simulator.server('RAS01').connections.map(({ userName }) => userName);

describe('a caller', () => {
  it('comes at the time, and hangs up after the time of `for`', () => {
    const simulator = lab('- { at: 10s, for: 5s, dialIn: { userName: bob, type: sstp } }');
    simulator.step('9999ms');
    expect(users(simulator)).toEqual(['alice']);
    simulator.step('1ms');
    expect(users(simulator)).toEqual(['alice', 'bob']);
    simulator.step('5s');
    expect(users(simulator)).toEqual(['alice']);
  });

  it('comes again and again, and sends and receives', () => {
    const simulator = lab(
      '- { at: 300ms, every: 10s, for: 4s, dialIn: { userName: bob, bytesSent: 100 } }',
    );
    const ras01 = simulator.server('RAS01');
    for (let turn = 0; turn < 3; turn += 1) {
      simulator.step('2300ms');
      const bob = ras01.connections.find(({ userName }) => userName === 'bob');
      expect(bob?.connectDuration).toBe(2);
      expect(bob && ras01.counters(bob).bytesSent).toBe(200);
      simulator.step('7700ms');
      expect(users(simulator)).toEqual(['alice']);
    }
  });

  it('who finds no free port does not come, and the next one does', () => {
    const simulator = lab('- { every: 1s, dialIn: { userName: bob, type: sstp } }');
    simulator.step('5s');
    expect(users(simulator)).toEqual(['alice', 'bob', 'bob']);
    simulator.server('RAS01').hangUp('VPN2-0');
    simulator.step('1s');
    expect(users(simulator)).toEqual(['alice', 'bob', 'bob']);
  });

  it('who was disconnected before the time of `for` is not hung up again', () => {
    const simulator = lab('- { at: 1s, for: 5s, dialIn: { userName: bob, type: sstp } }');
    const ras01 = simulator.server('RAS01');
    simulator.step('1s');
    ras01.hangUp('VPN2-0');
    ras01.dialIn({ userName: 'carol', port: 'VPN2-0' });
    simulator.step('10s');
    expect(users(simulator)).toEqual(['alice', 'carol']);
  });
});

it('a user hangs up, goes dormant, wakes and roams', () => {
  const simulator = lab(
    `- { at: 1s, for: 2s, goDormant: alice }
- { at: 5s, for: 2s, roam: alice, to: 198.51.100.7 }
- { at: 9s, hangUp: alice }
- { at: 9s, hangUp: nobody }`,
  );
  const alice = () => simulator.server('RAS01').connections[0];
  simulator.step('1s');
  expect(alice()?.isDormant).toBe(true);
  simulator.step('2s');
  expect(alice()?.isDormant).toBe(false);
  simulator.step('2s');
  expect(alice()?.remoteEndpoint).toBe('198.51.100.7');
  simulator.step('2s');
  expect(alice()?.remoteEndpoint).toBe('192.0.2.1');
  simulator.step('2s');
  expect(users(simulator)).toEqual([]);
});

describe('a server', () => {
  it.each([
    ['service: stopped', 'RPC_S_UNKNOWN_IF', []],
    ['unreachable: true', 'RPC_S_SERVER_UNAVAILABLE', ['alice']],
    ['denied: true', 'ERROR_ACCESS_DENIED', ['alice']],
    ['fail: enumPorts, status: 5', 'ERROR_ACCESS_DENIED', ['alice']],
  ])('with %s fails for that time, and returns', async (what, code, left) => {
    const simulator = lab(`- { at: 1s, for: 3s, ${what} }`);
    const server = await connect('RAS01', { library: simulator });
    expect(await server.enumPorts()).toHaveLength(4);
    simulator.step('1s');
    await expect(server.enumPorts()).rejects.toMatchObject({ code });
    simulator.step('3s');
    expect(await server.enumPorts()).toHaveLength(4);
    expect(users(simulator)).toEqual(left);
    await server.disconnect();
  });

  it('hangs for that time, and the calls that hung go on', async () => {
    const simulator = lab('- { at: 1s, for: 3s, hang: enumPorts }');
    const server = await connect('RAS01', { library: simulator });
    simulator.step('1s');
    const ports = server.enumPorts();
    await expect(server.enumPorts({ timeout: 20 })).rejects.toMatchObject({
      code: 'ERR_RRAS_TIMEOUT',
    });
    simulator.step('3s');
    expect(await ports).toHaveLength(4);
    await server.disconnect();
  });

  it('is slow for that time', async () => {
    const simulator = lab('- { at: 1s, for: 1m, delay: all, latency: 2s }');
    const server = await connect('RAS01', { library: simulator });
    simulator.step('1s');
    await expect(server.enumPorts({ timeout: 20 })).rejects.toMatchObject({
      code: 'ERR_RRAS_TIMEOUT',
    });
    simulator.step('2m');
    expect(await server.enumPorts()).toHaveLength(4);
    await server.disconnect();
  });
});

it('the lab of a plain --sim shows a first change within half a second', () => {
  const simulator = build(defaultScenario, '--sim');
  worlds.push(simulator);
  const before = users(simulator);
  simulator.step('500ms');
  expect(users(simulator)).not.toEqual(before);
  // For hours, callers come and go.
  const seen = new Set<string>();
  for (let minute = 0; minute < 300; minute += 1) {
    simulator.step('57s');
    seen.add(String(users(simulator)));
  }
  expect(seen.size).toBeGreaterThan(3);
});

it('counts events with their ends', () => {
  const { servers } = readScenario(
    `servers:
  - events:
      - { at: 5s, for: 1s, unreachable: true }
      - { at: 2s, every: 10s, hangUp: alice }`,
    'lab.yaml',
  );
  expect([1, 2, 4, 5, 11, 12, 100].map((age) => eventsWithin({ servers }, age))).toEqual([
    0, 1, 1, 3, 3, 4, 12,
  ]);
});

describe('a mistake in an event is reported with its place', () => {
  it.each([
    ['{ hangUp: alice }', /lab\.yaml:1:22: an event needs at, every, or both/],
    ['{ at: 1s }', /:1:22: an event needs one of dialIn, hangUp, goDormant, /],
    ['{ at: 1s, hangUp: a, wake: a }', /an event is one thing, and this is hangUp, wake/],
    ['{ at: 1s, hangup: a }', /an event has no hangup \(did you mean hangUp\?\)/],
    ['{ at: soon, hangUp: a }', /:1:28: at must be a time such as 300ms, 45s/],
    ['{ every: 10ms, hangUp: a }', /every must be at least 100ms/],
    ['{ at: 1s, for: 1s, hangUp: a }', /for means nothing beside hangUp/],
    ['{ at: 1s, hang: enumPorts, latency: 1s }', /latency means nothing beside hang/],
    ['{ at: 1s, delay: enumPorts }', /delay needs latency/],
    ['{ at: 1s, fail: enumPorts }', /fail needs status/],
    ['{ at: 1s, hang: enumPort }', /:1:38: hang must be a word such as enumPorts, and is enumPort/],
    ['{ at: 1s, hang: getInfoExx }', /hang must be a word such as getInfoEx/],
    [
      '{ at: 1s, fail: MprAdminServerDisconnect, status: 5 }',
      /lab\.yaml: .*must return a status to fail/,
    ],
    ['{ at: 1s, service: dead }', /service must be one of running, initializing, stopped/],
    ['{ at: 1s, unreachable: perhaps }', /unreachable must be true or false/],
    ['{ at: 1s, dialIn: { since: 1h } }', /dialIn has no since/],
    ['{ at: 1s, dialIn: { type: sstp } }', /dialIn needs a userName/],
    ['{ at: 1s, dialIn: { userName: a, port: VPN9-9 } }', /lab\.yaml: .*no port 'VPN9-9'/],
    [`{ at: 1s, dialIn: { userName: ${'a'.repeat(300)} } }`, /lab\.yaml: .*caller\.userName/],
    ['{ at: 1s, roam: a }', /roam needs to/],
  ])('%s', async (event, words) => {
    const file = await here.write('lab.yaml', `servers: [{ events: [${event}] }]`);
    const { code, stdout, stderr } = await rras(['ports', `--sim=${file}`]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });
});
