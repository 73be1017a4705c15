// A unity build: the sources of one folder of src/ compile as one file that includes them all. For a small
// source, a compiler spends most of its time reading the same headers again.
//
//   node tools/compile/units.mjs TARGET
//
// writes the units of one list of src/sources.json to build/units/TARGET and prints the files to compile.
// binding.gyp runs it at every configure, so a unit is never older than the sources. CMakeLists.txt
// groups the same lists in the same way, with CMake's own unity build.
//
// A list names single sources, and folders for the sources directly in them. The sources under "alone" compile
// by themselves: they include Windows headers, whose macros have the same names as constants in src/abi.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The sources of each list. @type {Record<string, string[]>} paths from the root */
export const sources = Object.fromEntries(
  Object.entries(JSON.parse(readFileSync(join(root, 'src/sources.json'), 'utf8'))).map(
    ([target, entries]) => [target, entries.flatMap(sourcesOf)],
  ),
);

/** @param {string} entry of a list in src/sources.json @returns {string[]} */
function sourcesOf(entry) {
  if (entry.endsWith('.cc')) return [entry];
  const names = readdirSync(join(root, entry)).filter((name) => name.endsWith('.cc'));
  return names.toSorted().map((name) => `${entry}/${name}`);
}

/**
 * @param {string[]} files paths from the root
 * @param {string} folder for the units, from the root
 * @returns {string[]} the files to compile: the units, and the sources that compile alone
 */
export function writeUnits(files, folder) {
  const alone = new Set(sources.alone);
  /** @type {Map<string, string[]>} */
  const units = new Map();
  for (const file of files.filter((each) => !alone.has(each))) {
    const [, name = ''] = file.split('/');
    units.set(name, [...(units.get(name) ?? []), file]);
  }
  mkdirSync(join(root, folder), { recursive: true });
  const written = [...units].map(([name, members]) => {
    const unit = `${folder}/${name}.cc`;
    writeIfChanged(
      unit,
      members.map((file) => `#include "${file.replace(/^src\//, '')}"\n`).join(''),
    );
    return unit;
  });
  return [...written, ...files.filter((each) => alone.has(each))];
}

/**
 * An unchanged file keeps its time, so that make does not build from it again.
 *
 * @param {string} file from the root
 * @param {string} text
 */
export function writeIfChanged(file, text) {
  const path = join(root, file);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = sources[process.argv[2] ?? ''];
  if (files === undefined) {
    console.error(`usage: units.mjs TARGET   of ${Object.keys(sources).join(', ')}`);
    process.exit(2);
  }
  for (const file of writeUnits(files, `build/units/${process.argv[2]}`)) console.log(file);
}
