// node tools/package/check.mjs [--contents] [--built] [TARBALL]
// Checks the package as a user gets it: the contents and the size of the tarball, its types, and its installation
// with npm 10, 11 and 12 in an empty project, here and on Windows Node under Wine. On Linux x64 it also uses the
// package in a Node for ARM under QEMU, and loads the binaries for musl. Without TARBALL it builds and packs one; with --built it packs without building, and with --contents it installs nothing.
// With RRAS_REQUIRE_ALL_TARGETS=1, as in CI and before a release, no target may be missing; without it, missing
// targets are named and left out.

import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { nodeForArm } from '../linux/arm64.mjs';
import { loadWithMusl } from '../linux/musl.mjs';
import { cacheRoot } from '../machine/cache.mjs';
import { attempt } from '../machine/run.mjs';
import { bringWine } from '../wine/wine.mjs';
import { checkContents, unpack } from './contents.mjs';
import { projectHere } from './here.mjs';
import { compileAgainst, lintTarball } from './lint.mjs';
import { bringNodeHere, bringNpm, npmVersions } from './npm_versions.mjs';
import { packHere } from './pack.mjs';
import { installRunningNothing, use } from './project.mjs';
import { oldestNodes, targets } from './targets.mjs';
import { projectInWine, windowsInstalls } from './windows.mjs';
import { checkWithoutBinary } from './without_binary.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { contents: { type: 'boolean' }, built: { type: 'boolean' } },
});
const [given] = positionals;
const allTargets = process.env.RRAS_REQUIRE_ALL_TARGETS === '1';
const begun = Date.now();

/** @param {string} line */
const report = (line) => console.log(`[${((Date.now() - begun) / 1000).toFixed(0)} s] ${line}`);

// In the cache, because Wine may see nothing else of this system.
mkdirSync(cacheRoot(), { recursive: true });
const folder = mkdtempSync(join(cacheRoot(), 'package-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));

const packed =
  given === undefined ? await packHere(root, folder, { isBuilt: values.built }) : resolve(given);
const tarball = join(folder, basename(packed));
if (packed !== tarball) copyFileSync(packed, tarball);
report(`${given === undefined ? 'packed' : 'took'} ${basename(tarball)}`);

const contents = await unpack(tarball, join(folder, 'unpacked'));
const machine = [root, cacheRoot()];
const { problems, lines, missing } = checkContents(contents, { allTargets, machine });
for (const line of lines) report(line);
if (problems.length > 0) throw new Error(`the tarball is wrong:\n${problems.join('\n')}`);

await lintTarball(root, tarball);
report('publint and attw found nothing');
if (values.contents) process.exit();

const cache = join(folder, 'npm-cache');
const npms = new Map();
for (const version of npmVersions) npms.set(version, await bringNpm(version));

const projects = [];
for (const [version, npm] of npms) {
  const project = projectHere(npm, { folder: join(folder, `npm-${version}`), tarball, cache });
  await installRunningNothing(project);
  const used = await use(project);
  projects.push(project);
  report(`npm ${version}: install, ci and rebuild run nothing; import, require, README on ${used}`);
}

const [project] = projects;
if (project === undefined) throw new Error('no npm installed the package');
for (const version of oldestNodes) {
  const node = await bringNodeHere(version);
  const used = await use({ ...project, node: (argv) => project.node(argv, node.path) });
  report(`the oldest of its line: the same; import, require, README on ${used}`);
}

if (process.platform === 'linux' && process.arch === 'x64') {
  const built = targets.filter(({ name }) => !missing.includes(name));
  if (built.some(({ name }) => name === 'linux-arm64')) {
    const node = await nodeForArm();
    const onArm = (/** @type {string[]} */ argv) =>
      attempt([...node, ...argv], { cwd: project.folder, timeout: 120_000 });
    const used = await use({ ...project, node: onArm });
    report(`under QEMU: the same; import, require, README on ${used}`);
  }
  for (const { folder: place, files } of built.filter(({ name }) => name.endsWith('-musl'))) {
    const binaries = files.map((file) => join(contents.folder, 'prebuilds', place, file));
    const answers = await loadWithMusl(place.replace(/^linux-/, ''), binaries);
    const right = answers.filter((answer) => answer.endsWith(': 3 ports'));
    if (right.length !== files.length - 1) throw new Error(answers.join('\n'));
    report(`musl: the binaries of ${place} load, and ${right.length} simulated servers answer`);
  }
}

const compilers = await compileAgainst(root, project.folder);
report(`ES modules and CommonJS modules compile with TypeScript ${compilers.join(', ')}`);

const [npm] = npms.values();
const told = await checkWithoutBinary(contents.folder, join(folder, 'lacking'), (lacking) =>
  projectHere(npm, { folder: join(folder, 'without-binary'), tarball: lacking, cache }),
);
for (const text of new Set(told)) report(`without a binary: ${text}`);

const onWindows = windowsInstalls.filter(({ target }) => !missing.includes(target));
const wine = onWindows.length > 0 ? await bringWine() : undefined;
for (const { target, node, npm: version } of onWindows) {
  if (wine === undefined) throw new Error('no Wine');
  const places = { folder: join(folder, target), tarball, cache };
  const project = await projectInWine(wine, node, npms.get(version), places);
  await installRunningNothing(project);
  const used = await use(project);
  report(`npm ${version} on Windows Node: the same; import, require, README on ${used}`);
}
