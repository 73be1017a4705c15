// Only one run at a time may use Wine and the work copies: two would write to one registry, and each would
// replace the files that the other is testing.

import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cachePath, cacheRoot } from '../machine/cache.mjs';
import { say } from '../machine/run.mjs';

const patience = 15 * 60_000;

/** Waits until no other process holds the reservation, and holds it until this process ends. */
export async function reserveWine() {
  const file = cachePath('wine.lock');
  mkdirSync(cacheRoot(), { recursive: true });
  // Linked into place, so that the file never exists without the number in it.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  process.once('exit', () => rmSync(own, { force: true }));
  const begun = Date.now();
  for (let announced = false; ; ) {
    try {
      linkSync(own, file);
      process.once('exit', () => rmSync(file, { force: true }));
      return;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const holder = holderOf(file);
    if (holder === process.pid) return;
    if (holder === undefined) continue;
    if (!isAlive(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!announced) say(`waiting for process ${holder}, which uses Wine (${file})`);
    announced = true;
    if (Date.now() - begun > patience) throw new Error(`process ${holder} still holds ${file}`);
    await sleep(500);
  }
}

/** @param {string} file */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // Released at this moment.
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
