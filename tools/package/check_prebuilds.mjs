// Checks that every binary that the package ships exists. Names missing ones and unexpected ones.
//
//   node tools/package/check_prebuilds.mjs [FOLDER]
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { targets } from './targets.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../prebuilds', import.meta.url));

const isThere = (file) => existsSync(file) && statSync(file).size > 0;
const shipped = targets.flatMap((target) => target.files.map((file) => join(target.folder, file)));
const problems = shipped
  .filter((file) => !isThere(join(folder, file)))
  .map((file) => `missing: ${file}`);
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (entry.isDirectory() || entry.name === 'README.md') continue;
  const file = relative(folder, join(entry.parentPath, entry.name));
  if (!shipped.includes(file)) problems.push(`not expected: ${file}`);
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`All binaries of ${targets.map(({ name }) => name).join(', ')} exist.`);
