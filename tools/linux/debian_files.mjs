// Files of Debian's packages for another architecture, unpacked into the cache: nothing is installed, and the
// machine's own list of architectures stays as it is.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder } from '../machine/cache.mjs';
import { run, say, which } from '../machine/run.mjs';

/**
 * @param {string} purpose why they are needed, for the reader of the output
 * @param {string} arch Debian's name of the architecture, such as arm64
 * @param {string[]} packages
 * @returns {Promise<string>} the folder that stands for / of that architecture
 */
export function debianFiles(purpose, arch, packages) {
  if (which('apt-get') === undefined) {
    throw new Error(
      `${purpose} needs Debian's ${packages.join(', ')}, and this system has no apt-get`,
    );
  }
  const name = `${packages.join('+')}-${arch}`;
  return cachedFolder(join('debian', name), name, async (unfinished) => {
    say(`${purpose}: apt-get download ${packages.map((each) => `${each}:${arch}`).join(' ')}`);
    const work = join(unfinished, 'apt');
    for (const folder of ['lists/partial', 'cache/archives/partial']) {
      mkdirSync(join(work, folder), { recursive: true });
    }
    const apt = [
      ...['apt-get', '-o', `APT::Architecture=${arch}`, '-o', `APT::Architectures::=${arch}`],
      ...['-o', `Dir::State::Lists=${work}/lists`, '-o', `Dir::Cache=${work}/cache`],
      // The user of apt's own may not enter every cache.
      ...['-o', 'APT::Sandbox::User=root'],
    ];
    await run([...apt, 'update'], { cwd: work });
    await run([...apt, 'download', ...packages.map((each) => `${each}:${arch}`)], { cwd: work });
    for (const file of readdirSync(work).filter((each) => each.endsWith('.deb'))) {
      await run(['dpkg-deb', '--extract', join(work, file), unfinished]);
    }
    rmSync(work, { recursive: true });
  });
}
