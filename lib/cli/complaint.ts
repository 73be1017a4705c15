import type { ActionOutcome } from '../errors/action_outcome.ts';
import { distance } from '../errors/nearest_names.ts';
import type { Exit } from './exit_codes.ts';

/** An error that is shown as a sentence with advice, without a stack. */
export class Complaint extends Error {
  readonly exit: Exit;
  readonly hint: string | undefined;
  /** What is known about an action that failed. */
  readonly outcome: ActionOutcome | undefined;

  constructor(exit: Exit, message: string, hint?: string, outcome?: ActionOutcome) {
    super(message);
    this.outcome = outcome;
    this.exit = exit;
    this.hint = hint;
  }
}

export function usage(message: string, hint?: string): Complaint {
  return new Complaint('usage', message, hint);
}

/** The message of any error. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The existing name that is nearest to a wrong one. */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  const folded = name.toLowerCase();
  const near = names
    .map((each) => ({ each, distance: distance(folded, each.toLowerCase()) }))
    .filter(({ each, distance }) => distance <= Math.max(1, Math.floor(each.length / 4)))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.each;
}
