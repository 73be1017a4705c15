// Calls to a server are done in the order in which they were made, even if one call needs two steps: a port that
// is given by name is looked up first.

import { describe, expect, it } from 'vitest';
import { calls, everyDialect, givenUp, lab, rejection } from '../fixtures/simulated.ts';

describe.each(everyDialect)('%s', (dialect) => {
  async function scene() {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 3);
    for (const user of ['alice', 'bob', 'carol']) simulated.dialIn({ userName: user });
    const server = await connect();
    const [first = '', second = '', third = ''] = simulated.ports.map((port) => port.name);
    simulator.clearJournal();
    const done = () =>
      calls(simulator).filter(
        (name) => name === functions.enumPorts || name === functions.disconnectPort,
      );
    return { server, simulated, simulator, functions, names: { first, second, third }, done };
  }

  it('shows the effect of a call by name in a later listing', async () => {
    const { server, names } = await scene();
    const action = server.disconnectPort(names.first);
    const listing = server.enumPorts();
    await action;
    const conditions = (await listing).map((port) => port.condition);
    expect(conditions).toEqual(['listening', 'authenticated', 'authenticated']);
  });

  it('does calls by name one after another, each as a whole', async () => {
    const { server, simulator, functions, names } = await scene();
    await Promise.all([
      server.disconnectPort(names.second),
      server.disconnectPort(names.first),
      server.disconnectPort(names.third),
    ]);
    const acted = simulator.journal.filter((entry) => entry.function === functions.disconnectPort);
    const ports = await server.enumPorts();
    const nameOf = (port: string | undefined) =>
      ports.find((each) => String(each.handle) === port || each.name === port)?.name;
    expect(acted.map((entry) => nameOf(entry.port))).toEqual([
      names.second,
      names.first,
      names.third,
    ]);
  });

  it('finishes a call by name that was made before disconnect', async () => {
    const { server, simulated, names } = await scene();
    const action = server.disconnectPort(names.first);
    const leaving = server.disconnect();
    await action;
    await leaving;
    expect(simulated.connections.map((connection) => connection.userName)).toEqual([
      'bob',
      'carol',
    ]);
    expect(await rejection(server.enumPorts())).toMatchObject({ code: 'ERR_RRAS_CLOSED' });
  });

  it('keeps the order when a call in the middle is given up', async () => {
    const { server, simulated, functions, names, done } = await scene();
    const hang = simulated.hang(functions.enumPorts, { times: 1 });
    const controller = new AbortController();
    const first = server.disconnectPort(names.first);
    const second = server.disconnectPort(names.second, { signal: controller.signal });
    const listing = server.enumPorts();
    controller.abort();
    expect(await rejection(second)).toMatchObject({ name: 'AbortError' });
    hang.release();
    await first;
    const conditions = (await listing).map((port) => port.condition);
    expect(conditions).toEqual(['listening', 'authenticated', 'authenticated']);
    expect(done()).toEqual([functions.enumPorts, functions.disconnectPort, functions.enumPorts]);
  });

  it('goes on with the next call when a look-up fails', async () => {
    const { server, simulated, functions, names } = await scene();
    simulated.fail(functions.enumPorts, 1726, { times: 1 });
    const first = server.disconnectPort(names.first);
    const second = server.disconnectPort(names.second);
    expect(await rejection(first)).toMatchObject({ code: 'RPC_S_CALL_FAILED' });
    await second;
    expect(simulated.connections.map((connection) => connection.userName)).toEqual([
      'alice',
      'carol',
    ]);
  });

  it('never acts on a port whose look-up was given up', async () => {
    const { server, simulated, functions, names, done } = await scene();
    const hang = simulated.hang(functions.enumPorts, { times: 1 });
    const failed = await givenUp(hang, (options) => server.disconnectPort(names.first, options));
    expect(failed).toMatchObject({ name: 'AbortError' });
    hang.release();
    expect(await server.enumPorts()).toHaveLength(3);
    expect(done()).not.toContain(functions.disconnectPort);
  });

  it('releases the server after the work in flight, even if the wait was given up', async () => {
    const { server, simulated, simulator, functions } = await scene();
    const hang = simulated.hang(functions.enumPorts, { times: 1 });
    const listing = server.enumPorts();
    const controller = new AbortController();
    const leaving = server.disconnect({ signal: controller.signal });
    controller.abort();
    expect(await rejection(leaving)).toMatchObject({ name: 'AbortError' });
    expect(await rejection(server.enumPorts())).toMatchObject({ code: 'ERR_RRAS_CLOSED' });
    hang.release();
    expect(await listing).toHaveLength(3);
    await expect.poll(() => simulator.openHandles).toBe(0);
  });
});
