// What the simulator returns can be passed to the package, and is guarded there like what the package
// returns. Fields have the same names and types.

import { describe, expect, it } from 'vitest';
import type { Port } from '../../lib/index.ts';
import type { SimulatedConnection, SimulatedPort } from '../../lib/simulator/index.ts';
import { calls, everyDialect, handleDialects, lab, rejection } from '../fixtures/simulated.ts';

const waysToTravel: readonly (readonly [string, <Thing>(thing: Thing) => Thing])[] = [
  ['as it is', (thing) => thing],
  ['through JSON', (thing) => JSON.parse(JSON.stringify(thing))],
  ['through structuredClone', (thing) => structuredClone(thing)],
];

describe.each(everyDialect)('%s', (dialect) => {
  function twoUsers() {
    const made = lab(dialect);
    made.simulated.addPorts('sstp', 3);
    const caller = { logonDomain: 'CORP', computer: 'LAPTOP-7' };
    const alice = made.simulated.dialIn({ userName: 'alice', ...caller });
    const bob = made.simulated.dialIn({ userName: 'bob', ...caller });
    made.simulator.step(60);
    return { ...made, alice, bob };
  }

  it.each(waysToTravel)('a port of a connection is disconnected, %s', async (_, travel) => {
    const { connect, simulated, alice } = twoUsers();
    const server = await connect();
    await server.disconnectPort(travel(alice.ports[0]));
    expect(simulated.connections).toMatchObject([{ userName: 'bob' }]);
  });

  it.each(waysToTravel)('a port on which another user is by now is not, %s', async (_, travel) => {
    const { connect, simulated, simulator, alice, functions } = twoUsers();
    const server = await connect();
    const [port] = alice.ports;
    simulated.hangUp(alice);
    simulated.dialIn({ userName: 'carol', port });
    expect(await rejection(server.disconnectPort(travel(port)))).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
    });
    expect(calls(simulator)).not.toContain(functions.disconnectPort);
  });

  it('a free port is reset, read and cleared, even if it had callers before', async () => {
    const { connect, simulated, bob } = twoUsers();
    simulated.hangUp(bob);
    const server = await connect();
    const free = simulated.port(bob.ports[0].name);
    expect(await server.getPort(free)).toMatchObject({ name: free.name });
    await server.clearPortStats(free);
    if (dialect !== 'rassapi') await server.resetPort(free);
    simulated.dialIn({ userName: 'carol', port: free });
    expect(await rejection(server.clearPortStats(free))).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
    });
  });

  it('ports have the fields of the package, with the same values', async () => {
    const { connect, simulated, simulator } = twoUsers();
    simulated.hangUp('VPN2-1');
    const server = await connect();
    // The session's start is told by the clock of the machine.
    const shown = (await server.enumPorts()).map(({ sessionStart: _, ...port }) => port);
    const made: readonly Port[] = simulated.ports;
    const numbersOnly = dialect === 'rassapi' ? ['handle', 'connection', 'totalCalls'] : [];
    shown.forEach((port, place) => {
      const same = Object.entries(port).filter(([field]) => !numbersOnly.includes(field));
      expect(made[place]).toMatchObject(Object.fromEntries(same));
    });
    expect(shown).toHaveLength(3);
    simulator.step(0);
  });

  it('nothing of another server is taken', async () => {
    const { connect, simulator, alice } = twoUsers();
    simulator.addServer('RAS02').addPorts('sstp', 1);
    const other = await connect('RAS02');
    expect(await rejection(other.disconnectPort(alice.ports[0]))).toMatchObject({
      code: 'ERR_INVALID_ARG_VALUE',
    });
  });
});

describe.each(handleDialects)('%s', (dialect) => {
  it.each(waysToTravel)('a connection is read and disconnected, %s', async (_, travel) => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('modem', 2);
    const alice: SimulatedConnection = simulated.dialIn({ userName: 'alice', links: 2 });
    simulator.step(60);
    const server = await connect();
    const shown = await server.getConnection(travel(alice));
    const { userName, logonDomain, computer, handle } = alice;
    expect(shown).toMatchObject({ userName, logonDomain, computer, handle, connectDuration: 60 });
    const ports: readonly SimulatedPort[] = alice.ports;
    const listed = await server.enumPorts({ connection: travel(alice) });
    expect(listed.map(({ name }) => name)).toEqual(ports.map(({ name }) => name));
    await server.disconnectConnection(travel(alice), { wait: true });
    expect(simulated.connections).toEqual([]);
  });

  it.each(waysToTravel)(
    'a connection whose handle is another’s by now is not, %s',
    async (_, travel) => {
      const { connect, simulated, simulator } = lab(dialect);
      simulated.addPorts('sstp', 1);
      const alice = simulated.dialIn({ userName: 'alice', handle: 77 });
      simulator.step(60);
      simulated.hangUp(alice);
      simulated.dialIn({ userName: 'bob', handle: 77 });
      const server = await connect();
      expect(await rejection(server.disconnectConnection(travel(alice)))).toMatchObject({
        code: 'ERR_RRAS_CONNECTION_CHANGED',
      });
      expect(simulated.connections).toMatchObject([{ userName: 'bob', handle: 77 }]);
    },
  );
});

it('handles are numbers; one that only a bigint holds is refused by the package', async () => {
  const { connect, simulated } = lab('mprapi', { name: 'RAS01' });
  const port = simulated.addPort({
    name: 'P1',
    handle: 0xfffffffe,
    connection: 5,
    userName: 'alice',
  });
  expect(port).toMatchObject({ handle: 0xfffffffe, connection: 5 });
  expect(simulated.connections[0]).toMatchObject({ handle: 5, ports: [{ name: 'P1' }] });
  const server = await connect();
  expect(await server.enumPorts()).toMatchObject([{ handle: 0xfffffffe, connection: 5 }]);
  for (const handle of [-1, 1.5, 2 ** 53, '5']) {
    expect(() => simulated.addPort({ handle: handle as number })).toThrow(TypeError);
  }
});
