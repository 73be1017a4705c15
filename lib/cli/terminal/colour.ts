// Colour, where somebody sees it.

import { Markup, type Paper, type Piece } from './paper.ts';
import type { World } from './world.ts';

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

export type Paint = (text: string, colour: Colour | undefined) => Piece;

export function paintFor(world: World, paper: Paper, when: When = 'auto'): Paint {
  return isColoured(world, paper, when)
    ? (text, colour) => (colour === undefined ? text : Markup.coloured(text, numbers[colour]))
    : (text) => text;
}

function isColoured({ env }: World, paper: Paper, when: When): boolean {
  if (when !== 'auto') return when === 'always';
  // https://force-color.org and Node: set and not empty, except to 0 or false. It wins, as in Node.
  if (env.FORCE_COLOR) return !['0', 'false'].includes(env.FORCE_COLOR);
  // https://no-color.org: set and not empty, whatever to.
  return paper.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
}
