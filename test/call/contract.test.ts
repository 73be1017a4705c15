// The common behaviour of all dialects. The name of a test says where dialects differ.

import { describe, expect, it } from 'vitest';
import { RasError } from '../../lib/index.ts';
import {
  calls,
  everyDialect,
  handleDialects,
  itIf,
  lab,
  rejection,
} from '../fixtures/simulated.ts';

describe.each(everyDialect)('%s', (dialect) => {
  const hasHandles = handleDialects.includes(dialect);

  it('connects to a server by name and says what it is connected to', async () => {
    const { connect, simulator } = lab(dialect);
    const server = await connect('RAS01');
    expect(server.name).toBe('RAS01');
    expect(server.dialect).toBe(dialect);
    expect(server.library).toBe(simulator.path);
  });

  it('accepts a name with backslashes, a dotted name, and no name for the local server', async () => {
    const { connect, simulator } = lab(dialect);
    simulator.addServer();
    simulator.addServer('ras02.example.net');
    expect((await connect('\\\\ras01')).name).toBe('ras01');
    expect((await connect('ras02.example.net')).name).toBe('ras02.example.net');
    const { connect: connectPlain } = await import('../../lib/index.ts');
    const local = await connectPlain(undefined, { library: simulator });
    expect(local.name).toBe('');
    await local.disconnect();
  });

  it('lists the ports of a server in order, with every field', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('ikev2', 3);
    simulated.addPorts('sstp', 2);
    simulated.dialIn({
      userName: 'alice',
      computer: 'LAPTOP-7',
      logonDomain: 'CORP',
      type: 'sstp',
    });
    simulator.step(90);
    const ports = await (await connect()).enumPorts();
    expect(ports.map((port) => port.name)).toEqual(simulated.ports.map((port) => port.name));
    expect(ports.map((port) => port.condition)).toEqual([
      'listening',
      'listening',
      'listening',
      'authenticated',
      'listening',
    ]);
    const [taken] = ports.filter((port) => port.condition === 'authenticated');
    const [model] = simulated.ports.filter((port) => port.condition === 'authenticated');
    expect(taken).toMatchObject({
      deviceName: model?.deviceName,
      deviceType: model?.deviceType,
      mediaName: model?.mediaName,
    });
    expect(taken?.connectDuration).toBeGreaterThanOrEqual(90);
    if (hasHandles) {
      expect(taken?.handle).toBe(Number(model?.handle));
      expect(taken?.connection).toBe(Number(model?.connection));
      expect(taken?.totalCalls).toBe(1);
      expect(taken).not.toHaveProperty('userName');
      expect(ports[0]?.connection).toBeUndefined();
    } else {
      expect(taken).toMatchObject({ userName: 'alice', computer: 'LAPTOP-7', logonDomain: 'CORP' });
      const age = (Date.now() - Number(taken?.sessionStart)) / 1000;
      expect(age).toBeGreaterThanOrEqual(90);
      expect(age).toBeLessThan(120);
      expect(taken?.connection).toBeUndefined();
      expect(ports[0]).not.toHaveProperty('userName');
    }
  });

  it('uses the same words for conditions, although rassapi counts from 1', async () => {
    const { connect, simulated } = lab(dialect);
    const conditions = [
      'non-operational',
      'disconnected',
      'calling-back',
      'listening',
      'authenticating',
      'authenticated',
      'initializing',
    ] as const;
    for (const condition of conditions)
      simulated.addPort({ name: condition.slice(0, 16), condition });
    const ports = await (await connect()).enumPorts();
    expect(ports.map((port) => port.condition)).toEqual(conditions);
  });

  it('disconnects exactly the given port', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 3);
    for (const user of ['alice', 'bob', 'carol']) simulated.dialIn({ userName: user });
    const server = await connect();
    const [, second] = await server.enumPorts();
    if (second === undefined) throw new Error('no port');
    await server.disconnectPort(second);
    expect(simulated.connections.map((connection) => connection.userName)).toEqual([
      'alice',
      'carol',
    ]);
    const [, after] = await server.enumPorts();
    expect(after?.condition).toBe('listening');
  });

  it('disconnects a port by its name, in any letter case', async () => {
    const { connect, simulated } = lab(dialect);
    const [, port] = simulated.addPorts('sstp', 2);
    simulated.dialIn({ userName: 'alice' });
    simulated.dialIn({ userName: 'bob' });
    await (await connect()).disconnectPort(String(port?.name.toLowerCase()));
    expect(simulated.connections.map((connection) => connection.userName)).toEqual(['alice']);
  });

  itIf(hasHandles, 'rassapi has no handles')('disconnects a port by its handle', async () => {
    const { connect, simulated } = lab(dialect);
    const [port] = simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    await (await connect()).disconnectPort(Number(port?.handle));
    expect(simulated.connections).toEqual([]);
  });

  itIf(!hasHandles, 'has handles')('refuses a handle where ports are named by name', async () => {
    const { connect } = lab(dialect);
    const server = await connect();
    expect(await rejection(server.disconnectPort(1))).toMatchObject({
      code: 'ERR_INVALID_ARG_VALUE',
      message: expect.stringContaining('rassapi has no handles'),
    });
  });

  it('disconnects one link of a multilink connection and leaves the others', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('modem', 2);
    simulated.dialIn({ userName: 'alice', links: 2 });
    const server = await connect();
    const [first] = await server.enumPorts();
    await server.disconnectPort(String(first?.name));
    expect(simulated.connections.map((connection) => connection.ports.length)).toEqual([1]);
  });

  itIf(hasHandles, 'rassapi has no reset')('resets a port', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('modem', 1);
    const server = await connect();
    const [port] = await server.enumPorts();
    if (port === undefined) throw new Error('no port');
    await server.resetPort(port);
    await server.resetPort(port.name);
    await server.resetPort(port.handle);
    expect(calls(simulator).filter((name) => name === functions.resetPort)).toHaveLength(3);
  });

  itIf(!hasHandles, 'has a reset')('has no reset, and says so with the dialect', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('modem', 1);
    const server = await connect();
    expect(server.supports('resetPort')).toBe(false);
    const error = await rejection(server.resetPort(simulated.ports[0]?.name ?? ''));
    expect(error).toBeInstanceOf(RasError);
    expect(error).toMatchObject({
      code: 'ERROR_CALL_NOT_IMPLEMENTED',
      server: 'RAS01',
      port: simulated.ports[0]?.name,
      message: expect.stringContaining('rassapi'),
    });
    expect(error).not.toHaveProperty('status');
    expect(error).not.toHaveProperty('syscall');
  });

  it('reports the operations that it supports', async () => {
    const { connect } = lab(dialect);
    const server = await connect();
    expect(server.supports('enumPorts')).toBe(true);
    expect(server.supports('disconnectPort')).toBe(true);
    expect(server.supports('disconnect')).toBe(true);
    expect(server.supports('resetPort')).toBe(hasHandles);
    expect(() => server.supports('reboot' as never)).toThrow(/must be one of .*enumPorts/);
  });

  it('releases the handle once, however often disconnect is called', async () => {
    const { connect, simulator, functions } = lab(dialect);
    const server = await connect();
    await Promise.all([server.disconnect(), server.disconnect()]);
    await server.disconnect();
    expect(simulator.openHandles).toBe(0);
    if (hasHandles) {
      expect(calls(simulator).filter((name) => name === functions.disconnect)).toHaveLength(1);
    }
  });

  it('refuses any call after disconnect, and calls nothing', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('modem', 1);
    const server = await connect();
    const [port] = await server.enumPorts();
    await server.disconnect();
    simulator.clearJournal();
    for (const call of [
      server.enumPorts(),
      server.disconnectPort(port as never),
      server.resetPort(String(port?.name)),
    ]) {
      expect(await rejection(call)).toMatchObject({ code: 'ERR_RRAS_CLOSED', server: 'RAS01' });
    }
    expect(calls(simulator)).toEqual([]);
  });

  it('releases the server at the end of an await using', async () => {
    const { simulator, connect } = lab(dialect);
    {
      await using server = await connect();
      expect(server.supports('enumPorts')).toBe(true);
    }
    expect(simulator.openHandles).toBe(0);
  });

  it('returns an empty list only if the server answers with one', async () => {
    const { connect, simulated } = lab(dialect);
    const server = await connect();
    if (hasHandles) {
      expect(await server.enumPorts()).toEqual([]);
    } else {
      // For a server without ports this error is documented.
      expect(await rejection(server.enumPorts())).toMatchObject({ code: 'NERR_ItemNotFound' });
    }
    simulated.denied = true;
    expect(await rejection(server.enumPorts())).toMatchObject({ code: 'ERROR_ACCESS_DENIED' });
    simulated.denied = false;
  });
});
