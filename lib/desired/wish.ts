// How a caller wants an interface to be. It is checked and copied before anything is asked.

import { checkBoolean, checkObject, checkWord } from '../call/arguments.ts';
import { type InterfaceType, interfaceTypes } from '../connections/connection.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { rawDevice } from '../interfaces/changes.ts';
import {
  checkCredentials,
  checkInterfaceSecret,
  type InterfaceCredentials,
} from '../interfaces/credentials.ts';
import { type DemandDialSettings, rawDemandDial } from '../interfaces/demand_dial.ts';
import { checkHours, type DialOutHours } from '../interfaces/hours.ts';
import type { InterfaceDevice } from '../interfaces/interface.ts';
import { checkName } from '../interfaces/target.ts';

/** What is left out stays as it is. */
export interface DesiredInterface {
  readonly name: string;
  /** Removes the interface. Nothing but the name may stand beside it. */
  readonly isAbsent?: boolean;
  /** It cannot be changed. Default for a new interface: 'full-router'. */
  readonly type?: (typeof interfaceTypes)[number];
  /** Default for a new interface: true. */
  readonly isEnabled?: boolean;
  /** `null` lifts the restriction. */
  readonly dialOutHours?: DialOutHours | null;
  /** Only of an interface of type 'full-router'. */
  readonly demandDial?: DemandDialSettings;
  /** The devices over which it dials, from the first on. Further devices stay. */
  readonly devices?: readonly Partial<InterfaceDevice>[];
  /** Secret: set when the interface is created, and with `setSecrets`. The password is in UTF-16. */
  readonly credentials?: Partial<InterfaceCredentials>;
  /** The key of IPsec. Secret. */
  readonly presharedKey?: Uint8Array;
  /** The data of an EAP method. Secret. */
  readonly eap?: Uint8Array;
}

/** A copy of what the caller wants. Its secrets are to be wiped. */
export interface Wish {
  readonly name: string;
  readonly isAbsent: boolean;
  readonly type: InterfaceType | undefined;
  readonly isEnabled: boolean | undefined;
  readonly dialOutHours: DialOutHours | null | undefined;
  readonly demandDial: DemandDialSettings | undefined;
  readonly devices: readonly Partial<InterfaceDevice>[];
  readonly secrets: Secrets;
}

export interface Secrets {
  readonly credentials: Partial<InterfaceCredentials> | undefined;
  readonly presharedKey: Uint8Array | undefined;
  readonly eap: Uint8Array | undefined;
}

const members = [
  'name',
  'isAbsent',
  'type',
  'isEnabled',
  'dialOutHours',
  'demandDial',
  'devices',
  'credentials',
  'presharedKey',
  'eap',
] as const;

const ofDemandDial = ['demandDial', 'devices', 'credentials', 'presharedKey', 'eap'] as const;

/** @throws {TypeError} for a wish that is unknown or contradicts itself */
export function checkWish(desired: DesiredInterface): Wish {
  const given = checkObject('desired', desired, members);
  const name = checkName('desired.name', given.name);
  const { isAbsent = false, type, isEnabled, dialOutHours, demandDial, devices = [] } = given;
  if (checkBoolean('desired.isAbsent', isAbsent)) refuseOthers(given);
  if (type !== undefined) checkWord('desired.type', type, interfaceTypes);
  if (type !== undefined && type !== 'full-router') refuseDemandDial(given, type);
  if (isEnabled !== undefined) checkBoolean('desired.isEnabled', isEnabled);
  const hours = dialOutHours ?? undefined;
  if (hours !== undefined) checkHours('desired.dialOutHours', hours);
  if (demandDial !== undefined) rawDemandDial('desired.demandDial', demandDial);
  if (!Array.isArray(devices)) throw invalidArgType('desired.devices', 'Array', devices);
  devices.forEach((device, index) => {
    rawDevice(`desired.devices[${index}]`, device);
  });
  return {
    ...structuredClone({ isAbsent, type, isEnabled, dialOutHours, demandDial, devices }),
    name,
    secrets: checkSecrets(given),
  };
}

function checkSecrets({ credentials, presharedKey, eap }: DesiredInterface): Secrets {
  const name = 'desired.credentials';
  const copies: { -readonly [Key in keyof Secrets]?: Secrets[Key] } = {};
  try {
    if (credentials !== undefined) copies.credentials = checkCredentials(name, credentials);
    if (presharedKey !== undefined) {
      copies.presharedKey = checkInterfaceSecret(
        'desired.presharedKey',
        'preshared-key',
        presharedKey,
      );
    }
    if (eap !== undefined) copies.eap = checkInterfaceSecret('desired.eap', 'eap', eap);
  } catch (error) {
    wipe(copies);
    throw error;
  }
  return { credentials: undefined, presharedKey: undefined, eap: undefined, ...copies };
}

export function wipe({ credentials, presharedKey, eap }: Partial<Secrets>): void {
  credentials?.password?.fill(0);
  presharedKey?.fill(0);
  eap?.fill(0);
}

function refuseOthers(given: DesiredInterface): void {
  const other = members.find(
    (key) => key !== 'name' && key !== 'isAbsent' && given[key] !== undefined,
  );
  if (other === undefined) return;
  const reason = `cannot be combined with ${other}: an interface that is to be removed has only a name`;
  throw invalidArgValue('desired.isAbsent', true, reason);
}

function refuseDemandDial(given: DesiredInterface, type: InterfaceType): void {
  const other = ofDemandDial.find((key) => given[key] !== undefined);
  if (other === undefined) return;
  throw invalidArgValue('desired.type', type, `must be 'full-router' with ${other}`);
}
