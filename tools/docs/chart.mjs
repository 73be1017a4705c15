// npm run chart [-- RESULTS]: draws docs/pictures/performance.svg from docs/pictures/performance.json. With a file that
// `npm run bench -- --json RESULTS` wrote, it takes the figures from there first.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawnBars } from './chart/bars.mjs';
import { figuresOf } from './chart/figures.mjs';

const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
const kept = join(folder, 'performance.json');
const [results] = process.argv.slice(2);

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
let figures = read(kept);
if (results !== undefined) {
  figures = figuresOf(read(results), figures);
  writeFileSync(kept, `${JSON.stringify(figures, undefined, 2)}\n`);
}
writeFileSync(join(folder, 'performance.svg'), drawnBars(figures));
