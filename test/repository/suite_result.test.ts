// How the tests of one run are found again in another: by file and name, wherever the tree is.

import { expect, it } from 'vitest';
import { differences, suiteResult } from '../../tools/ci/suite_result.mjs';

const run = (root: string, separator: string) =>
  suiteResult({
    testResults: ['test/call/order.test.ts', 'examples/oldest-session/service.test.ts'].map(
      (file) => ({
        name: [root, ...file.split('/')].join(separator),
        status: 'passed',
        message: '',
        assertionResults: [
          { title: 'is done', ancestorTitles: [], fullName: 'is done', status: 'passed' },
        ],
      }),
    ),
  });

it('tests and examples of a copy of the tree are the same as those of the tree', () => {
  const here = run('/home/me/rras', '/');
  expect(here.tests.map(({ file }) => file)).toEqual([
    'test/call/order.test.ts',
    'examples/oldest-session/service.test.ts',
  ]);
  expect(differences(here, run('Z:\\copy', '\\'))).toEqual([]);
});
