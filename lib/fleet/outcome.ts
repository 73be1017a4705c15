// What became of the same work on several servers.

/** Of one server: what the work gave, or why it failed. `server` is '' for the local one. */
export type Outcome<Result> =
  | { readonly server: string; readonly result: Result }
  | { readonly server: string; readonly error: unknown };

/** Of the servers where the work was done. */
export function results<Result>(
  outcomes: readonly Outcome<Result>[],
): { readonly server: string; readonly result: Result }[] {
  return outcomes.filter((outcome) => 'result' in outcome);
}

/** Of the servers where it failed. */
export function failures(
  outcomes: readonly Outcome<unknown>[],
): { readonly server: string; readonly error: unknown }[] {
  return outcomes.filter((outcome) => 'error' in outcome);
}

export async function outcomeOf<Result>(
  server: string,
  work: () => Promise<Result>,
): Promise<Outcome<Result>> {
  try {
    return { server, result: await work() };
  } catch (error) {
    return { server, error };
  }
}
