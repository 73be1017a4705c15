// The interfaces of two readings, compared by name: after a restart of the router their handles are others.

import type { Line } from '../call/line.ts';
import type { CallOptions } from '../call/options.ts';
import { RasError } from '../errors/ras_error.ts';
import type { RasErrorName } from '../errors/ras_error_code.ts';
import type { Interface } from '../interfaces/interface.ts';
import { enumInterfaces } from '../interfaces/operations.ts';
import type { WatchChange } from './change.ts';

const tooOld: readonly RasErrorName[] = [
  'ERROR_NOT_SUPPORTED',
  'ERROR_CALL_NOT_IMPLEMENTED',
  'ERROR_INVALID_LEVEL',
  'RPC_S_PROCNUM_OUT_OF_RANGE',
];

/**
 * The interfaces but those of clients, which come and go with their connections; `undefined` if the library or the
 * server has none.
 */
export async function readInterfaces(
  line: Line,
  options: CallOptions,
): Promise<readonly Interface[] | undefined> {
  if (!line.has('enumInterfaces')) return undefined;
  try {
    const all = await enumInterfaces(line, options);
    return all.filter(({ type }) => type !== 'client');
  } catch (error) {
    if (error instanceof RasError && tooOld.includes(error.code)) return undefined;
    throw error;
  }
}

export type InterfaceChange = WatchChange<
  'interface-removed' | 'interface-added' | 'interface-state'
>;

/** Those that are gone, then those that are new or have another state, in the order of the server. */
export function interfaceChanges(
  before: readonly Interface[] = [],
  now: readonly Interface[] = [],
  at: Date,
): InterfaceChange[] {
  const were = new Map(before.map((one) => [one.name, one]));
  const names = new Set(now.map(({ name }) => name));
  const changes: InterfaceChange[] = [...were.values()]
    .filter(({ name }) => !names.has(name))
    .map((gone) => ({ type: 'interface-removed', at, interface: gone }));
  for (const is of now) {
    const was = were.get(is.name);
    if (was === undefined) changes.push({ type: 'interface-added', at, interface: is });
    else if (stateOf(was) !== stateOf(is)) {
      changes.push({ type: 'interface-state', at, interface: is, before: was });
    }
  }
  return changes;
}

function stateOf({ type, isEnabled, state, unreachable, lastError }: Interface): string {
  return JSON.stringify([type, isEnabled, state, unreachable, lastError?.status]);
}
