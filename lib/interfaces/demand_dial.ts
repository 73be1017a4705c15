// How a demand-dial interface is dialled: its entry in the phone book, as it is read and as it is set.

import { checkInteger, checkObject, checkString } from '../call/arguments.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import type { RowReader } from '../native/packed.ts';
import type { InterfaceEntryRow } from '../native/rows.ts';
import {
  ipv4From,
  ipv4NumberOf,
  ipv6BlockOf,
  ipv6BytesOf,
  ipv6From,
  ipv6ListFrom,
} from './addresses.ts';
import { type InterfaceOptionSet, optionChanges, optionsFrom, otherOptions } from './options.ts';
import { vpnStrategies } from './vpn_strategies.ts';
import { bitsOf, numberOf, wordAt, wordsOfBits } from './words.ts';

const encryptions = ['none', 'require', 'require-max', 'optional'] as const;
const entryTypes = [undefined, 'phone', 'vpn', 'direct', 'internet', 'broadband'] as const;
const dialModes = ['dial-first', 'dial-all', 'dial-as-needed'] as const;
const protocolBits = { netbeui: 1, ipx: 2, ip: 4, ipv6: 8 } as const;

type Known<Words extends readonly unknown[]> = Exclude<Words[number], undefined>;
type OrUnknown<Word> = Word | `unknown-${number}`;

/** Which tunnel is tried. Those with two names in one try the first and then the second. */
export type VpnStrategy = OrUnknown<Known<typeof vpnStrategies>>;
export type InterfaceEncryption = OrUnknown<Known<typeof encryptions>>;
export type EntryType = OrUnknown<Known<typeof entryTypes>>;
export type DialMode = OrUnknown<Known<typeof dialModes>>;
export type NetProtocol = OrUnknown<keyof typeof protocolBits>;

/** IPv4 addresses; `undefined` for none. They are used with the options `usesSpecific…`. */
export interface InterfaceIpv4 {
  readonly address: string | undefined;
  readonly dns: string | undefined;
  readonly alternateDns: string | undefined;
  readonly wins: string | undefined;
  readonly alternateWins: string | undefined;
}

export interface InterfaceIpv6 {
  readonly addresses: readonly string[];
  readonly dns: string | undefined;
  readonly alternateDns: string | undefined;
}

export interface InterfaceX25 {
  readonly padType: string;
  readonly address: string;
  readonly facilities: string;
  readonly userData: string;
}

/** How a demand-dial interface is dialled. A number that this package does not know becomes `unknown-<n>`. */
export interface DemandDial {
  /** The phone number, or the name or address of the VPN server. */
  readonly phoneNumber: string;
  readonly alternates: readonly string[];
  readonly entryType: EntryType;
  readonly vpnStrategy: VpnStrategy;
  readonly encryption: InterfaceEncryption;
  readonly options: InterfaceOptionSet;
  /** Bits of the options that this package has no name for. They are kept when options are set. */
  readonly otherOptions: number;
  readonly protocols: readonly NetProtocol[];
  /** Such as 'vpn' or 'modem'. */
  readonly deviceType: string;
  readonly deviceName: string;
  readonly ipv4: InterfaceIpv4;
  /** `undefined` before Windows Server 2008. */
  readonly ipv6: InterfaceIpv6 | undefined;
  /** Seconds without traffic after which it is disconnected; 'never', or 'default' as the server is set up. */
  readonly idleDisconnect: number | 'never' | 'default';
  /** The number of the EAP method; 0 for none. */
  readonly eapType: number;
  readonly eapData: Uint8Array;
  readonly dialMode: DialMode;
  readonly channels: number;
  readonly links: number;
  readonly dialExtraPercent: number;
  readonly dialExtraSampleSeconds: number;
  readonly hangUpExtraPercent: number;
  readonly hangUpExtraSampleSeconds: number;
  readonly x25: InterfaceX25;
  /** Of the entry in the phone book. */
  readonly guid: string;
}

type Settable = Omit<
  DemandDial,
  'options' | 'otherOptions' | 'ipv4' | 'ipv6' | 'x25' | 'links' | 'guid'
>;
type OrNull<Addresses> = {
  readonly [Key in keyof Addresses]?: undefined extends Addresses[Key]
    ? string | null
    : Addresses[Key];
};

/** Settings that are left out stay. An address that is null is taken away. */
export interface DemandDialSettings extends Partial<Settable> {
  readonly options?: Partial<InterfaceOptionSet>;
  readonly ipv4?: OrNull<InterfaceIpv4>;
  /** Since Windows Server 2008. */
  readonly ipv6?: OrNull<InterfaceIpv6>;
  readonly x25?: Partial<InterfaceX25>;
}

/** The columns of the addon's row, but for the list of further numbers. */
export type EntryColumns = Omit<InterfaceEntryRow, keyof RowReader | 'alternates'>;

