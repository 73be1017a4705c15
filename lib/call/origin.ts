// Checks that a snapshot came from the server that is to act on it, and whether it is to be compared first.

import { invalidArgValue } from '../errors/argument_errors.ts';
import { checkBoolean, checkString } from './arguments.ts';
import { isSameServer } from './server_name.ts';

/** The server that is to act on a snapshot, and whether the snapshot is compared before the action. */
export interface Acting {
  readonly server: string;
  readonly guard: boolean;
}

/**
 * `name` is that of the argument, `kind` what it is.
 * @throws {TypeError} for a snapshot of another server, and for one that names none
 */
export function checkOrigin(
  name: string,
  kind: 'port' | 'connection' | 'session' | 'interface',
  snapshot: object,
  acting: Acting,
): string {
  const origin = checkString(`${name}.server`, Reflect.get(snapshot, 'server'));
  if (isSameServer(origin, acting.server)) return origin;
  const of = origin === '' ? 'the local server' : origin;
  const article = kind === 'interface' ? 'an' : 'a';
  const reason = `must be ${article} ${kind} of this server; it is one of ${of}`;
  throw invalidArgValue(name, snapshot, reason);
}

/**
 * Whether an action compares its subject first. Only a snapshot can be compared, so the option is refused with
 * anything else: `guard: true` would promise what cannot be done.
 *
 * @throws {TypeError} for a guard that is no boolean, or has nothing to compare
 */
export function checkGuard(guard: boolean | undefined, subject: unknown): boolean {
  if (guard === undefined) return true;
  checkBoolean('options.guard', guard);
  if (typeof subject === 'string' || typeof subject === 'number') {
    const reason =
      'must be left out with a handle, a name or an address: only a snapshot can be compared';
    throw invalidArgValue('options.guard', guard, reason);
  }
  return guard;
}
