export function buildSmallLibraries(
  folder: string,
  options?: { compiler?: string; extension?: string; flags?: readonly string[] },
): Promise<Record<string, string>>;
