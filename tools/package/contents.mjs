// Checks the contents of the tarball and its size.

import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { run } from '../machine/run.mjs';
import { missingLicences } from './licences.mjs';
import { limits, targets } from './targets.mjs';

// Anything else, except binaries, is a source file, a left-over or a mistake. Two pages are for contributors only.
const documents =
  /^(?:package\.json|LICENSE|(?:README|CHANGELOG|SECURITY)\.md|docs\/(?!architecture|soak)[\w-]+\.md|docs\/pictures\/\w+\.svg|monitoring\/\w+\.(?:yml|json)|licenses\/[\w-]+\.(?:txt|md))$/;
const code = /^dist\/(?:\w+\/)*\w+\.(?:js|js\.map|cjs|d\.ts|d\.cts)$/;

const indispensable = [
  'LICENSE',
  'README.md',
  'dist/index.js',
  'dist/simulator/index.js',
  'dist/simulator/vitest.js',
  'dist/fleet/index.js',
  'dist/metrics/index.js',
  'monitoring/alerts.yml',
  'monitoring/grafana.json',
];

// npm runs these on the user's machine when it installs the package, or refuses to install it.
const installScripts = ['preinstall', 'install', 'postinstall'];

/**
 * @typedef {object} Contents
 * @property {string} folder where the package is unpacked
 * @property {number} packed bytes
 * @property {Map<string, number>} files the size of each path in bytes
 *
 * @typedef {object} Expectations
 * @property {boolean} allTargets whether all targets are required
 * @property {string[]} machine folders of the build machine, which no file may name
 *
 * @typedef {object} Findings
 * @property {string[]} problems
 * @property {string[]} lines the sizes, for printing
 * @property {string[]} missing the missing targets that are not required
 */

/**
 * @param {string} tarball
 * @param {string} folder must not exist yet
 * @returns {Promise<Contents>}
 */
export async function unpack(tarball, folder) {
  mkdirSync(folder);
  await run(['tar', '-xzf', tarball, '-C', folder, '--strip-components=1']);
  return contentsOf(folder, statSync(tarball).size);
}

/** @param {string} folder @param {number} packed @returns {Contents} */
export function contentsOf(folder, packed) {
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).replaceAll(sep, '/'), statSync(path).size);
  }
  return { folder, packed, files };
}

/** @param {Contents} contents @param {Expectations} expectations @returns {Findings} */
export function checkContents(contents, { allTargets, machine }) {
  const paths = [...contents.files.keys()];
  const missing = allTargets ? [] : targets.filter((target) => isMissing(contents, target));
  const present = targets.filter((target) => !missing.includes(target));
  const sizes = [
    ...present.map((target) => ({ ...target, bytes: size(contents, binaries(target)) })),
    {
      name: 'for every system',
      bytes: size(
        contents,
        paths.filter((path) => !path.startsWith('prebuilds/')),
      ),
      limit: limits.common,
    },
    { name: 'unpacked', bytes: size(contents, paths), limit: limits.unpacked },
    { name: 'tarball', bytes: contents.packed, limit: limits.tarball },
  ];
  return {
    problems: [
      ...strays(paths, allTargets),
      ...[...indispensable, ...present.flatMap(binaries)]
        .filter((path) => !contents.files.get(path))
        .map((path) => `${path} is ${contents.files.has(path) ? 'empty' : 'missing'}`),
      ...sizes
        .filter(({ bytes, limit }) => bytes > limit)
        .map(({ name, bytes, limit }) => `${name}: ${kilobytes(bytes)}, over ${kilobytes(limit)}`),
      ...named(contents, machine),
      ...manifestProblems(contents),
      ...missingLicences(
        contents.folder,
        paths.filter((path) => code.test(path) || targets.flatMap(binaries).includes(path)),
      ),
    ],
    lines: [
      ...missing.map(({ name }) => `${name}: not built, so not checked`),
      ...sizes.map(
        ({ name, bytes, limit }) => `${name}: ${kilobytes(bytes)} (at most ${kilobytes(limit)})`,
      ),
    ],
    missing: missing.map(({ name }) => name),
  };
}

/** @param {import('./targets.mjs').Target} target */
function binaries({ folder, files }) {
  return files.map((file) => `prebuilds/${folder}/${file}`);
}

/** @param {Contents} contents @param {import('./targets.mjs').Target} target */
function isMissing(contents, target) {
  return !binaries(target).some((path) => contents.files.has(path));
}

/** @param {string[]} paths @param {boolean} allTargets */
function strays(paths, allTargets) {
  const shipped = targets.flatMap(binaries);
  // A tarball that is packed on an unsupported system also has that system's binaries. It is never published.
  const here = `${process.platform}-${process.arch}`;
  const own =
    allTargets || targets.some(({ folder }) => folder === here) ? undefined : `prebuilds/${here}/`;
  return paths
    .filter((path) => !documents.test(path) && !code.test(path) && !shipped.includes(path))
    .filter((path) => own === undefined || !path.startsWith(own))
    .map((path) => `${path} is not a file of the package`);
}

/** @param {Contents} contents @param {string[]} folders */
function named({ folder, files }, folders) {
  return [...files.keys()].flatMap((path) => {
    const bytes = readFileSync(join(folder, path));
    return folders.filter((name) => bytes.includes(name)).map((name) => `${path} names ${name}`);
  });
}

/** @param {Contents} contents */
function manifestProblems({ folder }) {
  /** @type {{ scripts?: Record<string, string>, gypfile?: boolean }} */
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const problems = installScripts
    .filter((script) => manifest.scripts?.[script] !== undefined)
    .map((script) => `package.json has an install script: ${script}`);
  // Without it, npm adds its own install script when it publishes.
  if (manifest.gypfile !== false) problems.push('package.json lacks "gypfile": false');
  return problems;
}

/** @param {Contents} contents @param {string[]} paths */
function size(contents, paths) {
  return paths.reduce((total, path) => total + (contents.files.get(path) ?? 0), 0);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1000).toLocaleString('en')} kB`;
}
