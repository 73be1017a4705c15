// The names that the simulator's library exports in one dialect, read from the sources.
//
//   node tools/compile/exports.mjs DIALECT
//
// writes them to a module definition file, build/exports/DIALECT.def, and prints its path. Only MSVC needs it;
// other compilers export the functions that the sources mark.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sources, writeIfChanged } from './units.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

// What RRAS_FUNCTION puts before a name.
const prefixes = { mprapi: 'MprAdmin', nt4: 'RasAdmin', rassapi: 'RasAdmin' };

/** @typedef {keyof typeof prefixes} Dialect */

/** In alphabetical order. @param {Dialect} dialect @param {boolean} [onWindows] @returns {string[]} */
export function exportedNames(dialect, onWindows = true) {
  const defined = new Set([`RRAS_SIMULATOR_DIALECT_${dialect.toUpperCase()}`]);
  if (onWindows) defined.add('_WIN32');
  const names = sources.simulatorDialect.flatMap((file) => {
    const text = compiledPart(readFileSync(join(root, file), 'utf8'), defined);
    const functions = text.matchAll(/^RRAS_SIMULATOR_EXPORT\b[^;{]*?(\w+)(?:\((\w+)\))?\(/gm);
    return Array.from(functions, ([, name, suffix]) =>
      name === 'RRAS_FUNCTION' ? `${prefixes[dialect]}${suffix}` : name,
    );
  });
  return names.toSorted();
}

/** The lines of a source whose #if conditions hold. @param {string} text @param {ReadonlySet<string>} defined */
function compiledPart(text, defined) {
  /** @type {boolean[]} */
  const open = [];
  const kept = [];
  for (const line of text.split('\n')) {
    const [, directive, condition = ''] = /^#(if|else|endif)\b\s*(.*)$/.exec(line) ?? [];
    if (directive === 'if') open.push(holds(condition, defined));
    else if (directive === 'else') open.push(!open.pop());
    else if (directive === 'endif') open.pop();
    else if (/^#(?:ifn?def|elif)\b/.test(line)) throw new Error(`cannot read: ${line}`);
    else if (open.every(Boolean)) kept.push(line);
  }
  return kept.join('\n');
}

/** @param {string} condition @param {ReadonlySet<string>} defined */
function holds(condition, defined) {
  return condition.split('||').some((part) => {
    const [, not, name] = /^\s*(!?)defined\((\w+)\)\s*$/.exec(part) ?? [];
    if (name === undefined) throw new Error(`cannot read: #if ${condition}`);
    return defined.has(name) !== (not === '!');
  });
}

/** @param {Dialect} dialect */
export function definitionFile(dialect) {
  const lines = exportedNames(dialect).map((name) => `  ${name}\n`);
  return [
    '; For MSVC: __declspec(dllexport) would export the 32-bit names with their @8, as no real DLL does.\n',
    'EXPORTS\n',
    ...lines,
  ].join('');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dialect = process.argv[2] ?? '';
  if (!Object.hasOwn(prefixes, dialect)) {
    console.error(`usage: exports.mjs DIALECT   of ${Object.keys(prefixes).join(', ')}`);
    process.exit(2);
  }
  mkdirSync(join(root, 'build/exports'), { recursive: true });
  const file = `build/exports/${dialect}.def`;
  writeIfChanged(file, definitionFile(/** @type {Dialect} */ (dialect)));
  console.log(file);
}
