// Checks the package as a user gets it: packs it, lints the tarball and its types, installs it in an
// empty project and uses it there, by import and by require, with nothing but what the tarball holds.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packs = join(root, '.cache', 'pack');
rmSync(packs, { recursive: true, force: true });
mkdirSync(packs, { recursive: true });

const run = (command, args, cwd = root, env = {}) =>
  execFileSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });

run('npm', ['run', 'build']);
run('node', ['tools/collect_prebuild.mjs']);
run('npm', ['pack', '--silent', '--pack-destination', packs]);
const tarball = join(packs, readdirSync(packs)[0]);

const contents = execFileSync('tar', ['-tzf', tarball]).toString();
for (const unwanted of [/binding\.gyp/, /package\/src\//, /package\/lib\//, /package\/test\//]) {
  if (unwanted.test(contents)) throw new Error(`the tarball contains ${unwanted}`);
}

run('npx', ['publint', '--strict', tarball]);
// The package is ESM that require can load (Node >= 20.19). attw reports that under this name for
// the resolution of older Nodes, which cannot.
run('npx', ['attw', tarball, '--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm']);

const project = mkdtempSync(join(tmpdir(), 'rras-package-'));
try {
  const use = `
    const simulator = new Simulator();
    simulator.addServer('RAS01').addPorts('sstp', 2);
    const server = await connect('RAS01', { library: simulator });
    const ports = await server.enumPorts();
    if (ports.length !== 2) throw new Error('expected two ports');
    await server.disconnect();
    if (simulator.unreturnedBuffers !== 0) throw new Error('a buffer was not returned');
    simulator.dispose();
  `;
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  writeFileSync(
    join(project, 'imported.mjs'),
    `import { connect } from 'rras'; import { Simulator } from 'rras/simulator'; ${use}`,
  );
  writeFileSync(
    join(project, 'required.cjs'),
    `const { connect } = require('rras'); const { Simulator } = require('rras/simulator');
     (async () => { ${use} })();`,
  );
  writeFileSync(
    join(project, 'typed.mts'),
    `import { connect, type Port } from 'rras'; import { Simulator } from 'rras/simulator';
     const server = await connect('RAS01', { library: new Simulator() });
     const ports: Port[] = await server.enumPorts(); console.log(ports);`,
  );
  writeFileSync(
    join(project, 'typed.cts'),
    `import { connect, RasErrorCode } from 'rras'; import { Simulator } from 'rras/simulator';
     const status: 903 = RasErrorCode.ERROR_DDM_NOT_RUNNING;
     export async function count(): Promise<number> {
       const server = await connect(undefined, { library: new Simulator() });
       return (await server.enumPorts()).length + status;
     }`,
  );
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', tarball], project);
  run('node', ['imported.mjs'], project);
  // Node 20 and 22 warn that require of ESM is experimental.
  run('node', ['--disable-warning=ExperimentalWarning', 'required.cjs'], project);
  const typescript = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext'];
  const types = join(root, 'node_modules', '@types');
  run(
    join(root, 'node_modules', '.bin', 'tsc'),
    [...typescript, '--typeRoots', types, '--types', 'node', 'typed.mts', 'typed.cts'],
    project,
  );
  console.log('The tarball installs, imports, requires and type-checks in an empty project.');
} finally {
  rmSync(project, { recursive: true, force: true });
}
