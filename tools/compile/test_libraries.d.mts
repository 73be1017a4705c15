export function keptTestLibraries(): { folder: string; make: () => Promise<void> };

export function buildTestLibraries(
  folder: string,
  options?: { compiler?: string; cxx?: string; extension?: string; flags?: readonly string[] },
): Promise<Record<string, string>>;
