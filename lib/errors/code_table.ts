// The shape of the tables in codes/: one row holds all that is said about one code.

/**
 * Where a code is seen: in the administration functions and on the server, on the side that dials (a client,
 * or the demand-dial interface of a router), or on either.
 */
export type Side = 'server' | 'client' | 'either';

export type CodeRow<Status extends number = number> = readonly [
  status: Status,
  side: Side,
  /** What happened, in one sentence. */
  sentence: string,
  /** What to do, where something can be done. */
  hint?: string,
];

export type CodeTable<Statuses extends Record<string, number> = Record<string, number>> = {
  readonly [Name in keyof Statuses]: CodeRow<Statuses[Name]>;
};

/** Checks the rows and keeps each name and number as a type of its own, but not the long texts. */
export function codeTable<const Statuses extends Record<string, number>>(
  rows: CodeTable<Statuses>,
): CodeTable<Statuses> {
  return rows;
}
