// What the package finds out by itself has the documented name, and no status or function: nothing returned it.

import { describe, expect, it } from 'vitest';
import { type Dialect, RasError, type RasServer } from '../../lib/index.ts';
import type { ServerOptions } from '../../lib/simulator/index.ts';
import {
  calls,
  everyDialect,
  handleDialects,
  itIf,
  lab,
  onlyConnection,
  onlyPort,
  rejection,
} from '../fixtures/simulated.ts';

// Where a pointer has 32 bits, a handle has too.
const BEYOND_32_BITS = 2 ** 40;
const isNarrow = process.arch === 'ia32';

interface Case {
  readonly name: string;
  readonly dialects: readonly Dialect[];
  readonly code: string;
  readonly server?: ServerOptions;
  readonly isNarrow?: true;
  readonly ask: (server: RasServer) => Promise<unknown>;
}

const cases: readonly Case[] = [
  {
    name: 'a port of an unknown name',
    dialects: everyDialect,
    code: 'ERROR_PORT_NOT_FOUND',
    ask: (server) => server.getPort('NOWHERE'),
  },
  {
    name: 'disconnecting a port of an unknown name',
    dialects: everyDialect,
    code: 'ERROR_PORT_NOT_FOUND',
    ask: (server) => server.disconnectPort('NOWHERE'),
  },
  {
    name: 'a function that the dialect lacks',
    dialects: ['rassapi'],
    code: 'ERROR_CALL_NOT_IMPLEMENTED',
    ask: (server) => server.resetPort('VPN0-1'),
  },
  {
    name: 'the connections of a dialect without connections',
    dialects: ['rassapi'],
    code: 'ERROR_CALL_NOT_IMPLEMENTED',
    ask: (server) => server.enumConnections(),
  },
  {
    name: 'the settings of IKEv2 in a dialect without them',
    dialects: ['nt4', 'rassapi'],
    code: 'ERROR_CALL_NOT_IMPLEMENTED',
    ask: (server) => server.getInfoEx(),
  },
  {
    name: 'a port whose handle no server can have',
    dialects: handleDialects,
    isNarrow: true,
    code: 'ERROR_INVALID_PORT_HANDLE',
    ask: (server) => server.getPort(BEYOND_32_BITS),
  },
  {
    name: 'disconnecting a port whose handle no server can have',
    dialects: handleDialects,
    isNarrow: true,
    code: 'ERROR_INVALID_PARAMETER',
    ask: (server) => server.disconnectPort(BEYOND_32_BITS),
  },
  {
    name: 'a connection whose handle no server can have',
    dialects: handleDialects,
    isNarrow: true,
    code: 'ERROR_INTERFACE_NOT_CONNECTED',
    ask: (server) => server.getConnection(BEYOND_32_BITS),
  },
  {
    name: 'disconnecting a connection whose handle no server can have',
    dialects: handleDialects,
    isNarrow: true,
    code: 'ERROR_INTERFACE_NOT_CONNECTED',
    ask: (server) => server.disconnectConnection(BEYOND_32_BITS),
  },
  {
    name: 'the ports of a connection whose handle no server can have',
    dialects: handleDialects,
    isNarrow: true,
    code: 'ERROR_INVALID_HANDLE',
    ask: (server) => server.enumPorts({ connection: BEYOND_32_BITS }),
  },
  {
    name: 'SSTP ports on a server before SSTP',
    dialects: ['mprapi'],
    server: { generation: '2003' },
    code: 'ERROR_NOT_SUPPORTED',
    ask: (server) => server.setInfo({ sstp: { count: 3 } }),
  },
  {
    name: 'a policy on a server before policies',
    dialects: ['rassapi'],
    code: 'ERROR_INVALID_LEVEL',
    ask: (server) => server.setUser('alice', { usesPolicy: true }),
  },
  {
    name: 'a server that was disconnected',
    dialects: everyDialect,
    code: 'ERR_RRAS_CLOSED',
    ask: async (server) => {
      await server.disconnect();
      await server.enumPorts();
    },
  },
];

for (const { name, dialects, code, server: options, isNarrow: needsNarrow, ask } of cases) {
  describe.each(dialects)(`%s: ${name}`, (dialect) => {
    const test = itIf(needsNarrow !== true || isNarrow, 'handles have 64 bits here');
    test('has a name, and no status or function', async () => {
      const { connect, simulated } = lab(dialect, { ...(options && { server: options }) });
      simulated.addPorts('sstp', 1);
      simulated.addUser('alice');
      const server = await connect();
      const error = await rejection(ask(server));
      expect(error).toBeInstanceOf(RasError);
      expect(error).toMatchObject({ code, server: 'RAS01' });
      expect(error).not.toHaveProperty('status');
      expect(error).not.toHaveProperty('syscall');
      expect(error).toHaveProperty('message', expect.not.stringMatching(/^(?:Mpr|Ras)Admin/));
    });
  });
}

describe.each(everyDialect)('%s: a port that carries another session', (dialect) => {
  it('is refused without a status, though its reading succeeded', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const port = await onlyPort(server);
    simulated.hangUp(alice);
    simulated.dialIn({ userName: 'bob' });
    const error = await rejection(server.disconnectPort(port));
    expect(error).toMatchObject({ code: 'ERR_RRAS_PORT_CHANGED', outcome: 'not-done' });
    expect(error).not.toHaveProperty('status');
    expect(error).not.toHaveProperty('syscall');
    expect(calls(simulator)).not.toContain(functions.disconnectPort);
  });
});

describe.each(handleDialects)('%s: a handle that belongs to another connection', (dialect) => {
  it('is refused without a status, though its reading succeeded', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice', handle: 77 });
    const server = await connect();
    const connection = await onlyConnection(server);
    simulated.hangUp(alice);
    simulated.dialIn({ userName: 'bob', handle: 77 });
    const error = await rejection(server.disconnectConnection(connection));
    expect(error).toMatchObject({ code: 'ERR_RRAS_CONNECTION_CHANGED', outcome: 'not-done' });
    expect(error).not.toHaveProperty('status');
    expect(error).not.toHaveProperty('syscall');
  });
});
