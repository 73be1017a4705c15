/** The three ways in which a server can be spoken to: see docs/architecture.md. */
export type Dialect = 'mprapi' | 'nt4' | 'rassapi';

export const dialects: readonly Dialect[] = ['mprapi', 'nt4', 'rassapi'];
