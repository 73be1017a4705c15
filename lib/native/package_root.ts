// Where the package stands, with its binaries.

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

// By the package's own name: the files of dist/ do not lie as deep as those of lib/ that they are made
// of. When it is needed and not before: the package can be imported wherever it was moved.
export function packageRoot(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve('rras/package.json'));
  } catch {
    // Somebody's bundler took the code and left the package behind: there are no binaries, and that
    // is what will be said.
    return dirname(fileURLToPath(import.meta.url));
  }
}
