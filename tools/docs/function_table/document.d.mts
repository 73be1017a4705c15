export function methodsFor(operation: string): readonly string[];
export function coverageDocument(functions: {
  readonly [dialect: string]: { readonly [operation: string]: readonly string[] };
}): string;
