// Programs from npm packages that are not dependencies of this one, because they are large and made for another
// system. npm_packages.json pins version and content.

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder } from './cache.mjs';
import { run, say } from './run.mjs';

/** @type {Record<string, string>} */
const pinned = JSON.parse(readFileSync(new URL('npm_packages.json', import.meta.url), 'utf8'));

/**
 * @param {string} name of a package in npm_packages.json
 * @param {string} [start] the beginning of the version, if several are pinned: "22."
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
      throw new Error(
        `the content of ${spec} has changed: ${packed.integrity} instead of the pinned ${integrity}`,
      );
    }
    const tarball = join(unfinished, packed.filename.replace(/^@/, '').replace('/', '-'));
    await run(['tar', '-xf', tarball, '-C', unfinished, '--strip-components=1']);
    rmSync(tarball);
  });
}
