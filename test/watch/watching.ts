// Shared by tests of a watch: short texts for changes, and a scene that changes between two readings.

import { afterEach } from 'vitest';
import type { RasServer, Watch, WatchChange, WatchOptions } from '../../lib/index.ts';
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
export async function next<Type extends WatchChange['type']>(
  from: Watch,
  type: Type,
): Promise<WatchChange<Type>> {
  const { value } = await from.next();
  if (value?.type !== type) throw new Error(`${type} expected, and not ${told(value)}`);
  return value as WatchChange<Type>;
}

export async function nextOnes(from: Watch, count: number): Promise<string[]> {
  const changes: string[] = [];
  while (changes.length < count) changes.push(told((await from.next()).value));
  return changes;
}

/** A change as a short text. */
export function told(change: WatchChange | undefined): string {
  if (change === undefined) return 'the end';
  switch (change.type) {
    case 'connected':
    case 'disconnected':
      return `${change.type} ${change.session.userName} ${change.session.ports.map((port) => port.name)}`;
    case 'port-condition':
      return `${change.port.name} ${change.port.condition}`;
    case 'interface-state':
      return `${change.interface.name} ${[change.interface.state, ...change.interface.unreachable].join(' ')}`;
    case 'interface-added':
    case 'interface-removed':
      return `${change.type} ${change.interface.name}`;
    case 'port-added':
    case 'port-removed':
      return `${change.type} ${change.port.name}`;
    case 'roamed':
    case 'dormant':
    case 'awake':
    case 'counters-restarted':
      return `${change.type} ${change.session.userName}`;
    default:
      return change.type;
  }
}

/** Changes the scene so that no reading sees the middle of it. */
export async function atOnce(place: Lab, change: () => void): Promise<void> {
  // A reading begins with the ports.
  using hang = place.simulated.hang(place.functions.enumPorts);
  await hang.entered();
  change();
}
