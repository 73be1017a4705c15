// Which servers a command is for.

import { readFile } from 'node:fs/promises';
import { usage } from '../complaint.ts';
import type { World } from '../world.ts';

export interface WhichServers {
  readonly server?: readonly string[];
  readonly serversFile?: string;
}

/** The names, each once, in the order in which they were given; none for the local server. */
export async function serverNames(world: World, which: WhichServers): Promise<string[]> {
  const given = [...(which.server ?? []).flatMap(inList), ...(await namesIn(which.serversFile))];
  // Where servers were named, what the environment says is meant for other times.
  const names = given.length > 0 ? given : inList(world.env.RRAS_SERVER ?? '');
  const once = new Map<string, string>();
  for (const name of names) {
    const key = withoutBackslashes(name).toLowerCase();
    if (!once.has(key)) once.set(key, name);
  }
  return [...once.values()];
}

function inList(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function withoutBackslashes(name: string): string {
  return name.replace(/^\\\\/, '');
}

async function namesIn(file: string | undefined): Promise<string[]> {
  if (file === undefined) return [];
  let text: string;
  try {
    text = decoded(await readFile(file));
  } catch (error) {
    throw usage(`The list of servers cannot be read: ${wordsOf(error)}`);
  }
  const names = text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
  // Without a name, the local server would be meant, and that was not.
  if (names.length === 0)
    throw usage(`${file} names no server.`, 'One name a line; # begins a comment.');
  return names;
}

// Windows PowerShell's `>` writes UTF-16, and Notepad of old puts a mark before UTF-8.
function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
