export const compiledPackages: readonly string[];
export function missingLicences(folder: string, paths: Iterable<string>): string[];
