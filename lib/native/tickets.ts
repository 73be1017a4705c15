// Every operation of the addon has a number, by which it can be abandoned.

import type { Binding } from './binding.ts';

/** A number that no other operation of this JavaScript environment has. */
export function nextTicket(binding: Binding): number {
  const ticket = (binding.lastTicket ?? 0) + 1;
  binding.lastTicket = ticket;
  return ticket;
}
