// Which port a caller means, and what it must still be when the action begins.

import type { Dialect } from '../call/dialect.ts';
import type { PortExpectation } from '../call/operations.ts';
import type { Acting } from '../call/origin.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { type Port, portConditions } from './port.ts';
import { checkSnapshot } from './snapshot.ts';

/** A port as an operation takes it. */
export interface PortTarget {
  readonly handle: number;
  /** '' where only the handle is known. */
  readonly name: string;
  readonly expected?: PortExpectation;
  /** The port as the caller, or the look-up of its name, saw it. */
  readonly listed?: Port;
}

/** A port, or a name to look up. */
export type PortArgument =
  | ({ readonly kind: 'target' } & PortTarget)
  | { readonly kind: 'name'; readonly name: string };

export function checkPort(
  port: unknown,
  acting: Acting & { readonly dialect: Dialect },
): PortArgument {
  if (typeof port === 'string') {
    if (port === '') throw invalidArgValue('port', port, 'must not be empty');
    if (port.includes('\0')) throw invalidArgValue('port', port, 'must not contain NUL');
    return { kind: 'name', name: port };
  }
  if (typeof port === 'number') {
    if (!Number.isSafeInteger(port) || port < 0) {
      throw invalidArgValue('port', port, 'must be a handle: an integer from 0 up');
    }
    if (acting.dialect === 'rassapi') {
      throw invalidArgValue('port', port, 'must be a name: rassapi has no handles');
    }
    return { kind: 'target', handle: port, name: '' };
  }
  if (typeof port !== 'object' || port === null) {
    throw invalidArgType('port', ['string', 'number', 'a Port'], port);
  }
  const listed = checkSnapshot(port, acting);
  const { handle, name } = listed;
  return acting.guard
    ? { kind: 'target', ...guarded(listed, acting.dialect) }
    : { kind: 'target', handle, name };
}

/** A port that must still carry the session that its caller saw. */
export function guarded(listed: Port, dialect: Dialect): PortTarget {
  const { handle, name } = listed;
  return { handle, name, listed, expected: sameSession(listed, dialect) };
}

/** A port that was looked up by name. Its session does not matter, but it must still have that name. */
export function found(listed: Port): PortTarget {
  const { handle, name } = listed;
  return { handle, name, listed, expected: { name, snapshot: false } };
}

/** The fields that src/api/port.cc compares. */
function sameSession(port: Port, dialect: Dialect): PortExpectation {
  const condition = (portConditions as readonly string[]).indexOf(port.condition);
  const common = {
    name: port.name,
    snapshot: true,
    ...(condition === -1 ? undefined : { condition }),
  };
  if (dialect === 'rassapi') {
    // rassapi has neither connections nor counts of calls. A connection without a user was listed by
    // another library, and is compared so that the call is refused. No user is compared as strictly as a
    // user. The duration is left out: it is computed from the start by this machine's clock, so the start
    // is more exact.
    return {
      ...common,
      ...(port.userName === undefined ? { connection: port.connection } : undefined),
      userName: port.userName ?? '',
      ...(port.logonDomain === undefined ? undefined : { logonDomain: port.logonDomain }),
      ...(port.computer === undefined ? undefined : { computer: port.computer }),
      sessionStart: Math.floor(Number(port.sessionStart ?? 0) / 1000),
    };
  }
  const { connection, totalCalls, connectDuration } = port;
  const session = { ...common, connection, totalCalls };
  // No document says what the duration of an idle port means.
  return connection === undefined ? session : { ...session, connectDuration };
}
