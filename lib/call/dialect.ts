/** The three ways to speak to a server: see docs/architecture.md. */
export type Dialect = 'mprapi' | 'nt4' | 'rassapi';

export const dialects: readonly Dialect[] = ['mprapi', 'nt4', 'rassapi'];
