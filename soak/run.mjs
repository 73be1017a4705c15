// npm run soak -- [--minutes N | --seconds N] [--seed S] [--svg FILE]: uses the package against a world of
// simulated servers and checks every answer, after `npm run build`. Ends with 1 on a wrong answer, on anything
// left behind and when memory grows.

import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { growthOf } from './figures/growth.mjs';
import { plot } from './figures/plot.mjs';
import { processFigures } from './figures/process_figures.mjs';
import { report } from './figures/report.mjs';
import { readCommandLine } from './options.mjs';
import { Soak } from './soak.mjs';

const options = readCommandLine(process.argv.slice(2));
const { seconds, seed, world, workers, svg, results, windows } = options;

if (windows) {
  const { soakOnWindows } = await import('../tools/wine/soak.mjs');
  const code = await soakOnWindows({ ...options, svg: resolve(svg) });
  if (results !== undefined) writeFileSync(results, JSON.stringify(asOneTest(code === 0)));
  process.exit(code);
}

const place = `${process.platform}-${process.arch}, Node ${process.version}, ${availableParallelism()} cores`;
console.log(`soak: ${seconds} s, seed ${seed}, on ${place}`);
const soak = new Soak({ seconds, seed, world, workers, say: (line) => console.log(line) });
const result = await soak.run();
const memory = growthOf(result);
const { handlesAre } = processFigures;

const words = {
  title: `Soak of rras on ${process.platform}`,
  subtitle: `${place}; seed ${seed}; ${result.total} operations`,
};
mkdirSync(dirname(resolve(svg)), { recursive: true });
writeFileSync(svg, plot(result, words));
writeFileSync(
  svg.replace(/\.svg$/, '.json'),
  JSON.stringify({ place, seed, handlesAre, ...result, memory }),
);

const { wrong, left } = result;
if (wrong !== undefined) {
  console.log(
    `\nWRONG ANSWER after ${result.seconds.toFixed(1)} s and ${result.total} operations; again with --seed ${seed}`,
  );
  console.log(wrong.name === 'WrongAnswer' ? wrong.message : wrong.stack);
  console.log('');
}
for (const line of report(result, memory, handlesAre)) console.log(line);

const isClean =
  wrong === undefined &&
  left.unreturnedBuffers === 0 &&
  left.openHandles === 0 &&
  left.threads === 0;
// After a wrong answer some call may still hang.
const isGood = isClean && memory.verdict !== 'grows';
if (results !== undefined) writeFileSync(results, JSON.stringify(asOneTest(isGood)));
process.stdout.write('', () => process.exit(isGood ? 0 : 1));

function asOneTest(success) {
  const numPassedTests = success ? 1 : 0;
  return { success, numPassedTests, numFailedTests: 1 - numPassedTests, numPendingTests: 0 };
}
