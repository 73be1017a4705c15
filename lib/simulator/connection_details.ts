// What can be told of a simulated connection: who it is, from where, and what was negotiated.

import { isIPv4 } from 'node:net';
import { checkBoolean, checkString } from '../call/arguments.ts';
import { type InterfaceType, interfaceTypes } from '../connections/connection.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { checkDword, checkHandle, checkText } from './api_values.ts';
import type { NativeDetail, NativeLibrary } from './native.ts';

/**
 * A connection beyond its user. Where nothing is told the model chooses, such that no two connections
 * have the same GUID or address. Numbers are those of the API.
 */
export interface ConnectionDetails {
  /** The NetBIOS name of the client's computer. Default ''. */
  readonly computer: string;
  /** The domain that authenticated the user. Default ''. */
  readonly logonDomain: string;
  /** Default 'RAS Server (Dial In) Interface'. */
  readonly interfaceName: string;
  /** The handle of the interface. Default: the server's next one. */
  readonly interface: number;
  /** A word or a number. Default 'client'. */
  readonly interfaceType: InterfaceType | number;
  /** As `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`. Default: one that no other connection has. */
  readonly guid: string;
  /** Whether the flag says that messages reach the user. Default false. */
  readonly messenger: boolean;
  /** Bits of the flags that the model does not set by itself. Default 0. */
  readonly moreFlags: number;
  /** The server's end of the tunnel. Default: an address, over a modem ''. */
  readonly localEndpoint: string;
  /** The client's end of the tunnel. Default: an address, over a modem ''. */
  readonly remoteEndpoint: string;
  /** Percent. Default 0. */
  readonly compressionRatioIn: number;
  readonly compressionRatioOut: number;

  /** The server's IPv4 address in the tunnel. Default '10.0.0.1'. */
  readonly localAddress: string;
  /** The client's IPv4 address in the tunnel; may be ''. Default: one of 10.0.0.0/8. */
  readonly remoteAddress: string;
  /** 0, or why IPv4 was not negotiated. Default 0. */
  readonly ipError: number;
  readonly ipOptions: number;
  readonly ipRemoteOptions: number;
  readonly ipv4SubInterface: bigint;
  /** Eight bytes in hexadecimal: the first half of the client's IPv6 addresses. */
  readonly ipv6Prefix: string;
  readonly ipv6PrefixLength: number;
  /** Eight bytes in hexadecimal. */
  readonly ipv6Identifier: string;
  readonly ipv6RemoteIdentifier: string;
  /** 0, or why IPv6 was not negotiated. Default 733; 0 when `ipv6Prefix` is told with it. */
  readonly ipv6Error: number;
  readonly ipv6Options: number;
  readonly ipv6RemoteOptions: number;
  readonly ipv6SubInterface: bigint;
  /** NetBEUI, IPX and AppleTalk were not negotiated by default: 733. */
  readonly nbfError: number;
  readonly nbfComputer: string;
  readonly ipxError: number;
  readonly ipxAddress: string;
  readonly atError: number;
  readonly atAddress: string;

  /** Default, over PPP: MPPC with 128 bits, but not over L2TP and SSTP. */
  readonly ccpAlgorithm: number;
  readonly ccpOptions: number;
  readonly ccpRemoteAlgorithm: number;
  readonly ccpRemoteOptions: number;
  readonly ccpError: number;
  /** Default, over PPP: MS-CHAP v2. */
  readonly authenticationProtocol: number;
  readonly authenticationData: number;
  readonly remoteAuthenticationProtocol: number;
  readonly remoteAuthenticationData: number;
  readonly terminateReason: number;
  readonly remoteTerminateReason: number;
  readonly lcpOptions: number;
  readonly lcpRemoteOptions: number;
  readonly lcpError: number;
  readonly eapType: number;
  readonly remoteEapType: number;
  readonly ikev2Options: number;
  /** Default, over IKEv2: EAP-MSCHAP v2, and AES with 256 bits. */
  readonly ikev2AuthenticationProtocol: number;
  readonly ikev2EapType: number;
  readonly ikev2CompressionAlgorithm: number;
  readonly ikev2EncryptionMethod: number;
}

