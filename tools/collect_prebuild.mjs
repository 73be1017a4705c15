// Puts the binaries of the local build where the package ships them: prebuilds/<platform>-<arch>/.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'build', 'Release');
const folder = join(root, 'prebuilds', `${process.platform}-${process.arch}`);

if (!existsSync(join(built, 'rras.node'))) {
  console.error('There is no local build: run `npm run build` first.');
  process.exit(1);
}

// node-gyp-build reads the tags between the dots. A binary for one C library does not load with
// another, and without the tag the attempt would end in a loader's error.
const isMusl = process.report?.getReport().header.glibcVersionRuntime === undefined;
const libc = process.platform !== 'linux' ? '' : isMusl ? '.musl' : '.glibc';

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
copyFileSync(join(built, 'rras.node'), join(folder, `node.napi${libc}.node`));
for (const file of readdirSync(built).filter((name) => name.startsWith('rras-simulator-'))) {
  copyFileSync(join(built, file), join(folder, file));
}
for (const file of readdirSync(folder)) {
  if (process.platform === 'linux') execFileSync('strip', ['--strip-unneeded', join(folder, file)]);
  console.log(join('prebuilds', `${process.platform}-${process.arch}`, file));
}
