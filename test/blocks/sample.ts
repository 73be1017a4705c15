// The example of MS-RRASM 4.11.2: the IP block of a demand-dial interface in the registry.

const head = `
01 00 00 00 fc 00 00 00 04 00 00 00
0a 00 ff ff 8c 00 00 00 01 00 00 00 50 00 00 00
04 00 ff ff 04 00 00 00 01 00 00 00 e0 00 00 00
07 00 ff ff 10 00 00 00 01 00 00 00 e8 00 00 00
0d 00 ff ff 04 00 00 00 01 00 00 00 f8 00 00 00
00 00 00 00`;

const heartbeat = `${'00 '.repeat(132)} 0a 00 00 00 00 00 00 00`;
const rest = `
00 00 00 00
01 00 00 00 00 00 00 00
58 02 a4 01 08 07 00 00 00 00 00 00 00 00 00 00
00 00 00 00`;

export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text.trim().split(/\s+/), (byte) => Number.parseInt(byte, 16));
}

export const sample = bytesOf([head, heartbeat, rest].join(' '));

/** A header of the status alone. */
export const statusAlone = bytesOf(`
01 00 00 00 24 00 00 00 01 00 00 00
04 00 ff ff 04 00 00 00 01 00 00 00 20 00 00 00
00 00 00 00
01 00 00 00`);
