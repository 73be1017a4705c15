// The initial state of a simulated lab: servers, ports, and callers with the age of their calls.

import type {
  DialInSettings,
  PortType,
  ServerOptions,
  SimulatedFunction,
  SimulatedMethod,
} from '../../simulator/index.ts';

export interface Scenario {
  readonly servers: readonly ScenarioServer[];
}

export interface ScenarioServer {
  /** Without a name it is the local one. */
  readonly name?: string;
  readonly options?: ServerOptions;
  readonly ports: readonly (readonly [type: PortType, count: number])[];
  readonly connections: readonly ScenarioConnection[];
  /** Accounts that `rras user` shows. */
  readonly users?: readonly (readonly [name: string, settings: DialInSettings])[];
  /** Functions or methods that fail, and their statuses. */
  readonly failures?: readonly (readonly [
    name: SimulatedFunction | SimulatedMethod,
    status: number,
  ])[];
}

export interface ScenarioConnection {
  readonly userName: string;
  readonly logonDomain?: string;
  readonly computer?: string;
  readonly type?: PortType;
  readonly port?: string;
  /** The client's end of the tunnel. */
  readonly remoteEndpoint?: string;
  /** A multilink connection over this many ports of one type. */
  readonly links?: number;
  /** How many seconds the caller's authentication takes. */
  readonly authenticationTime?: number;
  /** Bytes a second. */
  readonly bytesSent?: number;
  readonly bytesReceived?: number;
  /** A router at the other end: a site-to-site tunnel. */
  readonly router?: boolean;
  /** How many seconds ago. */
  readonly since: number;
  /** How many seconds ago the client was last in reach; over IKEv2. */
  readonly dormantSince?: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The lab of `--sim` without a file. `rras sim init` writes the same as a file. */
export const defaultScenario: Scenario = {
  servers: [
    {
      name: 'RAS01',
      ports: [
        ['sstp', 4],
        ['ikev2', 6],
        ['l2tp', 2],
      ],
      connections: [
        {
          userName: 'carol',
          logonDomain: 'CONTOSO',
          computer: 'TABLET-3',
          type: 'ikev2',
          remoteEndpoint: '198.51.100.23',
          bytesSent: 900,
          bytesReceived: 300,
          since: 2 * DAY + 4 * HOUR,
          dormantSince: 2 * DAY,
        },
        {
          userName: 'alice',
          logonDomain: 'CONTOSO',
          computer: 'LAPTOP-7',
          type: 'ikev2',
          remoteEndpoint: '203.0.113.7',
          bytesSent: 40_000,
          bytesReceived: 6_000,
          since: 3 * HOUR + 12 * MINUTE,
        },
        {
          userName: 'carol',
          logonDomain: 'CONTOSO',
          computer: 'TABLET-3',
          type: 'ikev2',
          remoteEndpoint: '198.51.100.80',
          bytesSent: 12_000,
          bytesReceived: 1_500,
          since: 40 * MINUTE,
        },
        {
          userName: 'bob',
          logonDomain: 'CONTOSO',
          computer: 'LAPTOP-9',
          type: 'sstp',
          remoteEndpoint: '192.0.2.50',
          since: 25 * MINUTE,
        },
      ],
      users: [
        ['alice', { mayDialIn: true }],
        ['bob', { usesPolicy: true }],
        ['carol', { mayDialIn: true, callback: 'preset', phoneNumber: '555-0100' }],
      ],
    },
    {
      name: 'RAS02',
      ports: [
        ['sstp', 2],
        ['pptp', 1],
      ],
      connections: [
        {
          userName: 'dave',
          logonDomain: 'CONTOSO',
          computer: 'DESK-2',
          type: 'sstp',
          remoteEndpoint: '192.0.2.77',
          bytesSent: 2_000,
          bytesReceived: 2_000,
          since: 8 * HOUR,
        },
      ],
    },
  ],
};
