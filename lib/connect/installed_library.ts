// The library of every `connect` that names none. A thread has its own, because each has its own modules.

import type { LibrarySource } from './library_source.ts';

let installed: LibrarySource | undefined;

export function installedLibrary(): LibrarySource | undefined {
  return installed;
}

/** False if there is one already. */
export function installLibrary(source: LibrarySource): boolean {
  if (installed !== undefined) return false;
  installed = source;
  return true;
}

/** Does nothing if another one is installed. */
export function uninstallLibrary(source: LibrarySource): void {
  if (installed === source) installed = undefined;
}
