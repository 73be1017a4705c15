// Checks that the tarball holds the licence of all work of others in it: what was compiled into the binaries, and
// what was bundled into dist. The files themselves show whose work they hold.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages of npm that the addon is compiled with. */
export const compiledPackages = ['node-addon-api', 'node-api-headers'];

/** What a compiler's libraries leave in a binary, and the texts that belong to them. */
const marks = [
  // Code of libgcc and libstdc++: linked, or from their headers.
  { mark: 'GCC: (', texts: ['gcc-runtime'] },
  { mark: 'GLIBCXX_', texts: ['gcc-runtime'] },
  { mark: 'mingw-w64-libraries/winpthreads', texts: ['mingw-w64'] },
  { mark: 'GCC: (GNU)', and: 'Mingw-w64 runtime failure', texts: ['mingw-w64'] },
  // Zig links these together.
  { mark: 'libc++abi', texts: ['libcxxabi', 'libcxx', 'zig'] },
  { mark: 'libc++abi', and: 'Mingw-w64 runtime failure', texts: ['mingw-w64-of-zig'] },
  { mark: 'libunwind: ', texts: ['libunwind'] },
  // Microsoft's linker writes this mark; node-gyp adds a source of its own to what it links.
  { mark: 'Rich', within: 0x200, texts: ['node-gyp'] },
];

/**
 * @param {string} folder of the unpacked package
 * @param {Iterable<string>} paths its files
 * @returns {string[]} problems
 */
export function missingLicences(folder, paths) {
  const files = [...paths];
  const binaries = files.filter((path) => /^prebuilds\/.*\.(?:node|dll|so|dylib)$/.test(path));
  const scripts = files.filter((path) => /^dist\/.*\.js$/.test(path));
  return [
    ...binaries.flatMap((path) => ofBinary(folder, path)),
    ...scripts.flatMap((path) => ofScript(folder, path)),
  ];
}

/** @param {string} folder @param {string} path */
function ofBinary(folder, path) {
  const bytes = readFileSync(join(folder, path));
  if (bytes.length === 0) return [];
  /** @param {string | undefined} text @param {number} [within] */
  const has = (text, within) =>
    text === undefined || bytes.subarray(0, within ?? bytes.length).includes(text);
  const texts = marks
    .filter(({ mark, and, within }) => has(mark, within) && has(and))
    .flatMap(({ texts: each }) => each);
  if (texts.length === 0) {
    return [
      `${path} shows no compiler that tools/package/licences.mjs knows: whose code is in it?`,
    ];
  }
  const needed = path.endsWith('.node') ? [...compiledPackages, ...texts] : texts;
  return [...new Set(needed)]
    .filter((name) => !existsSync(join(folder, 'licenses', `${name}.txt`)))
    .map((name) => `${path} holds code whose licence is missing: licenses/${name}.txt`);
}

// The bundler writes of which file each part is, and the licences of packages stand at the top.
const bundled = /^\/\/ (?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//gm;

/** @param {string} folder @param {string} path */
function ofScript(folder, path) {
  const text = readFileSync(join(folder, path), 'utf8');
  const packages = new Set([...text.matchAll(bundled)].map(([, name]) => name ?? ''));
  const problems = [...packages]
    .filter((name) => !new RegExp(`^/\\*!\\n${name.replaceAll('.', '\\.')} \\d`, 'm').test(text))
    .map((name) => `${path} holds ${name} without its licence`);
  const hasHelpers = text.includes('rolldown/runtime.js');
  if (hasHelpers && !existsSync(join(folder, 'licenses/rolldown.txt'))) {
    problems.push(`${path} holds code of rolldown, and licenses/rolldown.txt is missing`);
  }
  return problems;
}
