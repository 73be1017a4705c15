export function importsIn(folder: string): Map<string, string[]>;
export function wrongImports(imports: ReadonlyMap<string, readonly string[]>): string[];
