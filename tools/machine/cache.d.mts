export function cachePath(...parts: string[]): string;
