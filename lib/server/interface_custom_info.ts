// The settings for IKEv2 that a demand-dial interface has of its own, in a running router and stored.

import { checkInteger, checkObject } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { rowIn } from '../call/tables.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import { checkBytes, type RawSettings } from '../interfaces/demand_dial.ts';
import { checkUnchanged, subjectOf } from '../interfaces/rows.ts';
import { InterfaceCustomInfoRow } from '../native/rows.ts';
import type { Ikev2Policy } from './info_ex.ts';
import type { CheckTarget } from './interface_transports.ts';

/** What an interface has of its own, by tunnel. */
export interface InterfaceCustomInfo {
  /** As the server has it: 0 for none, 1 for IKEv2. */
  readonly flags: number;
  /** `undefined` if there is none. */
  readonly ikev2: InterfaceIkev2 | undefined;
}

/** Fields that an older server does not report are `undefined`. */
export interface InterfaceIkev2 {
  /** Seconds, from 300 to 17,279,999. */
  readonly saLifeTime: number;
  /** KiB, from 1024 up. */
  readonly saDataSize: number;
  /** Seconds. */
  readonly mainModeSaLifeTime: number | undefined;
  /** The certificate that is sent to the peer: its name as it is encoded there; no bytes for none. */
  readonly certificateName: Uint8Array;
  readonly certificateHash: Uint8Array | undefined;
  readonly policy: Ikev2Policy | undefined;
  /** How many there are. No document describes them; they are kept when other settings are set. */
  readonly trafficSelectors: { readonly initiator: number; readonly responder: number } | undefined;
}

/** Settings that are left out stay. */
export interface InterfaceIkev2Settings {
  readonly saLifeTime?: number | undefined;
  readonly saDataSize?: number | undefined;
  /** Since revision 3 of the struct; an older server fails with `ERROR_NOT_SUPPORTED`. */
  readonly mainModeSaLifeTime?: number | undefined;
  /** `null` for none. */
  readonly certificateName?: Uint8Array | null | undefined;
  /** `null` for none. Since revision 2. */
  readonly certificateHash?: Uint8Array | null | undefined;
  /** `null` for the policy of the server. */
  readonly policy?: Ikev2Policy | null | undefined;
}

export interface InterfaceCustomInfoSettings {
  /** `null` removes all of it. */
  readonly ikev2: InterfaceIkev2Settings | null;
}

const HAS_IKEV2 = 1;
const WITH_HASH = 2;
const WITH_MAIN_MODE = 3;
const MOST = 0xffffffff;
const numbers = ['saLifeTime', 'saDataSize', 'mainModeSaLifeTime'] as const;
const blobs = ['certificateName', 'certificateHash'] as const;
const members = [...numbers, ...blobs, 'policy'] as const;
const policyMembers = [
  'integrityMethod',
  'encryptionMethod',
  'cipherTransform',
  'authenticationTransform',
  'pfsGroup',
  'dhGroup',
] as const satisfies readonly (keyof Ikev2Policy)[];

export async function getInterfaceCustomInfoEx(
  line: Line,
  check: CheckTarget,
  which: unknown,
  options?: CallOptions,
): Promise<InterfaceCustomInfo> {
  const checked = checkOptions(options, []);
  const target = check(which, line.server);
  return line.call('getInterfaceCustomInfoEx', checked, async (patience) => {
    const reply = await line.ask(patience, 'getInterfaceCustomInfoEx', ...target.args);
    checkUnchanged(line, reply, target);
    line.check(reply, subjectOf(target));
    const subject = subjectOf(target);
    return rowIn(line, reply, 'interfaceCustomInfo', InterfaceCustomInfoRow, infoFrom, subject);
  });
}

export async function setInterfaceCustomInfoEx(
  line: Line,
  check: CheckTarget,
  which: unknown,
  settings: InterfaceCustomInfoSettings,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = check(which, line.server);
  const { ikev2 } = checkObject('settings', settings, ['ikev2']);
  const raw = ikev2 === null ? {} : rawSettings('settings.ikev2', ikev2);
  await line.action('setInterfaceCustomInfoEx', checked, async (patience) => {
    const reply = await line.ask(patience, 'setInterfaceCustomInfoEx', ...target.args, raw);
    checkUnchanged(line, reply, target);
    line.checkDone(reply, subjectOf(target));
  });
}

function infoFrom(row: InterfaceCustomInfoRow): InterfaceCustomInfo {
  const { flags } = row;
  if ((flags & HAS_IKEV2) === 0) return { flags, ikev2: undefined };
  const isNewest = row.revision >= WITH_MAIN_MODE;
  const ikev2: InterfaceIkev2 = {
    saLifeTime: row.saLifeTime,
    saDataSize: row.saDataSize,
    mainModeSaLifeTime: isNewest ? row.mainModeSaLifeTime : undefined,
    certificateName: row.certificateName,
    certificateHash: row.revision >= WITH_HASH ? row.certificateHash : undefined,
    policy: row.hasPolicy === 0 ? undefined : policyFrom(row),
    trafficSelectors: isNewest
      ? { initiator: row.initiatorSelectors, responder: row.responderSelectors }
      : undefined,
  };
  return { flags, ikev2 };
}

function policyFrom(row: InterfaceCustomInfoRow): Ikev2Policy {
  const { integrityMethod, encryptionMethod, cipherTransform } = row;
  const { authenticationTransform, pfsGroup, dhGroup } = row;
  return {
    integrityMethod,
    encryptionMethod,
    cipherTransform,
    authenticationTransform,
    pfsGroup,
    dhGroup,
  };
}

/** A copy, in the form of the addon. */
function rawSettings(name: string, settings: InterfaceIkev2Settings): RawSettings {
  const given = checkObject(name, settings, members);
  const raw: RawSettings = {};
  for (const key of numbers) {
    const value = given[key];
    if (value !== undefined) raw[key] = checkInteger(`${name}.${key}`, value, 0, MOST);
  }
  for (const key of blobs) {
    const value = given[key];
    if (value === null) raw[key] = new Uint8Array();
    else if (value !== undefined) raw[key] = checkBytes(`${name}.${key}`, value);
  }
  const { policy } = given;
  if (policy === null) raw.hasPolicy = 0;
  else if (policy !== undefined) {
    const checked = checkObject(`${name}.policy`, policy, policyMembers);
    raw.hasPolicy = 1;
    for (const key of policyMembers) {
      raw[key] = checkInteger(`${name}.policy.${key}`, checked[key], 0, MOST);
    }
  }
  // Without a setting, the addon removes all of them.
  if (Object.keys(raw).length === 0) {
    throw invalidArgValue(name, settings, `must have one of ${members.join(', ')}`);
  }
  return raw;
}
