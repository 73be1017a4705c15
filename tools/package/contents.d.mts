export interface Contents {
  readonly folder: string;
  readonly packed: number;
  readonly files: Map<string, number>;
}
export function contentsOf(folder: string, packed: number): Contents;
export function checkContents(
  contents: Contents,
  expectations: { allTargets: boolean; machine: readonly string[] },
): { problems: string[]; lines: string[]; missing: string[] };
