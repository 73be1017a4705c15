// Interfaces of a simulated router, as a test sets them up and sees them.

import { checkBoolean, checkObject, checkWord } from '../call/arguments.ts';
import { interfaceTypes } from '../connections/connection.ts';
import { invalidArgType } from '../errors/argument_errors.ts';
import type { KnownErrorName } from '../errors/ras_error_code.ts';
import {
  checkTexts,
  type DemandDial,
  type DemandDialSettings,
  demandDialFrom,
  type RawSettings,
  rawDemandDial,
  textsIn,
} from '../interfaces/demand_dial.ts';
import { checkHours, type DialOutHours, hoursFrom, hoursInTexts } from '../interfaces/hours.ts';
import {
  type InterfaceDevice,
  type InterfaceState,
  interfaceStates,
  type UnreachabilityReason,
  unreachabilityReasons,
} from '../interfaces/interface.ts';
import { checkName } from '../interfaces/target.ts';
import { bitsOf, wordAt, wordsOfBits } from '../interfaces/words.ts';
import type { Ikev2Policy } from '../server/info_ex.ts';
import { checkDword, checkText } from './api_values.ts';
import { checkDuration, type Duration } from './duration.ts';
import { checkStatus } from './functions.ts';
import type { NativeInterface, NativeInterfaceDetails, NativeNewInterface } from './native.ts';

/** What is asked of the other router. */
export interface SimulatedCredentials {
  readonly userName: string;
  readonly domain?: string;
  readonly password?: Uint8Array;
}

/** What is left out stays as it is; for a new interface, it has its default. */
export interface InterfaceSetup {
  readonly isEnabled?: boolean;
  /** `null` for no restriction, the default. The simulator's clock begins at midnight on a Sunday. */
  readonly dialOutHours?: DialOutHours | null;
  readonly demandDial?: DemandDialSettings;
  /** Default: for a demand-dial interface, one of the type and name in `demandDial`. */
  readonly devices?: readonly InterfaceDevice[];
  /** `null` for none, with which an attempt fails. Default: the name of the interface as the user. */
  readonly credentials?: SimulatedCredentials | null;
  /** What the attempts to connect end with: 0 connects, the default. */
  readonly answer?: number | KnownErrorName;
  /** How long an attempt takes. Default 0. */
  readonly connectingTime?: Duration;
  /** What an update of the routes ends with. Default 0. */
  readonly updateResult?: number | KnownErrorName;
  /** How long an update takes if its caller waits by an event. Default 0. */
  readonly updateTime?: Duration;
  /** Further reasons that make it unreachable, such as 'no-media-sense'. Default: none. */
  readonly unreachable?: readonly UnreachabilityReason[];
  readonly lastError?: number | KnownErrorName;
  /** By number (0x21 is IP), the block of each transport on the interface. Default: none. */
  readonly transports?: Readonly<Record<number, Uint8Array>>;
}

/** An interface for the stored configuration. Its settings count when the service next starts. */
export interface NewStoredSimulatedInterface extends InterfaceSetup {
  readonly name: string;
  /** Default 'full-router', a demand-dial interface. */
  readonly type?: (typeof interfaceTypes)[number];
  /** Of a network card, whose name is its GUID. Default: none. */
  readonly friendlyName?: string;
}

export interface NewSimulatedInterface extends NewStoredSimulatedInterface {
  /** Whether the stored configuration has it, too, so that it outlives a restart. Default true. */
  readonly stored?: boolean;
}

/** The settings for IKEv2 that an interface has of its own. */
export interface SimulatedIkev2 {
  readonly saLifeTime: number;
  readonly saDataSize: number;
  readonly mainModeSaLifeTime: number;
  readonly certificateName: Uint8Array;
  readonly certificateHash: Uint8Array;
  readonly policy?: Ikev2Policy;
}

