// Writes the table of metrics into docs/monitoring.md, from what `npm run build` has made of the code.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { metricFamilies } from 'rras/metrics';
import { withMetricTable } from './metric_table.mjs';

const path = fileURLToPath(new URL('../../docs/monitoring.md', import.meta.url));
const page = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
await writeFile(path, withMetricTable(page, metricFamilies));
