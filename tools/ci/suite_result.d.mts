export interface Test {
  readonly file: string;
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly reason: string | undefined;
  readonly messages: readonly string[];
}

export interface SuiteResult {
  readonly tests: readonly Test[];
  readonly broken: readonly { readonly file: string; readonly message: string }[];
}

/** `report` is vitest's, as JSON. */
export function suiteResult(report: object): SuiteResult;

/** What is wrong with `found`, a run of the same tests on another system. */
export function differences(expected: SuiteResult, found: SuiteResult): string[];
