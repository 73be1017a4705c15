import type { Exit } from './exit_codes.ts';

/** Something that the user is told in a sentence, with what to do about it, and no stack. */
export class Complaint extends Error {
  readonly exit: Exit;
  readonly hint: string | undefined;

  constructor(exit: Exit, message: string, hint?: string) {
    super(message);
    this.exit = exit;
    this.hint = hint;
  }
}

export function usage(message: string, hint?: string): Complaint {
  return new Complaint('usage', message, hint);
}

/** What an error of any kind says. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The nearest of the names that there are, for a name that there is not. */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  const folded = name.toLowerCase();
  const near = names
    .map((each) => ({ each, distance: distance(folded, each.toLowerCase()) }))
    .filter(({ each, distance }) => distance <= Math.max(1, Math.floor(each.length / 4)))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.each;
}

// How many letters must be changed, put in, taken out or swapped, a row at a time.
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[to.length] ?? 0;
}
