// The suite's projects: each file is in one, and pure files are pure.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadBinding } from '../../lib/native/load.ts';
import { lists, projectsOf } from '../projects.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/${name.replaceAll('\\', '/')}`);

// Split, so that this file does not match itself.
const childProcess = ['from', "'node:child_process'"].join(' ');

describe('the projects of the suite', () => {
  it.each(files)('one has %s', (file) => {
    expect(projectsOf(file)).toHaveLength(1);
  });

  it.each(Object.values(lists).flat())('has a file for the entry %s', (entry) => {
    const covered = files.filter(
      (file) => file === entry || (entry.endsWith('/') && file.startsWith(entry)),
    );
    expect(covered).not.toEqual([]);
  });

  it('no pure file starts a process', () => {
    const starting = files
      .filter((file) => projectsOf(file).includes('pure'))
      .filter((file) => readFileSync(join(root, file), 'utf8').includes(childProcess));
    expect(starting).toEqual([]);
  });

  it('a pure file that loads the addon fails', () => {
    expect(() => loadBinding('')).toThrow(
      expect.objectContaining({
        cause: expect.objectContaining({
          message: expect.stringContaining('a test of the project pure loads the addon'),
        }),
      }),
    );
  });
});
