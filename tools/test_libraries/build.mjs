// Builds the small libraries that the loader is tested with: each exports the functions that
// test/fixtures/small_libraries.json names for it, and every function answers 0 and does nothing.
//
//   node tools/test_libraries/build.mjs FOLDER [COMPILER [EXTENSION [FLAG...]]]
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const list = new URL('../../test/fixtures/small_libraries.json', import.meta.url);

// The number of arguments counts on 32-bit Windows, where the function clears the stack.
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
export async function buildSmallLibraries(
  folder,
  { compiler = process.env.CC ?? 'cc', extension = 'so', flags = ['-fPIC'] } = {},
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
  return paths;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, compiler, extension, ...flags] = process.argv.slice(2);
  if (folder === undefined) {
    console.error('usage: build.mjs FOLDER [COMPILER [EXTENSION [FLAG...]]]');
    process.exit(2);
  }
  const options = compiler === undefined ? {} : { compiler, extension, flags };
  const paths = await buildSmallLibraries(folder, options);
  for (const path of Object.values(paths)) console.log(path);
}
