// The C and C++ libraries that the Linux binaries require.

import { readFileSync } from 'node:fs';

/** @param {string[]} files @returns {string} the newest versions of symbols that the files use */
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
