// The interfaces of the stored configuration. The running router takes them over at its next start.

import { isDeepStrictEqual } from 'node:util';
import type { Ask } from '../call/connected_server.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { EVERYTHING_AT_ONCE } from '../call/paging.ts';
import { notAsSeen } from '../interfaces/changed.ts';
import {
  type NewStoredInterface,
  rawNewInterface,
  rawSettings,
  type StoredInterfaceSettings,
} from '../interfaces/changes.ts';
import type { StoredInterface, StoredInterfaceDetails } from '../interfaces/interface.ts';
import {
  checkUnchanged,
  storedDetailsIn,
  storedInterfacesIn,
  subjectOf,
} from '../interfaces/rows.ts';
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
  return line.call('getInterface', checked, async (patience) =>
    detailsOf(line, target, await line.ask(patience, 'getInterface', ...target.args)),
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
  await line.action('setInterface', checked, async (patience) => {
    const reply = await line.ask(patience, 'setInterface', ...target.args, raw);
    checkUnchanged(line, reply, target);
    line.checkDone(reply, subjectOf(target));
  });
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
      return async () => {
        const reply = await ask('deleteInterface', ...target.args);
        checkUnchanged(line, reply, target);
        line.checkDone(reply, subjectOf(target));
      };
    }),
  );
}

type Reading = Parameters<typeof storedDetailsIn>[1];

function detailsOf(line: Line, target: InterfaceTarget, reply: Reading): StoredInterfaceDetails {
  checkUnchanged(line, reply, target);
  line.check(reply, subjectOf(target));
  return storedDetailsIn(line, reply, target);
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
  const now = detailsOf(line, target, await ask('getInterface', ...target.args));
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
