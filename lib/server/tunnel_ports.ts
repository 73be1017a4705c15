// The ports of a tunnel protocol as the API has them, a count and flags, and as settings.

import type { TunnelPorts } from './info.ts';

const FOR_RAS = 1;
const FOR_ROUTING = 2;

export function tunnelPortsOf(count: number, flags: number): TunnelPorts {
  return {
    count,
    isRasEnabled: (flags & FOR_RAS) !== 0,
    isRoutingEnabled: (flags & FOR_ROUTING) !== 0,
  };
}

export const portSettings = ['count', 'isRasEnabled', 'isRoutingEnabled'] as const;

/** The count and flags to be set: as they are, where the settings, which were checked, do not say. */
export function changedPorts(
  count: number,
  flags: number,
  settings: { readonly [Name in (typeof portSettings)[number]]?: unknown },
): readonly [count: number, flags: number] {
  const bit = (wish: unknown, each: number) =>
    wish === undefined ? flags & each : wish === true ? each : 0;
  // Bits without a meaning here stay.
  const others = flags & ~(FOR_RAS | FOR_ROUTING);
  const changed =
    others | bit(settings.isRasEnabled, FOR_RAS) | bit(settings.isRoutingEnabled, FOR_ROUTING);
  return [typeof settings.count === 'number' ? settings.count : count, changed >>> 0];
}
