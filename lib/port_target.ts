// Which port a caller means, and what it must still be when it is touched.

import type { Dialect } from './dialect.ts';
import { invalidArgType, invalidArgValue } from './errors/argument_errors.ts';
import { RasError } from './errors/ras_error.ts';
import type { Expectation } from './native/binding.ts';
import { type Origin, originOf } from './native/port_rows.ts';
import { type Port, portConditions } from './port.ts';

/** A port as the addon is told of it. */
export interface PortTarget {
  readonly handle: number;
  readonly name: string;
  readonly expected?: Expectation | undefined;
}

/** What the caller gave: a snapshot, a name that is yet to be looked up, or a handle. */
export type PortArgument =
  | { readonly kind: 'snapshot'; readonly port: Port }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'handle'; readonly handle: number };

export function checkPort(
  port: unknown,
  dialect: Dialect,
  isOwn: (origin: Origin) => boolean,
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
    if (dialect === 'rassapi') {
      throw invalidArgValue('port', port, 'must be a name: rassapi has no handles');
    }
    return { kind: 'handle', handle: port };
  }
  if (typeof port !== 'object' || port === null) {
    throw invalidArgType('port', ['string', 'number', 'a Port'], port);
  }
  return { kind: 'snapshot', port: checkSnapshot(port, isOwn) };
}

// A snapshot may have been through JSON; then it has the fields and not the origin.
function checkSnapshot(port: object, isOwn: (origin: Origin) => boolean): Port {
  const origin = originOf(port);
  if (origin !== undefined) {
    if (!isOwn(origin)) throw invalidArgValue('port', port, 'must be a port of this server');
    return port as Port;
  }
  const field = (name: keyof Port) => Reflect.get(port, name) as unknown;
  const check = (name: keyof Port, good: boolean, expected: string) => {
    if (!good) throw invalidArgType(`port.${name}`, expected, field(name));
  };
  const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
  const { connection } = port as Partial<Port>;
  check('name', typeof field('name') === 'string', 'string');
  check('condition', typeof field('condition') === 'string', 'string');
  check('handle', isCount(field('handle')), 'number');
  check(
    'connection',
    connection === undefined || connection === null || isCount(connection),
    'number',
  );
  check('totalCalls', isCount(field('totalCalls')), 'number');
  check('connectDuration', isCount(field('connectDuration')), 'number');
  return port as Port;
}

export function targetOf(port: Port, guard: boolean): PortTarget {
  const { handle, name } = port;
  return { handle, name, expected: guard ? expectationOf(port) : undefined };
}

function expectationOf(port: Port): Expectation {
  const condition = (portConditions as readonly string[]).indexOf(port.condition);
  const session = port.sessionStart === undefined ? undefined : secondsOf(port.sessionStart);
  return {
    name: port.name,
    snapshot: true,
    connection: port.connection ?? undefined,
    ...(condition === -1 ? undefined : { condition }),
    totalCalls: port.totalCalls,
    // A start is exact; the duration is then only counted from it, with this machine's clock.
    ...(session === undefined
      ? { connectDuration: port.connectDuration }
      : { sessionStart: session }),
    ...(port.userName === undefined ? undefined : { userName: port.userName }),
  };
}

// JSON makes a text of a date.
function secondsOf(date: Date): number {
  return Math.floor(new Date(date).getTime() / 1000);
}

/** The port of that name: exactly, else the only one that has it in other letter case. */
export function findPort(
  ports: readonly Port[],
  name: string,
  place: { readonly server: string; readonly syscall: string },
): Port {
  const exact = ports.filter((port) => port.name === name);
  const folded = name.toLowerCase();
  const found =
    exact.length > 0 ? exact : ports.filter((port) => port.name.toLowerCase() === folded);
  const [first, ...others] = found;
  if (first === undefined) {
    throw new RasError({ ...place, status: 615, port: name, hint: similarNames(ports, folded) });
  }
  if (others.length > 0) {
    const names = found.map((port) => `${port.name} (handle ${port.handle})`).join(', ');
    throw invalidArgValue('port', name, `must name one port, but there are ${names}`);
  }
  return first;
}

function similarNames(ports: readonly Port[], folded: string): string | undefined {
  const stem = folded.slice(0, Math.max(1, folded.lastIndexOf('-')));
  const similar = ports
    .map((port) => port.name)
    .filter((each) => each.toLowerCase().startsWith(stem));
  if (similar.length === 0) return undefined;
  const shown = similar.slice(0, 5).join(', ');
  return `There are ${shown}${similar.length > 5 ? `, and ${similar.length - 5} more` : ''}.`;
}

/** The port is not as it was in the listing. `now` is what was read right before. */
export function portChanged(then: Port, now: Port, server: string, syscall: string): RasError {
  return new RasError({
    code: 'ERR_RRAS_PORT_CHANGED',
    server,
    syscall,
    port: then.name,
    message: `Port ${then.name} is not as it was listed, so nothing was done to it: ${difference(then, now)}`,
  });
}

function difference(then: Port, now: Port): string {
  if (then.name !== now.name) return `its handle belongs to ${now.name} now`;
  if (then.connection !== now.connection) {
    return `it carried ${bearer(then)}, and now it carries ${bearer(now)}`;
  }
  if (then.condition !== now.condition)
    return `it was ${then.condition}, and now it is ${now.condition}`;
  return `it carries ${bearer(now)} again, but another session than the one that was listed`;
}

function bearer(port: Port): string {
  const who = port.userName === undefined ? '' : ` of ${port.userName}`;
  if (port.connection !== undefined) return `connection ${port.connection}${who}`;
  return who === '' ? `no connection (${port.condition})` : `a session${who}`;
}
