// Addresses between text and the bytes that the API has: in network byte order.

/** The 4 or 16 bytes of an address; `undefined` if the text is no address of that length. */
export function bytesOfAddress(text: string, length: 4 | 16): readonly number[] | undefined {
  const { isIPv4, isIPv6 } = process.getBuiltinModule('node:net');
  if (length === 4) return isIPv4(text) ? bytesOfIpv4(text) : undefined;
  // A zone is the number of an interface on one machine and has no place in the bytes.
  return isIPv6(text) && !text.includes('%') ? bytesOfIpv6(text) : undefined;
}

function bytesOfIpv4(text: string): number[] {
  return text.split('.').map(Number);
}

function bytesOfIpv6(text: string): number[] {
  const [before = '', after] = text.split('::');
  const first = bytesOfGroups(before);
  if (after === undefined) return first;
  const last = bytesOfGroups(after);
  return [...first, ...new Array<number>(16 - first.length - last.length).fill(0), ...last];
}

function bytesOfGroups(text: string): number[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (group.includes('.')) return bytesOfIpv4(group);
    const number = Number.parseInt(group, 16);
    return [number >> 8, number & 0xff];
  });
}

export function textOfAddress(bytes: Uint8Array): string {
  return bytes.length === 4 ? bytes.join('.') : textOfIpv6(bytes);
}

/** As in RFC 5952: the longest run of zeros is left out. */
function textOfIpv6(bytes: Uint8Array): string {
  const groups: number[] = [];
  for (let at = 0; at < bytes.length; at += 2) {
    groups.push(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  }
  let longest = { at: 0, length: 1 };
  for (let at = 0; at < groups.length; ++at) {
    let length = 0;
    while (groups[at + length] === 0) ++length;
    if (length > longest.length) longest = { at, length };
  }
  const text = (some: readonly number[]) => some.map((group) => group.toString(16)).join(':');
  if (longest.length === 1) return text(groups);
  return `${text(groups.slice(0, longest.at))}::${text(groups.slice(longest.at + longest.length))}`;
}