/** An interface as it is in the model when it is read. It can be passed to the methods that take an `Interface`. */
export interface SimulatedInterface {
  readonly server: string;
  /** Its number on its server. No other interface ever has it; the API does not show it. */
  readonly ordinal: number;
  readonly handle: number;
  readonly name: string;
  readonly type: (typeof interfaceTypes)[number] | `unknown-${number}`;
  readonly isEnabled: boolean;
  readonly state: InterfaceState;
  readonly unreachable: readonly UnreachabilityReason[];
  readonly lastError: number;
  /** What attempts end with; 0 connects. */
  readonly answer: number;
  /** How long an attempt takes, in seconds. */
  readonly connectingTime: number;
  /** Attempts that failed since the last success. */
  readonly failures: number;
  /** The ordinal of its connection. */
  readonly connection: number | undefined;
  readonly dialOutHours: DialOutHours | undefined;
  readonly demandDial: DemandDial;
  readonly devices: readonly InterfaceDevice[];
  readonly credentials: Required<SimulatedCredentials> | undefined;
  readonly eapCredentials: Uint8Array;
  readonly presharedKey: Uint8Array;
  readonly transports: Readonly<Record<number, Uint8Array>>;
  readonly ikev2: SimulatedIkev2 | undefined;
}

const setupMembers = [
  'isEnabled',
  'dialOutHours',
  'demandDial',
  'devices',
  'credentials',
  'answer',
  'connectingTime',
  'updateResult',
  'updateTime',
  'unreachable',
  'lastError',
  'transports',
] as const satisfies readonly (keyof InterfaceSetup)[];

const usualEntry = { entryType: 'vpn', deviceType: 'vpn', protocols: ['ip'] } as const;
const MOST_CREDENTIALS = 256;
const LONGEST_NAME = 256;
const LEVEL_OF_MODEL = 3;

export function checkNewInterface(one: NewSimulatedInterface): NativeNewInterface {
  const members = ['name', 'type', 'friendlyName', 'stored', ...setupMembers] as const;
  const copy = checkObject('options', one, members);
  const { type = 'full-router', stored = true, friendlyName = '', ...given } = copy;
  const name = checkName('options.name', given.name);
  const number = interfaceTypes.indexOf(checkWord('options.type', type, interfaceTypes));
  const isDialled = type === 'full-router' || type === 'home-router';
  const { demandDial, credentials } = given;
  const setup = checkSetup('options', {
    ...given,
    ...(isDialled && {
      demandDial: { ...usualEntry, ...demandDial },
      credentials: credentials === undefined ? { userName: name } : credentials,
      devices: given.devices ?? [usualDevice(demandDial)],
    }),
  });
  return {
    ...setup,
    name,
    type: number,
    isStored: checkBoolean('options.stored', stored),
    friendlyName: checkText('options.friendlyName', friendlyName, LONGEST_NAME),
  };
}

/** The same without the choice whether it is stored. */
export function checkNewStoredInterface(one: NewStoredSimulatedInterface): NativeNewInterface {
  return checkNewInterface(
    checkObject('options', one, ['name', 'type', 'friendlyName', ...setupMembers]),
  );
}

function usualDevice(demandDial: DemandDialSettings = {}): InterfaceDevice {
  const { deviceType = 'vpn', deviceName = '', phoneNumber = '' } = demandDial;
  return { deviceType, deviceName, phoneNumber, alternates: [] };
}

export function checkInterfaceSetup(setup: InterfaceSetup): Partial<NativeInterfaceDetails> {
  return checkSetup('setup', checkObject('setup', setup, setupMembers));
}

