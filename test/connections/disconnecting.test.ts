// Disconnecting a connection means disconnecting all its ports. A partial success is not reported as a success.

import { describe, expect, it } from 'vitest';
import {
  calls,
  functionNamed,
  handleDialects,
  lab,
  onlyConnection,
  rejection,
} from '../fixtures/simulated.ts';

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe.each(handleDialects)('%s', (dialect) => {
  it('disconnects every link, and nobody else', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('modem', 4);
    simulated.dialIn({ userName: 'bob' });
    simulated.dialIn({ userName: 'alice', links: 3 });
    const server = await connect();
    const [, alice] = await server.enumConnections();
    await server.disconnectConnection(alice as never);
    expect(simulated.connections.map(({ userName }) => userName)).toEqual(['bob']);
    expect(calls(simulator).filter((name) => name === functions.disconnectPort)).toHaveLength(3);
  });

  it('reports each port with its result if some were refused', async () => {
    const { connect, simulated, functions } = lab(dialect);
    const ports = simulated.addPorts('modem', 3);
    simulated.dialIn({ userName: 'alice', links: 3 });
    const server = await connect();
    const connection = await onlyConnection(server);
    simulated.fail(functions.disconnectPort, 5, { after: 1, times: 1 });
    const error = await rejection(server.disconnectConnection(connection));
    expect(error).toMatchObject({
      code: 'ERR_RRAS_PARTLY_DONE',
      status: 5,
      syscall: functions.disconnectPort,
      server: 'RAS01',
      connection: connection.handle,
      links: [
        { port: ports[0]?.name, handle: Number(ports[0]?.handle), status: 0, code: undefined },
        { port: ports[1]?.name, status: 5, code: 'ERROR_ACCESS_DENIED' },
        { port: ports[2]?.name, status: 0, code: undefined },
      ],
    });
    expect((error as Error).message).toContain(`${ports[1]?.name}: ERROR_ACCESS_DENIED (5)`);
    expect(simulated.connections[0]?.ports).toMatchObject([{ name: ports[1]?.name }]);
  });

  it('reports the reason if all were refused', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('modem', 2);
    simulated.dialIn({ userName: 'alice', links: 2 });
    const server = await connect();
    simulated.fail(functions.disconnectPort, 5);
    expect(
      await rejection(server.disconnectConnection(await onlyConnection(server))),
    ).toMatchObject({ code: 'ERROR_ACCESS_DENIED', links: [{ status: 5 }, { status: 5 }] });
    expect(simulated.connections[0]?.ports).toHaveLength(2);
  });

  it('disconnects every port, and counts a pending disconnect as done', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    const ports = simulated.addPorts('modem', 2);
    simulated.dialIn({ userName: 'alice', links: 2 });
    const server = await connect();
    simulated.fail(functions.disconnectPort, 600, { times: 1 });
    await server.disconnectConnection(await onlyConnection(server));
    const asked = simulator.journal.filter((call) => call.function === functions.disconnectPort);
    expect(asked).toMatchObject([
      { port: String(ports[0]?.handle), status: 600 },
      { port: String(ports[1]?.handle), status: 0 },
    ]);
    expect(simulated.connections).toMatchObject([{ ports: [{ name: ports[0]?.name }] }]);
  });

  it.each([
    ['a connection from a listing', false],
    ['a handle', true],
  ])('waits until it is gone: %s', async (_, byHandle) => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.setQuirks({ disconnectDelay: 30 });
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const connection = await onlyConnection(server);
    simulator.clearJournal();
    let isDone = false;
    const done = server
      .disconnectConnection(byHandle ? connection.handle : connection, { wait: true })
      .then(() => {
        isDone = true;
      });
    const readings = () =>
      calls(simulator).filter((name) => name === functions.getConnection).length;
    await until(() => readings() >= 3);
    expect(isDone).toBe(false);
    expect(simulated.connections).toHaveLength(1);
    simulator.step(31);
    await done;
    expect(simulated.connections).toEqual([]);
  });

  it('does not wait for the session of the next caller', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.setQuirks({ disconnectDelay: 30 });
    simulated.addPorts('sstp', 2);
    const alice = simulated.dialIn({ userName: 'alice', handle: 77n });
    const server = await connect();
    const connection = await onlyConnection(server);
    const done = server.disconnectConnection(connection, { wait: true });
    await until(() => calls(simulator).includes(functions.disconnectPort));
    simulated.hangUp(alice);
    simulated.dialIn({ userName: 'bob', handle: 77n });
    await done;
    expect(simulated.connections.map(({ userName }) => userName)).toEqual(['bob']);
  });

  it('waits no longer than its time-out', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.setQuirks({ disconnectDelay: 30 });
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const connection = await onlyConnection(server);
    expect(
      await rejection(server.disconnectConnection(connection, { wait: true, timeout: 60 })),
    ).toHaveProperty('name', 'TimeoutError');
    expect(simulated.connections).toHaveLength(1);
  });

  it('stops waiting at the signal', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.setQuirks({ disconnectDelay: 30 });
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const connection = await onlyConnection(server);
    const abort = new AbortController();
    const failed = rejection(
      server.disconnectConnection(connection, { wait: true, signal: abort.signal }),
    );
    await until(() => calls(simulator).includes(functions.disconnectPort));
    const reason = new Error('enough');
    abort.abort(reason);
    expect(await failed).toBe(reason);
  });

  it('reports an error that occurs while it waits', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.setQuirks({ disconnectDelay: 30 });
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const connection = await onlyConnection(server);
    const failed = rejection(server.disconnectConnection(connection, { wait: true }));
    await until(() => calls(simulator).includes(functions.disconnectPort));
    simulated.fail(functionNamed(functions.getConnection), 1726);
    expect(await failed).toMatchObject({
      code: 'RPC_S_CALL_FAILED',
      connection: connection.handle,
    });
  });

  it('checks the listing if a server calls the handle of an ended connection invalid', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.setQuirks({ disconnectDelay: 30 });
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const connection = await onlyConnection(server);
    let isDone = false;
    const done = server.disconnectConnection(connection, { wait: true }).then(() => {
      isDone = true;
    });
    await until(() => calls(simulator).includes(functions.disconnectPort));
    simulated.fail(functionNamed(functions.getConnection), 87);
    simulator.clearJournal();
    const listings = () =>
      calls(simulator).filter((name) => name === functions.enumConnections).length;
    await until(() => isDone || listings() >= 3);
    expect(isDone).toBe(false);
    expect(simulated.connections).toHaveLength(1);
    simulator.step(31);
    await done;
    expect(simulated.connections).toEqual([]);
  });
});
