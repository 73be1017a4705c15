// Ports that do not come directly from a listing: through JSON, a message to another thread, or an earlier
// connection. The guard applies to them too, so the fields that it compares are required.

import { describe, expect, it } from 'vitest';
import type { Port } from '../../lib/index.ts';
import { calls, everyDialect, lab, onlyPort, rejection } from '../fixtures/simulated.ts';

const waysToTravel: readonly (readonly [string, (port: Port) => Port])[] = [
  ['JSON', (port) => JSON.parse(JSON.stringify(port))],
  ['structuredClone', (port) => structuredClone(port)],
  ['a spread', (port) => ({ ...port })],
];

describe.each(everyDialect)('%s', (dialect) => {
  async function oneUser() {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({
      userName: 'alice',
      computer: 'LAPTOP-7',
      logonDomain: 'CORP',
    });
    simulator.step(30);
    const server = await connect();
    return { simulated, simulator, functions, alice, server, port: await onlyPort(server) };
  }

  it.each(waysToTravel)('is taken for the session it was, after %s', async (_, travel) => {
    const { simulated, server, port } = await oneUser();
    await server.disconnectPort(travel(port));
    expect(simulated.connections).toEqual([]);
  });

  it.each(waysToTravel)('does not disconnect a stranger, after %s', async (_, travel) => {
    const { simulated, simulator, functions, alice, server, port } = await oneUser();
    simulated.hangUp(alice);
    simulator.step(5);
    simulated.dialIn({ userName: 'bob' });
    expect(await rejection(server.disconnectPort(travel(port)))).toMatchObject({
      code: 'ERR_RRAS_PORT_CHANGED',
    });
    expect(calls(simulator)).not.toContain(functions.disconnectPort);
  });

  it.each(waysToTravel)(
    'does nothing to a free port that is taken in the meantime, after %s',
    async (_, travel) => {
      const { connect, simulated } = lab(dialect);
      simulated.addPorts('sstp', 1);
      const server = await connect();
      const port = travel(await onlyPort(server));
      simulated.dialIn({ userName: 'bob' });
      expect(await rejection(server.disconnectPort(port))).toMatchObject({
        code: 'ERR_RRAS_PORT_CHANGED',
      });
    },
  );

  it.each([
    ['no handle', { handle: undefined }, 'ERR_INVALID_ARG_TYPE'],
    ['a handle that is a text', { handle: '5' }, 'ERR_INVALID_ARG_TYPE'],
    ['a negative handle', { handle: -1 }, 'ERR_INVALID_ARG_VALUE'],
    ['no name', { name: undefined }, 'ERR_INVALID_ARG_TYPE'],
    ['a condition that is none', { condition: 'on fire' }, 'ERR_INVALID_ARG_VALUE'],
    ['a connection that is a text', { connection: '12' }, 'ERR_INVALID_ARG_TYPE'],
    ['more calls than 32 bits count', { totalCalls: 2 ** 32 }, 'ERR_INVALID_ARG_VALUE'],
    ['a broken duration', { connectDuration: 1.5 }, 'ERR_INVALID_ARG_VALUE'],
    ['no duration', { connectDuration: undefined }, 'ERR_INVALID_ARG_TYPE'],
    ['a user that is no text', { userName: 5 }, 'ERR_INVALID_ARG_TYPE'],
    ['a start that is no date', { sessionStart: 'yesterday' }, 'ERR_INVALID_ARG_VALUE'],
    ['a start that is a number', { sessionStart: 5 }, 'ERR_INVALID_ARG_TYPE'],
  ])('is refused with %s, before anything is called', async (_, change, code) => {
    const { simulator, server, port } = await oneUser();
    simulator.clearJournal();
    const [field = ''] = Object.keys(change);
    for (const guard of [true, false]) {
      const call = server.disconnectPort({ ...port, ...change } as never, { guard });
      const error = await rejection(call);
      expect(error).toBeInstanceOf(TypeError);
      expect(error).toMatchObject({ code, message: expect.stringContaining(`port.${field}`) });
    }
    expect(calls(simulator)).toEqual([]);
  });

  it.each([
    ['with the guard', undefined],
    ['without it', { guard: false }],
  ])('is used %s after a reconnect, in any spelling of the name', async (_, options) => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const before = await connect();
    const port = await onlyPort(before);
    await before.disconnect();
    const after = await connect('\\\\ras01');
    await after.disconnectPort(port, options);
    expect(simulated.connections).toEqual([]);
  });

  it('is guarded after a reconnect, too', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    simulator.step(30);
    const before = await connect();
    const port = JSON.parse(JSON.stringify(await onlyPort(before)));
    await before.disconnect();
    simulated.hangUp(alice);
    simulated.dialIn({ userName: 'bob' });
    const after = await connect();
    const error = await rejection(after.disconnectPort(port));
    expect(error).toMatchObject({ code: 'ERR_RRAS_PORT_CHANGED' });
    expect(simulated.connections).toMatchObject([{ userName: 'bob' }]);
  });
});
