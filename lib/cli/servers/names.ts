// Which servers a command is for.

import { checkServerName } from '../../call/server_name.ts';
import { namesOfServers, serversInFile } from '../../fleet/names.ts';
import { emptyHint, emptyWords, isBlank } from '../command.ts';
import { usage, wordsOf } from '../complaint.ts';
import type { ServersOptions } from '../options.ts';
import type { World } from '../terminal/world.ts';
import { type Name, serversOfNames } from './qualified_name.ts';

type WhichServers = Pick<ServersOptions, 'server' | 'serversFile'>;

/** What the words of a command say about its servers: they are servers, or names that may bring their server. */
export type Named = { readonly servers: readonly string[] } | { readonly names: readonly Name[] };

function serversNamed(named: Named, options: readonly string[]): readonly string[] {
  return 'servers' in named ? named.servers : serversOfNames(named.names, options);
}

/** The servers that the words of a command name, for commands about servers only: `rras doctor RAS01`. */
export function serversInWords(
  words: readonly string[],
  { server, serversFile }: WhichServers,
): Named | undefined {
  if (words.length === 0) return undefined;
  if (server !== undefined || serversFile !== undefined) {
    const option = server === undefined ? '--servers-file' : '--server';
    throw usage(`Servers are named twice: ${words.join(', ')}, and with ${option}.`);
  }
  const names = words.flatMap((word) => word.split(',')).map((name) => name.trim());
  if (names.some(isBlank)) throw usage('The list of servers has an empty element.', emptyHint);
  return { servers: names };
}

/** The names, each once, in the order in which they were given; none for the local server. */
export async function serverNames(
  world: World,
  { server = [], serversFile }: WhichServers,
  named?: Named,
): Promise<string[]> {
  const options = [...server, ...(await namesIn(serversFile))];
  const given = named === undefined ? options : serversNamed(named, options);
  // Servers on the command line replace those of the environment.
  const names = given.length > 0 ? given : namesInEnvironment(world);
  return namesOfServers(names);
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

// A file of another kind may be one long line.
const LONGEST_SHOWN = 60;

function isServerName(name: string): boolean {
  try {
    checkServerName(name);
    return true;
  } catch {
    return false;
  }
}

async function namesIn(file: string | undefined): Promise<string[]> {
  if (file === undefined) return [];
  const names = await serversInFile(file).catch((error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw usage(`There is no file ${file}, which --servers-file names.`);
    }
    throw usage(`The list of servers cannot be read: ${wordsOf(error)}`);
  });
  const wrong = names.find((name) => !isServerName(name));
  if (wrong !== undefined) {
    throw usage(
      `${file} is no list of servers: ${wrong.slice(0, LONGEST_SHOWN)} is not a name of one.`,
      'One name a line; # begins a comment.',
    );
  }
  // No name would mean the local server, and that was not meant.
  if (names.length === 0)
    throw usage(`${file} names no server.`, 'One name a line; # begins a comment.');
  return names;
}
