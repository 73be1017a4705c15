// The names of servers, as people write them.

import { invalidArgValue } from '../errors/argument_errors.ts';
import { checkString } from './arguments.ts';

/** The longest DNS name. */
const LONGEST = 255;

// No NetBIOS name, DNS name or address has these: control characters (a NUL would silently cut the name),
// spaces of any kind, halves of surrogate pairs, and characters that Windows forbids in names.
const FORBIDDEN = /[\p{Cc}\p{Z}\p{Cs}\\/"<>|*?]/u;

const BACKSLASHES = /^\\\\/;

/** Whether two names mean one server: letter case and leading backslashes do not matter. */
export function isSameServer(one: string, other: string): boolean {
  return serverKey(one) === serverKey(other);
}

/** The same text for every way to write one server. */
export function serverKey(name: string): string {
  return name.replace(BACKSLASHES, '').toLowerCase();
}

/** The name without leading backslashes; '' for the local server. */
export function checkServerName(server: unknown, argument = 'server'): string {
  if (server === undefined) return '';
  const text = checkString(argument, server);
  const name = text.replace(BACKSLASHES, '');
  if (name === '') {
    throw invalidArgValue(argument, server, 'must not be empty; leave it out for the local server');
  }
  if (name.length > LONGEST) {
    throw invalidArgValue(argument, server, `must not be longer than ${LONGEST} characters`);
  }
  if (FORBIDDEN.test(name)) {
    throw invalidArgValue(argument, server, 'must be a computer name, a DNS name or an address');
  }
  return name;
}
