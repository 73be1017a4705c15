// Colour, where somebody sees it.

import type { Output, World } from '../world.ts';

export type When = 'auto' | 'always' | 'never';
export const whens: readonly When[] = ['auto', 'always', 'never'];

export type Colour = 'bold' | 'red' | 'green' | 'yellow' | 'dim';

const numbers: Readonly<Record<Colour, number>> = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
};

export type Paint = (text: string, colour: Colour | undefined) => string;

export function paintFor(world: World, output: Output, when: When = 'auto'): Paint {
  return isColoured(world, output, when)
    ? (text, colour) => (colour === undefined ? text : `\u001b[${numbers[colour]}m${text}\u001b[0m`)
    : (text) => text;
}

function isColoured({ env }: World, output: Output, when: When): boolean {
  if (when !== 'auto') return when === 'always';
  // https://no-color.org: set and not empty, whatever to.
  return output.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
}
