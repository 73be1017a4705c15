// One rule says whether a session is still the one that was seen before. One table tests every place that applies
// it: the rule itself, the guards in C++ and in TypeScript, and the watch.

import { describe, expect, it } from 'vitest';
import { checkSameSession } from '../../lib/connections/changed.ts';
import type { Connection, Dialect, Port, RasServer } from '../../lib/index.ts';
import { sessionsOf, sessionsOnPorts } from '../../lib/sessions/join.ts';
import type { Reading } from '../../lib/sessions/reading.ts';
import {
  type ConnectionIdentity,
  compareConnections,
  comparePorts,
  compareUsersOnPorts,
  type PortIdentity,
} from '../../lib/sessions/same_session.ts';
import { History } from '../../lib/watch/history.ts';
import { handleDialects, lab, onlyPort, rejection } from '../fixtures/simulated.ts';
import { aConnection, aPort } from '../watch/plain_records.ts';
import { sightingOf } from '../watch/plain_sightings.ts';
import {
  connectionCases,
  earlierConnection,
  earlierPort,
  earlierUser,
  portCases,
  userCases,
} from './same_session_cases.ts';

const connections = connectionCases.map((each) => {
  const was: ConnectionIdentity = { ...earlierConnection, ...each.was };
  return { ...each, was, is: { ...was, ...each.is } };
});
const ports = portCases.map((each) => {
  const was: PortIdentity = { ...earlierPort, ...each.was };
  return { ...each, was, is: { ...was, ...each.is } };
});
const users = userCases.map((each) => ({
  ...each,
  was: earlierUser,
  is: { ...earlierUser, ...each.is },
}));

describe('the rule', () => {
  it.each(connections)('of connections: $what', ({ was, is, sameness }) => {
    expect(compareConnections(was, is)).toBe(sameness);
  });

  it.each(ports)('of ports: $what', ({ was, is, sameness }) => {
    expect(comparePorts(was, is)).toBe(sameness);
  });

  it.each(users)('of users on ports: $what', ({ was, is, sameness }) => {
    expect(compareUsersOnPorts(was, is)).toBe(sameness);
  });

  it('knows no session without a GUID by its handle alone when no port carries it still', () => {
    const was = { ...earlierConnection, guid: undefined };
    expect(compareConnections(was, was, false)).toBe('another');
    expect(compareConnections(earlierConnection, earlierConnection, false)).toBe('same');
  });
});

describe('connection_changed', () => {
  it.each(connections)('$what: $sameness', ({ was, is, sameness }) => {
    const check = () => checkSameSession(was, aConnection(is), 'RAS01');
    if (sameness === 'same') expect(check).not.toThrow();
    else expect(check).toThrow(/Nothing was done to connection 77/);
  });
});

/** Whether a watch reports that one session has ended and another has begun. */
function tellsAnother(before: Reading, now: Reading): boolean {
  const types = new History(sightingOf(before)).advance(sightingOf(now)).map(({ type }) => type);
  const told = types.filter((type) => type === 'disconnected' || type === 'connected');
  expect([[], ['disconnected', 'connected']]).toContainEqual(told);
  return told.length > 0;
}

describe('the watch', () => {
  const at = new Date(0);
  const byHandle = (connection: Connection, port?: Port): Reading => {
    const all = port === undefined ? [] : [port];
    return { at, ports: all, sessions: sessionsOf([connection], all), sessionsBy: 'handle' };
  };
  const byPort = (port: Port): Reading => {
    return { at, ports: [port], sessions: sessionsOnPorts([port]), sessionsBy: 'port' };
  };

  it.each(connections)('of connections: $what: $sameness', ({ was, is, sameness }) => {
    const readings = [was, is].map((each) => byHandle(aConnection(each))) as [Reading, Reading];
    expect(tellsAnother(...readings)).toBe(sameness === 'another');
  });

  // Without a connection there is no session to follow.
  const carried = ports.filter(({ was, is }) => was.connection === 7 && is.connection === 7);
  it.each(carried)('of a connection by its port: $what: $sameness', ({ was, is, sameness }) => {
    const connection = aConnection({ handle: 7, connectDuration: 60 });
    const before = byHandle(connection, aPort(was));
    expect(tellsAnother(before, byHandle(connection, aPort(is)))).toBe(sameness === 'another');
  });

  it.each(users)('of users on ports: $what: $sameness', ({ was, is, sameness }) => {
    expect(tellsAnother(byPort(aPort(was)), byPort(aPort(is)))).toBe(sameness === 'another');
  });
});

