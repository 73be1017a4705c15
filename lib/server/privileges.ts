// The privileges of a user, as bits and as words.

import type { UserRow } from '../native/rows.ts';
import type { Callback, User, UserSettings } from './user.ts';

const MAY_DIAL_IN = 8;
const BY_POLICY = 1;
const CALLBACKS = 7;

const callbackBits: Readonly<Record<Callback, number>> = { none: 1, preset: 2, caller: 4 };

/** A user as the API has it. */
export type RawUser = Pick<UserRow, 'level' | 'privilege' | 'privilege2' | 'phoneNumber'>;

export function rawUser({ level, privilege, privilege2, phoneNumber }: UserRow): RawUser {
  return { level, privilege, privilege2, phoneNumber };
}

export function userOf(row: RawUser): User {
  return {
    mayDialIn: (row.privilege & MAY_DIAL_IN) !== 0,
    callback: callbackOf(row.privilege),
    phoneNumber: row.phoneNumber,
    usesPolicy: row.level === 0 ? undefined : (row.privilege2 & BY_POLICY) !== 0,
  };
}

function callbackOf(privilege: number): Callback | undefined {
  const words = Object.keys(callbackBits) as Callback[];
  return words.find((word) => (privilege & CALLBACKS) === callbackBits[word]);
}

/** The bits to be set: as they are, where the settings do not say. */
export function changedPrivileges(
  row: { readonly privilege: number; readonly privilege2: number },
  { mayDialIn, callback, usesPolicy }: UserSettings,
): { readonly privilege: number; readonly privilege2: number } {
  const bit = (wish: boolean | undefined, bits: number, each: number) =>
    wish === undefined ? bits : wish ? bits | each : bits & ~each;
  let privilege = bit(mayDialIn, row.privilege, MAY_DIAL_IN);
  if (callback !== undefined) privilege = (privilege & ~CALLBACKS) | callbackBits[callback];
  // The API wants one of the three at least.
  if ((privilege & CALLBACKS) === 0) privilege |= callbackBits.none;
  return { privilege, privilege2: bit(usesPolicy, row.privilege2, BY_POLICY) };
}
