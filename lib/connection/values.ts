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
