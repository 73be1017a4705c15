// Names of ports and people as words of a command line. A name may bring its server: RAS01/VPN2-0, which is how
// --quiet writes it when several servers were asked.

import { checkServerName, isSameServer } from '../../call/server_name.ts';
import { emptyHint, isBlank } from '../command.ts';
import { usage } from '../complaint.ts';

export interface Name {
  /** Undefined if the word brings no server. */
  readonly server: string | undefined;
  readonly name: string;
}

/** The word, split at its first `/`. */
export function nameIn(word: string): Name {
  const at = word.indexOf('/');
  if (at < 0) return { server: undefined, name: word };
  const [server, name] = [word.slice(0, at), word.slice(at + 1)];
  if (isBlank(server) || isBlank(name)) {
    const what = isBlank(server) ? 'server before' : 'name after';
    throw usage(
      `${word} has no ${what} the /.`,
      `A name with its server: RAS01/VPN2-0. ${emptyHint}`,
    );
  }
  if (server.startsWith('@')) {
    throw usage(`${word} begins with a group, and a name is on one server.`, 'As in: RAS01/VPN2-0');
  }
  return { server, name };
}

/** Whether the name is for that server: it brings no other. */
export function isFor({ server }: Name, name: string): boolean {
  return server === undefined || isSameServer(server, name);
}

/**
 * The servers that a command with these names is for. `given` are those of its options.
 */
export function serversOfNames(
  names: readonly Name[],
  given: readonly string[],
): readonly string[] {
  const brought = names.flatMap((each) => each.server ?? []);
  const without = names.find((each) => each.server === undefined);
  if (given.length > 0) {
    const other = brought.find((each) => !given.some((name) => isSameServer(name, each)));
    if (other !== undefined) {
      throw usage(
        `A name is on ${other}, and ${other} is not among the servers that are named.`,
        `Name ${other} with --server too, or leave --server out.`,
      );
    }
    return without === undefined && brought.length > 0 ? brought : given;
  }
  if (brought.length > 0 && without !== undefined) {
    throw usage(
      `Other names bring their server, and ${without.name} does not.`,
      `Write ${brought[0]}/${without.name}, or name the servers with --server.`,
    );
  }
  return brought;
}

export function isServerName(name: string): boolean {
  try {
    checkServerName(name);
    return true;
  } catch {
    return false;
  }
}