type OnConnection = (server: RasServer, connection: Connection) => Promise<unknown>;
const onConnection: Readonly<Record<string, OnConnection>> = {
  enumPorts: (server, connection) => server.enumPorts({ connection }),
  disconnectConnection: (server, connection) => server.disconnectConnection(connection),
  clearConnectionStats: (server, connection) => server.clearConnectionStats(connection),
  removeQuarantine: (server, connection) => server.removeQuarantine(connection),
  sendUserMessage: (server, connection) => server.sendUserMessage(connection, 'Hello'),
  updateConnection: (server, connection) =>
    server.updateConnection(connection, {
      interfaceIndex: 1,
      localEndpoint: '198.51.100.1',
      remoteEndpoint: '203.0.113.9',
    }),
};

describe.each(Object.keys(onConnection))('%s', (name) => {
  // The server is asked by handle, so ports with another handle are never compared.
  const sameHandle = connections.filter(({ was, is }) => was.handle === is.handle);

  it.each(sameHandle)('$what: $sameness', async ({ was, is, sameness }) => {
    const dialect: Dialect = is.guid === undefined ? 'nt4' : 'mprapi';
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('ikev2', 1);
    const { userName, logonDomain, computer, guid, handle, connectDuration } = is;
    const connection = simulated.dialIn({
      userName: userName,
      logonDomain: logonDomain,
      computer,
      handle: BigInt(handle),
      ...(guid === undefined ? undefined : { guid }),
    });
    simulated.quarantine(connection, 'quarantine');
    simulator.step(connectDuration);
    const server = await connect();
    const snapshot = aConnection({ ...was, server: 'RAS01' });
    const call = onConnection[name]?.(server, snapshot) ?? Promise.reject();
    if (!server.supports(name as 'disconnectConnection')) {
      expect(await rejection(call)).toMatchObject({ code: 'ERROR_CALL_NOT_IMPLEMENTED' });
    } else if (sameness === 'same') {
      await call;
    } else {
      expect(await rejection(call)).toMatchObject({ code: 'ERR_RRAS_CONNECTION_CHANGED' });
      expect(simulated.connections).toHaveLength(1);
    }
  });
});

type OnPort = (server: RasServer, port: Port) => Promise<unknown>;
const onPort: Readonly<Record<string, OnPort>> = {
  disconnectPort: (server, port) => server.disconnectPort(port),
  resetPort: (server, port) => server.resetPort(port),
  clearPortStats: (server, port) => server.clearPortStats(port),
};

async function checkPortGuard(name: string, server: RasServer, port: Port, isSame: boolean) {
  const call = onPort[name]?.(server, port) ?? Promise.reject();
  const isFree = port.connection === undefined && port.userName === undefined;
  // The port is idle, and the server itself reports that.
  if (isSame && isFree && name === 'disconnectPort') {
    expect(await rejection(call)).toMatchObject({ code: 'ERROR_INVALID_PARAMETER' });
  } else if (isSame) await call;
  else expect(await rejection(call)).toMatchObject({ code: 'ERR_RRAS_PORT_CHANGED' });
}

describe.each(Object.keys(onPort))('%s', (name) => {
  describe.each(handleDialects)('%s', (dialect) => {
    it.each(ports)('$what: $sameness', async ({ was, is, sameness }) => {
      const { connect, simulated } = lab(dialect);
      const { condition, connection } = is;
      simulated.addPort({
        name: is.name,
        handle: BigInt(is.handle),
        condition: condition.startsWith('unknown-') ? Number(condition.slice(8)) : condition,
        totalCalls: is.totalCalls,
        connectDuration: is.connectDuration,
        ...(connection === undefined ? undefined : { connection: BigInt(connection) }),
      } as Parameters<typeof simulated.addPort>[0]);
      const server = await connect();
      expect(await onlyPort(server)).toMatchObject(is);
      await checkPortGuard(name, server, aPort({ ...was, server: 'RAS01' }), sameness === 'same');
    });
  });

  // There the server is asked by name.
  const sameName = users.filter(({ was, is }) => was.name === is.name);
  const there = name === 'resetPort' ? [] : sameName;
  for (const { what, was, is, sameness } of there) {
    it(`rassapi: ${what}: ${sameness}`, async () => {
      const { connect, simulated } = lab('rassapi', { clock: 'real' });
      simulated.addPort({ name: is.name });
      const { userName = '', logonDomain = '', computer = '' } = is;
      simulated.dialIn({ userName: userName, logonDomain: logonDomain, computer });
      const server = await connect();
      const listed = await onlyPort(server);
      const later = Number(is.sessionStart) - Number(was.sessionStart);
      const sessionStart = new Date(Number(listed.sessionStart) - later);
      const port = aPort({ ...was, sessionStart, server: 'RAS01' });
      await checkPortGuard(name, server, port, sameness === 'same');
    });
  }
});
