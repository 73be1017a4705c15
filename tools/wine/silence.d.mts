export interface Silence {
  /** Aborted when the log has not grown for the given time. */
  readonly signal: AbortSignal;
  /** One line for each process. */
  readonly evidence: () => readonly string[];
  readonly end: () => void;
}

export function untilSilent(
  log: string,
  settings: { readonly patience: number; readonly program: string; readonly look?: number },
): Silence;

/** The files for which the log has no result. */
export function unfinished(log: string, files: readonly string[]): string[];
