// node tools/ci/imports.mjs: checks that imports in lib and src run downwards only. `npm run lint` runs it.
// A file or folder may import from the layers below its own. There must be no cycle.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

// From the bottom upwards. A name is a file or a folder; a file that is listed itself does not count as part of
// its folder. Entries on one line may import each other: a port names its connection, a connection has ports.
const layers = {
  lib: [
    ['errors'],
    ['native/packed.ts', 'native/plain_rows.ts', 'native/rows.ts', 'native/row_table.ts'],
    ['call'],
    ['blocks'],
    ['connections', 'ports', 'sessions'],
    ['interfaces'],
    ['server'],
    ['mib'],
    ['watch'],
    ['config'],
    ['desired'],
    ['server.ts', 'config.ts'],
    ['native'],
    ['connect'],
    ['index.ts'],
    ['simulator'],
    ['fleet'],
    ['metrics'],
    ['cli'],
  ],
  'lib/cli': [
    ['exit_codes.ts', 'units.ts', 'version.ts', 'wildcard.ts'],
    ['complaint.ts'],
    ['guesses.ts', 'parser_errors.ts'],
    ['trouble.ts'],
    ['terminal'],
    ['command.ts'],
    ['options.ts'],
    ['output'],
    ['labs'],
    ['servers'],
    ['report'],
    ['people'],
    ['select'],
    ['acting'],
    ['commands'],
    ['program.ts'],
    ['run.ts'],
    ['main.ts'],
  ],
  src: [['abi'], ['shared'], ['os', 'records'], ['lane'], ['api'], ['addon'], ['simulator']],
};

/** The imports of each file, as paths from the root. @param {string} folder the root */
export function importsIn(folder) {
  /** @type {Map<string, string[]>} */
  const imports = new Map();
  for (const file of filesIn(folder, 'lib', /\.ts$/)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
    const own = names.filter((name) => name.startsWith('.'));
    imports.set(
      file,
      own.map((name) => posix.join(dirname(file), name)),
    );
  }
  for (const file of filesIn(folder, 'src', /\.(?:cc|h)$/)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const names = [...text.matchAll(/^#include "([^"]+)"/gm)].map(([, name]) => `src/${name}`);
    imports.set(file, names);
  }
  return imports;
}

/** @param {string} folder @param {string} below @param {RegExp} ending */
function filesIn(folder, below, ending) {
  const path = join(folder, below);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => `${below}/${name.replaceAll('\\', '/')}`)
    .toSorted();
}

/** The wrong imports, one per line. @param {ReadonlyMap<string, readonly string[]>} imports */
export function wrongImports(imports) {
  const wrong = [];
  for (const [file, targets] of imports) {
    for (const folder of Object.keys(layers)) {
      if (!file.startsWith(`${folder}/`)) continue;
      const own = layerOf(folder, file);
      if (own < 0) wrong.push(`${file} is in no layer of ${folder}`);
      for (const target of targets.filter((each) => each.startsWith(`${folder}/`))) {
        if (layerOf(folder, target) > own) wrong.push(`${file} imports ${target} from above`);
      }
    }
  }
  return [...wrong, ...cycles(imports).map((cycle) => `a cycle: ${cycle.join(' -> ')}`)];
}

/** @param {string} folder @param {string} file */
function layerOf(folder, file) {
  const path = file.slice(folder.length + 1);
  const own = layers[folder].findIndex((layer) => layer.includes(path));
  if (own >= 0) return own;
  const name = path.split('/')[0] ?? '';
  return layers[folder].findIndex((layer) => layer.includes(name));
}

/** The cycles. @param {ReadonlyMap<string, readonly string[]>} imports */
function cycles(imports) {
  const found = [];
  const done = new Set();
  /** @type {string[]} */
  const way = [];
  /** @param {string} file */
  const visit = (file) => {
    const at = way.indexOf(file);
    if (at >= 0) found.push([...way.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    way.push(file);
    for (const target of imports.get(file) ?? []) visit(target);
    way.pop();
    done.add(file);
  };
  for (const file of imports.keys()) visit(file);
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const wrong = wrongImports(importsIn(root));
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) process.exitCode = 1;
}
