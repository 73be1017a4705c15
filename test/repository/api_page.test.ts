// docs/api.md: the parts that `npm run docs` adds to what the types say.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { operations } from '../../lib/call/operations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = ['api.md', 'api-simulator.md', 'api-fleet.md', 'api-metrics.md'].map(
  (name) => [name, readFileSync(join(root, 'docs', name), 'utf8')] as const,
);

describe.each(pages)('%s', (_, page) => {
  it('begins with links to all its sections, in their order', () => {
    const contents = page.slice(0, page.indexOf('\n## ', page.indexOf('## Contents') + 1));
    const links = [...contents.matchAll(/^- \[(.+)\]\(#[\w-]+\)$/gm)].map(([, title]) => title);
    const sections = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(links).toEqual(sections.filter((title) => title !== 'Contents'));
  });
});

const [[, api = ''] = []] = pages;

it.each(operations)('%s says which functions of the DLL it calls', (method) => {
  const section = new RegExp(`^#### ${method}\\(\\)\\n.*?(?=^#)`, 'ms').exec(api)?.[0];
  expect(section).toMatch(/^Calls `(Mpr|Ras)Admin\w+`.*\.$/m);
});
