// A value as a message shows it.

import type { InspectOptions } from 'node:util';

// An import of node:util at the top would cost every user of the package half a millisecond, for a
// module that only a wrong argument needs.
export function inspect(value: unknown, options?: InspectOptions): string {
  return process.getBuiltinModule('node:util').inspect(value, options);
}
