// The connections that go over an interface, and how sure that is.

import type { Interface } from '../../interfaces/interface.ts';
import type { Session } from '../../sessions/session.ts';

/**
 * What the server reports of the connection that agrees with the interface. A handle may be reused after its interface
 * is gone, and old servers report no handle.
 */
export type Agreement = 'handle and name' | 'handle' | 'name';

export interface Rider {
  readonly session: Session;
  readonly agreement: Agreement;
}

/** `sessions` are those of the server that has the interface. */
export function ridersOf(one: Interface, sessions: readonly Session[]): Rider[] {
  return sessions.flatMap((session) => {
    const agreement = agreementOf(one, session);
    return agreement === undefined ? [] : [{ session, agreement }];
  });
}

function agreementOf(
  { handle, name, type }: Interface,
  { connection }: Session,
): Agreement | undefined {
  if (connection === undefined || connection.interfaceType !== type) return undefined;
  const isHandle = connection.interface === handle;
  const isName = connection.interfaceName === name;
  if (isHandle && isName) return 'handle and name';
  if (isHandle) return 'handle';
  return isName ? 'name' : undefined;
}

/** 'ras01 on VPN3-0 (the server reports the handle and the name of the interface with it)'. */
export function riderInWords({ session, agreement }: Rider): string {
  const { userName, ports } = session;
  const who = userName === '' ? 'an unnamed user' : userName;
  const where = ports.length === 0 ? '' : ` on ${ports.map(({ name }) => name).join(' ')}`;
  return `${who}${where} (${sureness[agreement]})`;
}

const sureness: Readonly<Record<Agreement, string>> = {
  'handle and name': 'certain: the handle and the name of the interface agree',
  handle: 'not certain: the handle of the interface agrees, its name does not',
  name: 'not certain: only the name of the interface agrees',
};
