export const sources: Record<string, string[]>;
export function writeUnits(files: readonly string[], folder: string): string[];
