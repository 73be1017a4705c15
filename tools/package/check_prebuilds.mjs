// Checks that every binary that the package ships exists. Names missing ones and unexpected ones.
//
//   node tools/package/check_prebuilds.mjs [FOLDER]
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { targets } from './targets.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../prebuilds', import.meta.url));

const shipped = Object.fromEntries(targets.map(({ name, files }) => [name, files]));

const isThere = (file) => existsSync(file) && statSync(file).size > 0;
const problems = [];
for (const [target, files] of Object.entries(shipped)) {
  for (const file of files) {
    if (!isThere(join(folder, target, file))) problems.push(`missing: ${target}/${file}`);
  }
}
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (entry.isDirectory() || entry.name === 'README.md') continue;
  const target = entry.parentPath.slice(folder.length).replace(/^[\\/]/, '');
  if (!shipped[target]?.includes(entry.name)) {
    problems.push(`not expected: ${join(target, entry.name)}`);
  }
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`All binaries of ${Object.keys(shipped).join(', ')} exist.`);
