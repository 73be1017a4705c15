// Which sessions are those of a user.

import { checkString } from '../call/arguments.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import type { Session } from './session.ts';

type Named = Pick<Session, 'userName' | 'logonDomain'>;

/**
 * A test for sessions of a user, who is given as 'alice' in whatever domain, or as 'CORP\alice'. Letter case
 * does not matter. An empty name is refused: it must never select everybody.
 */
export function userFilter(user: unknown): (session: Named) => boolean {
  const name = checkString('options.user', user);
  if (name === '' || name.endsWith('\\')) {
    throw invalidArgValue('options.user', name, 'must name a user; leave it out for every session');
  }
  const folded = name.toLowerCase();
  return (session) => isNamed(session, (each) => each.toLowerCase() === folded);
}

/** Whether one of the names of a user fits: the name alone, or the name with its domain. */
export function isNamed(
  { userName, logonDomain }: Named,
  fits: (name: string) => boolean,
): boolean {
  return fits(userName) || (logonDomain !== '' && fits(`${logonDomain}\\${userName}`));
}
