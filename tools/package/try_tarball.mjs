// Installs a tarball of the package in an empty project and uses it there with its own binaries: after npm install,
// npm ci and npm rebuild. None of these may change the package.
//
//   node tools/package/try_tarball.mjs FILE | FOLDER WITH THE FILE
import { execFileSync, execSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [place] = process.argv.slice(2);
if (place === undefined) {
  console.error('usage: try_tarball.mjs FILE | FOLDER');
  process.exit(2);
}
const tarball = findTarball(resolve(place));

const program = `
import { createRequire } from 'node:module';
import { connect } from 'rras';
import { Simulator } from 'rras/simulator';

for (const dialect of ['mprapi', 'nt4', 'rassapi']) {
  const simulator = new Simulator({ dialect });
  const simulated = simulator.addServer('RAS01');
  simulated.addPorts('sstp', 2);
  simulated.dialIn({ userName: 'alice' });
  const server = await connect('RAS01', { library: simulator });
  const inUse = (await server.enumPorts()).filter((port) => port.condition === 'authenticated');
  if (inUse.length !== 1) throw new Error(dialect + ': one port should be in use');
  await server.disconnectPort(inUse[0]);
  await server.disconnect();
  if (simulator.unreturnedBuffers !== 0) throw new Error(dialect + ': a buffer was not returned');
  simulator.dispose();
}
const addon = Object.keys(createRequire(import.meta.url).cache).filter((file) => file.endsWith('.node'));
console.log('works, with ' + addon.join());
`;

const project = mkdtempSync(join(tmpdir(), 'rras-tarball-'));
const inProject = { cwd: project, stdio: 'inherit' };
try {
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  writeFileSync(join(project, 'use.mjs'), program);
  // A name without special characters, because on Windows npm is a script whose arguments go through a shell.
  copyFileSync(tarball, join(project, 'tarball.tgz'));
  for (const command of ['npm install ./tarball.tgz', 'npm ci', 'npm rebuild']) {
    console.log(command);
    execSync(`${command} --no-audit --no-fund`, inProject);
    execFileSync(process.execPath, ['use.mjs'], inProject);
  }
} finally {
  rmSync(project, { recursive: true, force: true });
}

function findTarball(path) {
  if (!statSync(path).isDirectory()) return path;
  const [file, another] = readdirSync(path).filter((name) => name.endsWith('.tgz'));
  if (file === undefined || another !== undefined) {
    throw new Error(`${path} should hold one tarball`);
  }
  return join(path, file);
}
