// Settings as a caller gives them, compared with what the server has. Both have one shape, so a value that was
// read can be handed back whole. Fields that cannot be set may come with it: the value that the server has is no
// wish, and any other is refused.

import { checkBoolean, checkInteger, checkObject } from '../call/arguments.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { Reply } from '../call/reply.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import type { SettingsResult } from './info.ts';

export interface SettingsOptions extends CallOptions {
  /**
   * Whether settings are written even if the server reports the same values. This takes back a change that waits
   * for a restart, which the server may not report yet. Default `false`.
   */
  readonly force?: boolean;
}

const REBOOT_REQUIRED = 3010;
const RESTART_REQUIRED = 3011;
const LARGEST = 0xffffffff;

type Fields = Readonly<Record<string, unknown>>;

/** The fields that a caller may hand over. */
export interface Shape {
  /** By tunnel protocol: the numbers and booleans that can be set, and what the server only reports. */
  readonly protocols: Readonly<
    Record<string, { readonly settable: readonly string[]; readonly reported: readonly string[] }>
  >;
  /** What the server only reports of itself. */
  readonly reported: readonly string[];
  /** What changes by itself, so that another value is no wish. */
  readonly passing: readonly string[];
}

/** A field that a caller has given a value. */
export interface Wish {
  /** Such as 'sstp.count'. */
  readonly name: string;
  /** '' for a field of the server itself. */
  readonly protocol: string;
  readonly field: string;
  readonly value: unknown;
  readonly isSettable: boolean;
}

export function checkSettingsOptions<Options extends SettingsOptions>(
  options: Options | undefined,
  own: readonly (keyof Options & string)[],
): Options {
  const checked = checkOptions(options, ['force', ...own]);
  if (checked.force !== undefined) checkBoolean('options.force', checked.force);
  return checked;
}

/** What the settings ask for, as a copy. @throws {TypeError} for a field that there is not, or a wrong value */
export function checkSettings(settings: object, shape: Shape): readonly Wish[] {
  const { protocols, reported, passing } = shape;
  const known = [...Object.keys(protocols), ...reported, ...passing];
  const given: Fields = checkObject<Fields>('settings', settings as Fields, known);
  const wishes = wishesIn('', given, reported, false);
  for (const [protocol, fields] of Object.entries(protocols)) {
    if (given[protocol] === undefined) continue;
    const all = [...fields.settable, ...fields.reported];
    const ports = checkObject<Fields>(`settings.${protocol}`, given[protocol] as Fields, all);
    wishes.push(
      ...wishesIn(protocol, ports, fields.settable, true),
      ...wishesIn(protocol, ports, fields.reported, false),
    );
  }
  for (const { name, field, value, isSettable } of wishes) {
    if (isSettable) checkSetting(`settings.${name}`, field, value);
  }
  return wishes;
}

function wishesIn(
  protocol: string,
  fields: Fields,
  names: readonly string[],
  isSettable: boolean,
): Wish[] {
  return names
    .filter((field) => fields[field] !== undefined)
    .map((field) => ({
      name: protocol === '' ? field : `${protocol}.${field}`,
      protocol,
      field,
      value: copyOf(fields[field]),
      isSettable,
    }));
}

// The names of booleans, and no others, begin with a verb.
function checkSetting(name: string, field: string, value: unknown): void {
  if (/^is[A-Z]/.test(field)) checkBoolean(name, value);
  else checkInteger(name, value, 0, LARGEST);
}

/**
 * The wishes for another value than the server has.
 *
 * @param info what the server has
 * @param lacks makes the error for a setting that the server is too old for
 * @throws {TypeError} for a wish that cannot be set
 */
export function changedSettings(
  wishes: readonly Wish[],
  info: object,
  lacks: (name: string) => Error,
): readonly Wish[] {
  return wishes.filter(({ name, protocol, field, value, isSettable }) => {
    const fields: unknown = protocol === '' ? info : Reflect.get(info, protocol);
    const now: unknown = isObject(fields) ? Reflect.get(fields, field) : undefined;
    if (isSame(value, now)) return false;
    if (now === undefined && protocol !== '') throw lacks(name);
    if (isSettable) return true;
    const reason = 'cannot be set, and the server has another value';
    throw invalidArgValue(`settings.${name}`, value, reason);
  });
}

/** The wishes for one protocol, by field. */
export function wishesFor(protocol: string, wishes: readonly Wish[]): Fields {
  const own = wishes.filter((wish) => wish.protocol === protocol);
  return Object.fromEntries(own.map(({ field, value }) => [field, value]));
}

/** What a server answered that was asked to set something; without an answer, there was nothing to set. */
export function settingsResult(changed: readonly Wish[], reply?: Reply): SettingsResult {
  return {
    changed: changed.map(({ name }) => name),
    isRebootRequired: reply?.status === REBOOT_REQUIRED,
    isRestartRequired: reply?.status === RESTART_REQUIRED,
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

// A caller may change lists and bytes while its call waits for its turn.
function copyOf(value: unknown): unknown {
  // Not slice(): of a Buffer it is no copy.
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]));
}

/** Whether two values say the same: lists, bytes and plain objects by what they hold. */
function isSame(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => isSame(Reflect.get(one, key), Reflect.get(other, key)))
  );
}
