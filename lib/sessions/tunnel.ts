// Which kind of tunnel carries a session.

import type { Session } from './session.ts';

/** Everything else is `other`: modems, for example, and a session whose port is not listed yet. */
export const tunnels = ['ikev2', 'sstp', 'l2tp', 'pptp', 'gre', 'other'] as const;

export type Tunnel = (typeof tunnels)[number];

/** By the type of the connection, otherwise by the device of its ports: 'WAN Miniport (SSTP)'. */
export function tunnelOf({ type, ports }: Pick<Session, 'type' | 'ports'>): Tunnel {
  if (type === 'ikev2') return 'ikev2';
  for (const { deviceName } of ports) {
    const word = /\b(?:ikev2|sstp|l2tp|pptp|gre)\b/i.exec(deviceName)?.[0].toLowerCase();
    const tunnel = tunnels.find((each) => each === word);
    if (tunnel !== undefined) return tunnel;
  }
  return 'other';
}
