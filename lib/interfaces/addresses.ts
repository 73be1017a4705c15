// Addresses in the form that the structs of interfaces have: IPv4 as four bytes of a number, IPv6 as 16 bytes.

import { bytesOfAddress, textOfAddress } from '../blocks/addresses.ts';
import { checkString } from '../call/arguments.ts';
import { ipv4InNetworkOrder } from '../connections/values.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';

export const IPV6_BYTES = 16;

/** `undefined` for 0.0.0.0, which stands for no address. */
export function ipv4From(number: number): string | undefined {
  if (number === 0) return undefined;
  return [0, 8, 16, 24].map((shift) => (number >>> shift) & 0xff).join('.');
}

/** @throws {TypeError} unless it is an IPv4 address, or null for none */
export function ipv4NumberOf(name: string, address: string | null): number {
  if (address === null) return 0;
  const number = ipv4InNetworkOrder(checkString(name, address));
  if (number === undefined) throw invalidArgValue(name, address, 'must be an IPv4 address or null');
  return number;
}

/** `undefined` for `::`, which stands for no address. */
export function ipv6From(bytes: Uint8Array): string | undefined {
  const address = textOfAddress(bytes.subarray(0, IPV6_BYTES));
  return address === '::' ? undefined : address;
}

/** @throws {TypeError} unless it is an IPv6 address, or null for none */
export function ipv6BytesOf(name: string, address: string | null): Uint8Array {
  if (address === null) return new Uint8Array(IPV6_BYTES);
  const bytes = bytesOfAddress(checkString(name, address), IPV6_BYTES);
  if (bytes === undefined) {
    throw invalidArgValue(name, address, 'must be an IPv6 address without a zone, or null');
  }
  return Uint8Array.from(bytes);
}

/** The addresses of a block, one after another. */
export function ipv6ListFrom(block: Uint8Array): string[] {
  const addresses: string[] = [];
  for (let at = 0; at + IPV6_BYTES <= block.length; at += IPV6_BYTES) {
    addresses.push(ipv6From(block.subarray(at, at + IPV6_BYTES)) ?? '::');
  }
  return addresses;
}

export function ipv6BlockOf(name: string, addresses: readonly string[]): Uint8Array {
  const block = new Uint8Array(addresses.length * IPV6_BYTES);
  addresses.forEach((address, index) => {
    block.set(ipv6BytesOf(`${name}[${index}]`, checkString(name, address)), index * IPV6_BYTES);
  });
  return block;
}
