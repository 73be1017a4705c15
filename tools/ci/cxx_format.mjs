// Checks the format of the C++ sources with clang-format, or corrects it with --write. A missing clang-format
// is installed from the system's own packages, and only as root.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPrograms } from '../machine/install.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['src', 'fuzz', 'test', 'bench', 'cmake', 'tools'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => /\.(cc|h)$/.test(name))
    .map((name) => join(root, folder, name)),
);

await installPrograms('checking the format of the C++ sources', { 'clang-format': 'clang-format' });

const mode = process.argv.includes('--write') ? ['-i'] : ['--dry-run', '--Werror'];
try {
  execFileSync('clang-format', [...mode, ...sources], { stdio: 'inherit' });
} catch {
  console.error('Run `npm run format` to correct the format of the C++.');
  process.exit(1);
}
console.log(`${sources.length} C++ files are formatted.`);
