// A copy of the tree, for runs of the suite with other binaries than the ordinary build.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies what git knows, and dist/, which must be built. What else is in the copy stays, such as its own build.
 *
 * @param {string} root
 * @param {string} copy
 */
export function copyTree(root, copy) {
  mkdirSync(copy, { recursive: true });
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root })
    .toString()
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)));
  for (const folder of ['src', 'lib', 'test', 'tools', 'soak', 'examples', 'docs', 'dist']) {
    rmSync(join(copy, folder), { recursive: true, force: true });
  }
  for (const file of files) {
    // .gitignore names a folder, so git lists node_modules if that is a link.
    if (file === 'node_modules') continue;
    cpSync(join(root, file), join(copy, file), { preserveTimestamps: true });
  }
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true });
  if (!existsSync(join(copy, 'node_modules'))) {
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  }
}
