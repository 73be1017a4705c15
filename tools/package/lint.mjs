// Checks the tarball and its types with publint, attw, and the compiler in a user's project.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../machine/run.mjs';

/** @param {string} root @param {string} tarball */
export async function lintTarball(root, tarball) {
  const bin = join(root, 'node_modules/.bin');
  await run([join(bin, 'publint'), '--strict', tarball], { cwd: root });
  // The package is ESM, which require can load since Node 20.19. attw reports this rule for the resolution of older
  // Nodes, which cannot.
  const rules = ['--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm'];
  await run([join(bin, 'attw'), tarball, ...rules], { cwd: root });
}

const programs = {
  'typed.mts': `
    import { connect, type Port } from 'rras';
    import { Simulator } from 'rras/simulator';
    const server = await connect('RAS01', { library: new Simulator() });
    const ports: Port[] = await server.enumPorts();
    console.log(ports);`,
  'typed.cts': `
    import { connect, RasErrorCode } from 'rras';
    import { Simulator } from 'rras/simulator';
    const status: 903 = RasErrorCode.ERROR_DDM_NOT_RUNNING;
    export async function count(): Promise<number> {
      const server = await connect(undefined, { library: new Simulator() });
      return (await server.enumPorts()).length + status;
    }`,
};

/** @param {string} root @param {string} project a folder where the package is installed */
export async function compileAgainst(root, project) {
  for (const [file, text] of Object.entries(programs)) writeFileSync(join(project, file), text);
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const strict = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext'];
  const types = ['--typeRoots', join(root, 'node_modules/@types'), '--types', 'node'];
  const argv = [process.execPath, compiler, ...strict, ...types, ...Object.keys(programs)];
  await run(argv, { cwd: project });
}
