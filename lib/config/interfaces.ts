// The interfaces of the stored configuration. The running router takes them over at its next start.

import { isDeepStrictEqual } from 'node:util';
import type { Ask } from '../call/connected_server.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { EVERYTHING_AT_ONCE } from '../call/paging.ts';
import type { Patience } from '../call/patience.ts';
import { act, check, checkDone, read } from '../interfaces/asking.ts';
import { notAsSeen } from '../interfaces/changed.ts';
import {
  type NewStoredInterface,
  rawNewInterface,
  rawSettings,
  type StoredInterfaceSettings,
} from '../interfaces/changes.ts';
import type { StoredInterface, StoredInterfaceDetails } from '../interfaces/interface.ts';
import { storedDetailsIn, storedInterfacesIn } from '../interfaces/rows.ts';
import { storedSettings } from '../interfaces/settable.ts';
import { checkStoredInterface, type InterfaceTarget } from '../interfaces/target.ts';

export async function enumInterfaces(
  line: Line,
  options?: CallOptions,
): Promise<StoredInterface[]> {
  const checked = checkOptions(options, []);
  return storedInterfacesIn(
    line,
    await line.question('enumInterfaces', checked, [EVERYTHING_AT_ONCE]),
  );
}

export async function getInterface(
  line: Line,
  which: unknown,
  options?: CallOptions,
): Promise<StoredInterfaceDetails> {
  const checked = checkOptions(options, []);
  const target = checkStoredInterface(which, line.server);
  const ask = (patience: Patience) => line.ask(patience, 'getInterface', ...target.args);
  return read(line, 'getInterface', target, checked, ask, (reply) =>
    storedDetailsIn(line, reply, target),
  );
}

export async function createInterface(
  line: Line,
  settings: NewStoredInterface,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const raw = rawNewInterface(settings, storedSettings);
  await line.action('createInterface', checked, async (patience) => {
    const reply = await line.ask(patience, 'createInterface', raw);
    line.checkDone(reply, { interface: String(raw.name) });
  });
}

export async function setInterface(
  line: Line,
  which: unknown,
  settings: StoredInterfaceSettings,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = checkStoredInterface(which, line.server);
  const raw = rawSettings(settings, storedSettings);
  await act(line, 'setInterface', target, checked, (patience) =>
    line.ask(patience, 'setInterface', ...target.args, raw),
  );
}

export async function deleteInterface(
  line: Line,
  which: unknown,
  options?: CallOptions,
): Promise<void> {
  const checked = checkOptions(options, []);
  const target = checkStoredInterface(which, line.server);
  const seen = settingsSeen(which);
  await line.action('deleteInterface', checked, (patience) =>
    line.lookThen(patience, async (ask) => {
      if (seen !== undefined) await checkAsSeen(line, ask, target, seen);
      return async () => checkDone(line, await ask('deleteInterface', ...target.args), target);
    }),
  );
}

/** What a caller saw of a stored interface. */
interface SettingsSeen {
  readonly isEnabled: boolean;
  /** Without it, the caller saw the interface in a list. */
  readonly hours?: { readonly dialOutHours: unknown };
}

/** A copy. One of the running router says nothing about what was stored. */
function settingsSeen(which: unknown): SettingsSeen | undefined {
  if (typeof which !== 'object' || which === null || 'handle' in which) return undefined;
  const isEnabled: unknown = Reflect.get(which, 'isEnabled');
  if (typeof isEnabled !== 'boolean') return undefined;
  if (!('dialOutHours' in which)) return { isEnabled };
  return { isEnabled, hours: { dialOutHours: structuredClone(which.dialOutHours) } };
}

async function checkAsSeen(
  line: Line,
  ask: Ask,
  target: InterfaceTarget,
  seen: SettingsSeen,
): Promise<void> {
  const reply = await ask('getInterface', ...target.args);
  check(line, reply, target);
  const now = storedDetailsIn(line, reply, target);
  if (now.isEnabled !== seen.isEnabled) {
    const state = now.isEnabled
      ? 'disabled when it was read, and is now enabled'
      : 'enabled when it was read, and is now disabled';
    throw notAsSeen(target.label, line.server, `it was ${state}`);
  }
  if (seen.hours !== undefined && !isDeepStrictEqual(now.dialOutHours, seen.hours.dialOutHours)) {
    const change = 'its dial-out hours have been changed since it was read';
    throw notAsSeen(target.label, line.server, change);
  }
}
