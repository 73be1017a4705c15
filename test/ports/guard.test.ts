// A port from a listing is a snapshot. If another caller has come to the port since the listing, no action may
// happen.

import { describe, expect, it } from 'vitest';
import {
  calls,
  everyDialect,
  handleDialects,
  lab,
  onlyPort,
  rejection,
} from '../fixtures/simulated.ts';

describe.each(everyDialect)('%s', (dialect) => {
  it('does not disconnect another session that now has the port', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    simulator.step(60);
    const server = await connect();
    const port = await onlyPort(server);
    simulated.hangUp(alice);
    simulated.dialIn({ userName: 'bob' });
    simulator.clearJournal();
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
      server: 'RAS01',
      port: port.name,
    });
    expect(calls(simulator)).not.toContain(functions.disconnectPort);
    expect(simulated.connections.map((connection) => connection.userName)).toEqual(['bob']);
  });

  it('does nothing to a port whose caller has left, and says so', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const port = await onlyPort(server);
    simulated.hangUp(alice);
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
      message: expect.stringContaining('listening'),
    });
    expect(calls(simulator)).not.toContain(functions.disconnectPort);
  });

  it('does nothing to a port that was free and now has a caller', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const port = await onlyPort(server);
    simulated.dialIn({ userName: 'bob' });
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
    });
    expect(simulated.connections).toHaveLength(1);
  });

  it('disconnects the same session although time has passed', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const port = await onlyPort(server);
    simulator.step(3600);
    await server.disconnectPort(port);
    expect(simulated.connections).toEqual([]);
  });

  it('disconnects whatever session is there when the guard is off', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const port = await onlyPort(server);
    simulated.hangUp(alice);
    simulated.dialIn({ userName: 'bob' });
    simulator.clearJournal();
    await server.disconnectPort(port, { guard: false });
    expect(simulated.connections).toEqual([]);
    expect(calls(simulator)).toEqual([functions.disconnectPort]);
  });

  it('refuses a port of another server before anything is called', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    const other = simulator.addServer('RAS02');
    for (const each of [simulated, other]) {
      each.addPorts('sstp', 1);
      each.dialIn({ userName: 'alice' });
    }
    const port = await onlyPort(await connect('RAS02'));
    const server = await connect('RAS01');
    simulator.clearJournal();
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: expect.stringContaining('a port of this server'),
    });
    expect(calls(simulator)).toEqual([]);
  });

  it('reports the error of the server when the port cannot be read again', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const port = await onlyPort(server);
    simulated.fail(functions.getPort, 1726, { times: 1 });
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      code: 'RPC_S_CALL_FAILED',
      syscall: functions.getPort,
      port: port.name,
    });
    expect(calls(simulator)).not.toContain(functions.disconnectPort);
    expect(simulator.unreturnedBuffers).toBe(0);
  });

  it('says so when the port no longer exists', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const port = await onlyPort(server);
    simulated.removePort(port.name);
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      code: dialect === 'rassapi' ? 'ERROR_DEV_NOT_EXIST' : 'ERROR_INVALID_PORT_HANDLE',
      syscall: functions.getPort,
      port: port.name,
    });
  });
});

describe.each(handleDialects)('%s, by the numbers of a session', (dialect) => {
  const taken = { name: 'P1', handle: 5n, condition: 'authenticated', connection: 9n } as const;

  it.each([
    ['a further call was counted', { totalCalls: 2, connectDuration: 100 }],
    ['the duration began anew', { totalCalls: 1, connectDuration: 3 }],
  ])('recognises another session under the same connection id: %s', async (_, later) => {
    const { connect, simulated } = lab(dialect);
    simulated.addPort({ ...taken, totalCalls: 1, connectDuration: 50 });
    const server = await connect();
    const port = await onlyPort(server);
    simulated.removePort('P1');
    simulated.addPort({ ...taken, ...later });
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
      message: expect.stringContaining('another session'),
    });
  });

  it('notices that a handle now belongs to another port', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPort({ ...taken, totalCalls: 1, connectDuration: 50 });
    const server = await connect();
    const port = await onlyPort(server);
    simulated.removePort('P1');
    simulated.addPort({ ...taken, name: 'P2', totalCalls: 1, connectDuration: 50 });
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
      port: 'P1',
      message: expect.stringContaining('P2'),
    });
  });

  it('guards a reset as well', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const port = await onlyPort(server);
    simulated.dialIn({ userName: 'bob' });
    expect(await rejection(server.resetPort(port))).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
    });
    expect(calls(simulator)).not.toContain(functions.resetPort);
  });
});

describe('the error of a changed port', () => {
  it('names both connections', async () => {
    const { connect, simulated } = lab('mprapi');
    const taken = { name: 'VPN2-5', handle: 5n, condition: 'authenticated' } as const;
    simulated.addPort({ ...taken, connection: 7n });
    const server = await connect();
    const port = await onlyPort(server);
    simulated.removePort('VPN2-5');
    simulated.addPort({ ...taken, connection: 12n });
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      message: expect.stringContaining(
        'it carried connection 7 (authenticated) when it was listed, and now carries connection 12 (authenticated)',
      ),
    });
  });

  it('says that the port is free now', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPort({ name: 'VPN2-5', handle: 5n, condition: 'authenticated', connection: 7n });
    const server = await connect();
    const port = await onlyPort(server);
    simulated.removePort('VPN2-5');
    simulated.addPort({ name: 'VPN2-5', handle: 5n, condition: 'listening' });
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      message: expect.stringMatching(/carried connection 7 .* and is now listening/),
    });
  });

  it('names both users where the API has them (rassapi)', async () => {
    const { connect, simulated, simulator } = lab('rassapi');
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const port = await onlyPort(server);
    simulated.hangUp(alice);
    simulator.step(1);
    simulated.dialIn({ userName: 'bob' });
    expect(await rejection(server.disconnectPort(port))).toMatchObject({
      message: expect.stringMatching(/carried a session of alice .* now carries a session of bob/),
    });
  });
});
