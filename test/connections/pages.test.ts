// Connections in pages, at each level that servers have: a complete list or an error. After each test it is
// checked that every page was freed.

import { describe, expect, it } from 'vitest';
import type { Generation } from '../../lib/simulator/index.ts';
import { calls, functionNamed, lab } from '../fixtures/simulated.ts';

const CONNECTION_BYTES = 1700;
const ENUM = 'MprAdminConnectionEnum';
const ENUM_EX = 'MprAdminConnectionEnumEx';

const generations: readonly { generation: Generation; name: string; levels: number }[] = [
  { generation: 'nt4', name: ENUM, levels: 1 },
  { generation: '2000', name: ENUM, levels: 3 },
  { generation: '2008', name: ENUM, levels: 3 },
  { generation: '2016', name: ENUM_EX, levels: 1 },
];

describe.each(generations)('Windows $generation', ({ generation, name, levels }) => {
  function crowded(count: number) {
    const made = lab('mprapi', { server: { generation } });
    made.simulated.addPorts('pptp', count);
    for (let number = 0; number < count; number += 1) {
      made.simulated.dialIn({ userName: `user${number}`, logonDomain: 'CORP' });
    }
    return made;
  }

  it('returns the same list in pages as at once', async () => {
    const { connect, simulator } = crowded(25);
    const server = await connect();
    const users = (await server.enumConnections()).map((connection) => connection.userName);
    expect(users).toEqual(Array.from({ length: 25 }, (_, number) => `user${number}`));
    simulator.clearJournal();
    const paged = await server.enumConnections({ pageBytes: 4 * CONNECTION_BYTES });
    expect(paged.map((connection) => connection.userName)).toEqual(users);
    expect(calls(simulator).filter((call) => call === name).length).toBeGreaterThan(2 * levels);
  });

  it('returns all connections for any size, even one byte', async () => {
    const { connect } = crowded(5);
    const server = await connect();
    expect(await server.enumConnections({ pageBytes: 1 })).toHaveLength(5);
  });

  it('returns no partial list after a failure', async () => {
    const { connect, simulated } = crowded(25);
    const server = await connect();
    await server.enumConnections();
    for (let page = 0; page < 3 * levels; page += 1) {
      const fault = simulated.fail(functionNamed(name), 1726, { after: page, times: 1 });
      await expect(
        server.enumConnections({ pageBytes: 4 * CONNECTION_BYTES }),
      ).rejects.toMatchObject({ code: 'RPC_S_CALL_FAILED', syscall: name });
      fault.clear();
    }
    expect(await server.enumConnections()).toHaveLength(25);
  });

  it('fails if a server says "more" but returns nothing more', async () => {
    const { connect, simulated } = crowded(3);
    simulated.quirks.pageWithoutProgress = true;
    const server = await connect();
    await expect(server.enumConnections({ pageBytes: 100 })).rejects.toMatchObject({
      code: 'ERR_RRAS_NO_PROGRESS',
      syscall: name,
    });
  });
});

it('requests at least one connection per page, because less returns nothing', async () => {
  const { connect, simulated } = lab('mprapi');
  simulated.addPorts('ikev2', 3);
  for (const user of ['alice', 'bob', 'carol']) simulated.dialIn({ userName: user });
  simulated.quirks.pageOfOne = false;
  const server = await connect();
  expect(await server.enumConnections({ pageBytes: 1 })).toHaveLength(3);
});
