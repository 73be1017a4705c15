// Shared by tests of a watch: short texts for changes, and a scene that changes between two readings.

import { afterEach } from 'vitest';
import type { Change, Dialect, RasServer, Watch, WatchOptions } from '../../lib/index.ts';
import type { Lab } from '../fixtures/simulated.ts';

const watches: Watch[] = [];

/** A watch that reads without a pause. It ends after the test. */
export function watch(server: RasServer, options: WatchOptions = {}): Watch {
  const started = server.watch({ interval: 1, ...options });
  watches.push(started);
  return started;
}

afterEach(async () => {
  for (const each of watches.splice(0)) await each.return();
});

/** The next change, which must be of that type. */
export async function next<Type extends Change['type']>(
  from: Watch,
  type: Type,
): Promise<Extract<Change, { type: Type }>> {
  const { value } = await from.next();
  if (value?.type !== type) throw new Error(`${type} expected, and not ${told(value)}`);
  return value as Extract<Change, { type: Type }>;
}

export async function nextOnes(from: Watch, count: number): Promise<string[]> {
  const changes: string[] = [];
  while (changes.length < count) changes.push(told((await from.next()).value));
  return changes;
}

/** A change as a short text. */
export function told(change: Change | undefined): string {
  if (change === undefined) return 'the end';
  switch (change.type) {
    case 'connected':
    case 'disconnected':
      return `${change.type} ${change.connection.userName} ${change.ports.map((port) => port.name)}`;
    case 'port-condition':
      return `${change.port.name} ${change.port.condition}`;
    case 'port-added':
    case 'port-removed':
      return `${change.type} ${change.port.name}`;
    case 'roamed':
    case 'dormant':
    case 'awake':
    case 'counters-restarted':
      return `${change.type} ${change.connection.userName}`;
    default:
      return change.type;
  }
}

function firstFunction({ functions }: Lab, dialect: Dialect): string {
  return dialect === 'rassapi' ? functions.enumPorts : functions.enumConnections;
}

/** Changes the scene so that no reading sees the middle of it. */
export async function atOnce(place: Lab, dialect: Dialect, change: () => void): Promise<void> {
  using hang = place.simulated.hang(firstFunction(place, dialect));
  await hang.entered();
  change();
}
