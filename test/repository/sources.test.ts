// src/sources.json is the only list of compiled sources, and the unity build follows it.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { sources, writeUnits } from '../../tools/compile/units.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { alone, ...targets } = sources;
const listed = Object.values(targets).flat();

mkdirSync(join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, '.cache/units-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the list of sources', () => {
  it('has every C++ source of src', () => {
    const there = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.cc'))
      .map((name) => `src/${name.replaceAll('\\', '/')}`);
    expect([...new Set(listed)].toSorted()).toEqual(there.toSorted());
  });

  it('lists only existing sources as compiling alone', () => {
    expect(alone.filter((file) => !listed.includes(file))).toEqual([]);
  });

  it.each(Object.entries(targets))('compiles each source of %s once', (_, files) => {
    const compiled = writeUnits(files, relative(root, folder).replaceAll('\\', '/'));
    const included = compiled
      .filter((file) => !files.includes(file))
      .flatMap((unit) => [
        ...readFileSync(join(root, unit), 'utf8').matchAll(/^#include "(.*)"$/gm),
      ])
      .map(([, file]) => `src/${file}`);
    const own = compiled.filter((file) => files.includes(file));
    expect([...included, ...own].toSorted()).toEqual(files.toSorted());
    expect(own).toEqual(files.filter((file) => alone.includes(file)));
  });
});
