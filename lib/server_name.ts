// The names of servers, as people write them.

import { invalidArgType, invalidArgValue } from './errors/argument_errors.ts';

/** The longest DNS name. */
const LONGEST = 255;

// What no NetBIOS name, DNS name or address has. Control characters are among them, and so is NUL,
// which would silently cut the name for the API.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0020\u007f\\/"<>|*?]/;

/** The name without leading backslashes; '' for the local server. */
export function checkServerName(server: unknown): string {
  if (server === undefined) return '';
  if (typeof server !== 'string') throw invalidArgType('server', 'string', server);
  const name = server.startsWith('\\\\') ? server.slice(2) : server;
  if (name === '') {
    throw invalidArgValue('server', server, 'must not be empty; leave it out for the local server');
  }
  if (name.length > LONGEST) {
    throw invalidArgValue('server', server, `must not be longer than ${LONGEST} characters`);
  }
  if (FORBIDDEN.test(name)) {
    throw invalidArgValue('server', server, 'must be a computer name, a DNS name or an address');
  }
  return name;
}
