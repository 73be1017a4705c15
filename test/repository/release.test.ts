// Version, changelog and tags agree, and the check in the release notices when they do not.

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { disagreements, thisRelease } from '../../tools/package/release.mjs';

const isRepository = existsSync(new URL('../../.git', import.meta.url));
const unreleased = '# Changelog\n\n## Unreleased\n\n- Something.\n';
const first = '\n## 0.1.0 - 2026-12-01\n\n- Everything.\n';
const good = { version: '0.2.0', locked: '0.2.0', changelog: unreleased + first, tags: ['v0.1.0'] };

const itsVersion = 'the repository has a version that fits its changelog and tags';
if (isRepository) {
  it(itsVersion, () => {
    expect(disagreements(thisRelease())).toEqual([]);
  });
} else {
  it.skip(`${itsVersion} (without .git there are no tags)`, () => {});
}

describe('it is right', () => {
  it.each([
    ['before the first release', { ...good, changelog: unreleased, tags: [] }],
    ['between two releases', good],
    [
      'at a release',
      { ...good, version: '0.1.0', locked: '0.1.0', changelog: first, tag: 'v0.1.0' },
    ],
  ])('%s', (_, release) => {
    expect(disagreements(release)).toEqual([]);
  });
});

describe('it is wrong', () => {
  it.each([
    [
      'if package-lock.json is of another version',
      { ...good, locked: '0.1.0' },
      'package-lock.json',
    ],
    ['if a heading has no date', { ...good, changelog: `${unreleased}## 0.1.0\n` }, 'of the form'],
    ['if a tag has no heading', { ...good, tags: ['v0.1.0', 'v0.1.1'] }, 'v0.1.1 is tagged'],
    [
      'if the version was not raised',
      { ...good, version: '0.0.9', locked: '0.0.9' },
      'already has 0.1.0',
    ],
    [
      'if nothing describes the version',
      { ...good, changelog: first },
      'neither 0.2.0 nor "Unreleased"',
    ],
    [
      'if the versions are out of order',
      { ...good, changelog: `${unreleased}${first}## 0.1.1 - 2026-12-02\n` },
      'not older',
    ],
    [
      'to release a version without a heading',
      { ...good, tag: 'v0.2.0' },
      'does not describe 0.2.0',
    ],
    ['to release under another tag', { ...good, tag: 'v0.3.0' }, 'the tag is v0.3.0'],
  ])('%s', (_, release, problem) => {
    expect(disagreements(release).join('\n')).toContain(problem);
  });
});
