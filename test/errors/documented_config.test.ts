// Every error that the reference pages document for the functions of the stored configuration arrives with the right
// code, status, function and server. A state of the server causes it if possible; errors that the package rules out (it
// never passes NULL) are injected.

import { describe, expect, it } from 'vitest';
import type { ConfigOperation, RasConfig } from '../../lib/index.ts';
import type { SimulatedServer } from '../../lib/simulator/index.ts';
import { callConfig, configArguments, furnishConfig } from '../fixtures/config_methods.ts';
import { functionNamed, lab, rejection } from '../fixtures/simulated.ts';

const states = {
  'access is denied': (server: SimulatedServer) => {
    server.denied = true;
  },
  'the transport is gone': (server: SimulatedServer) => server.setup.removeTransport(0x21),
  'there is no PPTP port': () => {},
  'the interface is gone': (server: SimulatedServer) => server.removeInterface('Paris'),
  'the transport is not on it': (server: SimulatedServer) => {
    server.setInterface('Paris', { transports: {} });
  },
  'there is no network card': () => {},
  'it is a network card': (server: SimulatedServer) => {
    server.addInterface({ name: 'card', type: 'dedicated' });
  },
  'failed by order': () => {},
} as const;

type Documented = readonly [status: number, code: string, state?: keyof typeof states];

const parameter = [87, 'ERROR_INVALID_PARAMETER'] as const;
const memory = [8, 'ERROR_NOT_ENOUGH_MEMORY'] as const;
const denied = [5, 'ERROR_ACCESS_DENIED', 'access is denied'] as const;
const lanOnly = [903, 'ERROR_DDM_NOT_RUNNING'] as const;
const tooOld = [127, 'ERROR_PROC_NOT_FOUND'] as const;
const noTransport = [902, 'ERROR_UNKNOWN_PROTOCOL_ID'] as const;

const noInterface = [905, 'ERROR_NO_SUCH_INTERFACE'] as const;

const ofNames = [
  [111, 'ERROR_BUFFER_OVERFLOW'],
  parameter,
  [1168, 'ERROR_NOT_FOUND'],
  [1168, 'ERROR_NOT_FOUND', 'there is no network card'],
] as const;

const documented: readonly (readonly [ConfigOperation, string, readonly Documented[]])[] = [
  ['getInfo', 'ServerGetInfo', [parameter, memory]],
  [
    'setInfo',
    'ServerSetInfo',
    [
      [5, 'ERROR_ACCESS_DENIED'],
      parameter,
      [87, 'ERROR_INVALID_PARAMETER', 'there is no PPTP port'],
      [50, 'ERROR_NOT_SUPPORTED'],
      [6, 'ERROR_INVALID_HANDLE'],
    ],
  ],
  ['getInfoEx', 'ServerGetInfoEx', [denied, lanOnly, tooOld]],
  ['setInfoEx', 'ServerSetInfoEx', [[5, 'ERROR_ACCESS_DENIED'], parameter, lanOnly]],
  ['install', 'ServerInstall', [parameter]],
  ['backUp', 'ServerBackup', [parameter, memory]],
  ['restore', 'ServerRestore', [parameter, memory]],
  ['createTransport', 'TransportCreate', [parameter, memory]],
  ['deleteTransport', 'TransportDelete', [parameter, memory]],
  [
    'getTransport',
    'TransportGetHandle',
    [parameter, memory, noTransport, [...noTransport, 'the transport is gone']],
  ],
  ['getTransport', 'TransportGetInfo', [parameter, noTransport, memory]],
  ['setTransport', 'TransportSetInfo', [parameter, noTransport]],
  ['enumTransports', 'TransportEnum', [parameter, memory]],
  ['enumInterfaces', 'InterfaceEnum', [parameter, memory]],
  ['createInterface', 'InterfaceCreate', [parameter, memory]],
  ['deleteInterface', 'InterfaceDelete', [parameter, memory]],
  [
    'getInterface',
    'InterfaceGetHandle',
    [parameter, memory, noInterface, [...noInterface, 'the interface is gone']],
  ],
  ['getInterface', 'InterfaceGetInfo', [parameter, memory, noInterface]],
  [
    'setInterface',
    'InterfaceSetInfo',
    [parameter, [...parameter, 'it is a network card'], noInterface],
  ],
  ['enumInterfaceTransports', 'InterfaceTransportEnum', [parameter, memory]],
  ['addInterfaceTransport', 'InterfaceTransportAdd', [parameter, memory]],
  ['removeInterfaceTransport', 'InterfaceTransportRemove', [parameter]],
  [
    'getInterfaceTransport',
    'InterfaceTransportGetHandle',
    [parameter, memory, noInterface, [...noInterface, 'the transport is not on it']],
  ],
  ['getInterfaceTransport', 'InterfaceTransportGetInfo', [parameter, memory, noInterface]],
  ['setInterfaceTransport', 'InterfaceTransportSetInfo', [parameter, noInterface]],
  ['getInterfaceCustomInfoEx', 'InterfaceGetCustomInfoEx', [parameter, memory, noInterface]],
  ['setInterfaceCustomInfoEx', 'InterfaceSetCustomInfoEx', [parameter, noInterface]],
  ['getFriendlyName', 'GetFriendlyName', [...ofNames]],
  ['getGuidName', 'GetGuidName', [...ofNames]],
  ['getFilter', 'FilterGetInfo', [parameter]],
  ['setFilter', 'FilterSetInfo', [parameter]],
];

const cases = documented.flatMap(([method, name, errors]) =>
  errors.map(
    ([status, code, state = 'failed by order']) =>
      [method, `MprConfig${name}`, status, code, state] as const,
  ),
);

/** The arguments that bring about the state, if it is one of the arguments. */
function argumentsFor(method: ConfigOperation, state: keyof typeof states): unknown[] {
  if (state === 'there is no PPTP port') return [{ pptp: { count: 0 } }];
  if (state === 'there is no network card') return ['Paris'];
  if (state === 'it is a network card') return ['card', { isEnabled: false }];
  return configArguments(method, 'meant');
}

describe('a documented error of the stored configuration arrives as it is', () => {
  it.each(cases)('%s: %s %i %s: %s', async (method, syscall, status, code, state) => {
    const { simulated, connectConfig } = lab('mprapi', { name: '' });
    simulated.addPorts('pptp', 2);
    const config: RasConfig = await connectConfig();
    await furnishConfig(simulated, config);
    states[state](simulated);
    if (state === 'failed by order') simulated.fail(functionNamed(syscall), status);
    const failed = await rejection(callConfig(config, method, argumentsFor(method, state)));
    simulated.denied = false;
    expect(failed).toMatchObject({ name: 'RasError', code, status, syscall, server: '' });
    expect(failed).toHaveProperty('message', expect.stringContaining(code));
  });

  it.each([parameter, memory])('%i of MprConfigServerConnect: %s', async (status, code) => {
    const { simulated, connectConfig } = lab('mprapi');
    simulated.fail('MprConfigServerConnect', status);
    expect(await rejection(connectConfig())).toMatchObject({ status, code, server: 'RAS01' });
  });
});
