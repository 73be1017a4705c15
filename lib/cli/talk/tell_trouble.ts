// Says what went wrong, and what to do about it.

import type { ServerTrouble, Trouble } from '../trouble.ts';
import { say, type World } from '../world.ts';
import { paintFor, type When } from './colour.ts';
import { safeLines } from './safe_text.ts';

export function tellTrouble(world: World, trouble: Trouble, color: When = 'auto'): void {
  const paint = paintFor(world, world.stderr, color);
  say(world, `${paint('error:', 'red')} ${indented(trouble.message)}`);
  if (trouble.hint !== null) say(world, `  ${paint('try:', 'yellow')} ${indented(trouble.hint)}`);
}

// A name with a line end in it could pass for another error.
function indented(text: string): string {
  return safeLines(text).replace(/\n(?! {2})/g, '\n  ');
}

/** What is the same for several servers is told once. */
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
