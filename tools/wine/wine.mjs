// Wine, which runs the Windows binaries: the machine's own if it is new enough, otherwise that of a Debian 13
// chroot. Wine before 9 runs neither Node 24 nor the addons that vitest needs.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder, cacheRoot } from '../machine/cache.mjs';
import { attempt, say, which } from '../machine/run.mjs';
import { debianChroot } from './debian_chroot.mjs';
import { reserveWine } from './reserve.mjs';

const oldestWine = 9;
const minute = 60_000;

/**
 * @typedef {import('../machine/run.mjs').CommandOptions} CommandOptions
 * @typedef {(argv: string[]) => string[]} Place makes the command line that runs argv where Wine is
 *
 * @typedef {object} Wine
 * @property {string} description
 * @property {Place} place
 * @property {string} prefix Wine's drive C and registry
 */

/**
 * @returns {Promise<Wine>} a Wine that runs 64-bit and 32-bit programs, for this process alone until
 *   it ends
 */
export async function bringWine() {
  await reserveWine();
  const own = await ownWine();
  if (own !== undefined) {
    const wine = await withPrefix(own, (argv) => argv);
    if (runs32Bit(wine)) return wine;
    say(`${own} has no 32-bit part`);
  }
  const chroot = await debianChroot();
  const wine = await withPrefix('the Wine of a Debian 13 chroot', (argv) =>
    chroot.command(cacheRoot(), argv),
  );
  if (!runs32Bit(wine)) throw new Error(`${wine.description} has no 32-bit part`);
  return wine;
}

/**
 * Runs a Windows program to its end. Processes that it leaves running in Wine end with it. A node.exe must write to
 * files: on a pipe of Wine it fails with EBADF.
 *
 * @param {Wine} wine
 * @param {string[]} argv
 * @param {{ folder: string, env?: Record<string, string> }} settings working directory, environment
 * @param {CommandOptions} [options]
 */
export async function runInWine(wine, argv, { folder, env = {} }, options) {
  const environment = Object.entries({
    WINEPREFIX: wine.prefix,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // Without these overrides Wine would ask to download a browser and .NET, and would build menus. A file
    // mprapi.dll from a test takes precedence over Wine's own, as on Windows.
    WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=d;mprapi=n,b',
    ...env,
  }).map(([name, value]) => `${name}=${value}`);
  const inWine = (/** @type {string[]} */ command) =>
    wine.place(['/usr/bin/env', `--chdir=${folder}`, ...environment, ...command]);

  const script = 'wine "$@"; code=$?; wineserver -k; exit $code';
  const outcome = await attempt(inWine(['/bin/sh', '-c', script, 'wine', ...argv]), options);
  // A program that was killed after its time-out did not end Wine. (In a chroot Wine has ended with its
  // namespace, and this does nothing.)
  if (outcome.timedOut) await attempt(inWine(['wineserver', '-k']), { timeout: minute });
  return outcome;
}

/** @param {string} path a Unix path @returns {string} the path for Windows programs in Wine */
export function windowsPath(path) {
  return `Z:${path.replaceAll('/', '\\')}`;
}

/** @returns {Promise<string | undefined>} a description of this machine's own Wine, if it is suitable */
async function ownWine() {
  if (which('wine') === undefined || which('wineserver') === undefined) return undefined;
  const version = (await attempt(['wine', '--version'])).stdout.trim();
  const major = Number(/^wine-(\d+)/.exec(version)?.[1] ?? 0);
  if (major >= oldestWine) return `this machine’s own ${version}`;
  say(`this machine’s own Wine is too old: ${version || 'it does not start'}`);
  return undefined;
}

/** @param {Wine} wine */
function runs32Bit(wine) {
  return existsSync(join(wine.prefix, 'drive_c/windows/syswow64/kernel32.dll'));
}

/**
 * @param {string} description
 * @param {Place} place
 * @returns {Promise<Wine>}
 */
async function withPrefix(description, place) {
  const prefix = await cachedFolder('wine-prefix', description, async (unfinished) => {
    say(`new Wine prefix, with ${description}`);
    const wine = { description, place, prefix: unfinished };
    const settings = { folder: cacheRoot() };
    const boot = ['wineboot', '--init'];
    const outcome = await runInWine(wine, boot, settings, { timeout: 5 * minute });
    if (outcome.code !== 0 || !existsSync(join(unfinished, 'drive_c/windows/system32'))) {
      throw new Error(`wineboot failed (${outcome.code}):\n${outcome.output}`);
    }
  });
  return { description, place, prefix };
}
