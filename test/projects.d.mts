export type Project = 'native' | 'command' | 'process' | 'pure';
export const lists: Readonly<Record<'command' | 'process' | 'pure', readonly string[]>>;
export const fewerCases: Readonly<{ RRAS_TEST_RUNS: string }>;
export function projectsOf(file: string): Project[];
export const files: Readonly<Record<Project, { include: string[]; exclude: string[] }>>;
