// Which servers a command is for.

import { readFile } from 'node:fs/promises';
import { emptyHint, emptyWords, isBlank } from '../command.ts';
import { usage } from '../complaint.ts';
import type { ServerOptions } from '../options.ts';
import type { World } from '../world.ts';

type WhichServers = Pick<ServerOptions, 'server' | 'serversFile'>;

/** The names, each once, in the order in which they were given; none for the local server. */
export async function serverNames(
  world: World,
  { server = [], serversFile }: WhichServers,
): Promise<string[]> {
  const given = [...server, ...(await namesIn(serversFile))];
  // Servers on the command line replace those of the environment.
  const names = given.length > 0 ? given : namesInEnvironment(world);
  const once = new Map<string, string>();
  for (const name of names) {
    const key = withoutBackslashes(name).toLowerCase();
    if (!once.has(key)) once.set(key, name);
  }
  return [...once.values()];
}

// An empty variable does not mean the local server: somebody meant to name one.
function namesInEnvironment({ env: { RRAS_SERVER: text } }: World): string[] {
  if (text === undefined) return [];
  const names = text.split(',').map((name) => name.trim());
  if (names.some(isBlank)) {
    throw usage(
      names.length === 1 ? emptyWords('RRAS_SERVER') : 'RRAS_SERVER has an empty element.',
      emptyHint,
    );
  }
  return names;
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
  // No name would mean the local server, and that was not meant.
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
