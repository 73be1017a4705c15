// Installs missing programs from Debian's packages.

import { existsSync } from 'node:fs';
import { run, say, which } from './run.mjs';

/**
 * Installs the packages whose program is not on PATH.
 *
 * @param {string} purpose why they are needed, for the reader of the output
 * @param {Record<string, string>} programs program → the Debian package that has it
 */
export async function installPrograms(purpose, programs) {
  const packages = Object.entries(programs)
    .filter(([program]) => which(program) === undefined && !existsSync(`/usr/sbin/${program}`))
    .map(([, name]) => name);
  if (packages.length > 0) await installPackages(purpose, [...new Set(packages)]);
}

/**
 * Installs these packages, or says that it cannot.
 *
 * @param {string} purpose why they are needed, for the reader of the output
 * @param {string[]} packages Debian's names
 */
export async function installPackages(purpose, packages) {
  const list = packages.join(' ');
  if (which('apt-get') === undefined) {
    throw new Error(`${purpose} needs ${list} (Debian's names), and this system has no apt-get`);
  }
  if (process.getuid?.() !== 0) {
    throw new Error(`${purpose} needs these packages; as root: apt-get install ${list}`);
  }
  say(`${purpose}: apt-get install ${list}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run(['apt-get', 'update'], { env });
  await run(['apt-get', 'install', '-y', '--no-install-recommends', ...packages], { env });
}

/** @returns {Promise<string>} the first of apt's sources that is Debian itself */
export async function debianMirror() {
  const targets = ['indextargets', '--format', '$(REPO_URI)', 'Origin: Debian', 'Label: Debian'];
  const read = async () => (await run(['apt-get', ...targets])).split('\n').filter(Boolean);
  let mirrors = await read();
  if (mirrors.length === 0) {
    // The downloaded lists say which source is Debian. A new machine has no lists yet.
    await run(['apt-get', 'update']);
    mirrors = await read();
  }
  const [mirror] = mirrors;
  if (mirror === undefined) throw new Error('none of apt’s sources is a mirror of Debian');
  return mirror;
}

/** @returns {Promise<Record<string, string>>} apt's proxy, as environment for programs that are not apt */
export async function aptProxy() {
  const shell = await run(['apt-config', 'shell', 'proxy', 'Acquire::http::Proxy']);
  const proxy = /proxy='(.*)'/.exec(shell)?.[1];
  return proxy && proxy !== 'DIRECT' ? { http_proxy: proxy } : {};
}
