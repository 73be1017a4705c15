// Which servers a command is for.

import { namesOfServers, serversInFile } from '../../fleet/names.ts';
import { emptyHint, emptyWords, isBlank } from '../command.ts';
import { usage, wordsOf } from '../complaint.ts';
import type { ServersOptions } from '../options.ts';
import type { World } from '../terminal/world.ts';
import { isServerName, type Name, serversOfNames } from './qualified_name.ts';

type WhichServers = Pick<ServersOptions, 'server' | 'serversFile'> & {
  readonly config?: string | undefined;
};

/** What the words of a command say about its servers: they are servers, or names that may bring their server. */
export type Named = { readonly servers: readonly string[] } | { readonly names: readonly Name[] };

/** For which servers a command is, besides its options. */
export interface Which {
  readonly named?: Named | undefined;
  /** It acts, so that a group of servers has to be typed. */
  readonly isActing?: boolean;
}

/** `@edge` is a group of the configuration. */
function isGroup(word: string): boolean {
  return word.startsWith('@');
}

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
  { server = [], serversFile, config }: WhichServers,
  { named, isActing = false }: Which = {},
): Promise<string[]> {
  const expanded = async (words: readonly string[]) => {
    if (!words.some(isGroup)) return words;
    const { serversOfGroup } = await import('./configuration.ts');
    return words.flatMap((word) => (isGroup(word) ? serversOfGroup(world, config, word) : word));
  };
  const options = [...(await expanded(server)), ...(await namesIn(serversFile))];
  const given = named === undefined ? options : await expanded(serversNamed(named, options));
  // Servers on the command line replace those of the environment.
  if (given.length > 0) return namesOfServers(given);
  const names = namesInEnvironment(world);
  const group = names.find(isGroup);
  if (group !== undefined && isActing) {
    throw usage(
      `Nothing was done: RRAS_SERVER names the group ${group}, and a command that acts takes a group from the command line only.`,
      `Type it: --server ${group}`,
    );
  }
  return namesOfServers(await expanded(names));
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

async function namesIn(file: string | undefined): Promise<string[]> {
  if (file === undefined) return [];
  const names = await serversInFile(file).catch((error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw usage(`There is no file ${file}, which --servers-file names.`);
    }
    throw usage(`The list of servers cannot be read: ${wordsOf(error)}`);
  });
  const wrong = names.find((name) => !isServerName(name) || isGroup(name));
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
