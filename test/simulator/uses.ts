// For each function that the simulator's libraries export: an operation that calls it, from the addon's own
// table of functions.

import type { ConnectOptions, Dialect, RasServer } from '../../lib/index.ts';
import { loadBinding } from '../../lib/native/load.ts';
import { functionsOf } from '../../lib/simulator/functions.ts';
import type { Generation } from '../../lib/simulator/index.ts';
import {
  type Asked,
  argumentsOf,
  call,
  domain,
  furnish,
  isAsked,
  methods,
  portOfUser,
} from '../fixtures/methods.ts';
import { type Lab, lab } from '../fixtures/simulated.ts';

export interface Use {
  readonly asked: Asked;
  /** The newest generation for which it is called; newer servers have a better function. */
  readonly generation?: Generation;
}

const { functions } = loadBinding('');

/** Functions that operations call in addition to their own. */
const alongWith: Readonly<Record<string, Asked>> = {
  MprAdminServerConnect: 'enumPorts',
  RasAdminServerConnect: 'enumPorts',
  MprAdminServerDisconnect: 'enumPorts',
  RasAdminServerDisconnect: 'enumPorts',
  MprAdminBufferFree: 'enumPorts',
  MprAdminMIBBufferFree: 'getMibEntry',
  MprAdminMIBServerDisconnect: 'getMibEntry',
  RasAdminBufferFree: 'enumPorts',
  RasAdminFreeBuffer: 'enumPorts',
  LocalFree: 'getErrorString',
};

const otherArguments = 'the library of nt4 has it with arguments that nobody knows';

const ofConfig = functionsOf.mprapi.filter((name) => name.startsWith('MprConfig'));

/** Functions that are never called, each with the reason. */
export const neverCalled: Readonly<Partial<Record<Dialect, Readonly<Record<string, string>>>>> = {
  mprapi: {
    MprAdminRegisterConnectionNotification: 'works on Windows only',
    MprAdminDeregisterConnectionNotification: 'works on Windows only',
    ...Object.fromEntries(ofConfig.map((name) => [name, 'test/config/methods.test.ts calls it'])),
  },
  nt4: {
    RasAdminGetErrorString: otherArguments,
    RasAdminUserGetInfo: otherArguments,
    RasAdminUserSetInfo: otherArguments,
  },
};

export function useOf(dialect: Dialect, name: string): Use | undefined {
  const asking = Object.entries(functions[dialect] ?? {})
    .filter(([, names]) => names.includes(name))
    .map(([operation]) => operation)
    .find(isAsked);
  const asked = asking ?? alongWith[name];
  if (asked === undefined) return undefined;
  const generation = methods[asked].generations?.[name];
  return { asked, ...(generation !== undefined && { generation }) };
}

/** A server on which every operation works. */
export function busyLab(dialect: Dialect, { generation }: Partial<Use> = {}): Lab {
  const made = lab(dialect, {
    server: { domain, ...(generation !== undefined && { generation }) },
  });
  furnish(made.simulator, made.simulated);
  return made;
}

/** Connects, calls the function, and disconnects. */
export async function runUse(
  connect: (name?: string, options?: ConnectOptions) => Promise<RasServer>,
  { asked }: Use,
): Promise<unknown> {
  const server = await connect();
  try {
    const port = await portOfUser(server);
    const subjects = { port, connection: port.connection ?? 0 };
    return await call(asked, server, argumentsOf(asked, server, subjects));
  } finally {
    await server.disconnect();
  }
}