const NEVER = 0xffffffff;
const LEVEL_WITH_IPV6 = 3;

/** `alternates` are the further numbers, whose column has them in one text. */
export function demandDialFrom(row: EntryColumns, alternates: readonly string[]): DemandDial {
  return {
    phoneNumber: row.phoneNumber,
    alternates,
    entryType: wordAt(entryTypes, row.entryType),
    vpnStrategy: wordAt(vpnStrategies, row.vpnStrategy),
    encryption: wordAt(encryptions, row.encryption),
    options: optionsFrom(row.options),
    otherOptions: otherOptions(row.options),
    protocols: wordsOfBits(protocolBits, row.protocols),
    deviceType: row.deviceType,
    deviceName: row.deviceName,
    ipv4: {
      address: ipv4From(row.ipv4Address),
      dns: ipv4From(row.ipv4Dns),
      alternateDns: ipv4From(row.ipv4AlternateDns),
      wins: ipv4From(row.wins),
      alternateWins: ipv4From(row.alternateWins),
    },
    ipv6:
      row.level < LEVEL_WITH_IPV6
        ? undefined
        : {
            addresses: ipv6ListFrom(row.ipv6Addresses),
            dns: ipv6From(row.ipv6Dns),
            alternateDns: ipv6From(row.ipv6AlternateDns),
          },
    idleDisconnect: idleFrom(row.idleDisconnect),
    eapType: row.eapType,
    eapData: row.eapData,
    dialMode: wordAt(dialModes, row.dialMode),
    channels: row.channels,
    links: row.links,
    dialExtraPercent: row.dialExtraPercent,
    dialExtraSampleSeconds: row.dialExtraSampleSeconds,
    hangUpExtraPercent: row.hangUpExtraPercent,
    hangUpExtraSampleSeconds: row.hangUpExtraSampleSeconds,
    x25: {
      padType: row.x25PadType,
      address: row.x25Address,
      facilities: row.x25Facilities,
      userData: row.x25UserData,
    },
    guid: row.guid,
  };
}

function idleFrom(seconds: number): DemandDial['idleDisconnect'] {
  if (seconds === 0) return 'default';
  return seconds === NEVER ? 'never' : seconds;
}

/** Numbers, texts and bytes by the names that the addon has for them. */
export type RawSettings = Record<string, number | string | Uint8Array>;

const MOST_EAP_DATA = 1 << 20;
const members = [
  'phoneNumber',
  'alternates',
  'entryType',
  'vpnStrategy',
  'encryption',
  'options',
  'protocols',
  'deviceType',
  'deviceName',
  'ipv4',
  'ipv6',
  'idleDisconnect',
  'eapType',
  'eapData',
  'dialMode',
  'channels',
  'dialExtraPercent',
  'dialExtraSampleSeconds',
  'hangUpExtraPercent',
  'hangUpExtraSampleSeconds',
  'x25',
] as const satisfies readonly (keyof DemandDialSettings)[];
const numbers = [
  'eapType',
  'channels',
  'dialExtraPercent',
  'dialExtraSampleSeconds',
  'hangUpExtraPercent',
  'hangUpExtraSampleSeconds',
] as const;
const longest = { phoneNumber: 128, deviceType: 16, deviceName: 128 } as const;
const longestOfX25 = { padType: 32, address: 200, facilities: 200, userData: 200 } as const;
const x25Names = {
  padType: 'x25PadType',
  address: 'x25Address',
  facilities: 'x25Facilities',
  userData: 'x25UserData',
} as const;
const ipv4Names = {
  address: 'ipv4Address',
  dns: 'ipv4Dns',
  alternateDns: 'ipv4AlternateDns',
  wins: 'wins',
  alternateWins: 'alternateWins',
} as const;

