// What has to be done so that an interface is as its caller wants it. Nothing is asked here.
//
// The running router comes first: Microsoft's pages for a lasting change have that order, and the router refuses what
// it does not take (a setting, or the removal of an interface that is connected) before anything is stored. The stored
// interface is created last. So an interface of which only a part could be set is not stored yet, counts as new the next
// time, and gets its secrets then.

import { isDeepStrictEqual } from 'node:util';
import type { InterfaceType } from '../connections/connection.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import type {
  InterfaceSettings,
  NewInterface,
  NewStoredInterface,
  StoredInterfaceSettings,
} from '../interfaces/changes.ts';
import type { DemandDialSettings } from '../interfaces/demand_dial.ts';
import type {
  InterfaceDetails,
  InterfaceDevice,
  StoredInterfaceDetails,
} from '../interfaces/interface.ts';
import type { Secrets, Wish } from './wish.ts';

/** One setting that differs. A secret has neither value: it cannot be compared, and is never shown. */
export interface InterfaceChange {
  /** Such as 'isEnabled', 'demandDial.vpnStrategy' or 'presharedKey'. */
  readonly field: string;
  /** `undefined` if the interface is new. */
  readonly from?: unknown;
  readonly to?: unknown;
  /** Whether it is a secret, which will be set. */
  readonly isSecret: boolean;
}

/** One step of `applyInterface`. */
export interface InterfaceStep {
  /** The running router, or its stored configuration. */
  readonly side: 'running' | 'stored';
  readonly action:
    | 'create'
    | 'set'
    | 'set device'
    | 'set credentials'
    | 'set pre-shared key'
    | 'set EAP data'
    | 'delete';
  /** The number of the device, from 1. */
  readonly device?: number;
  readonly changes: readonly InterfaceChange[];
}

/** What carries out a step. */
export type Work =
  | { readonly kind: 'create'; readonly settings: NewInterface }
  | { readonly kind: 'set'; readonly settings: InterfaceSettings }
  | { readonly kind: 'device'; readonly index: number; readonly device: Partial<InterfaceDevice> }
  | { readonly kind: 'secret'; readonly secret: keyof Secrets }
  | { readonly kind: 'delete' }
  | { readonly kind: 'store'; readonly settings: NewStoredInterface }
  | { readonly kind: 'set stored'; readonly settings: StoredInterfaceSettings }
  | { readonly kind: 'delete stored' };

export interface PlannedStep {
  readonly shown: InterfaceStep;
  readonly work: Work;
}

/** An interface as it is on both sides; `undefined` where there is none. */
export interface Found {
  readonly running: InterfaceDetails | undefined;
  /** Those that the wish has, as far as they are there. */
  readonly devices: readonly InterfaceDevice[];
  readonly stored: StoredInterfaceDetails | undefined;
}

