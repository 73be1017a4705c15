export type Project = 'native' | 'command' | 'process' | 'pure' | 'repository';
export const lists: Readonly<
  Record<'command' | 'process' | 'pure' | 'repository', readonly string[]>
>;
export const fewerCases: Readonly<{ RRAS_TEST_RUNS: string }>;
export function projectsOf(file: string): Project[];
export const files: Readonly<Record<Project, { include: string[]; exclude: string[] }>>;
