// Names of other machines that a call takes besides the server that it goes to.

import type { Line } from './line.ts';
import { checkServerName } from './server_name.ts';

/**
 * The machine of this name as the functions want it that take no server handle: with backslashes.
 * Without a name it is the server that is connected to; null if that is the local one.
 */
export function uncNameOf(line: Line, option: string, name: string | undefined): string | null {
  const checked = name === undefined ? line.server : checkServerName(name, option);
  return line.address(checked === '' ? '' : `\\\\${checked}`);
}

/** The same without backslashes. */
export function plainNameOf(line: Line, option: string, name: string | undefined): string | null {
  return line.address(name === undefined ? line.server : checkServerName(name, option));
}

/** A name that came back, without its backslashes. */
export function withoutBackslashes(name: string): string {
  return name.replace(/^\\\\/, '');
}
