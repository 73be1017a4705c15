// Checks a connection that a caller passes in: it may have been through JSON, a database or another process.
// Everything that the guard compares must be there.

import { checkInteger, checkString } from '../call/arguments.ts';
import { type Acting, checkOrigin } from '../call/origin.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import type { ConnectionIdentity } from '../sessions/same_session.ts';

/** The fields that identify a connection's session. */
export type ConnectionSnapshot = ConnectionIdentity;

const LARGEST_DURATION = 0xffffffff;
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A copy: later changes by the caller must not affect the call. */
export function checkSnapshot(
  connection: object,
  acting: Acting,
  argument = 'connection',
): ConnectionSnapshot {
  const field = (name: keyof ConnectionSnapshot): unknown => Reflect.get(connection, name);
  const text = (name: keyof ConnectionSnapshot) => checkString(`${argument}.${name}`, field(name));
  const number = (name: keyof ConnectionSnapshot, largest: number) =>
    checkInteger(`${argument}.${name}`, field(name), 0, largest);
  // JSON leaves out what is undefined.
  checkOrigin(argument, 'connection', connection, acting);
  const hasGuid = (field('guid') ?? undefined) !== undefined;
  return {
    handle: number('handle', Number.MAX_SAFE_INTEGER),
    guid: hasGuid ? checkGuid(`${argument}.guid`, text('guid')) : undefined,
    userName: text('userName'),
    logonDomain: text('logonDomain'),
    computer: text('computer'),
    connectDuration: number('connectDuration', LARGEST_DURATION),
  };
}

function checkGuid(name: string, guid: string): string {
  if (!GUID.test(guid)) throw invalidArgValue(name, guid, 'must be a GUID');
  return guid.toLowerCase();
}
