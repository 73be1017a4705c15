// The workflow that docs/ci.md shows uses the action as it is, and the page's tables list what the action has.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
const action = parse(readFileSync(join(root, '.github/actions/setup-rras/action.yml'), 'utf8')) as {
  inputs: Record<string, { default?: string }>;
  outputs: Record<string, unknown>;
};

interface Workflow {
  readonly jobs: Record<string, { steps: { uses?: string; with?: Record<string, string> }[] }>;
}
const workflows = Array.from(
  page.matchAll(/```yaml\n(.*?)```/gs),
  ([, text = '']) => parse(text) as Workflow,
);
const uses = workflows
  .flatMap(({ jobs }) => Object.values(jobs))
  .flatMap(({ steps }) => steps)
  .filter((step) => step.uses?.includes('setup-rras'));

/** The names in the first column of the table whose head begins with this word. */
function rowsOf(head: string): string[] {
  const [, table = ''] =
    new RegExp(`^\\| ${head} \\|.*\n\\|[-|]+\\|\n((?:\\|.*\n)+)`, 'm').exec(page) ?? [];
  return Array.from(table.matchAll(/^\| `([\w-]+)`/gm), ([, name = '']) => name);
}

describe('docs/ci.md', () => {
  it('gives the action only inputs that it has', () => {
    expect(uses.length).toBeGreaterThan(0);
    const given = uses.flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.filter((name) => !(name in action.inputs))).toEqual([]);
  });

  it('reads only outputs that it has', () => {
    const read = Array.from(page.matchAll(/steps\.rras\.outputs\.([\w-]+)/g), ([, name]) => name);
    expect(read.length).toBeGreaterThan(0);
    expect(read.filter((name = '') => !(name in action.outputs))).toEqual([]);
  });

  it('lists all inputs with their defaults, and all outputs', () => {
    expect(rowsOf('input')).toEqual(Object.keys(action.inputs));
    for (const [name, input] of Object.entries(action.inputs)) {
      expect(page).toContain(`| \`${name}\` | \`${input.default}\` |`);
    }
    expect(rowsOf('output')).toEqual(Object.keys(action.outputs));
  });
});