/** A wish that cannot be carried out with what was found. */
export class Impossible {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/**
 * No document says whether the case of a name counts, so one that differs only in case is not created anew.
 *
 * @throws {TypeError} if it can be several
 */
export function named<Listed extends { readonly name: string }>(
  list: readonly Listed[],
  name: string,
): Listed | undefined {
  const exact = list.find((one) => one.name === name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  const [one, ...others] = list.filter((each) => each.name.toLowerCase() === wanted);
  if (one === undefined || others.length === 0) return one;
  const names = [one, ...others].map((each) => each.name).join(', ');
  throw invalidArgValue('desired.name', name, `must name one interface, but there are ${names}`);
}

/** @throws {Impossible} */
export function plan(found: Found, wish: Wish, setSecrets: boolean): PlannedStep[] {
  return wish.isAbsent ? removal(found) : installation(found, wish, setSecrets);
}

/** Both sides have it in the same letter case: that of the side that has it. */
export function nameFor({ running, stored }: Found, { name }: Wish): string {
  return (running ?? stored)?.name ?? name;
}

function removal({ running, stored }: Found): PlannedStep[] {
  const steps: PlannedStep[] = [];
  if (running !== undefined) {
    steps.push({ shown: step('running', 'delete', []), work: { kind: 'delete' } });
  }
  if (stored !== undefined) {
    steps.push({ shown: step('stored', 'delete', []), work: { kind: 'delete stored' } });
  }
  return steps;
}

function installation(found: Found, wish: Wish, setSecrets: boolean): PlannedStep[] {
  const { running, stored } = found;
  const type = typeFor(found, wish);
  const isNew = running === undefined || stored === undefined;
  const steps = running === undefined ? creation(found, wish, type) : settingsOf(running, wish);
  steps.push(...devicesOf(found, wish));
  if (isNew || setSecrets) steps.push(...secretsOf(wish));
  steps.push(
    ...(stored === undefined ? storing(found, wish, type) : storedSettingsOf(stored, wish)),
  );
  return steps;
}

type NewType = NonNullable<NewInterface['type']>;

function typeFor({ running, stored }: Found, wish: Wish): NewType {
  const here = [running?.type, stored?.type].filter((type) => type !== undefined);
  const type = wish.type ?? here[0] ?? 'full-router';
  const other = here.find((each) => each !== type);
  if (other !== undefined) {
    throw new Impossible(
      `it is of the type ${other} and not ${type}, and the type of an interface cannot be changed`,
    );
  }
  if (isUnknown(type)) throw new Impossible(`its type ${type} is newer than this package`);
  const { credentials, presharedKey, eap } = wish.secrets;
  const isDialled = [wish.demandDial, wish.devices[0], credentials, presharedKey, eap].some(
    (part) => part !== undefined,
  );
  if (isDialled && type !== 'full-router') {
    throw new Impossible(`it is of the type ${type}, and only a full-router is dialled`);
  }
  return type;
}

function isUnknown(type: InterfaceType): type is `unknown-${number}` {
  return type.startsWith('unknown-');
}

/** What is not wished is taken from the other side. */
function commonSettings(found: Found, wish: Wish) {
  const other = found.running ?? found.stored;
  const isEnabled = wish.isEnabled ?? other?.isEnabled ?? true;
  const dialOutHours = wish.dialOutHours === undefined ? other?.dialOutHours : wish.dialOutHours;
  return { isEnabled, ...(dialOutHours == null ? undefined : { dialOutHours }) };
}

function creation(found: Found, wish: Wish, type: NewType): PlannedStep[] {
  const { alternates = [], ...dial } = wish.demandDial ?? {};
  const demandDial = wish.demandDial === undefined ? undefined : dial;
  const common = commonSettings(found, wish);
  const settings: NewInterface = {
    name: nameFor(found, wish),
    type,
    ...common,
    ...(demandDial === undefined ? undefined : { demandDial }),
  };
  const changes = [...news({ type, ...common }), ...dialChanges(undefined, demandDial ?? {})];
  const steps: PlannedStep[] = [
    { shown: step('running', 'create', changes), work: { kind: 'create', settings } },
  ];
  // The API takes further numbers only for an interface that is there.
  if (alternates.length > 0) {
    const field = 'demandDial.alternates';
    steps.push({
      shown: step('running', 'set', [change(field, undefined, alternates)]),
      work: { kind: 'set', settings: { demandDial: { alternates } } },
    });
  }
  return steps;
}

function settingsOf(running: InterfaceDetails, wish: Wish): PlannedStep[] {
  const dial = dialChanges(running.demandDial, wish.demandDial ?? {});
  const changes = [...commonChanges(running, wish), ...dial];
  if (changes.length === 0) return [];
  const settings: InterfaceSettings = {
    ...commonWishes(running, wish),
    // What is the same already is left out with the others.
    ...(dial.length === 0 ? undefined : { demandDial: wish.demandDial ?? {} }),
  };
  return [{ shown: step('running', 'set', changes), work: { kind: 'set', settings } }];
}

function storedSettingsOf(stored: StoredInterfaceDetails, wish: Wish): PlannedStep[] {
  const changes = commonChanges(stored, wish);
  if (changes.length === 0) return [];
  const settings = commonWishes(stored, wish);
  return [{ shown: step('stored', 'set', changes), work: { kind: 'set stored', settings } }];
}

function storing(found: Found, wish: Wish, type: NewType): PlannedStep[] {
  const common = commonSettings(found, wish);
  const settings: NewStoredInterface = { name: nameFor(found, wish), type, ...common };
  const changes = news({ type, ...common });
  return [{ shown: step('stored', 'create', changes), work: { kind: 'store', settings } }];
}

type Common = Pick<StoredInterfaceDetails, 'isEnabled' | 'dialOutHours'>;

function commonWishes(now: Common, wish: Wish): StoredInterfaceSettings {
  const fields = commonChanges(now, wish).map(({ field }) => field);
  const { isEnabled, dialOutHours } = wish;
  return {
    ...(fields.includes('isEnabled') && isEnabled !== undefined ? { isEnabled } : undefined),
    ...(fields.includes('dialOutHours') && dialOutHours !== undefined
      ? { dialOutHours }
      : undefined),
  };
}

function commonChanges(now: Common, { isEnabled, dialOutHours }: Wish): InterfaceChange[] {
  const changes: InterfaceChange[] = [];
  if (isEnabled !== undefined && isEnabled !== now.isEnabled) {
    changes.push(change('isEnabled', now.isEnabled, isEnabled));
  }
  const hours = dialOutHours ?? undefined;
  if (dialOutHours !== undefined && !isDeepStrictEqual(hoursOf(hours), hoursOf(now.dialOutHours))) {
    changes.push(change('dialOutHours', now.dialOutHours, hours));
  }
  return changes;
}

/** Days without a range are as good as none, and so are hours without a day. */
function hoursOf(hours: Common['dialOutHours']): object {
  const days = Object.entries(hours ?? {}).filter(([, ranges]) => ranges.length > 0);
  return Object.fromEntries(days);
}

/** The settings that differ, one by one. Without `now` the interface is new, and all do. */
function dialChanges(
  now: InterfaceDetails['demandDial'],
  wish: DemandDialSettings,
): InterfaceChange[] {
  const changes: InterfaceChange[] = [];
  const compare = (field: string, before: unknown, wanted: unknown) => {
    if (now !== undefined && isSame(before, wanted)) return;
    changes.push(change(field, before, wanted ?? undefined));
  };
  for (const [key, wanted] of Object.entries(wish)) {
    if (wanted === undefined) continue;
    const before: unknown = now === undefined ? undefined : Reflect.get(now, key);
    const field = `demandDial.${key}`;
    if (key === 'protocols' && isSame(sorted(before), sorted(wanted))) {
      if (now === undefined) compare(field, before, wanted);
      continue;
    }
    if (!isNested(wanted)) {
      compare(field, before, wanted);
      continue;
    }
    for (const [part, value] of Object.entries(wanted)) {
      if (value === undefined) continue;
      const old: unknown = isNested(before) ? Reflect.get(before, part) : undefined;
      compare(`${field}.${part}`, old, value);
    }
  }
  return changes;
}

/** Protocols are a set. */
function sorted(list: unknown): unknown {
  return Array.isArray(list) ? list.toSorted() : list;
}

function isNested(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array)
  );
}

