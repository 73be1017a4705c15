export const sources: Record<'addon' | 'simulator' | 'simulatorDialect' | 'alone', string[]>;
export function writeUnits(files: readonly string[], folder: string): string[];
export function writeIfChanged(file: string, text: string): void;
