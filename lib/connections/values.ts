// Times and addresses, from the form that the API has them in.

const TICKS_PER_MILLISECOND = 10_000n;
const FROM_1601_TO_1970 = 11_644_473_600_000n;

/** A FILETIME: ticks of 100 nanoseconds since 1601. `undefined` for one that no Date can hold. */
export function dateOf(fileTime: bigint): Date | undefined {
  const date = new Date(Number(fileTime / TICKS_PER_MILLISECOND - FROM_1601_TO_1970));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** From 16 hexadecimal digits, the first half of an address: '20010db800000001' is 2001:db8:0:1::/64. */
export function ipv6PrefixOf(digits: string, length: number): string {
  const groups = [0, 4, 8, 12].map((at) => Number.parseInt(digits.slice(at, at + 4), 16));
  while (groups.at(-1) === 0) groups.pop();
  return `${groups.map((group) => group.toString(16)).join(':')}::/${length}`;
}

/** As the API takes it: the four bytes in the order in which they are written. */
export function ipv4InNetworkOrder(address: string): number | undefined {
  if (isIP(address) !== 4) return undefined;
  return Buffer.from(address.split('.').map(Number)).readUInt32LE();
}

export function isAddress(text: string): boolean {
  return isIP(text) !== 0;
}

// An import of node:net at the top would cost every user of the package its loading.
function isIP(text: string): number {
  return process.getBuiltinModule('node:net').isIP(text);
}
