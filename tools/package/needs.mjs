// What the Linux binaries need of the system they are loaded on.

import { readFileSync } from 'node:fs';

/** @param {string[]} files @returns {string} the newest versions of the C and C++ libraries' symbols */
export function needsOf(files) {
  const text = files.map((file) => readFileSync(file, 'latin1')).join('\n');
  return ['GLIBC', 'GLIBCXX']
    .map((library) => {
      const versions = [...text.matchAll(new RegExp(`${library}_(\\d+(?:\\.\\d+)+)`, 'g'))];
      const newest = versions
        .map(([, version = '']) => version)
        .sort(byNumbers)
        .at(-1);
      return `${library} ${newest ?? 'none'}`;
    })
    .join(', ');
}

const byNumbers = new Intl.Collator('en', { numeric: true }).compare;
