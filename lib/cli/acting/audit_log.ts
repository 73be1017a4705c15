// The audit log: a line of JSON for each action, in a file that is only ever added to.

import { appendFileSync, closeSync, openSync } from 'node:fs';
import type { ActionOutcome } from '../../errors/action_outcome.ts';
import { emptyHint, emptyWords, isBlank } from '../command.ts';
import { Complaint, usage, wordsOf } from '../complaint.ts';
import { safeJson } from '../terminal/safe_text.ts';
import type { World } from '../terminal/world.ts';

export interface AuditedAction {
  readonly command: string;
  readonly server: string;
  readonly isSimulated: boolean;
  /** The method of the library: 'disconnectPort'. */
  readonly action: string;
  /** On what: 'VPN3-1 on RAS01'. */
  readonly target: string;
  /** As the plan showed it. */
  readonly shown: object;
  /** How it was agreed to. */
  readonly consent: 'asked' | '--yes' | 'not needed';
}

export interface AuditedResult {
  /** 'unknown': the action may have been done, or may still be. */
  readonly result: string;
  readonly error: {
    readonly code: string;
    readonly status: number | null;
    readonly outcome: ActionOutcome | null;
    readonly message: string;
  } | null;
}

/** The file of the option or the variable, checked; undefined without either. */
export function auditFile(
  world: World,
  { auditLog }: { readonly auditLog?: string | undefined },
): string | undefined {
  if (auditLog !== undefined) return auditLog;
  const { RRAS_AUDIT_LOG: file } = world.env;
  if (file !== undefined && isBlank(file)) throw usage(emptyWords('RRAS_AUDIT_LOG'), emptyHint);
  return file;
}

export class AuditLog {
  readonly #world: World;
  readonly #file: string;
  readonly #open: number;
  #begun: AuditedAction | undefined;

  /** Opens the log before anything is done, so that every action gets its line. */
  constructor(world: World, file: string) {
    this.#world = world;
    this.#file = file;
    try {
      this.#open = openSync(file, 'a', 0o600);
    } catch (error) {
      throw usage(`Nothing was done: the audit log cannot be opened: ${wordsOf(error)}`);
    }
    process.on('exit', this.#atExit);
  }

  begin(action: AuditedAction): void {
    this.#begun = action;
  }

  end(result: AuditedResult): void {
    const action = this.#begun;
    if (action === undefined) return;
    this.#begun = undefined;
    const line = { at: new Date(), account: this.#world.account(), ...action, ...result };
    try {
      appendFileSync(this.#open, `${safeJson(line)}\n`);
    } catch (error) {
      throw new Complaint(
        'failure',
        `The audit log ${this.#file} cannot be written: ${wordsOf(error)}`,
        `Its last action is not in it: ${action.action} of ${action.target}: ${result.result}.`,
      );
    }
  }

  close(): void {
    process.off('exit', this.#atExit);
    closeSync(this.#open);
  }

  // A second Ctrl-C ends the process at once, and the action on its way may still happen.
  readonly #atExit = () => {
    try {
      this.end({ result: 'unknown', error: null });
    } catch {
      // The process is ending, so nothing can report it.
    }
  };
}
