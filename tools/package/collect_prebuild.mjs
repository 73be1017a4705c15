// Copies the binaries of the local build to the place from which the package ships them:
// prebuilds/<platform>-<arch>/.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { libraryExtension, simulators } from './targets.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'build', 'Release');
const target = `${process.platform}-${process.arch}`;
const folder = join(root, 'prebuilds', target);

// node-gyp-build reads the tags between the dots. A binary for one C library does not load with another, and without
// the tag the attempt would end in an error of the loader.
const isMusl = process.report?.getReport().header.glibcVersionRuntime === undefined;
const libc = process.platform !== 'linux' ? '' : isMusl ? '.musl' : '.glibc';

const shippedAs = new Map([
  ['rras.node', `node.napi${libc}.node`],
  ...simulators(libraryExtension(process.platform)).map((file) => [file, file]),
]);

const missing = [...shippedAs.keys()].filter((file) => !existsSync(join(built, file)));
if (missing.length > 0) {
  console.error(`build/Release has no ${missing.join(', ')}: run \`npm run build:native\` first.`);
  process.exit(1);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [file, shipped] of shippedAs) {
  copyFileSync(join(built, file), join(folder, shipped));
  if (process.platform === 'linux') {
    execFileSync('strip', ['--strip-unneeded', join(folder, shipped)]);
  }
  console.log(join('prebuilds', target, shipped));
}
