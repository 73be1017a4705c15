// The tunnels of a server, at the best level that it has.

import type { CallOptions } from '../../call/options.ts';
import type { ServerInfo } from '../../server/info.ts';
import type { RasServer } from '../../server.ts';
import { unlessTooOld } from '../servers/too_old.ts';

export const protocols = ['pptp', 'l2tp', 'sstp', 'ikev2', 'gre'] as const;

/** Its ports, and the other parameters that are numbers or yes and no. */
export type Tunnel = Readonly<Record<string, number | boolean>>;

export interface Tunnels {
  readonly info: ServerInfo;
  /** By protocol. A server that is too old for a protocol has none of it. */
  readonly tunnels: Readonly<Record<string, Tunnel>>;
  /** Whether the server knows all tunnels, since Windows Server 2008 R2. */
  readonly isEx: boolean;
}

export async function tunnelsOf(server: RasServer, patience: CallOptions): Promise<Tunnels> {
  const info = await server.getInfo(patience);
  const infoEx = server.supports('getInfoEx')
    ? await unlessTooOld(server.getInfoEx(patience))
    : undefined;
  const all: object = infoEx ?? info;
  const tunnels: Record<string, Tunnel> = {};
  for (const protocol of protocols) {
    const tunnel: unknown = Reflect.get(all, protocol);
    if (typeof tunnel === 'object' && tunnel !== null) tunnels[protocol] = plainPart(tunnel);
  }
  return { info, tunnels, isEx: infoEx !== undefined };
}

// Certificates and policies are bytes and objects, which a command line neither shows nor sets.
function plainPart(tunnel: object): Tunnel {
  const plain: Record<string, number | boolean> = {};
  for (const [name, value] of Object.entries(tunnel)) {
    if (typeof value === 'number' || typeof value === 'boolean') plain[name] = value;
  }
  return plain;
}
