// A copy of this tree for Windows Node: the same files, with the dependencies that npm installs on Windows. Tests
// on Windows cannot damage the tree itself.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder } from '../machine/cache.mjs';
import { run, say } from '../machine/run.mjs';

// vite 8 has no 32-bit bundler, but vitest also works with vite 7, whose bundler is rollup. New releases of rollup
// have lacked their 32-bit part at times, so both are pinned.
const only32Bit = { devDependencies: { vite: '7.3.8' }, overrides: { rollup: '4.67.4' } };

/**
 * Expects dist/ to be built; it is the same on every system.
 *
 * @param {string} root
 * @param {'x64' | 'ia32'} arch
 * @returns {Promise<string>} the copy's folder
 */
export async function workCopy(root, arch) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const dependencies = JSON.stringify({
    name: manifest.name,
    private: true,
    dependencies: manifest.dependencies,
    devDependencies: {
      ...manifest.devDependencies,
      ...(arch === 'ia32' && only32Bit.devDependencies),
    },
    overrides: { ...manifest.overrides, ...(arch === 'ia32' && only32Bit.overrides) },
  });
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const recipe = createHash('sha256').update(dependencies).update(lock).digest('hex');
  const copy = await cachedFolder(`windows-${arch}`, recipe, async (unfinished) => {
    say(`npm install for win32-${arch}`);
    writeFileSync(join(unfinished, 'package.json'), dependencies);
    writeFileSync(join(unfinished, 'package-lock.json'), lock);
    const flags = ['--os=win32', `--cpu=${arch}`, '--ignore-scripts', '--no-audit', '--no-fund'];
    await run(['npm', 'install', ...flags], { cwd: unfinished });
  });

  for (const name of readdirSync(copy)) {
    if (name === 'node_modules' || name === '.recipe') continue;
    rmSync(join(copy, name), { recursive: true, force: true });
  }
  const listed = await run(['git', 'ls-files', '-z', '-co', '--exclude-standard'], { cwd: root });
  for (const file of listed.split('\0')) {
    // .gitignore names a folder, so git lists node_modules if that is a link. It also lists tracked files that
    // were just deleted.
    if (file === '' || file === 'node_modules' || !existsSync(join(root, file))) continue;
    cpSync(join(root, file), join(copy, file));
  }
  for (const made of ['prebuilds', 'dist']) {
    cpSync(join(root, made), join(copy, made), { recursive: true });
  }
  return copy;
}
