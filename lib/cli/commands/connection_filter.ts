// Which connections are wanted.

import { usage } from '../complaint.ts';
import { fitsAny } from '../wildcard.ts';
import type { Link } from './people.ts';

export interface ConnectionFilter {
  readonly user?: readonly string[];
  readonly computer?: readonly string[];
  readonly dormant?: boolean;
  /** Seconds. */
  readonly olderThan?: number;
}

export function connectionFilter({
  user = [],
  computer = [],
  dormant,
  olderThan,
}: ConnectionFilter): (link: Link) => boolean {
  return ({ connection }) =>
    isOf(user, connection) &&
    fitsAny(computer, connection.computer) &&
    (dormant !== true || connection.isDormant === true) &&
    (olderThan === undefined || connection.connectDuration >= olderThan);
}

interface Named {
  readonly userName: string;
  readonly logonDomain: string;
}

/** Whether a user is one of these: alice, con*, CONTOSO\alice. */
export function isOf(patterns: readonly string[], { userName, logonDomain }: Named): boolean {
  return fitsAny(patterns, userName) || fitsAny(patterns, `${logonDomain}\\${userName}`);
}

const guid = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i;

/** The one connection that is meant by a handle, a GUID, the name of a port or a user. */
export function oneConnection(links: readonly Link[], text: string): Link | undefined {
  const id = guid.exec(text)?.[1]?.toLowerCase();
  if (id !== undefined) return links.find(({ connection }) => connection.guid === id);
  const byHandle = links.find(({ connection }) => String(connection.handle) === text);
  if (byHandle !== undefined) return byHandle;
  const folded = text.toLowerCase();
  const byPort = links.find(({ ports }) => ports.some(({ name }) => name.toLowerCase() === folded));
  if (byPort !== undefined) return byPort;
  // A star would be a guess here.
  const byUser = links.filter(({ connection: { userName, logonDomain } }) =>
    [userName, `${logonDomain}\\${userName}`].some((name) => name.toLowerCase() === folded),
  );
  if (byUser.length > 1) {
    const ports = byUser.map((link) => link.ports.map(({ name }) => name).join(' '));
    throw usage(
      `${text} has ${byUser.length} connections.`,
      `Name one by its port or handle: ${ports.filter((each) => each !== '').join(', ')}.`,
    );
  }
  return byUser[0];
}