/** A copy of settings from a caller, in the form of the addon. @throws {TypeError} */
export function rawDemandDial(name: string, settings: DemandDialSettings): RawSettings {
  const given = checkObject(name, settings, members);
  const raw: RawSettings = {};
  for (const key of keysIn(longest, given)) {
    raw[key] = checkText(`${name}.${key}`, given[key], longest[key]);
  }
  for (const key of numbers) {
    const value = given[key];
    if (value !== undefined) raw[key] = checkInteger(`${name}.${key}`, value, 0, 0xffffffff);
  }
  const { alternates, entryType, vpnStrategy, encryption, dialMode, protocols } = given;
  if (alternates !== undefined) raw.alternates = checkTexts(`${name}.alternates`, alternates);
  if (entryType !== undefined) {
    raw.entryType = numberOf(`${name}.entryType`, entryTypes, entryType);
  }
  if (vpnStrategy !== undefined) {
    raw.vpnStrategy = numberOf(`${name}.vpnStrategy`, vpnStrategies, vpnStrategy);
  }
  if (encryption !== undefined) {
    raw.encryption = numberOf(`${name}.encryption`, encryptions, encryption);
  }
  if (dialMode !== undefined) raw.dialMode = numberOf(`${name}.dialMode`, dialModes, dialMode);
  if (protocols !== undefined) {
    checkArray(`${name}.protocols`, protocols);
    raw.protocols = bitsOf(`${name}.protocols`, protocolBits, protocols);
  }
  if (given.options !== undefined) {
    const { on, off } = optionChanges(`${name}.options`, given.options);
    if (on !== 0) raw.optionsOn = on;
    if (off !== 0) raw.optionsOff = off;
  }
  if (given.idleDisconnect !== undefined) {
    raw.idleDisconnect = idleOf(`${name}.idleDisconnect`, given.idleDisconnect);
  }
  if (given.eapData !== undefined) raw.eapData = checkBytes(`${name}.eapData`, given.eapData);
  return { ...raw, ...rawIpv4(name, given), ...rawIpv6(name, given), ...rawX25(name, given) };
}

function rawIpv4(name: string, { ipv4 }: DemandDialSettings): RawSettings {
  if (ipv4 === undefined) return {};
  const given = checkObject(`${name}.ipv4`, ipv4, keysOf(ipv4Names));
  const raw: RawSettings = {};
  for (const key of keysIn(ipv4Names, given)) {
    raw[ipv4Names[key]] = ipv4NumberOf(`${name}.ipv4.${key}`, given[key] ?? null);
  }
  return raw;
}

function rawIpv6(name: string, { ipv6 }: DemandDialSettings): RawSettings {
  if (ipv6 === undefined) return {};
  const given = checkObject(`${name}.ipv6`, ipv6, ['addresses', 'dns', 'alternateDns']);
  const { addresses, dns, alternateDns } = given;
  const raw: RawSettings = {};
  if (addresses !== undefined) {
    checkArray(`${name}.ipv6.addresses`, addresses);
    raw.ipv6Addresses = ipv6BlockOf(`${name}.ipv6.addresses`, addresses);
  }
  if (dns !== undefined) raw.ipv6Dns = ipv6BytesOf(`${name}.ipv6.dns`, dns);
  if (alternateDns !== undefined) {
    raw.ipv6AlternateDns = ipv6BytesOf(`${name}.ipv6.alternateDns`, alternateDns);
  }
  return raw;
}

function rawX25(name: string, { x25 }: DemandDialSettings): RawSettings {
  if (x25 === undefined) return {};
  const given = checkObject(`${name}.x25`, x25, keysOf(x25Names));
  const raw: RawSettings = {};
  for (const key of keysIn(x25Names, given)) {
    raw[x25Names[key]] = checkText(`${name}.x25.${key}`, given[key], longestOfX25[key]);
  }
  return raw;
}

function idleOf(name: string, idle: unknown): number {
  if (idle === 'never') return NEVER;
  if (idle === 'default') return 0;
  if (typeof idle === 'number') return checkInteger(name, idle, 1, NEVER - 1);
  throw invalidArgValue(name, idle, "must be a number of seconds, 'never' or 'default'");
}

/** A text that an array of so many characters holds. */
export function checkText(name: string, value: unknown, most: number): string {
  const text = checkString(name, value);
  if (text.includes('\0') || text.length > most) {
    throw invalidArgValue(name, text, `must have no more than ${most} characters, and no NUL`);
  }
  return text;
}

/** The form of the addon: a NUL after each text but the last. An empty text would end the list. */
export function checkTexts(name: string, texts: readonly string[]): string {
  checkArray(name, texts);
  const checked = texts.map((text, index) =>
    checkText(`${name}[${index}]`, text, longest.phoneNumber),
  );
  if (checked.includes('')) throw invalidArgValue(name, texts, 'must not have an empty text');
  return checked.join('\0');
}

/** The texts of such a list. */
export function textsIn(list: string): string[] {
  return list.split('\0').filter((text) => text !== '');
}

export function checkBytes(name: string, bytes: unknown): Uint8Array {
  if (!(bytes instanceof Uint8Array)) throw invalidArgType(name, 'Uint8Array', bytes);
  checkInteger(`${name}.length`, bytes.length, 0, MOST_EAP_DATA);
  // Not slice(): of a Buffer it is no copy.
  return new Uint8Array(bytes);
}

function checkArray(name: string, value: unknown): void {
  if (!Array.isArray(value)) throw invalidArgType(name, 'Array', value);
}

function keysOf<Names extends object>(names: Names): (keyof Names & string)[] {
  return Object.keys(names) as (keyof Names & string)[];
}

function keysIn<Names extends object>(names: Names, given: object): (keyof Names & string)[] {
  return keysOf(names).filter((key) => Reflect.get(given, key) !== undefined);
}
