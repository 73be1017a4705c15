// node tools/wine/soak.mjs [arguments of `npm run soak`]
// Runs the soak on Windows Node under Wine, in the same copy of the tree as the suite. Installs what it needs, and
// writes the figures where they are requested.

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCommandLine } from '../../soak/options.mjs';
import { buildTarget } from '../cross/build_target.mjs';
import { say } from '../machine/run.mjs';
import { runNode } from './node_in_wine.mjs';
import { bringNode, windowsNodes } from './windows_node.mjs';
import { bringWine } from './wine.mjs';
import { workCopy } from './work_copy.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const figures = 'soak-figures';
const nodes = { x64: 'win32-x64-node24', ia32: 'win32-ia32-node22' };
// Time for start and end, and for threads and memory to settle.
const GRACE = 5 * 60_000;

/**
 * @param {{ seconds: number, seed: string, world: string, workers: number, svg: string, arch: 'x64' | 'ia32' }} options
 * @returns {Promise<number>} the exit code
 */
export async function soakOnWindows({ seconds, seed, world, workers, svg, arch }) {
  const node = windowsNodes.find(({ name }) => name === nodes[arch]);
  if (node === undefined) throw new Error(`there is no Windows Node for ${arch}`);
  if (!existsSync(join(root, 'dist')))
    throw new Error('there is no dist: run `npm run build:lib` first');
  await buildTarget(`win32-${node.arch}`);
  const wine = await bringWine();
  const exe = await bringNode(node);
  const folder = await workCopy(root, node.arch);
  say(`soaking on ${node.name}, on ${wine.description}`);

  const own = join(folder, figures);
  mkdirSync(own, { recursive: true });
  const log = join(own, 'output.txt');
  // The flags for V8 are those of `npm run soak`.
  const program = [exe, ...process.execArgv, 'soak\\run.mjs'];
  const soak = [...program, '--seconds', String(seconds), '--seed', seed];
  const how = ['--world', world, '--workers', String(workers), '--svg', `${figures}\\soak.svg`];
  const timeout = seconds * 1000 + GRACE;
  const outcome = await runNode(wine, [...soak, ...how], { folder, log, timeout });
  console.log(readFileSync(log, 'utf8').trimEnd());
  if (outcome.timedOut) say('it hung, and was stopped');

  mkdirSync(dirname(svg), { recursive: true });
  for (const end of ['.svg', '.json']) {
    const made = join(own, `soak${end}`);
    if (existsSync(made)) copyFileSync(made, svg.replace(/\.svg$/, end));
  }
  rmSync(own, { recursive: true });
  return outcome.timedOut ? 1 : outcome.code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = readCommandLine(process.argv.slice(2));
  process.exit(await soakOnWindows({ ...options, svg: resolve(options.svg) }));
}
