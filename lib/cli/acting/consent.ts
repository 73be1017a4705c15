// Nothing is done to anybody before somebody has said yes.

import { Complaint, usage } from '../complaint.ts';
import type { World } from '../world.ts';

export interface ConsentOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly whatIf?: boolean;
  readonly max?: number;
}

export function isDryRun({ dryRun, whatIf }: ConsentOptions): boolean {
  return dryRun === true || whatIf === true;
}

/** Stops what would hit more than was expected. */
export function checkMost(count: number, { max }: ConsentOptions, what: string): void {
  if (max === undefined || count <= max) return;
  throw new Complaint(
    'threshold',
    `Nothing was done: this would ${what}, and --max allows ${max}.`,
    'Look at what it would be with --dry-run.',
  );
}

/** `question` is what is about to happen: 'disconnect 2 ports of RAS01'. */
export async function consent(
  world: World,
  question: string,
  { yes }: ConsentOptions,
): Promise<void> {
  if (yes === true) return;
  if (world.ask === undefined) {
    throw usage(
      `Nothing was done: to ${question} needs consent, and there is no terminal to ask at.`,
      'Look at it with --dry-run, then add --yes.',
    );
  }
  const answer = await world.ask(`${question[0]?.toUpperCase()}${question.slice(1)}? [y/N] `);
  if (world.interrupt.aborted || !/^y(?:es)?$/i.test(answer.trim())) {
    throw new Complaint('cancelled', 'Nothing was done.');
  }
}
