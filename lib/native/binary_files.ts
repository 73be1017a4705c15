// Where the package's binaries are: the addon, and the simulator's libraries. Both are taken from the
// package's own folder. No variable and no other folder is asked, unlike by node-gyp-build, which gives
// nothing but its rules for the names of prebuilt files.

import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from './package_root.ts';

/** What node-gyp-build has beside its search. */
interface NamesOfPrebuilds<Tags = { readonly file: string }> {
  parseTags(file: string): Tags | undefined;
  matchTags(runtime: string, abi: string): (tags: Tags | undefined) => boolean;
  compareTags(runtime: string): (one: Tags, other: Tags) => number;
}

/** @throws {Error} if there is none */
export function addonFile(): string {
  const built = developmentBuild('rras.node');
  if (built !== undefined) return built;
  const names = createRequire(import.meta.url)('node-gyp-build') as NamesOfPrebuilds;
  const folder = prebuilds();
  const [best] = (existsSync(folder) ? readdirSync(folder) : [])
    .map(names.parseTags)
    .filter((tags) => tags !== undefined)
    .filter(names.matchTags('node', process.versions.modules))
    .toSorted(names.compareTags('node'));
  if (best === undefined) throw new Error(`there is no addon for this system in ${folder}`);
  return join(folder, best.file);
}

/** @throws {Error} if it is not there */
export function libraryFile(name: string): string {
  const file = developmentBuild(name) ?? join(prebuilds(), name);
  if (!existsSync(file)) throw new Error(`there is no ${file}`);
  return file;
}

function prebuilds(): string {
  return join(packageRoot(), 'prebuilds', `${process.platform}-${process.arch}`);
}

/**
 * What was built last in a clone of the repository. `binding.gyp` tells a clone from an installed package,
 * whose tarball never has that file.
 */
function developmentBuild(name: string): string | undefined {
  const root = packageRoot();
  if (!existsSync(join(root, 'binding.gyp'))) return undefined;
  const file = join(root, 'build', 'Release', name);
  return existsSync(file) ? file : undefined;
}
