// Which servers a command is for.

import { namesOfServers, serversInFile } from '../../fleet/names.ts';
import { emptyHint, emptyWords, isBlank } from '../command.ts';
import { usage, wordsOf } from '../complaint.ts';
import type { ServersOptions } from '../options.ts';
import type { World } from '../terminal/world.ts';

type WhichServers = Pick<ServersOptions, 'server' | 'serversFile'>;

/** The names, each once, in the order in which they were given; none for the local server. */
export async function serverNames(
  world: World,
  { server = [], serversFile }: WhichServers,
): Promise<string[]> {
  const given = [...server, ...(await namesIn(serversFile))];
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

async function namesIn(file: string | undefined): Promise<string[]> {
  if (file === undefined) return [];
  const names = await serversInFile(file).catch((error) => {
    throw usage(`The list of servers cannot be read: ${wordsOf(error)}`);
  });
  // No name would mean the local server, and that was not meant.
  if (names.length === 0)
    throw usage(`${file} names no server.`, 'One name a line; # begins a comment.');
  return names;
}
