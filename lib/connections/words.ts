// The numbers and bits of a connection as words.

import {
  type InterfaceType,
  interfaceTypes,
  type QuarantineState,
  quarantineStates,
} from './connection.ts';
import type { Authentication, Encryption } from './projection.ts';

export const connectionFlags = {
  ppp: 0x1,
  // The same bit said AppleTalk on Windows 2000.
  ikev2: 0x10,
  // Never set before Windows Server 2008 R2.
  dormant: 0x20,
} as const;

export function interfaceTypeOf(number: number): InterfaceType {
  return interfaceTypes[number] ?? `unknown-${number}`;
}

export function quarantineOf(number: number): QuarantineState {
  return quarantineStates[number] ?? `unknown-${number}`;
}

const PAP = 0xc023;
const SPAP = 0xc027;
const CHAP = 0xc223;
const EAP = 0xc227;
const MS_CHAP = 0x80;
const MS_CHAP_V2 = 0x81;

/** 0, which is what a connection without a link of its own has, is no authentication to speak of. */
export function pppAuthenticationOf(protocol: number, data: number): Authentication | undefined {
  switch (protocol) {
    case 0:
      return undefined;
    case PAP:
      return 'pap';
    case SPAP:
      return 'spap';
    case CHAP:
      if (data === MS_CHAP) return 'ms-chap';
      return data === MS_CHAP_V2 ? 'ms-chap-v2' : 'chap';
    case EAP:
      return 'eap';
    default:
      return `unknown-${protocol}`;
  }
}

const ikev2Authentications: readonly (Authentication | undefined)[] = [
  undefined,
  'certificate',
  'eap',
];

export function ikev2AuthenticationOf(protocol: number): Authentication | undefined {
  return protocol < ikev2Authentications.length
    ? ikev2Authentications[protocol]
    : `unknown-${protocol}`;
}

// Where several bits are set, the first in the list is meant.
const tunnelCiphers: readonly (readonly [bit: number, Encryption])[] = [
  [0x800, 'aes-gcm-256'],
  [0x400, 'aes-gcm-192'],
  [0x200, 'aes-gcm-128'],
  [0x80, 'aes-256'],
  [0x100, 'aes-192'],
  [0x40, 'aes-128'],
  [0x20, '3des'],
  [0x10, 'des-56'],
];

const mppeCiphers: readonly (readonly [bit: number, Encryption])[] = [
  [0x40, 'mppe-128'],
  [0x80, 'mppe-56'],
  [0x20, 'mppe-40'],
  [0x10, 'mppe-40-old'],
];

/** The options of the link show the tunnel around it; those of compression show MPPE. */
export function pppEncryptionOf(link: number, compression: number): Encryption | undefined {
  return cipherOf(link, tunnelCiphers) ?? cipherOf(compression, mppeCiphers);
}

function cipherOf(options: number, ciphers: typeof mppeCiphers): Encryption | undefined {
  for (const [bit, cipher] of ciphers) {
    if ((options & bit) !== 0) return cipher;
  }
  return undefined;
}

// The reference page gives the method no numbers. These are those of IPSEC_CIPHER_TYPE in ipsectypes.h,
// the system's enumeration of such ciphers: an inference, so the number itself is in the projection.
const ikev2Ciphers: readonly (Encryption | undefined)[] = [
  undefined,
  'des-56',
  '3des',
  'aes-128',
  'aes-192',
  'aes-256',
];

export function ikev2EncryptionOf(method: number): Encryption | undefined {
  return method < ikev2Ciphers.length ? ikev2Ciphers[method] : `unknown-${method}`;
}
