export function buildTestLibraries(
  folder: string,
  options?: { compiler?: string; cxx?: string; extension?: string; flags?: readonly string[] },
): Promise<Record<string, string>>;
