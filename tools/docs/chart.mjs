// npm run chart [-- RESULTS]: draws docs/pictures/performance.svg and before_after.svg from the figures beside them. With
// a file that `npm run bench -- --json RESULTS` wrote, it takes those of performance.svg from there first. The figures of
// before_after.json were measured once, with the package as it was and as it is.

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
const beforeAfter = read(join(folder, 'before_after.json'));
writeFileSync(join(folder, 'before_after.svg'), drawnBars(beforeAfter));
