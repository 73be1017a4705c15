// docs/monitoring.md follows the code.

import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { metricFamilies } from '../../lib/metrics/index.ts';
import { withMetricTable } from '../../tools/docs/metric_table.mjs';

it('the table of metrics is up to date: npm run build && npm run docs', async () => {
  const page = await readFile(new URL('../../docs/monitoring.md', import.meta.url), 'utf8');
  const text = page.replaceAll('\r\n', '\n');
  expect(text).toBe(withMetricTable(text, metricFamilies));
});

/** Every name that begins with rras_, as a query has it: a histogram by its parts. */
const known = new Set(
  Object.values(metricFamilies).flatMap(({ name, type }) =>
    type === 'histogram' ? ['_bucket', '_sum', '_count'].map((part) => name + part) : [name],
  ),
);

async function namesIn(file: string): Promise<string[]> {
  const text = await readFile(new URL(`../../monitoring/${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(/\brras_\w+/g)].map(([name]) => name);
}

it.each(['alerts.yml', 'grafana.json'])(
  'monitoring/%s names only metrics that exist',
  async (file) => {
    const names = await namesIn(file);
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  },
);

it('the dashboard shows every metric but those of users', async () => {
  const shown = new Set(await namesIn('grafana.json'));
  const missing = Object.values(metricFamilies).filter(
    ({ name, help }) =>
      ![...shown].some((each) => each.startsWith(name)) && !help.includes('Only on request'),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});

it('each alert has a history that raises it and one that does not', async () => {
  const read = (file: string) => readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
  const alerts = [...(await read('monitoring/alerts.yml')).matchAll(/- alert: (\w+)/g)];
  const tests = await read('test/monitoring/alerts_test.yml');
  expect(alerts.length).toBeGreaterThan(5);
  for (const [, alert] of alerts) {
    expect(tests).toContain(`- name: raises ${alert}\n`);
    expect(tests).toContain(`- name: does not raise ${alert}\n`);
  }
});
