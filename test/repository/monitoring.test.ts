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