interface Kind {
  check(name: string, value: unknown, library: NativeLibrary): NativeDetail;
  read?(value: NativeDetail): unknown;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const EIGHT_BYTES = /^[0-9a-f]{16}$/i;
const MAX_ULONG64_BITS = 64;

const number: Kind = { check: (name, value) => checkDword(name, value) };
const handle: Kind = {
  check: (name, value, library) => checkHandle(name, value, library.handleBits),
  read: Number,
};
const wide: Kind = { check: (name, value) => checkHandle(name, value, MAX_ULONG64_BITS) };
const text = (limit: number): Kind => ({ check: (name, value) => checkText(name, value, limit) });
const named = (key: 'computer' | 'logonDomain'): Kind => ({
  check: (name, value, library) => checkText(name, value, library.textLimits[key]),
});
const bytes: Kind = {
  check: (name, value) => BigInt(`0x${checkForm(name, value, EIGHT_BYTES, '16 hex digits')}`),
  read: (value) => value.toString(16).padStart(16, '0'),
};
const address: Kind = {
  check(name, value) {
    const checked = checkString(name, value);
    if (checked !== '' && !isIPv4(checked)) {
      throw invalidArgValue(name, checked, "must be an IPv4 address or ''");
    }
    return checked;
  },
};

const kinds: Readonly<Record<keyof ConnectionDetails, Kind>> = {
  computer: named('computer'),
  logonDomain: named('logonDomain'),
  interfaceName: text(257),
  interface: handle,
  interfaceType: {
    check(name, value) {
      if (typeof value === 'number') return checkDword(name, value);
      if (typeof value !== 'string') throw invalidArgType(name, ['string', 'number'], value);
      const found = (interfaceTypes as readonly string[]).indexOf(value);
      if (found < 0) {
        throw invalidArgValue(name, value, `must be one of ${interfaceTypes.join(', ')}`);
      }
      return found;
    },
    read: (value) => interfaceTypes[Number(value)] ?? `unknown-${value}`,
  },
  guid: { check: (name, value) => checkForm(name, value, GUID, 'a GUID').toLowerCase() },
  messenger: { check: checkBoolean },
  moreFlags: number,
  localEndpoint: text(65),
  remoteEndpoint: text(65),
  compressionRatioIn: number,
  compressionRatioOut: number,
  localAddress: address,
  remoteAddress: address,
  ipError: number,
  ipOptions: number,
  ipRemoteOptions: number,
  ipv4SubInterface: wide,
  ipv6Prefix: bytes,
  ipv6PrefixLength: number,
  ipv6Identifier: bytes,
  ipv6RemoteIdentifier: bytes,
  ipv6Error: number,
  ipv6Options: number,
  ipv6RemoteOptions: number,
  ipv6SubInterface: wide,
  nbfError: number,
  nbfComputer: text(17),
  ipxError: number,
  ipxAddress: text(23),
  atError: number,
  atAddress: text(33),
  ccpAlgorithm: number,
  ccpOptions: number,
  ccpRemoteAlgorithm: number,
  ccpRemoteOptions: number,
  ccpError: number,
  authenticationProtocol: number,
  authenticationData: number,
  remoteAuthenticationProtocol: number,
  remoteAuthenticationData: number,
  terminateReason: number,
  remoteTerminateReason: number,
  lcpOptions: number,
  lcpRemoteOptions: number,
  lcpError: number,
  eapType: number,
  remoteEapType: number,
  ikev2Options: number,
  ikev2AuthenticationProtocol: number,
  ikev2EapType: number,
  ikev2CompressionAlgorithm: number,
  ikev2EncryptionMethod: number,
};

export const detailMembers = Object.keys(kinds) as readonly (keyof ConnectionDetails)[];

/** Checks what is there; other members of `given` are none of its business. */
export function checkDetails(
  name: string,
  given: Partial<ConnectionDetails>,
  library: NativeLibrary,
): Record<string, NativeDetail> {
  const checked: Record<string, NativeDetail> = {};
  for (const member of detailMembers) {
    const value = given[member];
    if (value !== undefined) {
      checked[member] = kinds[member].check(`${name}.${member}`, value, library);
    }
  }
  if (given.ipv6Prefix !== undefined && given.ipv6Error === undefined) checked.ipv6Error = 0;
  return checked;
}

export function detailsFrom(native: Readonly<Record<string, NativeDetail>>): ConnectionDetails {
  const entries = detailMembers.map((member) => {
    const value = native[member] ?? 0;
    return [member, kinds[member].read?.(value) ?? value];
  });
  return Object.fromEntries(entries) as unknown as ConnectionDetails;
}

function checkForm(name: string, value: unknown, form: RegExp, wanted: string): string {
  const checked = checkString(name, value);
  if (!form.test(checked)) throw invalidArgValue(name, checked, `must be ${wanted}`);
  return checked;
}
