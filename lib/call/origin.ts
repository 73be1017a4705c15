// Checks that a snapshot came from the server that is to act on it.

import { invalidArgValue } from '../errors/argument_errors.ts';
import { checkString } from './arguments.ts';
import { isSameServer } from './server_name.ts';

/** The server that is to act on a snapshot, and whether the snapshot is compared before the action. */
export interface Acting {
  readonly server: string;
  readonly guard: boolean;
}

/** @throws {TypeError} for a snapshot of another server, and for one that names none */
export function checkOrigin(name: 'port' | 'connection', snapshot: object, acting: Acting): string {
  const origin = checkString(`${name}.server`, Reflect.get(snapshot, 'server'));
  if (isSameServer(origin, acting.server)) return origin;
  const of = origin === '' ? 'the local server' : origin;
  throw invalidArgValue(name, snapshot, `must be a ${name} of this server; it is one of ${of}`);
}
