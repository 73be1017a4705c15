export interface Silence {
  /** Aborted once the log has not grown for so long. */
  readonly signal: AbortSignal;
  /** Of each process a line. */
  readonly evidence: () => readonly string[];
  readonly end: () => void;
}

export function untilSilent(
  log: string,
  settings: { readonly patience: number; readonly program: string; readonly look?: number },
): Silence;

/** Those files of which the log tells no result. */
export function unfinished(log: string, files: readonly string[]): string[];
