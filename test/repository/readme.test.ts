// The README says what is so: its links, its pictures, its figures and its codes.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { explain } from '../../lib/errors/explain.ts';
import { drawnBars } from '../../tools/docs/chart/bars.mjs';
import { type Figures, figuresOf } from '../../tools/docs/chart/figures.mjs';
import { targets } from '../../tools/package/targets.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const readme = read('README.md');
const figures = JSON.parse(read('docs/pictures/performance.json')) as Figures;

const pages = [
  'README.md',
  ...['guide', 'api', 'api-fleet', 'api-metrics', 'api-simulator'].map((name) => `docs/${name}.md`),
  ...['cli', 'simulator', 'watching', 'fleet', 'monitoring', 'ci'].map((name) => `docs/${name}.md`),
  ...['performance', 'security', 'coverage'].map((name) => `docs/${name}.md`),
];

describe.each(pages)('%s, which ships', (page) => {
  it('links and shows only what ships with it', () => {
    const targetsOf = read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g);
    const files = Array.from(targetsOf, ([, target = '']) =>
      normalize(join(dirname(page), target)),
    );
    const missing = files.filter((file) => !existsSync(join(root, file)) || !ships(file));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('links to headings that exist', () => {
    const links = [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)#([^)\s]+)\)/g)];
    const missing = links
      .map(([, file = '', anchor = '']) => ({
        file: file === '' ? page : normalize(join(dirname(page), file)),
        anchor,
      }))
      .filter(({ file, anchor }) => !anchorsOf(file).has(anchor));
    expect(missing).toEqual([]);
  });
});

const anchors = new Map<string, Set<string>>();

/** As GitHub and npm make them of headings; the pages that are made from types have their own. */
function anchorsOf(file: string): Set<string> {
  let found = anchors.get(file);
  if (found === undefined) {
    const text = read(file);
    const headings = Array.from(text.matchAll(/^#+ (.*)$/gm), ([, heading = '']) => slug(heading));
    const counts = new Map<string, number>();
    const numbered = headings.map((heading) => {
      const count = counts.get(heading) ?? 0;
      counts.set(heading, count + 1);
      return count === 0 ? heading : `${heading}-${count}`;
    });
    const own = Array.from(text.matchAll(/<a id="([^"]+)"/g), ([, id = '']) => id);
    found = new Set([...numbered, ...own]);
    anchors.set(file, found);
  }
  return found;
}

function slug(heading: string): string {
  const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*\\]/g, '');
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

function ships(file: string): boolean {
  const name = file.replaceAll('\\', '/');
  if (/^docs\/(?:architecture|soak)\.md$/.test(name)) return false;
  return /^(?:(?:README|CHANGELOG|SECURITY)\.md|LICENSE|docs\/[\w-]+\.md|docs\/pictures\/\w+\.svg|licenses\/.*)$/.test(
    name,
  );
}

describe('the chart of the README', () => {
  it('is drawn from docs/pictures/performance.json; npm run chart draws it again', () => {
    expect(read('docs/pictures/performance.svg')).toBe(drawnBars(figures));
  });

  it('has the figures that the README names', () => {
    const [listing, small] = figures.charts;
    expect(readme).toContain(`**${listing?.bars[0]?.value} ms** of the main thread`);
    expect(readme).toContain(`**${small?.bars[0]?.value} µs** for a small call`);
  });

  it('takes its figures from the results of the benchmarks, and keeps those that were not measured', () => {
    const rows = [
      { subject: 'rras', 'median, µs': 1.2345 },
      { subject: 'koffi', 'median, µs': 20 },
      { subject: 'AsyncWorker', 'median, µs': 7 },
    ];
    const results = {
      node: 'v24',
      system: 's',
      benchmarks: { 'small-call': { tables: [{ rows }] } },
    };
    const [listing, small, hung] = figuresOf(results, figures).charts;
    expect(small?.bars.map(({ value }) => value)).toEqual([1.23, 7, 20]);
    expect([listing, hung]).toEqual([figures.charts[0], figures.charts[2]]);
  });
});

describe('the codes of the README', () => {
  const table = readme.slice(readme.indexOf('## Troubleshooting'), readme.indexOf('## Status'));
  const rows = [...table.matchAll(/^\| `([A-Z]\w+)`(?: \((\d+)\))? \|/gm)];

  it('are some', () => expect(rows.length).toBeGreaterThan(5));

  it.each(rows.map(([, name = '', number]) => ({ name, number })))(
    '$name is known',
    ({ name, number }) => {
      expect(explain(number === undefined ? name : Number(number))?.name).toBe(name);
    },
  );
});

it('the README has a line for every system that the package has binaries for', () => {
  const words: Record<string, string> = { win32: 'Windows', linux: 'Linux', darwin: 'macOS' };
  const table = readme.slice(readme.indexOf('## Platforms'), readme.indexOf('## Performance'));
  for (const { name } of targets) {
    const [system = '', arch = '', cLibrary] = name.split('-');
    const line = table
      .split('\n')
      .find(
        (each) =>
          each.startsWith(`| ${words[system]}`) &&
          each.includes(arch) &&
          (system !== 'linux' || each.includes(cLibrary ?? 'glibc')),
      );
    expect(line, name).toBeDefined();
  }
});
