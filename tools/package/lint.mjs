// Checks the tarball and its types with publint, attw, and compilers of several versions in a user's project.

import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmPackage } from '../machine/npm_package.mjs';
import { run } from '../machine/run.mjs';

const programs = fileURLToPath(new URL('typed', import.meta.url));

/** The oldest compiler that the types are for, and the last that lets no CommonJS module import an ES module. */
const olderCompilers = ['5.4.5', '5.7.3'];

/** @param {string} root @param {string} tarball */
export async function lintTarball(root, tarball) {
  const bin = join(root, 'node_modules/.bin');
  await run([join(bin, 'publint'), '--strict', tarball], { cwd: root });
  // vitest itself can only be imported, so the entry for it has nothing for require.
  const rules = ['--profile', 'node16', '--exclude-entrypoints', 'simulator/vitest'];
  await run([join(bin, 'attw'), tarball, ...rules], { cwd: root });
}

/**
 * Compiles an ES module and a CommonJS module that use the package and each other.
 *
 * @param {string} root
 * @param {string} project a folder where the package is installed
 * @returns {Promise<string[]>} the versions of the compilers
 */
export async function compileAgainst(root, project) {
  cpSync(programs, project, { recursive: true });
  const older = await Promise.all(
    olderCompilers.map((version) => npmPackage('typescript', version)),
  );
  const compilers = [...older, join(root, 'node_modules/typescript')];
  const types = ['--typeRoots', join(root, 'node_modules/@types'), '--types', 'node'];
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
  const target = ['--noEmit', '--target', 'es2022', '--lib', 'es2022', '--module', 'nodenext'];
  const files = ['module.mts', 'commonjs.cts'];
  return Promise.all(
    compilers.map(async (compiler) => {
      const argv = [
        process.execPath,
        join(compiler, 'bin/tsc'),
        ...target,
        ...strict,
        ...types,
        ...files,
      ];
      await run(argv, { cwd: project });
      return JSON.parse(readFileSync(join(compiler, 'package.json'), 'utf8')).version;
    }),
  );
}
