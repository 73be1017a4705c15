// What a port is good for now, in one word.

import type { Port } from './port.ts';

/** `free` waits for a call, `disabled` does not work; `other` is neither of these nor in use. */
export const portStates = ['free', 'in_use', 'disabled', 'other'] as const;

export type PortState = (typeof portStates)[number];

const busy: readonly string[] = ['authenticated', 'authenticating', 'calling-back'];

/** Somebody is on it, or about to be. */
export function isInUse({ connection, condition }: Port): boolean {
  return connection !== undefined || busy.includes(condition);
}

export function portStateOf(port: Port): PortState {
  if (isInUse(port)) return 'in_use';
  if (port.condition === 'listening') return 'free';
  return port.condition === 'non-operational' ? 'disabled' : 'other';
}
