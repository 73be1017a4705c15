// Finds the package's binaries and loads the addon, at the first call that needs it: importing the package
// works on every system. The addon and the simulator's libraries are taken from the package's own folder.
// No variable and no other folder is searched; node-gyp-build gives only its rules for the names of
// prebuilt files, without its guess at the C library.

import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verdicts } from '../call/reply.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import { RasError } from '../errors/ras_error.ts';
import { type Binding, refusals } from './binding.ts';
import { cLibrary } from './c_library.ts';
import { records } from './rows.ts';

const MOST_THREADS = 65_535;

let loaded: Binding | undefined;

export function loadBinding(server: string): Binding {
  loaded ??= load(server);
  return loaded;
}

function load(server: string): Binding {
  let binding: Binding;
  try {
    binding = createRequire(import.meta.url)(addonFile()) as Binding;
  } catch (cause) {
    throw noBinary(server, cause);
  }
  compare(server, 'verdicts', verdicts, binding.verdicts);
  compare(server, 'refusals', refusals, binding.refusals);
  for (const [record, columns] of Object.entries(records)) {
    compare(server, `${record} columns`, columns.split(' '), binding.records?.[record]);
  }
  const limit = threadLimit();
  if (limit !== undefined) binding.limitThreads(limit);
  return binding;
}

// A hung server holds a thread while it hangs. With very many unreachable servers, this variable limits how
// many threads that may take.
function threadLimit(): number | undefined {
  const text = process.env.RRAS_MAX_THREADS;
  if (text === undefined || text === '') return undefined;
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > MOST_THREADS) {
    const reason = `must be a whole number from 1 to ${MOST_THREADS}`;
    throw invalidArgValue('process.env.RRAS_MAX_THREADS', text, reason);
  }
  return limit;
}

// A binary that is older or newer than the JavaScript would be misread, row by row.
function compare(
  server: string,
  what: string,
  ours: readonly string[],
  theirs: readonly string[] | undefined,
): void {
  if (theirs !== undefined && ours.join() === theirs.join()) return;
  throw new RasError({
    code: 'ERR_RRAS_NO_BINARY',
    server,
    message: `The binary of the package belongs to another version of it: their ${what} differ`,
    hint: 'Install the package anew; in its repository, run `npm run build`.',
  });
}

interface TagsOfPrebuild {
  readonly file: string;
  readonly libc?: string | undefined;
}

/** The part of node-gyp-build that is used. */
interface NamesOfPrebuilds<Tags = TagsOfPrebuild> {
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
    .filter(({ libc }) => libc === undefined || libc === cLibrary())
    // node-gyp-build takes every system but Alpine for one with glibc, and lets a variable decide.
    .map((tags) => ({ ...tags, libc: undefined }))
    .filter(names.matchTags('node', process.versions.modules))
    .toSorted(names.compareTags('node'));
  if (best === undefined) throw new Error(`there is no addon for this system in ${folder}`);
  return join(folder, best.file);
}

/** @throws {Error} if it is not there */
export function libraryFile(name: string): string {
  const extension = libraryExtension();
  const file = developmentBuild(`${name}${extension}`) ?? prebuiltLibrary(name, extension);
  if (!existsSync(file)) throw new Error(`there is no ${file}`);
  return file;
}

function prebuiltLibrary(name: string, extension: string): string {
  const library = cLibrary();
  const tag = library === undefined ? '' : `.${library}`;
  return join(prebuilds(), `${name}${tag}${extension}`);
}

// Not `.node`: beside them in prebuilds/, only the addon is a file of that kind.
function libraryExtension(): string {
  if (process.platform === 'win32') return '.dll';
  return process.platform === 'darwin' ? '.dylib' : '.so';
}

function prebuilds(): string {
  return join(packageRoot(), 'prebuilds', `${process.platform}-${process.arch}`);
}

/**
 * The latest build in a clone of the repository. `binding.gyp` marks a clone: the tarball of the package never
 * has that file.
 */
function developmentBuild(name: string): string | undefined {
  if (!existsSync(join(packageRoot(), 'binding.gyp'))) return undefined;
  const file = join(packageRoot(), 'build', 'Release', name);
  return existsSync(file) ? file : undefined;
}

// By the package's own name, because the files of dist/ and lib/ lie at different depths. Only when needed,
// because the package must be importable wherever it was moved.
function packageRoot(): string {
  root ??= findRoot();
  return root;
}

let root: string | undefined;

function findRoot(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve('rras/package.json'));
  } catch {
    // A bundler took the code and left the package behind. The error will say that there are no binaries.
    return dirname(fileURLToPath(import.meta.url));
  }
}

const forBuilding =
  "To build one for this system: in a clone of the package's repository run `npm ci` and `npm run pack:here`, " +
  'which take Python 3 and a C++17 compiler, and `npm install` the .tgz file that they make.';

export function noBinary(server: string, cause: unknown): RasError {
  const target = `${process.platform}-${process.arch}`;
  const shipped = shippedTargets();
  if (shipped.length === 0) {
    return because(
      cause,
      server,
      `The binaries of rras are missing: ${join(packageRoot(), 'prebuilds')} has none, not for ${target} either`,
      "A bundler must leave 'rras' out of its bundle, as an external package. Else install the package anew; in a clone of its repository, run `npm run build`.",
    );
  }
  if (!shipped.includes(target)) {
    return because(
      cause,
      server,
      `rras has no binary for ${target}; it has them for ${shipped.join(', ')}`,
      forBuilding,
    );
  }
  return because(
    cause,
    server,
    `The binary of rras for ${target} does not load in Node ${process.version}: ${firstLine(cause)}`,
    process.platform === 'linux'
      ? `It needs glibc 2.28 or newer, or musl. ${forBuilding}`
      : `Install the package anew, for the file may be damaged. ${forBuilding}`,
  );
}

function shippedTargets(): string[] {
  try {
    return readdirSync(join(packageRoot(), 'prebuilds'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

function because(cause: unknown, server: string, message: string, hint: string): RasError {
  return new RasError({ code: 'ERR_RRAS_NO_BINARY', server, message, hint }, { cause });
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0] ?? '';
}
