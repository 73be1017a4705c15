// Devices for connections, and the stored settings of a transport.

/** A device that demand-dial interfaces can use. */
export interface Device {
  readonly type: string;
  readonly name: string;
}

/** The transports that have a name, with the number that the API gives them. */
export const transports = {
  ip: 0x21,
  appletalk: 0x29,
  ipx: 0x2b,
  netbios: 0x3f,
  ipv6: 0x57,
} as const;

export type TransportName = keyof typeof transports;

/** The stored settings of a transport: information blocks in the router's own format, not parsed. */
export interface Transport {
  readonly globalInfo: Uint8Array;
  readonly clientInterfaceInfo: Uint8Array;
}
