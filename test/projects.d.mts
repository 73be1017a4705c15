export type Project = 'native' | 'process' | 'pure';
export const lists: Readonly<Record<'process' | 'pure', readonly string[]>>;
export const fewerCases: Readonly<{ RRAS_TEST_RUNS: string }>;
export function projectsOf(file: string): Project[];
export const files: Readonly<Record<Project, { include: string[]; exclude: string[] }>>;
