// User accounts of a simulated server or domain, as far as they are about dialling in.

import { checkBoolean, checkInteger, checkObject, checkWord } from '../call/arguments.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import { inspect } from '../errors/inspect.ts';
import { type Callback, callbackModes } from '../server/user.ts';
import { checkText } from './api_values.ts';
import type { NativeSettings, NativeUser } from './native.ts';
import type { Scene } from './scene.ts';
import { notFound } from './simulator_error.ts';

/** What is left out stays as it is; for a new user: may not dial in, is not called back. */
export interface DialInSettings {
  readonly mayDialIn?: boolean;
  readonly callback?: Callback;
  /** Any text; one of the full 129 UTF-16 units has no terminator in the API's array. */
  readonly phoneNumber?: string;
  /** Whether the network policy decides. The NT 4 generation does not show it. */
  readonly usesPolicy?: boolean;
  /** The byte itself, instead of `mayDialIn` and `callback`. */
  readonly privilege?: number;
  /** The byte itself, instead of `usesPolicy`. */
  readonly privilege2?: number;
}

/** A user as the scene has it when it is read; it does not change afterwards. */
export interface SimulatedUser {
  readonly name: string;
  readonly mayDialIn: boolean;
  /** `undefined` when the byte has none of the three, or several. */
  readonly callback: Callback | undefined;
  readonly phoneNumber: string;
  readonly usesPolicy: boolean;
  readonly privilege: number;
  readonly privilege2: number;
}

const NAME_UNITS = 256;
const PHONE_NUMBER_UNITS = 129;
const callbackBits = { none: 1, preset: 2, caller: 4 } as const satisfies Record<Callback, number>;
const CALLBACK_MASK = 7;
const DIAL_IN = 8;
const BY_POLICY = 1;
const newUser: NativeSettings = { privilege: callbackBits.none, privilege2: 0, phoneNumber: '' };

const settingsMembers = [
  'mayDialIn',
  'callback',
  'phoneNumber',
  'usesPolicy',
  'privilege',
  'privilege2',
] as const;

export class Accounts {
  readonly #scene: Scene;
  readonly #ofDomain: boolean;
  readonly #holder: number;

  constructor(scene: Scene, ofDomain: boolean, holder: number) {
    this.#scene = scene;
    this.#ofDomain = ofDomain;
    this.#holder = holder;
  }

  add(name: string, settings: DialInSettings): SimulatedUser {
    const checked = checkText('name', name, NAME_UNITS);
    if (checked === '') throw invalidArgValue('name', name, 'must not be empty');
    const native = checkSettings(settings, newUser);
    this.#scene.live.addUser(this.#ofDomain, this.#holder, checked, native);
    return userFrom({ name: checked, ...native });
  }

  set(name: string, settings: DialInSettings): SimulatedUser {
    const user = this.get(name);
    const native = checkSettings(settings, user);
    this.#scene.live.setUser(this.#ofDomain, this.#holder, user.name, native);
    return userFrom({ name: user.name, ...native });
  }

  get(name: string): SimulatedUser {
    const key = fold(checkText('name', name, NAME_UNITS));
    const user = this.all.find((candidate) => fold(candidate.name) === key);
    if (user === undefined) throw notFound(`There is no user ${inspect(name)}`);
    return user;
  }

  remove(name: string): void {
    const checked = checkText('name', name, NAME_UNITS);
    if (!this.#scene.live.removeUser(this.#ofDomain, this.#holder, checked)) {
      throw notFound(`There is no user ${inspect(name)}`);
    }
  }

  get all(): SimulatedUser[] {
    return this.#scene.live.users(this.#ofDomain, this.#holder).map(userFrom);
  }
}

// As the model compares names: by ASCII and Latin-1 only.
function fold(name: string): string {
  return name.replace(/[A-ZÀ-ÖØ-Þ]/g, (letter) => letter.toLowerCase());
}

function checkSettings(settings: DialInSettings, before: NativeSettings): NativeSettings {
  checkObject('settings', settings, settingsMembers);
  const { mayDialIn, callback, phoneNumber, usesPolicy } = settings;
  let { privilege, privilege2 } = before;
  if (mayDialIn !== undefined) {
    privilege = bit(privilege, DIAL_IN, checkBoolean('settings.mayDialIn', mayDialIn));
  }
  if (callback !== undefined) {
    const mode = checkWord('settings.callback', callback, callbackModes);
    privilege = (privilege & ~CALLBACK_MASK) | callbackBits[mode];
  }
  if (usesPolicy !== undefined) {
    privilege2 = bit(privilege2, BY_POLICY, checkBoolean('settings.usesPolicy', usesPolicy));
  }
  return {
    privilege: byte('privilege', settings, privilege),
    privilege2: byte('privilege2', settings, privilege2),
    phoneNumber:
      phoneNumber === undefined
        ? before.phoneNumber
        : checkText('settings.phoneNumber', phoneNumber, PHONE_NUMBER_UNITS),
  };
}

function bit(flags: number, mask: number, on: boolean): number {
  return on ? flags | mask : flags & ~mask;
}

function byte(
  key: 'privilege' | 'privilege2',
  settings: DialInSettings,
  otherwise: number,
): number {
  const value = settings[key];
  return value === undefined ? otherwise : checkInteger(`settings.${key}`, value, 0, 0xff);
}

function userFrom(user: NativeUser): SimulatedUser {
  const { name, privilege, privilege2, phoneNumber } = user;
  return {
    name,
    mayDialIn: (privilege & DIAL_IN) !== 0,
    callback: callbackModes.find((mode) => (privilege & CALLBACK_MASK) === callbackBits[mode]),
    phoneNumber,
    usesPolicy: (privilege2 & BY_POLICY) !== 0,
    privilege,
    privilege2,
  };
}
