// Shows which lines of the product the corpora reach. The fuzzers prove nothing about code that they do not
// reach.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { which } from '../tools/machine/run.mjs';
import { build, corpusOf, place, root } from './targets.mjs';

// The tools of this Clang: another version cannot read its counts.
function beside(name) {
  const clang = realpathSync(which('clang'));
  const [, version = ''] = /(-\d+)$/.exec(clang) ?? [];
  const own = join(dirname(clang), `${name}${version}`);
  const found = existsSync(own) ? own : which(name);
  if (found === undefined)
    throw new Error(`${name} is needed, which Debian has in the package llvm`);
  return found;
}

/**
 * Runs the corpora of these targets, and prints the lines of each file that they reach together. The unreached lines of
 * src/records run in the compiler, because the tables of the records are constants.
 */
export async function printCoverage(names) {
  const [profdata, cov] = [beside('llvm-profdata'), beside('llvm-cov')];
  const programs = await build(names, 'counting');
  const profiles = names.map((name) => {
    const profile = join(place, `${name}.profraw`);
    const inputs = readdirSync(corpusOf(name)).map((file) => join(corpusOf(name), file));
    const env = { ...process.env, LLVM_PROFILE_FILE: profile };
    const { status } = spawnSync(programs.get(name), inputs, { cwd: root, stdio: 'ignore', env });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    return profile;
  });
  const merged = join(place, 'all.profdata');
  execFileSync(profdata, ['merge', '-o', merged, ...profiles]);
  const [first, ...others] = [...programs.values()];
  const objects = others.flatMap((program) => ['-object', program]);
  const only = ['records', 'api', 'os'].map((folder) => join(root, 'src', folder));
  const args = ['export', '-summary-only', `-instr-profile=${merged}`, first, ...objects, ...only];
  const { data } = JSON.parse(execFileSync(cov, args, { cwd: root, maxBuffer: 2 ** 28 }));
  const files = data[0].files.filter(({ summary }) => summary.lines.count > 0);
  for (const { filename, summary } of files) print(relative(root, filename), summary.lines);
  for (const folder of only) {
    const inside = files.filter(({ filename }) => filename.startsWith(`${folder}/`));
    const sum = (key) => inside.reduce((all, { summary }) => all + summary.lines[key], 0);
    print(`${relative(root, folder)}/`, { count: sum('count'), covered: sum('covered') });
  }
}

function print(name, { count, covered }) {
  const percent = count === 0 ? 0 : (100 * covered) / count;
  console.log(`${name.padEnd(44)} ${covered}/${count} lines ${percent.toFixed(1).padStart(6)} %`);
}
