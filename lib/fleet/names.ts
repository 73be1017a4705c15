// The names of the servers of a fleet.

import { checkString } from '../call/arguments.ts';
import { serverKey } from '../call/server_name.ts';

/**
 * The servers that a file names, one a line; `#` begins a comment. The file may be in UTF-8 or UTF-16, as
 * Windows PowerShell writes it. A file that names no server gives an empty list, which no fleet accepts.
 */
export async function serversInFile(file: string): Promise<string[]> {
  checkString('file', file);
  // Loaded here, because each import of the package would wait for it.
  const { readFile } = await import('node:fs/promises');
  return decodedText(await readFile(file))
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

/** Windows PowerShell's `>` writes UTF-16, and Notepad of old puts a mark before UTF-8. */
export function decodedText(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}

/** The names, each once, in their order: `\\RAS01` and `ras01` are the same server. */
export function namesOfServers<Name extends string | undefined>(names: readonly Name[]): Name[] {
  const once = new Map<string, Name>();
  for (const name of names) {
    const key = serverKey(name ?? '');
    if (!once.has(key)) once.set(key, name);
  }
  return [...once.values()];
}
