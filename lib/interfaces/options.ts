// The options of a demand-dial interface, by bit of dwfOptions (MPRIO).

import { checkBoolean, checkObject } from '../call/arguments.ts';

export const optionBits = {
  usesSpecificAddress: 0x00000002,
  usesSpecificNameServers: 0x00000004,
  compressesIpHeaders: 0x00000008,
  usesRemoteDefaultGateway: 0x00000010,
  disablesLcpExtensions: 0x00000020,
  negotiatesCompression: 0x00000200,
  requiresEncryptedPassword: 0x00000400,
  requiresMsEncryptedPassword: 0x00000800,
  requiresDataEncryption: 0x00001000,
  logsOnToNetwork: 0x00002000,
  promotesAlternates: 0x00008000,
  securesLocalFiles: 0x00010000,
  requiresEap: 0x00020000,
  requiresPap: 0x00040000,
  requiresSpap: 0x00080000,
  sharesPhoneNumbers: 0x00800000,
  requiresMachineCertificates: 0x01000000,
  usesPresharedKeyToInitiateIkev2: 0x02000000,
  usesPresharedKeyToRespondToIkev2: 0x04000000,
  requiresChap: 0x08000000,
  requiresMsChap: 0x10000000,
  requiresMsChap2: 0x20000000,
  usesIpsecPresharedKey: 0x80000000,
} as const;

export type InterfaceOption = keyof typeof optionBits;

/**
 * Which options are on. A server adds some by itself: an interface without any authentication gets some, and reading
 * reports the encryption that follows from others.
 */
export type InterfaceOptionSet = Readonly<Record<InterfaceOption, boolean>>;

const names = Object.keys(optionBits) as InterfaceOption[];

export function optionsFrom(bits: number): InterfaceOptionSet {
  const options = names.map((name) => [name, (bits & optionBits[name]) !== 0] as const);
  return Object.fromEntries(options) as Record<InterfaceOption, boolean>;
}

/** The bits without a name, which are written back as they were read. */
export function otherOptions(bits: number): number {
  return names.reduce((rest, name) => rest & ~optionBits[name], bits) >>> 0;
}

/** The bits to set and to clear. @throws {TypeError} */
export function optionChanges(
  name: string,
  options: Partial<InterfaceOptionSet>,
): { readonly on: number; readonly off: number } {
  const given = checkObject(name, options, names);
  let on = 0;
  let off = 0;
  for (const option of names) {
    const wish = given[option];
    if (wish === undefined) continue;
    if (checkBoolean(`${name}.${option}`, wish)) on |= optionBits[option];
    else off |= optionBits[option];
  }
  return { on: on >>> 0, off: off >>> 0 };
}
