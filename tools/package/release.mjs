// node tools/package/release.mjs [TAG]
// Checks that the version, the changelog and the tags agree. With a tag, as in the release, the changelog must describe
// that version.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const byNumbers = new Intl.Collator('en', { numeric: true }).compare;

/**
 * @typedef {object} Release
 * @property {string} version of package.json
 * @property {string} locked of package-lock.json
 * @property {string} changelog
 * @property {string[]} tags of the repository
 * @property {string} [tag] that is being released
 */

/** @param {Release} release @returns {string[]} what does not agree */
export function disagreements({ version, locked, changelog, tags, tag }) {
  const headings = Array.from(changelog.matchAll(/^## (.*)$/gm), ([, heading = '']) => heading);
  const released = headings.filter((heading) => heading !== 'Unreleased');
  const versions = released.map((heading) => heading.split(' ')[0] ?? '');
  const [newest] = versions;
  const tagged = tags.map((each) => each.replace(/^v/, ''));
  return [
    ...(locked === version ? [] : [`package-lock.json has version ${locked}, not ${version}`]),
    ...released
      .filter((heading) => !/^\d+\.\d+\.\d+(?:-[\w.]+)? - \d{4}-\d\d-\d\d$/.test(heading))
      .map((heading) => `"${heading}" in CHANGELOG.md is not of the form "1.2.3 - 2026-01-31"`),
    ...versions
      .filter((each, index) => index > 0 && byNumbers(each, versions[index - 1] ?? '') >= 0)
      .map((each) => `${each} in CHANGELOG.md is not older than the version above it`),
    ...(headings.indexOf('Unreleased') > 0
      ? ['"Unreleased" is not the first in CHANGELOG.md']
      : []),
    ...tagged
      .filter((each) => !versions.includes(each))
      .map((each) => `v${each} is tagged, and CHANGELOG.md does not have it`),
    ...(newest !== undefined && byNumbers(version, newest) < 0
      ? [`package.json has version ${version}, and CHANGELOG.md already has ${newest}`]
      : []),
    ...(newest !== version && headings[0] !== 'Unreleased'
      ? [`CHANGELOG.md has neither ${version} nor "Unreleased"`]
      : []),
    ...(tag === undefined ? [] : problemsOfTag(tag, version, newest)),
  ];
}

/** @param {string} tag @param {string} version @param {string | undefined} newest */
function problemsOfTag(tag, version, newest) {
  return [
    ...(tag === `v${version}`
      ? []
      : [`the tag is ${tag}, and package.json has version ${version}`]),
    ...(newest === version ? [] : [`CHANGELOG.md does not describe ${version} as the newest`]),
  ];
}

/** @returns {Release} of this repository */
export function thisRelease() {
  const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
  const tags = execFileSync('git', ['tag', '--list', 'v*'], { cwd: root, encoding: 'utf8' });
  return {
    version: JSON.parse(read('package.json')).version,
    locked: JSON.parse(read('package-lock.json')).version,
    changelog: read('CHANGELOG.md'),
    tags: tags.split('\n').filter(Boolean),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tag] = process.argv.slice(2);
  const problems = disagreements({ ...thisRelease(), ...(tag !== undefined && { tag }) });
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
