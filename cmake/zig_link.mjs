// zig_link.mjs ZIG TARGET OUTPUT ARGUMENT...
// Links a Windows DLL with Zig such that its imports from node.exe are loaded late. Zig links with lld, which has an
// option for that, but Zig does not pass it on. So Zig links once and prints its call of lld, and that call is
// repeated with the option.

import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

const [zig = '', target = '', output = '', ...args] = process.argv.slice(2);

/** @param {string[]} argv */
function zigRun(argv) {
  const { status, stderr, error } = spawnSync(zig, argv, { encoding: 'utf8' });
  if (error) throw error;
  if (status === 0) return stderr;
  process.stderr.write(stderr);
  return process.exit(status ?? 1);
}

const trial = `${basename(output)}.trial`;
const shown = zigRun(['c++', '-target', target, '-shared', '-s', '-v', '-o', trial, ...args]);
const call = shown.split('\n').findLast((line) => line.startsWith('lld-link '));
if (call === undefined) throw new Error(`zig did not show how it links:\n${shown}`);

// The printed line has no quotes, so a path with a space would look like two.
const zigCache = process.env.ZIG_GLOBAL_CACHE_DIR ?? '';
const spaced = [zig, zigCache, output, ...args].find((path) => path.includes(' '));
if (spaced !== undefined) throw new Error(`linking with Zig needs paths without spaces: ${spaced}`);

const kept = call
  .split(' ')
  .slice(1)
  .filter((argument) => !/^-(?:OUT|IMPLIB):/.test(argument));
const added = [
  `-OUT:${output}`,
  '-NOIMPLIB',
  '-DELAYLOAD:node.exe',
  '-DYNAMICBASE',
  '-NXCOMPAT',
  '-HIGHENTROPYVA',
  // The same input gives the same file: the time stamp is a hash.
  '-Brepro',
];
zigRun(['lld-link', ...kept, ...added]);
