// Asks for consent before an action.

import { Complaint, usage } from '../complaint.ts';
import type { ConsentOptions } from '../options.ts';
import type { World } from '../terminal/world.ts';

/** Refuses options about an action where nothing is set. */
export function refuseWithoutSet(
  options: ConsentOptions & { readonly force?: boolean | undefined },
  example: string,
): void {
  const { yes, dryRun, whatIf, max, auditLog, force } = options;
  const about = { '--yes': yes, '--dry-run': dryRun, '--what-if': whatIf, '--max': max };
  const values = Object.entries({ ...about, '--audit-log': auditLog, '--force': force });
  const acting = values.find(([, value]) => value !== undefined)?.[0];
  if (acting === undefined) return;
  throw usage(`${acting} is about --set, and that is not there.`, `As in: --set ${example}`);
}

/** Refuses a batch with more targets than expected. */
export function checkMost(count: number, max: number | undefined, what: string): void {
  if (max === undefined || count <= max) return;
  throw new Complaint(
    'threshold',
    `Nothing was done: this would ${what}, and --max allows ${max}.`,
    'Look at what it would be with --dry-run, without --max.',
  );
}

/** `question` is the action: 'disconnect 2 ports of RAS01'. */
export async function askConsent(world: World, question: string): Promise<void> {
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
