// A port that is given by its name is looked up exactly, then in any letter case, and never guessed.

import { describe, expect, it } from 'vitest';
import { calls, everyDialect, lab, rejection } from '../fixtures/simulated.ts';

describe.each(everyDialect)('%s', (dialect) => {
  it('fails with ERROR_PORT_NOT_FOUND and names similar ports', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    for (const name of ['VPN2-1', 'VPN2-2']) simulated.addPort({ name, condition: 'listening' });
    const server = await connect();
    expect(await rejection(server.disconnectPort('VPN2-77'))).toMatchObject({
      name: 'RasError',
      code: 'ERROR_PORT_NOT_FOUND',
      server: 'RAS01',
      port: 'VPN2-77',
      hint: expect.stringContaining('VPN2-1, VPN2-2'),
    });
    expect(calls(simulator)).not.toContain(functions.disconnectPort);
  });

  it('prefers the exact name', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPort({ name: 'com1', condition: 'listening' });
    simulated.addPort({ name: 'COM1', condition: 'listening' });
    simulated.dialIn({ userName: 'lower', port: 'com1' });
    simulated.dialIn({ userName: 'upper', port: 'COM1' });
    await (await connect()).disconnectPort('COM1');
    expect(simulated.connections.map((connection) => connection.userName)).toEqual(['lower']);
  });

  it('does not guess between two names that differ in case only', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPort({ name: 'com1', condition: 'listening' });
    simulated.addPort({ name: 'COM1', condition: 'listening' });
    const server = await connect();
    expect(await rejection(server.disconnectPort('Com1'))).toMatchObject({
      code: 'ERR_INVALID_ARG_VALUE',
      message: expect.stringMatching(/com1 .*COM1/),
    });
    expect(calls(simulator)).not.toContain(functions.disconnectPort);
  });

  it('takes whoever is on the port by then, but not another port', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const name = String(simulated.ports[0]?.name);
    const hang = simulated.hang(functions.enumPorts, { times: 1 });
    const action = server.disconnectPort(name);
    simulated.hangUp(alice);
    simulated.dialIn({ userName: 'bob' });
    hang.release();
    await action;
    expect(simulated.connections).toEqual([]);
  });

  it.each([
    ['an empty name', '', 'ERR_INVALID_ARG_VALUE'],
    ['a name with NUL', 'VPN\0', 'ERR_INVALID_ARG_VALUE'],
    ['nothing', undefined, 'ERR_INVALID_ARG_TYPE'],
    ['null', null, 'ERR_INVALID_ARG_TYPE'],
    ['true', true, 'ERR_INVALID_ARG_TYPE'],
    ['a negative handle', -1, 'ERR_INVALID_ARG_VALUE'],
    ['a broken handle', 1.5, 'ERR_INVALID_ARG_VALUE'],
    ['NaN', Number.NaN, 'ERR_INVALID_ARG_VALUE'],
    ['an object without the fields of a port', { name: 'VPN2-1' }, 'ERR_INVALID_ARG_TYPE'],
    ['a list of ports', [], 'ERR_INVALID_ARG_TYPE'],
  ])('refuses %s before anything is called', async (_, port, code) => {
    const { connect, simulator } = lab(dialect);
    const server = await connect();
    simulator.clearJournal();
    for (const action of ['disconnectPort', 'resetPort'] as const) {
      const error = await rejection(server[action](port as never));
      expect(error).toBeInstanceOf(TypeError);
      expect(error).toMatchObject({ code });
    }
    expect(calls(simulator)).toEqual([]);
  });
});
