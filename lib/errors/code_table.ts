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

export type CodeRows<Statuses extends Record<string, number> = Record<string, number>> = {
  readonly [Name in keyof Statuses]: CodeRow<Statuses[Name]>;
};

export interface CodeTable<Statuses extends Record<string, number> = Record<string, number>> {
  /** The number of each name. */
  readonly statuses: Readonly<Record<string, number>>;
  /** What is said about each name. Its type has the numbers of the names, too. */
  readonly rows: () => CodeRows<Statuses>;
}

/** Checks the rows and keeps each name and number as a type of its own, but not the long texts. */
export function codeTable<const Statuses extends Record<string, number>>(
  rows: CodeRows<Statuses>,
): CodeTable<Statuses> {
  const statuses = Object.entries<CodeRow>(rows).map(([name, [status]]) => [name, status] as const);
  return { statuses: Object.fromEntries(statuses), rows: () => rows };
}

/** What stands in the bundle for `codeTable` (tools/compile/code_tables.mjs): the texts are JSON that is parsed late. */
export function packedCodeTable(
  statuses: Readonly<Record<string, number>>,
  rows: string,
): CodeTable {
  return { statuses, rows: () => JSON.parse(rows) as CodeRows };
}
