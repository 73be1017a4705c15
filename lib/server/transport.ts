// The transports of a router, and their settings.

import type { IpInfo } from '../blocks/ip_info.ts';

/** The transports that have a name, with the number that the API gives them. */
export const transports = {
  ip: 0x21,
  appletalk: 0x29,
  ipx: 0x2b,
  netbios: 0x3f,
  ipv6: 0x57,
} as const;

export type TransportName = keyof typeof transports;

/** The settings of a transport: information blocks, as bytes and, for IP and IPv6, read. */
export interface Transport {
  /** The settings of the whole transport. */
  readonly globalInfo: Uint8Array;
  /** The settings that the interface of a dialled-in client gets. */
  readonly clientInterfaceInfo: Uint8Array;
  /** `globalInfo`, read. Missing for other transports than IP and IPv6, and if the bytes are no information blocks. */
  readonly global?: IpInfo;
  /** `clientInterfaceInfo`, read likewise. */
  readonly clientInterface?: IpInfo;
}

/** A transport in a stored configuration. */
export interface StoredTransport extends Transport {
  /** The DLL of its router manager; `undefined` if none is stored. */
  readonly dllPath: string | undefined;
}

/** A transport in a list of a stored configuration. */
export interface TransportEntry {
  readonly id: number;
  readonly name: string;
}

/** Blocks of a transport to be set: `buildIpInfo` and `changeIpInfo` make them. A block that is left out stays. */
export interface TransportChanges {
  readonly globalInfo?: Uint8Array | undefined;
  readonly clientInterfaceInfo?: Uint8Array | undefined;
}

export interface StoredTransportChanges extends TransportChanges {
  readonly dllPath?: string | undefined;
}

/** A transport to be created. */
export interface TransportSettings extends StoredTransportChanges {
  /** At most 40 characters. Without a name the router takes the number of the transport. */
  readonly name?: string | undefined;
}

export type TransportPart = keyof StoredTransportChanges;

/** What can be set, in the order in which a stored configuration sets it. */
export const runningParts: readonly TransportPart[] = ['globalInfo', 'clientInterfaceInfo'];
export const storedParts: readonly TransportPart[] = [...runningParts, 'dllPath'];
