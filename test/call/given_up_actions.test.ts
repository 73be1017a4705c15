// An action reads the port or connection before it acts. If its caller gives up while that reading hangs, the
// action must not happen later.

import { describe, expect, it } from 'vitest';
import { everyDialect, givenUp, lab } from '../fixtures/simulated.ts';

function inUse(ports: readonly { condition: string }[]): number {
  return ports.filter(({ condition }) => condition === 'authenticated').length;
}

describe.each(everyDialect)('%s', (dialect) => {
  it('does not disconnect a port after its caller gave up during the guard', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const [port] = await server.enumPorts();
    if (port === undefined) throw new Error('there is no port');

    const hang = simulated.hang(functions.getPort, { times: 1 });
    const failed = await givenUp(hang, (options) => server.disconnectPort(port, options));
    expect(failed).toMatchObject({ name: 'AbortError' });
    hang.release();

    expect(inUse(await server.enumPorts())).toBe(1);
    const calls = simulator.journal.map((call) => call.function);
    expect(calls).not.toContain(functions.disconnectPort);
  });
});

describe('mprapi', () => {
  it('does not disconnect a connection after its caller gave up during the guard', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 2);
    simulated.dialIn({ userName: 'alice', links: 2 });
    const server = await connect();
    const [connection] = await server.enumConnections();
    if (connection === undefined) throw new Error('there is no connection');

    const hang = simulated.hang('MprAdminConnectionGetInfoEx', { times: 1 });
    const failed = await givenUp(hang, (options) =>
      server.disconnectConnection(connection, options),
    );
    expect(failed).toMatchObject({ name: 'AbortError' });
    hang.release();

    expect(inUse(await server.enumPorts())).toBe(2);
    const calls = simulator.journal.map((call) => call.function);
    expect(calls).not.toContain('MprAdminPortDisconnect');
  });

  it('disconnects no further links of a connection after its caller gave up', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 3);
    simulated.dialIn({ userName: 'alice', links: 3 });
    const server = await connect();
    const [connection] = await server.enumConnections();
    if (connection === undefined) throw new Error('there is no connection');

    const hang = simulated.hang('MprAdminPortDisconnect', { times: 1 });
    await givenUp(hang, (options) => server.disconnectConnection(connection, options));
    hang.release();

    await server.enumPorts();
    const calls = simulator.journal.filter((call) => call.function === 'MprAdminPortDisconnect');
    expect(calls).toHaveLength(1);
  });
});
