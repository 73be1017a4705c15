// Makes the prebuild of the system it runs on, with prebuildify: the release and CI alike.
//
//   node tools/package/prebuild.mjs [--arch ARCH] [--built]
//
// With --built it takes what build/Release holds, which the tests have run on, and compiles nothing.
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import prebuildify from 'prebuildify';
import { libraryExtension, oldestNode, simulators } from './targets.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: { arch: { type: 'string', default: process.arch }, built: { type: 'boolean' } },
});
const { platform } = process;
rmSync(join(root, 'prebuilds', `${platform}-${values.arch}`), { recursive: true, force: true });

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
  libc: isMusl() ? 'musl' : 'glibc',
  out: root,
  ...(values.built ? keptBuild() : { cwd: root }),
});

function isMusl() {
  return process.report?.getReport().header.glibcVersionRuntime === undefined;
}

// prebuildify strips what was built and moves the addon away, so it gets a copy; and node-gyp, which it would
// start, has nothing to do.
function keptBuild() {
  const built = join(root, 'build', 'Release');
  const files = ['rras.node', ...simulators(libraryExtension(platform))];
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
