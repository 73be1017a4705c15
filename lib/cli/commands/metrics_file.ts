// A file of metrics for a textfile collector, which may read it at any moment: it is written beside and renamed.

import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Complaint, wordsOf } from '../complaint.ts';

/** On Windows a file cannot be replaced while somebody reads it. */
const TRIES = 5;
const BETWEEN_TRIES = 40;
const inUse: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY'];

export class MetricsFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** @throws {Complaint} if the file cannot be written; the one before stays */
  async write(text: string): Promise<void> {
    // Collectors read files that end in .prom.
    const beside = `${this.path}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
    try {
      await writeFile(beside, text, { flag: 'wx' });
      await this.#replace(beside);
    } catch (error) {
      await rm(beside, { force: true }).catch(() => {});
      throw new Complaint('failure', `${this.path} cannot be written: ${wordsOf(error)}`);
    }
  }

  async #replace(beside: string): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      try {
        await rename(beside, this.path);
        return;
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (tried === TRIES || !inUse.includes(code)) throw error;
        await pause(BETWEEN_TRIES);
      }
    }
  }
}
