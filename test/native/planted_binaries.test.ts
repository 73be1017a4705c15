// The package loads only binaries from its own folder. Each test plants a library where node-gyp-build would look
// for one, and uses the package in its own process.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cLibrary } from '../../lib/native/c_library.ts';
import { addonFile } from '../../lib/native/load.ts';
import { Simulator } from '../../lib/simulator/index.ts';
import { prebuiltFiles } from '../../tools/package/targets.mjs';
import { testLibraries } from '../libraries/test_libraries.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const library = testLibraries();
const target = `${process.platform}-${process.arch}`;
const built = ['build', 'Release', 'rras.node'];
const ownLibrary = cLibrary();
const [addonName = '', simulatorName = ''] = prebuiltFiles(process.platform, ownLibrary);
const shipped = ['prebuilds', target, addonName];

const program = `
  import { createRequire } from 'node:module';
  const [url] = process.argv.slice(1);
  const { connect } = await import(url);
  const { Simulator } = await import(new URL('simulator/index.js', url));
  let result;
  try {
    const simulator = new Simulator();
    simulator.addServer('RAS01').addPorts('sstp', 2);
    const server = await connect('RAS01', { library: simulator });
    result = (await server.enumPorts()).length + ' ports';
    await server.disconnect();
  } catch (error) {
    result = error.code;
  }
  const loaded = Object.keys(createRequire(url).cache).filter((file) => file.endsWith('.node'));
  console.log(JSON.stringify({ result, loaded }));`;

let nodeFolder: string;
let own: string;
let folder: string;
let mark: string;

beforeAll(async () => {
  nodeFolder = await mkdtemp(join(tmpdir(), 'rras-planted-node-'));
  await copyFile(process.execPath, join(nodeFolder, basename(process.execPath)));
  // An installed package without binaries. The path is spelt as in Node's file names.
  own = await realpath(await mkdtemp(join(tmpdir(), 'rras-planted-package-')));
  await cp(join(root, 'dist'), join(own, 'dist'), {
    recursive: true,
    filter: (file) => !file.endsWith('.d.ts'),
  });
  await copyFile(join(root, 'package.json'), join(own, 'package.json'));
  const names = join('node_modules', 'node-gyp-build');
  await cp(join(root, names), join(own, names), { recursive: true });
});
afterAll(async () => {
  for (const each of [nodeFolder, own]) await rm(each, { recursive: true, force: true });
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rras-planted-'));
  mark = join(folder, 'the planted library was loaded');
});
afterEach(async () => {
  const binaries = ['build', 'prebuilds', 'binding.gyp'].map((name) => join(own, name));
  for (const each of [folder, ...binaries]) await rm(each, { recursive: true, force: true });
});

/** Copies the package's own binaries: the addon to this place, the simulator next to it. */
async function putBinaries(addon: readonly string[]): Promise<string> {
  const file = join(own, ...addon);
  const simulator = new Simulator();
  await mkdir(dirname(file), { recursive: true });
  await copyFile(addonFile(), file);
  const name = addon === shipped ? simulatorName : basename(simulator.path);
  await copyFile(simulator.path, join(dirname(file), name));
  simulator.dispose();
  return file;
}

async function plant(...path: readonly string[]): Promise<void> {
  const file = join(...path);
  await mkdir(dirname(file), { recursive: true });
  await copyFile(library('planted'), file);
}

async function use(env: Record<string, string>, node = process.execPath) {
  const url = pathToFileURL(join(own, 'dist', 'index.js')).href;
  const argv = ['--input-type=module', '-e', program, url];
  const { stdout } = await run(node, argv, {
    env: { ...process.env, RRAS_TEST_PLANTED: mark, ...env },
  });
  return JSON.parse(stdout) as { result: string; loaded: string[] };
}

/** Plants the library, and returns how the process must be started. */
type PlantFor = () => Promise<{ env?: Record<string, string>; node?: string }>;

const places: [string, PlantFor][] = [
  [
    'that the variable RRAS_PREBUILD names',
    async () => {
      const other = join(folder, 'other');
      await plant(other, ...built);
      await plant(other, ...shipped);
      return { env: { RRAS_PREBUILD: other } };
    },
  ],
  [
    'of another package of the same name, on NODE_PATH',
    async () => {
      const path = join(folder, 'path');
      await plant(path, 'rras', ...shipped);
      await copyFile(join(own, 'package.json'), join(path, 'rras', 'package.json'));
      return { env: { NODE_PATH: path } };
    },
  ],
  [
    'in build/Debug of the package',
    async () => {
      await plant(own, 'build', 'Debug', 'rras.node');
      return {};
    },
  ],
  [
    'in prebuilds/ beside the node executable',
    async () => {
      await plant(nodeFolder, ...shipped);
      return { node: join(nodeFolder, basename(process.execPath)) };
    },
  ],
];

it('the planted library leaves its mark when it is loaded', async () => {
  const code = 'try { process.dlopen({ exports: {} }, process.argv[1]); } catch {}';
  await run(process.execPath, ['-e', code, library('planted')], {
    env: { ...process.env, RRAS_TEST_PLANTED: mark },
  });
  expect(existsSync(mark)).toBe(true);
});

// Beside the package's own, as it ships them. node-gyp-build would let the variable decide.
const forTheOtherLibrary: [string, PlantFor] = [
  'for another C library, though LIBC names that',
  async () => {
    const other = ownLibrary === 'musl' ? 'glibc' : 'musl';
    const [name = ''] = prebuiltFiles('linux', other);
    await plant(own, 'prebuilds', target, name);
    return { env: { LIBC: other } };
  },
];

const inBuildRelease: [string, PlantFor] = [
  'in build/Release of the package',
  async () => {
    await plant(own, ...built);
    return {};
  },
];

describe.each([...places, inBuildRelease, forTheOtherLibrary])(
  'an installed package does not load a library %s',
  (_, plantFor) => {
    it('but its own', async () => {
      const addon = await putBinaries(shipped);
      const { env = {}, node } = await plantFor();
      expect(await use(env, node)).toEqual({ result: '2 ports', loaded: [addon] });
      expect(existsSync(mark)).toBe(false);
    });

    it('when it has none of its own, and says that it has none', async () => {
      const addon = await putBinaries(shipped);
      await rm(addon);
      const { env = {}, node } = await plantFor();
      expect(await use(env, node)).toEqual({ result: 'ERR_RRAS_NO_BINARY', loaded: [] });
      expect(existsSync(mark)).toBe(false);
      expect(await readdir(dirname(addon))).not.toEqual([]);
    });
  },
);

describe.each(places)('a clone of the repository does not load a library %s', (_, plantFor) => {
  it('but the one that was built there last', async () => {
    await writeFile(join(own, 'binding.gyp'), '');
    const addon = await putBinaries(built);
    await plant(own, ...shipped);
    const { env = {}, node } = await plantFor();
    expect(await use(env, node)).toEqual({ result: '2 ports', loaded: [addon] });
    expect(existsSync(mark)).toBe(false);
  });
});
