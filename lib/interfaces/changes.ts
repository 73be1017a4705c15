// Creates, changes and deletes interfaces. All of it is about the running router: after its next start, it has the
// interfaces of the stored configuration.

import { checkBoolean, checkObject, checkWord } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import type { Reply } from '../call/reply.ts';
import { valueIn } from '../call/tables.ts';
import { interfaceTypes } from '../connections/connection.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import { RasError } from '../errors/ras_error.ts';
import { act } from './asking.ts';
import {
  checkText,
  checkTexts,
  type DemandDialSettings,
  type RawSettings,
  rawDemandDial,
} from './demand_dial.ts';
import { checkHours, type DialOutHours, hoursInTexts } from './hours.ts';
import type { InterfaceDevice } from './interface.ts';
import { checkUnchanged, subjectOf } from './rows.ts';
import { runningSettings } from './settable.ts';
import { checkInterface, checkName } from './target.ts';
import { checkDeviceIndex } from './values.ts';

/** Settings that are left out stay. */
export interface InterfaceSettings {
  readonly isEnabled?: boolean;
  /** `null` lifts the restriction. */
  readonly dialOutHours?: DialOutHours | null;
  /** Only of an interface of type 'full-router'. */
  readonly demandDial?: DemandDialSettings;
}

export interface NewInterface extends InterfaceSettings {
  readonly name: string;
  /** Default 'full-router', a demand-dial interface. Servers refuse 'tunnel' and 'dial-out'. */
  readonly type?: (typeof interfaceTypes)[number];
}

/** Settings of a stored interface, which has no entry in the phone book. Those that are left out stay. */
export type StoredInterfaceSettings = Omit<InterfaceSettings, 'demandDial'>;

export type NewStoredInterface = Omit<NewInterface, 'demandDial'>;

const FULL_ROUTER = interfaceTypes.indexOf('full-router');
const LONGEST_DEVICE_NAME = 128;
const LONGEST_DEVICE_TYPE = 16;

export async function createInterface(
  line: Line,
  settings: NewInterface,
  options?: CallOptions,
): Promise<number> {
  const checked = checkOptions(options, []);
  const raw = rawNewInterface(settings, runningSettings);
  const name = String(raw.name);
  return line.action('createInterface', checked, async (patience) => {
    const reply = await line.ask(patience, 'createInterface', raw);
    if (reply.status !== 0 && reply.value !== undefined) throw hoursFailed(line, reply, name, true);
    line.checkDone(reply, { interface: name });
    return valueIn(line, reply);
  });
}

export async function setInterface(
  line: Line,
  which: unknown,
  settings: InterfaceSettings,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  const raw = rawSettings(settings, runningSettings);
  await line.action('setInterface', checked, async (patience) => {
    const reply = await line.ask(patience, 'setInterface', ...target.args, raw);
    checkUnchanged(line, reply, target);
    if (reply.status !== 0 && reply.value !== undefined) {
      throw hoursFailed(line, reply, target.label, false);
    }
    line.checkDone(reply, subjectOf(target));
  });
}

export async function deleteInterface(
  line: Line,
  which: unknown,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  await act(line, 'deleteInterface', target, checked, (patience) =>
    line.ask(patience, 'deleteInterface', ...target.args),
  );
}

export async function setInterfaceDevice(
  line: Line,
  which: unknown,
  index: number,
  device: Partial<InterfaceDevice>,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = checkInterface(which, line.server);
  checkDeviceIndex(index);
  const raw = rawDevice('device', device);
  await act(line, 'setInterfaceDevice', target, checked, (patience) =>
    line.ask(patience, 'setInterfaceDevice', ...target.args, index, raw),
  );
}

export function rawNewInterface(
  settings: NewInterface,
  allowed: readonly (keyof InterfaceSettings)[],
): RawSettings {
  const members = ['name', 'type', ...allowed] as const;
  const {
    isEnabled = true,
    type = 'full-router',
    ...given
  } = checkObject('settings', settings, members);
  const { demandDial } = given;
  const name = checkName('settings.name', given.name);
  const number = interfaceTypes.indexOf(checkWord('settings.type', type, interfaceTypes));
  if (demandDial !== undefined && number !== FULL_ROUTER) {
    throw invalidArgValue('settings.type', type, "must be 'full-router' with demandDial");
  }
  if (demandDial?.alternates !== undefined && demandDial.alternates.length > 0) {
    const reason = 'cannot be set when an interface is created; set it afterwards';
    throw invalidArgValue('settings.demandDial.alternates', demandDial.alternates, reason);
  }
  const raw = rawSettings({ ...settings, isEnabled }, members);
  const usual: RawSettings =
    demandDial === undefined ? {} : rawDemandDial('settings.demandDial', usualSettings);
  return { ...usual, ...raw, name, type: number };
}

/** What a new interface has if its caller does not say otherwise. */
const usualSettings: DemandDialSettings = {
  entryType: 'vpn',
  deviceType: 'vpn',
  protocols: ['ip'],
};

export function rawSettings(
  settings: InterfaceSettings,
  members: readonly (keyof NewInterface)[],
): RawSettings {
  const given: InterfaceSettings = checkObject<NewInterface>(
    'settings',
    settings as NewInterface,
    members,
  );
  const { isEnabled, dialOutHours, demandDial } = given;
  const raw: RawSettings = {};
  if (isEnabled !== undefined) {
    raw.isEnabled = checkBoolean('settings.isEnabled', isEnabled) ? 1 : 0;
  }
  if (dialOutHours !== undefined) {
    const hours = dialOutHours === null ? {} : checkHours('settings.dialOutHours', dialOutHours);
    raw.hours = hoursInTexts(hours).join('\0');
  }
  if (demandDial === undefined) return raw;
  return { ...raw, ...rawDemandDial('settings.demandDial', demandDial) };
}

/** A copy of a device from a caller, in the form of the addon. @throws {TypeError} */
export function rawDevice(name: string, device: Partial<InterfaceDevice>): RawSettings {
  const members = ['deviceType', 'deviceName', 'phoneNumber', 'alternates'] as const;
  const { deviceType, deviceName, phoneNumber, alternates } = checkObject<Partial<InterfaceDevice>>(
    name,
    device,
    members,
  );
  const raw: RawSettings = {};
  if (deviceType !== undefined) {
    raw.deviceType = checkText(`${name}.deviceType`, deviceType, LONGEST_DEVICE_TYPE);
  }
  if (deviceName !== undefined) {
    raw.deviceName = checkText(`${name}.deviceName`, deviceName, LONGEST_DEVICE_NAME);
  }
  if (phoneNumber !== undefined) {
    raw.phoneNumber = checkText(`${name}.phoneNumber`, phoneNumber, LONGEST_DEVICE_NAME);
  }
  if (alternates !== undefined) raw.alternates = checkTexts(`${name}.alternates`, alternates);
  return raw;
}

function hoursFailed(line: Line, reply: Reply, name: string, isNew: boolean): RasError {
  const done = isNew ? 'was created' : 'was changed';
  const { status, syscall } = reply;
  return new RasError({
    code: 'ERR_RRAS_PARTLY_DONE',
    status,
    syscall,
    server: line.server,
    interface: name,
    message: `The interface ${name} ${done}, but its dial-out hours could not be set`,
    hint: 'Set `dialOutHours` again.',
    outcome: 'unknown',
  });
}
