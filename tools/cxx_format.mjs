// Checks (or with --write mends) the format of the C++ sources with clang-format, which it brings
// when the machine has none: from the system's own packages, and only as root.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['src', 'fuzz', 'test', 'bench'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => /\.(cc|h)$/.test(name))
    .map((name) => join(root, folder, name)),
);

function isThere(command) {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

if (!isThere('clang-format')) {
  console.log('Installing the system package clang-format, which checks the format of the C++.');
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'clang-format'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const mode = process.argv.includes('--write') ? ['-i'] : ['--dry-run', '--Werror'];
try {
  execFileSync('clang-format', [...mode, ...sources], { stdio: 'inherit' });
} catch {
  console.error('Run `npm run format` to mend the format of the C++.');
  process.exit(1);
}
console.log(`${sources.length} C++ files are formatted.`);
