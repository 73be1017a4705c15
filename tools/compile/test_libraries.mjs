// Builds the libraries with which the package is tested in addition to the simulator:
//
// - small ones for the loader; their functions, listed in test/libraries/small_libraries.json, only return 0
// - the hostile one (test/libraries/hostile), with and without the Ex functions
// - the planted one (test/libraries/planted), which leaves a mark when it is loaded
// - for Windows, the remote one (test/libraries/remote), which calls through the system's RPC run-time, and a
//   host whose Node-API is in libnode.dll (test/libraries/shared_node)
//
//   node tools/compile/test_libraries.mjs FOLDER
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const list = new URL('../../test/libraries/small_libraries.json', import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = join(root, 'src');
const hostileSource = join(root, 'test/libraries/hostile/hostile.cc');
const plantedSource = join(root, 'test/libraries/planted/planted.cc');
const onlyWindows = {
  remote: { source: join(root, 'test/libraries/remote/remote.cc'), needs: ['-lrpcrt4'] },
  libnode: { source: join(root, 'test/libraries/shared_node/libnode.cc'), needs: [] },
};
const hostSource = join(root, 'test/libraries/shared_node/host.cc');

// The number of arguments matters on 32-bit Windows, where the called function clears the stack.
function sourceOf(functions) {
  const lines = [
    '#if defined(_WIN32)',
    '#define EXPORT __declspec(dllexport)',
    '#define APIENTRY __stdcall',
    '#else',
    '#define EXPORT __attribute__((visibility("default")))',
    '#define APIENTRY',
    '#endif',
  ];
  for (const [name, count] of Object.entries(functions)) {
    const parameters = Array.from({ length: count }, (_, index) => `void* a${index}`).join(', ');
    const unused = Array.from({ length: count }, (_, index) => `(void)a${index};`).join(' ');
    lines.push(`EXPORT unsigned APIENTRY ${name}(${parameters});`);
    lines.push(`EXPORT unsigned APIENTRY ${name}(${parameters}) { ${unused} return 0; }`);
  }
  lines.push('typedef int not_empty;');
  return `${lines.join('\n')}\n`;
}

/** @returns the path of each library by its name */
export async function buildTestLibraries(
  folder,
  {
    compiler = process.env.CC ?? 'cc',
    cxx = process.env.CXX ?? 'c++',
    extension = 'so',
    flags = ['-fPIC'],
  } = {},
) {
  await mkdir(folder, { recursive: true });
  const libraries = JSON.parse(await readFile(list, 'utf8'));
  const paths = {};
  for (const [name, functions] of Object.entries(libraries)) {
    const source = join(folder, `${name}.c`);
    const path = join(folder, `${name}.${extension}`);
    await writeFile(source, sourceOf(functions));
    await run(compiler, ['-shared', ...flags, '-o', path, source]);
    paths[name] = path;
  }
  const hostile = { hostile: ['-DHOSTILE_EX'], 'hostile-before-ex': [] };
  for (const [name, defines] of Object.entries(hostile)) {
    const path = join(folder, `${name}.${extension}`);
    const settings = ['-std=c++17', `-I${sources}`, ...defines];
    await run(cxx, ['-shared', ...settings, ...flags, '-o', path, hostileSource]);
    paths[name] = path;
  }
  paths.planted = join(folder, `planted.${extension}`);
  await run(cxx, ['-shared', '-std=c++17', ...flags, '-o', paths.planted, plantedSource]);
  for (const [name, { source, needs }] of Object.entries(extension === 'dll' ? onlyWindows : {})) {
    const path = join(folder, `${name}.dll`);
    await run(cxx, ['-shared', ...flags, '-std=c++17', '-o', path, source, ...needs]);
    paths[name] = path;
  }
  if (extension === 'dll') {
    paths.host = join(folder, 'host.exe');
    await run(cxx, [...flags, '-std=c++17', '-o', paths.host, hostSource]);
  }
  return paths;
}

/**
 * The same for this system, built once for all test files and runs until a source changes.
 *
 * @returns {{ folder: string, make: () => Promise<void> }}
 */
export function keptTestLibraries() {
  const headers = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.h'))
    .map((name) => join(sources, name));
  const hash = createHash('sha256').update(`${process.env.CC} ${process.env.CXX}`);
  const made = [hostileSource, plantedSource, ...headers.toSorted()];
  for (const file of [fileURLToPath(import.meta.url), list, ...made]) {
    hash.update(readFileSync(file));
  }
  const kept = join(root, '.cache/test-libraries');
  const folder = join(kept, hash.digest('hex').slice(0, 16));
  const make = async () => {
    if (existsSync(folder)) return;
    await mkdir(kept, { recursive: true });
    const unfinished = await mkdtemp(join(kept, 'unfinished-'));
    await buildTestLibraries(unfinished);
    try {
      await rename(unfinished, folder);
    } catch (error) {
      // Another test file was faster.
      await rm(unfinished, { recursive: true });
      if (!existsSync(folder)) throw error;
    }
  };
  return { folder, make };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error('usage: build.mjs FOLDER');
    process.exit(2);
  }
  const paths = await buildTestLibraries(folder);
  for (const path of Object.values(paths)) console.log(path);
}
