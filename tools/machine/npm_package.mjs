// Programs that are published as npm packages and are no dependencies of this one: too large, and
// made for another system. Version and content are pinned in npm_packages.json.

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder } from './cache.mjs';
import { run, say } from './run.mjs';

/** @type {Record<string, string>} */
const pinned = JSON.parse(readFileSync(new URL('npm_packages.json', import.meta.url), 'utf8'));

/**
 * @param {string} name the package, whose version npm_packages.json knows
 * @param {string} [start] how the version begins, where several are pinned: "22."
 * @returns {Promise<string>} the folder with the package's content
 */
export function npmPackage(name, start = '') {
  const wanted = Object.entries(pinned).find(([spec]) => spec.startsWith(`${name}@${start}`));
  if (wanted === undefined) throw new Error(`npm_packages.json pins no ${name}@${start}`);
  const [spec, integrity] = wanted;
  const folder = join('npm', spec.replaceAll('/', '+'));
  return cachedFolder(folder, integrity, async (unfinished) => {
    say(`npm pack ${spec}`);
    const pack = ['npm', 'pack', '--json', '--pack-destination', unfinished, spec];
    /** @type {{ filename: string; integrity: string }[]} */
    const [packed] = JSON.parse(await run(pack, { cwd: unfinished }));
    if (packed === undefined) throw new Error(`npm packed nothing for ${spec}`);
    if (packed.integrity !== integrity) {
      throw new Error(`${spec} is not what it was: ${packed.integrity}, pinned ${integrity}`);
    }
    const tarball = join(unfinished, packed.filename.replace(/^@/, '').replace('/', '-'));
    await run(['tar', '-xf', tarball, '-C', unfinished, '--strip-components=1']);
    rmSync(tarball);
  });
}
