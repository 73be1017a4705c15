// The ports of a tunnel protocol as the API has them, a count and flags, and as settings.

import { checkBoolean, checkInteger, checkObject } from '../call/arguments.ts';
import type { TunnelPortSettings, TunnelPorts } from './info.ts';

const FOR_RAS = 1;
const FOR_ROUTING = 2;
const LARGEST_COUNT = 0xffffffff;

export function tunnelPortsOf(count: number, flags: number): TunnelPorts {
  return { count, forRas: (flags & FOR_RAS) !== 0, forRouting: (flags & FOR_ROUTING) !== 0 };
}

export const portSettings = ['count', 'forRas', 'forRouting'] as const;

/** @throws {TypeError} for an invalid port setting */
export function checkTunnelPorts(name: string, settings: TunnelPortSettings): void {
  const { count, forRas, forRouting } = settings;
  if (count !== undefined) checkInteger(`${name}.count`, count, 0, LARGEST_COUNT);
  if (forRas !== undefined) checkBoolean(`${name}.forRas`, forRas);
  if (forRouting !== undefined) checkBoolean(`${name}.forRouting`, forRouting);
}

/** A copy of settings that have nothing but the ports. */
export function checkPortSettings(name: string, settings: TunnelPortSettings): TunnelPortSettings {
  const copy = checkObject(name, settings, portSettings);
  checkTunnelPorts(name, copy);
  return copy;
}

/** The count and flags to be set: as they are, where the settings do not say. */
export function changedPorts(
  count: number,
  flags: number,
  settings: TunnelPortSettings = {},
): readonly [count: number, flags: number] {
  const bit = (wish: boolean | undefined, each: number) =>
    wish === undefined ? flags & each : wish ? each : 0;
  // Bits without a meaning here stay.
  const others = flags & ~(FOR_RAS | FOR_ROUTING);
  const changed = others | bit(settings.forRas, FOR_RAS) | bit(settings.forRouting, FOR_ROUTING);
  return [settings.count ?? count, changed >>> 0];
}
