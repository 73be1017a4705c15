type Dialect = 'mprapi' | 'nt4' | 'rassapi';
export function exportedNames(dialect: Dialect, onWindows?: boolean): string[];
export function definitionFile(dialect: Dialect): string;
