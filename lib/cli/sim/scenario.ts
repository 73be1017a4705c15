// What a simulated lab begins with: servers, their ports, and who has dialled in how long ago.

import type { PortType, ServerOptions } from '../../simulator/index.ts';

export interface Scenario {
  readonly servers: readonly ScenarioServer[];
}

export interface ScenarioServer {
  /** Without a name it is the local one. */
  readonly name?: string;
  readonly options?: ServerOptions;
  readonly ports: readonly (readonly [type: PortType, count: number])[];
  readonly connections: readonly ScenarioConnection[];
  /** Functions that fail, and with what. */
  readonly failures?: readonly (readonly [name: string, status: number])[];
}

export interface ScenarioConnection {
  readonly user: string;
  readonly domain?: string;
  readonly computer?: string;
  readonly type?: PortType;
  readonly port?: string;
  /** How many seconds ago. */
  readonly since: number;
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
          user: 'carol',
          domain: 'CONTOSO',
          computer: 'TABLET-3',
          type: 'ikev2',
          since: 2 * DAY + 4 * HOUR,
        },
        {
          user: 'alice',
          domain: 'CONTOSO',
          computer: 'LAPTOP-7',
          type: 'ikev2',
          since: 3 * HOUR + 12 * MINUTE,
        },
        {
          user: 'carol',
          domain: 'CONTOSO',
          computer: 'TABLET-3',
          type: 'ikev2',
          since: 40 * MINUTE,
        },
        { user: 'bob', domain: 'CONTOSO', computer: 'LAPTOP-9', type: 'sstp', since: 25 * MINUTE },
      ],
    },
    {
      name: 'RAS02',
      ports: [
        ['sstp', 2],
        ['pptp', 1],
      ],
      connections: [
        { user: 'dave', domain: 'CONTOSO', computer: 'DESK-2', type: 'sstp', since: 8 * HOUR },
      ],
    },
  ],
};
