// The simulator's exports, called as no JavaScript can call them: with NULL, with garbage, from many
// threads. Programs in C++ that contain the model do it; here they are built and run.

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
// All that is done for Node, with what loads a module, stands in these.
const forNode = /^src\/simulator\/control\/|\/addon\.cc$|^src\/os\//;
const withoutNode = (files: readonly string[]) => files.filter((file) => !forNode.test(file));

describe.skipIf(process.platform === 'win32')(
  'the exports (not on Windows: they are built with the compiler of a POSIX system)',
  () => {
    let folder: string;

    // In one piece, which is much faster to compile.
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
