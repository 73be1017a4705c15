interface Functions {
  readonly [dialect: string]: { readonly [operation: string]: readonly string[] };
}

export function methodsFor(operation: string): readonly string[];
export function listed(functions: Functions): {
  readonly mprapi: readonly string[];
  readonly rassapi: readonly string[];
};
export function coverageDocument(functions: Functions): string;
