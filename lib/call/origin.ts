// Where a snapshot came from, so that one server's is not taken for another's.

import { invalidArgValue } from '../errors/argument_errors.ts';

/**
 * One object for each connection to a server. It does not refer to the server, which a kept snapshot
 * must not keep alive.
 */
export interface Origin {
  readonly server: string;
  readonly library: string;
}

/** The server that is to act on a snapshot, and whether it looks again before. */
export interface Acting {
  readonly origin: Origin;
  readonly guard: boolean;
}

/** @throws {TypeError} for a snapshot of another server */
export function checkOrigin(
  name: 'port' | 'connection',
  snapshot: object,
  origin: Origin,
  acting: Acting,
): void {
  if (origin === acting.origin) return;
  const { server, library } = acting.origin;
  if (origin.server.toLowerCase() !== server.toLowerCase() || origin.library !== library) {
    const of = `${origin.server || 'the local server'} through ${origin.library}`;
    throw invalidArgValue(name, snapshot, `must be a ${name} of this server; it is one of ${of}`);
  }
  // Handles may be given anew after a reconnect. The guard would notice.
  if (!acting.guard) {
    throw invalidArgValue(
      name,
      snapshot,
      'is from an earlier connection to the server, and can be used with the guard only',
    );
  }
}