function checkSetup(name: string, given: InterfaceSetup): Partial<NativeInterfaceDetails> {
  const { isEnabled, dialOutHours, demandDial, devices, credentials, transports } = given;
  const status = (key: 'answer' | 'updateResult' | 'lastError') =>
    given[key] === undefined ? {} : { [key]: checkStatus(`${name}.${key}`, given[key]) };
  const time = (key: 'connectingTime' | 'updateTime') =>
    given[key] === undefined ? {} : { [key]: checkDuration(`${name}.${key}`, given[key]) };
  return {
    ...(isEnabled !== undefined && { isEnabled: checkBoolean(`${name}.isEnabled`, isEnabled) }),
    ...(dialOutHours !== undefined && {
      hours:
        dialOutHours === null ? [] : hoursInTexts(checkHours(`${name}.dialOutHours`, dialOutHours)),
    }),
    ...(demandDial !== undefined && {
      entry: nativeEntry(rawDemandDial(`${name}.demandDial`, demandDial)),
    }),
    ...(devices !== undefined && {
      devices: devices.map((device, i) => checkDevice(`${name}.devices[${i}]`, device)),
    }),
    ...(credentials !== undefined && {
      credentials: credentials === null ? {} : checkCredentials(`${name}.credentials`, credentials),
    }),
    ...status('answer'),
    ...status('updateResult'),
    ...status('lastError'),
    ...time('connectingTime'),
    ...time('updateTime'),
    ...(given.unreachable !== undefined && {
      reasons: bitsOf(`${name}.unreachable`, unreachabilityReasons, given.unreachable),
    }),
    ...(transports !== undefined && {
      transports: checkTransports(`${name}.transports`, transports),
    }),
  };
}

/** A scene has one number for the options, and its lists are lists. */
function nativeEntry(raw: RawSettings): NonNullable<NativeInterfaceDetails['entry']> {
  const { optionsOn = 0, optionsOff: _, alternates, ...entry } = raw;
  return {
    ...entry,
    options: optionsOn,
    ...(alternates !== undefined && { alternates: textsIn(String(alternates)) }),
  };
}

function checkDevice(name: string, device: InterfaceDevice): InterfaceDevice {
  const members = ['deviceType', 'deviceName', 'phoneNumber', 'alternates'] as const;
  const { deviceType, deviceName, phoneNumber, alternates } = checkObject(name, device, members);
  return {
    deviceType: checkText(`${name}.deviceType`, deviceType, 17),
    deviceName: checkText(`${name}.deviceName`, deviceName, 129),
    phoneNumber: checkText(`${name}.phoneNumber`, phoneNumber, 129),
    alternates: textsIn(checkTexts(`${name}.alternates`, alternates)),
  };
}

function checkCredentials(
  name: string,
  credentials: SimulatedCredentials,
): Required<SimulatedCredentials> {
  const members = ['userName', 'domain', 'password'] as const;
  const {
    userName,
    domain = '',
    password = new Uint8Array(),
  } = checkObject(name, credentials, members);
  if (!(password instanceof Uint8Array)) {
    throw invalidArgType(`${name}.password`, 'Uint8Array', typeof password);
  }
  return {
    userName: checkText(`${name}.userName`, userName, MOST_CREDENTIALS),
    domain: checkText(`${name}.domain`, domain, MOST_CREDENTIALS),
    password,
  };
}

function checkTransports(name: string, transports: Readonly<Record<number, Uint8Array>>) {
  return Object.entries(transports).map(([id, info]) => {
    if (!(info instanceof Uint8Array)) throw invalidArgType(`${name}.${id}`, 'Uint8Array', info);
    return { id: checkDword(`${name}.${id}`, Number(id)), info };
  });
}

export function simulatedInterface(native: NativeInterface, server: string): SimulatedInterface {
  const { ordinal, name, isEnabled, lastError, failures, connection, devices } = native;
  const { answer, connectingTime } = native;
  const { alternates, ...entry } = native.entry;
  return {
    server,
    ordinal,
    handle: Number(native.handle),
    name,
    type: wordAt(interfaceTypes, native.type),
    isEnabled,
    state: wordAt(interfaceStates, native.state),
    unreachable: wordsOfBits(unreachabilityReasons, native.unreachable),
    lastError,
    answer,
    connectingTime,
    failures,
    connection: connection === 0 ? undefined : connection,
    dialOutHours: hoursFrom(native.hours),
    demandDial: demandDialFrom({ ...entry, level: LEVEL_OF_MODEL }, alternates),
    devices,
    credentials: native.credentials,
    eapCredentials: native.eapCredentials,
    presharedKey: native.presharedKey,
    transports: Object.fromEntries(native.transports.map(({ id, info }) => [id, info])),
    ikev2: native.ikev2,
  };
}
