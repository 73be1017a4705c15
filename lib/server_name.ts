// The names of servers, as people write them.

import { checkString } from './arguments.ts';
import { invalidArgValue } from './errors/argument_errors.ts';

/** The longest DNS name. */
const LONGEST = 255;

// What no NetBIOS name, DNS name or address has: control characters (NUL would silently cut the name
// for the API), spaces of any kind, halves of surrogate pairs, and what Windows forbids in names.
const FORBIDDEN = /[\p{Cc}\p{Z}\p{Cs}\\/"<>|*?]/u;

/** The name without leading backslashes; '' for the local server. */
export function checkServerName(server: unknown, argument = 'server'): string {
  if (server === undefined) return '';
  const text = checkString(argument, server);
  const name = text.startsWith('\\\\') ? text.slice(2) : text;
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