function isSame(before: unknown, wanted: unknown): boolean {
  if (wanted === null) return before === undefined;
  if (before instanceof Uint8Array && wanted instanceof Uint8Array) {
    return Buffer.compare(before, wanted) === 0;
  }
  return isDeepStrictEqual(before, wanted);
}

function devicesOf({ devices: now }: Found, { devices }: Wish): PlannedStep[] {
  return devices.flatMap((device, place) => {
    const before = now[place];
    const changes = Object.entries(device)
      .filter(([key, value]) => {
        const old: unknown = before === undefined ? undefined : Reflect.get(before, key);
        return value !== undefined && !isDeepStrictEqual(old, value);
      })
      .map(([key, value]) => {
        const old: unknown = before === undefined ? undefined : Reflect.get(before, key);
        return change(`devices[${place}].${key}`, old, value);
      });
    if (changes.length === 0) return [];
    const index = place + 1;
    const shown = { ...step('running', 'set device', changes), device: index };
    return [{ shown, work: { kind: 'device', index, device } satisfies Work }];
  });
}

const secretActions = {
  credentials: 'set credentials',
  presharedKey: 'set pre-shared key',
  eap: 'set EAP data',
} as const;

function secretsOf({ secrets }: Wish): PlannedStep[] {
  const names = Object.keys(secretActions) as (keyof Secrets)[];
  return names
    .filter((secret) => secrets[secret] !== undefined)
    .map((secret) => ({
      shown: step('running', secretActions[secret], [{ field: secret, isSecret: true }]),
      work: { kind: 'secret', secret },
    }));
}

function step(
  side: InterfaceStep['side'],
  action: InterfaceStep['action'],
  changes: readonly InterfaceChange[],
): InterfaceStep {
  return { side, action, changes };
}

function change(field: string, from: unknown, to: unknown): InterfaceChange {
  return { field, from, to, isSecret: false };
}

function news(settings: object): InterfaceChange[] {
  return Object.entries(settings).map(([field, to]) => change(field, undefined, to));
}
