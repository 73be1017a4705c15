// The functions of the simulated libraries, and the methods of a server that stand for some of them.

import type { Dialect } from '../call/dialect.ts';
import { isOnSessions, type Operation, operations } from '../call/operations.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { nearestNames } from '../errors/nearest_names.ts';
import { type KnownErrorName, RasErrorCode } from '../errors/ras_error_code.ts';
import { loadBinding } from '../native/load.ts';
import { neededForSessions } from '../sessions/support.ts';
import { checkDword } from './api_values.ts';
import type { NativeLibrary } from './native.ts';

/** Of Mprapi.dll. LocalFree is the system's on Windows. */
const mprapiFunctions = [
  'LocalFree',
  'MprAdminBufferFree',
  'MprAdminConnectionClearStats',
  'MprAdminConnectionEnum',
  'MprAdminConnectionEnumEx',
  'MprAdminConnectionGetInfo',
  'MprAdminConnectionGetInfoEx',
  'MprAdminConnectionRemoveQuarantine',
  'MprAdminDeregisterConnectionNotification',
  'MprAdminDeviceEnum',
  'MprAdminEstablishDomainRasServer',
  'MprAdminGetErrorString',
  'MprAdminGetPDCServer',
  'MprAdminInterfaceConnect',
  'MprAdminInterfaceCreate',
  'MprAdminInterfaceDelete',
  'MprAdminInterfaceDeviceGetInfo',
  'MprAdminInterfaceDeviceSetInfo',
  'MprAdminInterfaceDisconnect',
  'MprAdminInterfaceEnum',
  'MprAdminInterfaceGetCredentials',
  'MprAdminInterfaceGetCredentialsEx',
  'MprAdminInterfaceGetCustomInfoEx',
  'MprAdminInterfaceGetHandle',
  'MprAdminInterfaceGetInfo',
  'MprAdminInterfaceQueryUpdateResult',
  'MprAdminInterfaceSetCredentials',
  'MprAdminInterfaceSetCredentialsEx',
  'MprAdminInterfaceSetCustomInfoEx',
  'MprAdminInterfaceSetInfo',
  'MprAdminInterfaceTransportAdd',
  'MprAdminInterfaceTransportGetInfo',
  'MprAdminInterfaceTransportRemove',
  'MprAdminInterfaceTransportSetInfo',
  'MprAdminInterfaceUpdatePhonebookInfo',
  'MprAdminInterfaceUpdateRoutes',
  'MprAdminIsDomainRasServer',
  'MprAdminIsServiceInitialized',
  'MprAdminIsServiceRunning',
  'MprAdminMIBBufferFree',
  'MprAdminMIBEntryCreate',
  'MprAdminMIBEntryDelete',
  'MprAdminMIBEntryGet',
  'MprAdminMIBEntryGetFirst',
  'MprAdminMIBEntryGetNext',
  'MprAdminMIBEntrySet',
  'MprAdminMIBServerConnect',
  'MprAdminMIBServerDisconnect',
  'MprAdminPortClearStats',
  'MprAdminPortDisconnect',
  'MprAdminPortEnum',
  'MprAdminPortGetInfo',
  'MprAdminPortReset',
  'MprAdminRegisterConnectionNotification',
  'MprAdminSendUserMessage',
  'MprAdminServerConnect',
  'MprAdminServerDisconnect',
  'MprAdminServerGetCredentials',
  'MprAdminServerGetInfo',
  'MprAdminServerGetInfoEx',
  'MprAdminServerSetCredentials',
  'MprAdminServerSetInfo',
  'MprAdminServerSetInfoEx',
  'MprAdminTransportCreate',
  'MprAdminTransportGetInfo',
  'MprAdminTransportSetInfo',
  'MprAdminUpdateConnection',
  'MprAdminUserGetInfo',
  'MprAdminUserSetInfo',
  'MprConfigBufferFree',
  'MprConfigFilterGetInfo',
  'MprConfigFilterSetInfo',
  'MprConfigGetFriendlyName',
  'MprConfigGetGuidName',
  'MprConfigInterfaceCreate',
  'MprConfigInterfaceDelete',
  'MprConfigInterfaceEnum',
  'MprConfigInterfaceGetCustomInfoEx',
  'MprConfigInterfaceGetHandle',
  'MprConfigInterfaceGetInfo',
  'MprConfigInterfaceSetCustomInfoEx',
  'MprConfigInterfaceSetInfo',
  'MprConfigInterfaceTransportAdd',
  'MprConfigInterfaceTransportEnum',
  'MprConfigInterfaceTransportGetHandle',
  'MprConfigInterfaceTransportGetInfo',
  'MprConfigInterfaceTransportRemove',
  'MprConfigInterfaceTransportSetInfo',
  'MprConfigServerBackup',
  'MprConfigServerConnect',
  'MprConfigServerDisconnect',
  'MprConfigServerGetInfo',
  'MprConfigServerGetInfoEx',
  'MprConfigServerInstall',
  'MprConfigServerRefresh',
  'MprConfigServerRestore',
  'MprConfigServerSetInfo',
  'MprConfigServerSetInfoEx',
  'MprConfigTransportCreate',
  'MprConfigTransportDelete',
  'MprConfigTransportEnum',
  'MprConfigTransportGetHandle',
  'MprConfigTransportGetInfo',
  'MprConfigTransportSetInfo',
] as const;

