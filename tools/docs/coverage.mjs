// Writes docs/coverage.md, from the addon that was built last.
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { coverageDocument } from './function_table/document.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const loadAddon = createRequire(import.meta.url)('node-gyp-build');

await writeFile(`${root}/docs/coverage.md`, coverageDocument(loadAddon(root).functions));
