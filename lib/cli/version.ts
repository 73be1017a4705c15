// The version of the package.

import { createRequire } from 'node:module';

export function version(): string {
  // By the package's own name, because the bundle is at another depth than this file.
  const manifest: unknown = createRequire(import.meta.url)('rras/package.json');
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}
