// Random labs, and the state of their servers before a command runs.

import fc from 'fast-check';
import { build } from '../../lib/cli/labs/build.ts';
import { readScenario } from '../../lib/cli/labs/scenario_file.ts';
import type { PortCondition } from '../../lib/ports/port.ts';
import { type Generation, generations } from '../../lib/simulator/generation.ts';
import type { SimulatedServer } from '../../lib/simulator/index.ts';

type PortType = 'pptp' | 'sstp' | 'ikev2' | 'modem';

/** The reason why a server does not answer. */
export type Silence = 'stopped' | 'denied' | 'unreachable';

interface DrawnConnection {
  readonly user: string;
  readonly domain: string;
  readonly computer: string;
  readonly type: PortType;
  readonly links: number;
  readonly since: string;
  readonly isDormant: boolean;
  readonly isRouter: boolean;
  readonly isAuthenticating: boolean;
}

interface DrawnServer {
  readonly generation: Generation;
  readonly silence: Silence | undefined;
  /** A function that fails with "access denied" on this server, if it answers at all. */
  readonly fault: string | undefined;
  readonly ports: Readonly<Record<PortType, number>>;
  readonly connections: readonly DrawnConnection[];
  readonly accounts: readonly string[];
}

/** A server as the model sees it. */
export interface TrueServer {
  readonly name: string;
  readonly generation: Generation;
  readonly silence: Silence | undefined;
  readonly fault: string | undefined;
  readonly ports: readonly TruePort[];
  readonly connections: readonly TrueConnection[];
  readonly accounts: readonly string[];
}

export interface TruePort {
  readonly name: string;
  readonly condition: PortCondition;
  readonly deviceType: string;
  readonly deviceName: string;
  readonly seconds: number;
}

/** A connection that the server lists. */
export interface TrueConnection {
  readonly user: string;
  readonly domain: string;
  readonly computer: string;
  readonly ports: readonly string[];
  readonly seconds: number;
  readonly isDormant: boolean;
  readonly isRouter: boolean;
}

export interface TrueLab {
  /** The lab's file: JSON, which is YAML as well. */
  readonly text: string;
  readonly servers: readonly TrueServer[];
}

const ERROR_ACCESS_DENIED = 5;
const RPC_S_SERVER_UNAVAILABLE = 1722;

const serverNames = ['RAS01', 'RAS02', 'RAS03'];
const accountNames = ['alice', 'bob', 'carol'];

// Small pools: names collide, differ by case alone, or are empty.
const connection: fc.Arbitrary<DrawnConnection> = fc.record({
  user: fc.constantFrom(
    'alice',
    'alice',
    'alice',
    'Alice',
    'ALICE',
    'bob',
    'bob',
    'carol',
    'al',
    'zoë',
    '',
  ),
  domain: fc.constantFrom('CONTOSO', 'CONTOSO', 'CONTOSO', 'contoso', 'FABRIKAM', ''),
  computer: fc.constantFrom('LAPTOP-1', 'LAPTOP-1', 'laptop-1', 'DESK-2', '', ''),
  type: fc.constantFrom<PortType>('sstp', 'ikev2', 'ikev2', 'pptp', 'pptp', 'modem'),
  links: fc.constantFrom(1, 2),
  since: fc.constantFrom('5m', '30m', '1h', '2h', '1d', '7d'),
  isDormant: fc.nat(2).map((n) => n === 0),
  isRouter: fc.nat(4).map((n) => n === 0),
  isAuthenticating: fc.nat(9).map((n) => n === 0),
});

const server: fc.Arbitrary<DrawnServer> = fc.record({
  generation: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Generation>('2016') },
    { weight: 1, arbitrary: fc.constantFrom(...generations) },
  ),
  silence: fc.oneof(
    { weight: 12, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom<Silence>('stopped', 'denied', 'unreachable') },
  ),
  fault: fc.oneof(
    { weight: 12, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'MprAdminPortDisconnect',
        'MprAdminPortReset',
        'MprAdminPortClearStats',
        'MprAdminConnectionClearStats',
        'MprAdminSendUserMessage',
        'MprAdminUserSetInfo',
      ),
    },
  ),
  ports: fc.record({
    pptp: fc.integer({ min: 1, max: 4 }),
    sstp: fc.integer({ min: 0, max: 3 }),
    ikev2: fc.integer({ min: 1, max: 4 }),
    modem: fc.integer({ min: 0, max: 1 }),
  }),
  connections: fc.array(connection, { minLength: 1, maxLength: 8 }),
  accounts: fc.subarray(accountNames, { minLength: 1 }),
});

