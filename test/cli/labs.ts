// Labs for tests, in a folder that is deleted afterwards.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

export interface Labs {
  /** Writes a lab and returns its file. */
  write(name: string, text: string | Buffer): Promise<string>;
  path(name: string): string;
  read(name: string): Promise<string>;
}

export function labs(): Labs {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rras-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    async write(name, text) {
      await writeFile(path(name), text);
      return path(name);
    },
    read: (name) => readFile(path(name), 'utf8'),
  };
}
