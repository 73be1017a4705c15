// A Debian 13 chroot in the cache, with a Wine that is new enough, for a machine without one. No other process
// sees the mounts in it.

import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedFolder } from '../machine/cache.mjs';
import { aptProxy, debianMirror, installPrograms } from '../machine/install.mjs';
import { run, say, which } from '../machine/run.mjs';

const suite = 'trixie';
const packages = ['wine', 'wine64', 'wine32:i386'];
const recipe = `${suite}: ${packages.join(' ')}`;
const enter = fileURLToPath(new URL('enter_chroot.sh', import.meta.url));

/**
 * @typedef {object} Chroot
 * @property {string} folder
 * @property {(shared: string, argv: string[]) => string[]} command makes the command line that runs argv inside;
 *   the folder `shared` has the same name inside as outside
 */

/** @returns {Promise<Chroot>} */
export async function debianChroot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error(
      'this machine has no Wine 9 or newer; making a Debian 13 chroot with one needs Linux and root',
    );
  }
  const folder = await cachedFolder('debian-13', recipe, bootstrap);
  return { folder, command: (shared, argv) => commandInside(folder, shared, argv) };
}

/** @param {string} folder */
async function bootstrap(folder) {
  await installPrograms('making a Debian 13 chroot', { debootstrap: 'debootstrap' });
  const mirror = await debianMirror();
  say(`Debian 13 chroot: debootstrap from ${mirror}`);
  const env = { ...process.env, ...(await aptProxy()) };
  // debootstrap mounts /proc in the chroot. A namespace of its own keeps that mount from leaking.
  await run(
    [
      ...['unshare', '--mount', '--propagation', 'private'],
      ...[which('debootstrap') ?? '/usr/sbin/debootstrap', '--variant=minbase', suite],
      ...[folder, mirror],
    ],
    { env },
  );
  leaveOutWhatNobodyReads(folder);
  if (existsSync('/etc/apt/apt.conf.d')) {
    // The chroot needs the machine's proxies and certificates.
    cpSync('/etc/apt/apt.conf.d', join(folder, 'etc/apt/apt.conf.d'), { recursive: true });
  }
  say(`Debian 13 chroot: apt-get install ${packages.join(' ')}`);
  const install = [
    'dpkg --add-architecture i386',
    'apt-get update',
    `apt-get install -y --no-install-recommends ${packages.join(' ')}`,
    'apt-get clean',
  ].join(' && ');
  await run(commandInside(folder, dirname(folder), ['/bin/sh', '-c', install]));
}

/**
 * dpkg's syncing and the manuals take half of the time and a third of the space.
 *
 * @param {string} folder
 */
function leaveOutWhatNobodyReads(folder) {
  const settings = [
    'force-unsafe-io',
    'path-exclude=/usr/share/doc/*',
    'path-exclude=/usr/share/man/*',
    'path-exclude=/usr/share/locale/*',
  ];
  mkdirSync(join(folder, 'etc/dpkg/dpkg.cfg.d'), { recursive: true });
  writeFileSync(join(folder, 'etc/dpkg/dpkg.cfg.d/rras'), `${settings.join('\n')}\n`);
}

/**
 * @param {string} folder
 * @param {string} shared
 * @param {string[]} argv
 */
function commandInside(folder, shared, argv) {
  const environment = [
    'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    'HOME=/root',
    'LANG=C.UTF-8',
    'DEBIAN_FRONTEND=noninteractive',
  ];
  return [
    // The namespaces end with this process, so that no Wine survives a killed run.
    ...['setpriv', '--pdeathsig', 'KILL', '--'],
    ...['unshare', '--mount', '--pid', '--fork', '--kill-child', '--'],
    ...['/bin/sh', enter, folder, shared],
    ...['/usr/bin/env', '-i', ...environment, ...argv],
  ];
}