const oneToThree = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.tuple(value) },
    { weight: 2, arbitrary: fc.tuple(value, value) },
    { weight: 3, arbitrary: fc.tuple(value, value, value) },
  );

export const lab: fc.Arbitrary<TrueLab> = oneToThree(server).map(trueLab);

/** The same, but every action succeeds. Servers may still not answer. */
export const labWithoutFaults: fc.Arbitrary<TrueLab> = oneToThree(
  server.map((each) => ({ ...each, fault: undefined })),
).map(trueLab);

function trueLab(drawn: readonly DrawnServer[]): TrueLab {
  const named = drawn.map((each, index) => ({ name: serverNames[index] ?? '', ...each }));
  // The servers of this one all answer, so that the truth can be read from them.
  const sound = JSON.stringify({ servers: named.map(soundServer) });
  const simulator = build(readScenario(sound, 'lab'), 'lab');
  try {
    return {
      text: JSON.stringify({ servers: named.map(serverInFile) }, undefined, 1),
      servers: named.map(({ name, generation, silence, fault, accounts }) => ({
        ...{ name, generation, silence, fault, accounts },
        ...truthOn(simulator.server(name)),
      })),
    };
  } finally {
    simulator.dispose();
  }
}

function truthOn(server: SimulatedServer): Pick<TrueServer, 'ports' | 'connections'> {
  return {
    ports: server.ports.map(({ name, condition, deviceType, deviceName, connectDuration }) => ({
      ...{ name, condition, deviceType, deviceName },
      seconds: connectDuration,
    })),
    connections: server.connections
      .filter(({ isAuthenticated }) => isAuthenticated)
      .map((each) => ({
        user: each.userName,
        domain: each.logonDomain,
        computer: each.computer,
        ports: each.ports.map(({ name }) => name),
        seconds: each.connectDuration,
        isDormant: each.isDormant,
        isRouter: server.details(each).interfaceType !== 'client',
      })),
  };
}

type NamedServer = DrawnServer & { readonly name: string };

function serverInFile(server: NamedServer): object {
  const { silence, fault } = server;
  return {
    ...soundServer(server),
    ...(silence === 'stopped' ? { service: 'stopped' } : {}),
    ...(silence === 'denied' ? { denied: true } : {}),
    failures: {
      ...(silence === 'unreachable' ? { MprAdminServerConnect: RPC_S_SERVER_UNAVAILABLE } : {}),
      ...(fault === undefined ? {} : { [fault]: ERROR_ACCESS_DENIED }),
    },
  };
}

function soundServer({ name, generation, ports, connections, accounts }: NamedServer): object {
  return {
    ...{ name, generation, ports },
    connections: seated(ports, connections).map((each) => connectionInFile(each, generation)),
    users: accounts.map((account) => ({ name: account, mayDialIn: true })),
  };
}

/** The connections that find free ports. */
function seated(
  ports: Readonly<Record<PortType, number>>,
  connections: readonly DrawnConnection[],
): DrawnConnection[] {
  const free = { ...ports };
  return connections.filter(({ type, links }) => {
    if (free[type] < links) return false;
    free[type] -= links;
    return true;
  });
}

function connectionInFile(connection: DrawnConnection, generation: Generation): object {
  const { isDormant, isRouter, isAuthenticating, user, domain, ...told } = connection;
  const hasIkev2 = generations.indexOf(generation) >= generations.indexOf('2008r2');
  return {
    ...{ ...told, userName: user, logonDomain: domain },
    // Counters that are not zero show whether they were cleared.
    ...{ bytesSent: 10, bytesReceived: 10 },
    ...(isRouter ? { router: true } : {}),
    ...(isAuthenticating ? { authenticationTime: '30d' } : {}),
    ...(isDormant && told.type === 'ikev2' && hasIkev2 ? { dormantSince: '4m' } : {}),
  };
}
