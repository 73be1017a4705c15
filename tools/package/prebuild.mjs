// Makes the prebuild of the system it runs on, with prebuildify: on Windows for the release, elsewhere to
// pack for a system that the release has no binaries for.
//
//   node tools/package/prebuild.mjs [--arch ARCH] [--built]
//
// With --built it takes what build/Release holds, which the tests have run on, and compiles nothing.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import prebuildify from 'prebuildify';
import { libraryExtension, oldestNode, prebuiltFiles, simulators } from './targets.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: { arch: { type: 'string', default: process.arch }, built: { type: 'boolean' } },
});
const { platform } = process;
const cLibrary = platform === 'linux' ? (isMusl() ? 'musl' : 'glibc') : undefined;
const libraries = simulators(libraryExtension(platform));
const folder = join(root, 'prebuilds', `${platform}-${values.arch}`);
const [addon = '', ...tagged] = prebuiltFiles(platform, cLibrary);
for (const file of [addon, ...tagged]) rmSync(join(folder, file), { force: true });

await promisify(prebuildify)({
  arch: values.arch,
  platform,
  napi: true,
  name: 'node.napi',
  // The headers and, on Windows, the import libraries of the oldest Node: its Node-API is in every later one.
  targets: [oldestNode],
  strip: true,
  // A binary for one C library does not load with another, and without the tag the attempt would end in a
  // loader's error.
  tagLibc: platform === 'linux',
  libc: cLibrary ?? '',
  out: root,
  ...(values.built ? keptBuild() : { cwd: root }),
});
for (const [index, file] of tagged.entries()) {
  const library = libraries[index] ?? '';
  if (library !== file) renameSync(join(folder, library), join(folder, file));
}

function isMusl() {
  return process.report?.getReport().header.glibcVersionRuntime === undefined;
}

// prebuildify strips what was built and moves the addon away, so it gets a copy; and node-gyp, which it would
// start, has nothing to do.
function keptBuild() {
  const built = join(root, 'build', 'Release');
  const files = ['rras.node', ...libraries];
  const missing = files.filter((file) => !existsSync(join(built, file)));
  if (missing.length > 0) {
    console.error(
      `build/Release has no ${missing.join(', ')}: run \`npm run build:native\` first.`,
    );
    process.exit(1);
  }
  const cwd = join(root, '.cache', 'prebuild');
  const copy = join(cwd, 'build', 'Release');
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const file of files) copyFileSync(join(built, file), join(copy, file));
  return { cwd, shell: true, nodeGyp: `"${process.execPath}" --eval 0 --` };
}
