// Addresses in the form that the structs of interfaces have: IPv4 as four bytes of a number, IPv6 as 16 bytes.

import { checkString } from '../call/arguments.ts';
import { ipv4InNetworkOrder, isAddress } from '../connections/values.ts';
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
  const groups = [0, 2, 4, 6, 8, 10, 12, 14].map(
    (at) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0),
  );
  if (groups.every((group) => group === 0)) return undefined;
  return compressed(groups);
}

/** As RFC 5952 has it: the first of the longest runs of zeros is left out, if it has more than one. */
function compressed(groups: readonly number[]): string {
  let best = { at: 0, length: 1 };
  for (let at = 0; at < groups.length; at += 1) {
    let length = 0;
    while (groups[at + length] === 0) length += 1;
    if (length > best.length) best = { at, length };
  }
  const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  if (best.length === 1) return text(groups);
  return `${text(groups.slice(0, best.at))}::${text(groups.slice(best.at + best.length))}`;
}

/** @throws {TypeError} unless it is an IPv6 address, or null for none */
export function ipv6BytesOf(name: string, address: string | null): Uint8Array {
  const bytes = new Uint8Array(IPV6_BYTES);
  if (address === null) return bytes;
  const isIpv6 = isAddress(checkString(name, address)) && address.includes(':');
  if (!isIpv6 || address.includes('%')) {
    throw invalidArgValue(name, address, 'must be an IPv6 address without a zone, or null');
  }
  const [before = '', after] = address.split('::');
  const head = groupsIn(before);
  const tail = after === undefined ? [] : groupsIn(after);
  const groups = [...head, ...new Array(8 - head.length - tail.length).fill(0), ...tail];
  groups.forEach((group: number, index) => {
    bytes[2 * index] = group >>> 8;
    bytes[2 * index + 1] = group & 0xff;
  });
  return bytes;
}

function groupsIn(part: string): number[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [(a << 8) | b, (c << 8) | d];
  });
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
