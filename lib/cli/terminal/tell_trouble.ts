// Writes errors, each with its advice.

import type { ServerTrouble, Trouble } from '../trouble.ts';
import { paintFor, type When } from './colour.ts';
import type { World } from './world.ts';

export function tellTrouble(world: World, trouble: Trouble, color: When = 'auto'): void {
  const paint = paintFor(world, world.stderr, color);
  const [message, ...more] = linesOf(trouble.message);
  world.stderr.line(paint('error:', 'red'), ` ${message}`);
  world.stderr.lines(more);
  tellHint(world, trouble, color);
}

export function tellHint(world: World, { hint: text }: Trouble, color: When = 'auto'): void {
  if (text === null) return;
  const paint = paintFor(world, world.stderr, color);
  const [hint, ...others] = linesOf(text);
  world.stderr.line('  ', paint('try:', 'yellow'), ` ${hint}`);
  world.stderr.lines(others);
}

// A name with a line end in it could pass for another error, so every line but the first is indented.
function linesOf(text: string): string[] {
  return text.replace(/\r?\n(?! {2})/g, '\n  ').split(/\r?\n/);
}

/** Advice that is the same for several servers is written once. */
export function tellServerTroubles(
  world: World,
  troubles: readonly ServerTrouble[],
  isOneServer: boolean,
  color: When = 'auto',
): void {
  const byMessage = new Map<string, ServerTrouble[]>();
  for (const trouble of troubles) {
    byMessage.set(trouble.message, [...(byMessage.get(trouble.message) ?? []), trouble]);
  }
  for (const [message, [first, ...others]] of byMessage) {
    if (first === undefined) continue;
    const servers = [first, ...others].map(({ server }) => server);
    const isNamed = isOneServer || (servers.length === 1 && message.includes(first.server));
    const told = isNamed ? message : `${servers.join(', ')}: ${message}`;
    tellTrouble(world, { ...first, message: told }, color);
  }
}
