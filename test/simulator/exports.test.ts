// Calls the simulator's exports as JavaScript cannot: with NULL, with garbage, from many threads. C++ programs
// that contain the model do that; they are built and run here.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sources } from '../../tools/compile/units.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const { CXX: compiler = 'c++' } = process.env;
// The sources for Node, and those that load modules.
const forNode = /^src\/simulator\/control\/|\/addon\.cc$|^src\/os\//;
const withoutNode = (files: readonly string[]) => files.filter((file) => !forNode.test(file));

describe.skipIf(process.platform === 'win32')(
  'the exports (not on Windows: they are built with the compiler of a POSIX system)',
  () => {
    let folder: string;

    // As one unit, which compiles much faster.
    async function compile(name: string, parts: readonly string[], argv: readonly string[]) {
      const source = join(folder, `${name}.cc`);
      await writeFile(source, parts.map((part) => `#include "${join(root, part)}"\n`).join(''));
      await run(compiler, ['-std=c++17', '-pthread', `-I${join(root, 'src')}`, source, ...argv]);
    }

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'rras-simulator-'));
      // The same in every dialect.
      await compile('model', withoutNode(sources.simulator), ['-c', '-o', join(folder, 'model.o')]);
    }, 120_000);
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it.each([
      { program: 'mpr', dialect: 'MPRAPI' },
      { program: 'connections', dialect: 'MPRAPI' },
      { program: 'rassapi', dialect: 'RASSAPI' },
    ])('$program survives any call', { timeout: 120_000 }, async ({ program, dialect }) => {
      const parts = [
        ...withoutNode(sources.simulatorDialect),
        `test/simulator/exports/${program}.cc`,
      ];
      const path = join(folder, program);
      const define = `-DRRAS_SIMULATOR_DIALECT_${dialect}`;
      await compile(program, parts, [define, join(folder, 'model.o'), '-o', path]);
      expect((await run(path)).stdout).toBe('all true\n');
    });

    it('server_ex_numbers names the right members', { timeout: 120_000 }, async () => {
      const path = join(folder, 'server_ex_numbers');
      const source = 'test/simulator/exports/server_ex_numbers.cc';
      await compile('server_ex_numbers', [source], ['-o', path]);
      expect((await run(path)).stdout).toBe('all true\n');
    });
  },
);
