// docs/api.md: the parts that `npm run docs` adds to what the types say.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { configOperations, operations } from '../../lib/call/operations.ts';

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

function sectionOf(name: string, method: string): string | undefined {
  const begin = api.indexOf(`## ${name}\n`);
  const text = api.slice(begin, api.indexOf('\n## ', begin + 1));
  return new RegExp(`^#### ${method}\\(\\)\\n.*?(?=^#)`, 'ms').exec(text)?.[0];
}

it.each(operations)('%s of a server says which functions of the DLL it calls', (method) => {
  expect(sectionOf('RasServer', method)).toMatch(/^Calls `(Mpr|Ras)Admin\w+`.*\.$/m);
});

it.each(configOperations)('%s of a configuration says which functions it calls', (method) => {
  expect(sectionOf('RasConfig', method)).toMatch(/^Calls `MprConfig\w+`.*\.$/m);
});
