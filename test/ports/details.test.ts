// One port in detail, and resetting its counters. The additional fields of rassapi have their own tests.

import { describe, expect, it } from 'vitest';
import { everyDialect, handleDialects, lab, onlyPort, rejection } from '../fixtures/simulated.ts';

describe.each(everyDialect)('%s', (dialect) => {
  it('gives a port from a listing, a name in any case, with its counters', async () => {
    const { connect, simulated } = lab(dialect);
    const [model] = simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    simulated.traffic(String(model?.name), { bytesSent: 12, bytesReceived: 34, crcErrors: 5 });
    const server = await connect();
    const port = await onlyPort(server);
    const details = await server.getPort(port);
    expect(details).toMatchObject({
      ...port,
      hardwareCondition: 'operational',
      lineSpeed: expect.any(Number),
      counters: { bytesSent: 12, bytesReceived: 34, crcErrors: 5, framesSent: 0 },
    });
    expect(await server.getPort(port.name.toLowerCase())).toEqual(details);
    expect(await server.getPort(JSON.parse(JSON.stringify(port)))).toEqual(details);
  });

  it('gives details that can be acted on like a port from a listing', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const details = await server.getPort(await onlyPort(server));
    await server.disconnectPort(details);
    expect(simulated.connections).toEqual([]);
  });

  it('says that there is no port of that name', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    for (const call of [server.getPort('VPN9-9'), server.clearPortStats('VPN9-9')]) {
      expect(await rejection(call)).toMatchObject({ code: 'ERROR_PORT_NOT_FOUND', port: 'VPN9-9' });
    }
  });

  it('sets the counters of a port to zero', async () => {
    const { connect, simulated } = lab(dialect);
    const [model] = simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const name = String(model?.name);
    simulated.traffic(name, { bytesSent: 12 });
    const server = await connect();
    await server.clearPortStats(await onlyPort(server));
    expect(simulated.counters(name).bytesSent).toBe(0);
    simulated.traffic(name, { bytesSent: 12 });
    await server.clearPortStats(name);
    expect((await server.getPort(name)).counters.bytesSent).toBe(0);
  });

  it('does not clear the counters of a stranger', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    const [model] = simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const port = await onlyPort(server);
    simulated.hangUp(alice);
    simulator.step(1);
    simulated.dialIn({ userName: 'bob' });
    simulated.traffic(String(model?.name), { bytesSent: 12 });
    expect(await rejection(server.clearPortStats(port))).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
    });
    expect(simulated.counters(String(model?.name)).bytesSent).toBe(12);
  });
});

describe.each(handleDialects)('%s, by handle', (dialect) => {
  it('gives the port that has it', async () => {
    const { connect, simulated } = lab(dialect);
    const [, second] = simulated.addPorts('sstp', 2);
    const server = await connect();
    expect(await server.getPort(Number(second?.handle))).toMatchObject({ name: second?.name });
  });

  it('does not give another port for the one that was listed', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPort({ name: 'P1', handle: 5n, condition: 'listening' });
    const server = await connect();
    const port = await onlyPort(server);
    simulated.removePort('P1');
    simulated.addPort({ name: 'P2', handle: 5n, condition: 'listening' });
    expect(await rejection(server.getPort(port))).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
      port: 'P1',
      message: expect.stringContaining('P2'),
    });
  });
});
