// A simulated lab: servers, ports, callers with the age of their calls, and what happens later on.

import type { VpnStrategy } from '../../interfaces/demand_dial.ts';
import type { DialOutHours } from '../../interfaces/hours.ts';
import type {
  DialInSettings,
  NewSimulatedInterface,
  PortType,
  Report,
  ServerOptions,
  ServiceState,
  SimulatedFunction,
  SimulatedMethod,
} from '../../simulator/index.ts';

export interface Scenario {
  readonly servers: readonly ScenarioServer[];
  /** Of a real server: the lab shows what it shows, and the scenario only names the servers. */
  readonly report?: Report;
}

export interface ScenarioServer {
  /** Without a name it is the local one. */
  readonly name?: string;
  readonly options?: ServerOptions;
  readonly ports: readonly (readonly [type: PortType, count: number])[];
  readonly connections: readonly ScenarioConnection[];
  readonly interfaces?: readonly ScenarioInterface[];
  /** Accounts that `rras user` shows. */
  readonly users?: readonly (readonly [name: string, settings: DialInSettings])[];
  /** Functions or methods that fail, and their statuses. */
  readonly failures?: readonly (readonly [
    name: SimulatedFunction | SimulatedMethod,
    status: number,
  ])[];
  readonly events?: readonly ScenarioEvent[];
}

export interface ScenarioCaller {
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
}

export interface ScenarioInterface {
  readonly name: string;
  /** Default: a demand-dial interface. */
  readonly type?: NonNullable<NewSimulatedInterface['type']>;
  readonly isEnabled?: boolean;
  /** The phone number, or the name or address of the VPN server. */
  readonly phoneNumber?: string;
  readonly deviceName?: string;
  readonly vpnStrategy?: Exclude<VpnStrategy, `unknown-${number}`>;
  /** Seconds without traffic after which it is disconnected. */
  readonly idleDisconnect?: number;
  /** How many seconds an attempt to connect takes. */
  readonly connectingTime?: number;
  /** The code with which attempts fail. */
  readonly answer?: number;
  /** How many seconds ago it was connected. Without it, it is not. */
  readonly connectedSince?: number;
  /** By the clock of the lab, which begins at midnight on a Sunday. */
  readonly dialOutHours?: DialOutHours;
  /** Whether the running router has it. Default true. */
  readonly running?: boolean;
  /** Whether the stored configuration has it. Default true. */
  readonly stored?: boolean;
}

export interface ScenarioConnection extends ScenarioCaller {
  /** How many seconds ago. */
  readonly since: number;
  /** How many seconds ago the client was last in reach; over IKEv2. */
  readonly dormantSince?: number;
}

/** Something that happens while the lab is used, once or again and again. Times are in seconds. */
export interface ScenarioEvent {
  /** When it happens first, counted from the beginning of the lab. */
  readonly at: number;
  /** From one time to the next. Without it, the event happens once. */
  readonly every?: number;
  /** After this time it is undone: the caller hangs up, the server returns. */
  readonly lasts?: number;
  readonly what: Happening;
}

export type Happening =
  | { readonly kind: 'dialIn'; readonly caller: ScenarioCaller }
  | { readonly kind: 'hangUp' | 'goDormant' | 'wake'; readonly userName: string }
  | { readonly kind: 'roam'; readonly userName: string; readonly to: string }
  | { readonly kind: 'dialInterface' | 'dropInterface'; readonly name: string }
  | { readonly kind: 'service'; readonly state: ServiceState }
  | { readonly kind: 'unreachable' | 'denied' | 'lanOnly'; readonly isSo: boolean }
  | { readonly kind: 'hang'; readonly name: SimulatedFunction | SimulatedMethod }
  | {
      readonly kind: 'delay';
      /** Undefined: everything that is asked of the server. */
      readonly name: SimulatedFunction | SimulatedMethod | undefined;
      readonly latency: number;
      readonly jitter: number;
    }
  | {
      readonly kind: 'fail';
      readonly name: SimulatedFunction | SimulatedMethod;
      readonly status: number;
    };

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
      interfaces: [
        { name: 'Ethernet', type: 'dedicated' },
        { name: 'Paris', phoneNumber: 'vpn.paris.example', vpnStrategy: 'ikev2-only' },
        { name: 'Rome', phoneNumber: 'vpn.rome.example', vpnStrategy: 'sstp-only', answer: 809 },
      ],
      users: [
        ['alice', { mayDialIn: true }],
        ['bob', { usesPolicy: true }],
        ['carol', { mayDialIn: true, callback: 'preset', phoneNumber: '555-0100' }],
      ],
      events: [
        {
          at: 0.3,
          every: 7,
          lasts: 4,
          what: {
            kind: 'dialIn',
            caller: {
              userName: 'erin',
              logonDomain: 'CONTOSO',
              computer: 'PHONE-4',
              type: 'sstp',
              remoteEndpoint: '203.0.113.91',
              bytesSent: 3_000,
              bytesReceived: 800,
            },
          },
        },
        {
          at: 2,
          every: 11,
          lasts: 6,
          what: {
            kind: 'dialIn',
            caller: {
              userName: 'frank',
              logonDomain: 'CONTOSO',
              computer: 'HOME-12',
              type: 'l2tp',
              remoteEndpoint: '198.51.100.140',
              authenticationTime: 1,
            },
          },
        },
        { at: 9, every: 30, lasts: 8, what: { kind: 'goDormant', userName: 'alice' } },
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
      events: [{ at: 40, every: 3 * MINUTE, lasts: 10, what: { kind: 'unreachable', isSo: true } }],
    },
  ],
};
