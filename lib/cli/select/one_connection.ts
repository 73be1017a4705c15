// The one connection that is meant by a word.

import type { Session } from '../../sessions/session.ts';
import { isNamed } from '../../sessions/user_filter.ts';
import { Complaint, usage } from '../complaint.ts';

const guid = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i;

/** `text` is a handle, a GUID, the name of a port or a user. */
export function oneConnection(sessions: readonly Session[], text: string): Session | undefined {
  const id = guid.exec(text)?.[1]?.toLowerCase();
  if (id !== undefined) return sessions.find(({ connection }) => connection?.guid === id);
  const byHandle = sessions.find(({ connection }) => String(connection?.handle) === text);
  if (byHandle !== undefined) return byHandle;
  const folded = text.toLowerCase();
  const byPort = sessions.find(({ ports }) =>
    ports.some(({ name }) => name.toLowerCase() === folded),
  );
  if (byPort !== undefined) return byPort;
  // A star would be a guess here.
  const byUser = sessions.filter((session) =>
    isNamed(session, (name) => name.toLowerCase() === folded),
  );
  if (byUser.length > 1) {
    const ports = byUser.map((session) => session.ports.map(({ name }) => name).join(' '));
    throw usage(
      `${text} has ${byUser.length} connections.`,
      `Name one by its port or handle: ${ports.filter((each) => each !== '').join(', ')}.`,
    );
  }
  return byUser[0];
}

export function nobody(who: string, server: string): Complaint {
  const where = server === '' ? '' : ` on ${server}`;
  return new Complaint(
    'notFound',
    `No connection of ${who}${where}.`,
    'A user, a port, a handle or a GUID names one: `rras connections` lists them.',
  );
}