/** Of the same in the shape of the NT 4 redistributable. */
const nt4Functions = [
  'RasAdminBufferFree',
  'RasAdminConnectionClearStats',
  'RasAdminConnectionEnum',
  'RasAdminConnectionGetInfo',
  'RasAdminGetErrorString',
  'RasAdminGetPDCServer',
  'RasAdminIsServiceRunning',
  'RasAdminPortClearStats',
  'RasAdminPortDisconnect',
  'RasAdminPortEnum',
  'RasAdminPortGetInfo',
  'RasAdminPortReset',
  'RasAdminServerConnect',
  'RasAdminServerDisconnect',
  'RasAdminUserGetInfo',
  'RasAdminUserSetInfo',
] as const;

/** Of Rassapi.dll. */
const rassapiFunctions = [
  'RasAdminFreeBuffer',
  'RasAdminGetErrorString',
  'RasAdminGetUserAccountServer',
  'RasAdminPortClearStatistics',
  'RasAdminPortDisconnect',
  'RasAdminPortEnum',
  'RasAdminPortGetInfo',
  'RasAdminServerGetInfo',
  'RasAdminUserGetInfo',
  'RasAdminUserSetInfo',
] as const;

export const functionsOf = {
  mprapi: mprapiFunctions,
  nt4: nt4Functions,
  rassapi: rassapiFunctions,
} as const satisfies Record<Dialect, readonly string[]>;

/** A function that a simulated library exports. */
export type SimulatedFunction = (typeof functionsOf)[Dialect][number];

/** A method of the package, which stands for the functions that do its work in the simulator's dialect. */
export type SimulatedMethod = 'connect' | Operation;

export const methods: readonly SimulatedMethod[] = ['connect', ...operations];

// What the addon calls the operations of a method.
function operationsOf(method: SimulatedMethod, dialect: Dialect): readonly string[] {
  if (method === 'disconnect') return ['serverDisconnect'];
  if (method === 'connect' || !isOnSessions(method)) return [method];
  return neededForSessions(dialect, method);
}

/** Which functions a caller means. @throws {TypeError} with the nearest names for an unknown one */
export function checkFunctions(
  name: SimulatedFunction | SimulatedMethod,
  library: NativeLibrary,
): { readonly names: readonly string[]; readonly returnStatus: boolean } {
  if (typeof name !== 'string') throw invalidArgType('name', 'string', name);
  const exported = new Map(library.functions.map((each) => [each.name, each.returnsStatus]));
  const returnsStatus = exported.get(name);
  if (returnsStatus !== undefined) return { names: [name], returnStatus: returnsStatus };
  const method = methods.find((each) => each === name);
  if (method === undefined) {
    const near = nearestNames(name, [...methods, ...exported.keys()], 3);
    const [first, second, third] = near.map((each) => `'${each}'`);
    throw invalidArgValue(
      'name',
      name,
      `must be a method or a function of ${library.dialect}, such as ${first}, ${second} or ${third}`,
    );
  }
  const { dialect } = library;
  const table = loadBinding('').functions[dialect] ?? {};
  const names = operationsOf(method, dialect)
    .flatMap((operation) => table[operation] ?? [])
    .filter((each) => exported.has(each));
  if (names.length === 0) {
    throw invalidArgValue('name', name, `must be a method for which ${dialect} has a function`);
  }
  return { names, returnStatus: names.every((each) => exported.get(each)) };
}

/** A status by its number or by its name. @throws {TypeError} with the nearest names for an unknown one */
export function checkStatus(name: string, status: unknown): number {
  if (typeof status === 'number') return checkDword(name, status);
  if (typeof status !== 'string') throw invalidArgType(name, ['number', 'string'], status);
  if (Object.hasOwn(RasErrorCode, status)) return RasErrorCode[status as KnownErrorName];
  const near = nearestNames(status, Object.keys(RasErrorCode), 3);
  throw invalidArgValue(
    name,
    status,
    `must be a number or a known name, such as ${near.join(', ')}`,
  );
}
