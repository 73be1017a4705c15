// Names of other machines that a call takes in addition to its own server.

import type { Line } from './line.ts';
import { checkServerName } from './server_name.ts';

/**
 * The name with backslashes, as the functions without a server handle want it. The default is the connected
 * server; the local one is null.
 */
export function uncNameOf(line: Line, option: string, name: string | undefined): string | null {
  const checked = name === undefined ? line.server : checkServerName(name, option);
  return line.address(checked === '' ? '' : `\\\\${checked}`);
}

/** The same without backslashes. */
export function plainNameOf(line: Line, option: string, name: string | undefined): string | null {
  return line.address(name === undefined ? line.server : checkServerName(name, option));
}

/** A name from an answer, without its backslashes. */
export function withoutBackslashes(name: string): string {
  return name.replace(/^\\\\/, '');
}
