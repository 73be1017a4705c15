// rras message: a text to the screen of a client.

import type { BatchOptions } from '../acting/batch.ts';
import { usage } from '../complaint.ts';
import type { Exit } from '../exit_codes.ts';
import type { ServerOptions } from '../servers/session.ts';
import type { World } from '../world.ts';
import { onConnections } from './connection_batch.ts';
import { connectionFilter, oneConnection } from './connection_filter.ts';
import { nobody } from './connections.ts';
import { links } from './people.ts';

export type MessageOptions = ServerOptions &
  BatchOptions & { readonly all?: boolean; readonly user?: readonly string[] };

export async function message(
  world: World,
  words: readonly string[],
  options: MessageOptions,
): Promise<Exit> {
  const isToMany = options.all === true || options.user !== undefined;
  const [who = '', text, ...others] = isToMany ? ['', ...words] : words;
  if (text === undefined || text === '' || others.length > 0) {
    throw usage(
      isToMany ? 'Which text?' : 'To whom, and which text?',
      "As in: rras message alice 'We restart in ten minutes'. To everybody: --all instead of a name.",
    );
  }
  const isWanted = connectionFilter({ user: options.user ?? [] });
  // A text throws nobody out. To everybody it is asked for all the same.
  const consent = isToMany ? options : { ...options, yes: true };
  return onConnections(world, consent, {
    command: 'message',
    action: 'sendUserMessage',
    args: [text],
    verb: (what) => `send this to ${what}`,
    // There is no way to know whether anybody saw it.
    done: 'accepted',
    find: async (session, server) => {
      const all = await links(session, server);
      const one = isToMany ? undefined : oneConnection(all, who);
      const meant = isToMany ? all.filter(isWanted) : one === undefined ? [] : [one];
      return meant.map((link) => ({ server, ...link }));
    },
    whenNone: (session) => nobody(isToMany ? 'anybody' : who, session.names[0] ?? ''),
  });
}
