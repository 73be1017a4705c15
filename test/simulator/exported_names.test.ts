// MSVC needs a list of the exports of the simulator's libraries (tools/compile/exports.mjs). Other compilers do not,
// so the list is compared with their exports.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { definitionFile, exportedNames } from '../../tools/compile/exports.mjs';

const run = promisify(execFile);
const built = fileURLToPath(new URL('../../build/Release', import.meta.url));

describe.each(['mprapi', 'nt4', 'rassapi'] as const)('the library of %s', (dialect) => {
  it.skipIf(process.platform !== 'linux')(
    'exports what its sources mark (only on Linux, where nm reads it)',
    async () => {
      const file = `${built}/rras-simulator-${dialect}.so`;
      const { stdout } = await run('nm', ['-D', '--defined-only', '--format=posix', file]);
      const names = stdout.split('\n').map((line) => line.split(' ')[0] ?? '');
      // The others are the two of Node-API, and mangled names of inline functions of the C++ library.
      const own = names.filter((name) => /^[A-Z]/.test(name));
      expect(own.toSorted()).toEqual(exportedNames(dialect, false));
    },
  );

  it('has a definition file for MSVC with a line for each function', () => {
    const [comment, heading, ...lines] = definitionFile(dialect).trimEnd().split('\n');
    expect(comment).toMatch(/^; /);
    expect(heading).toBe('EXPORTS');
    expect(lines).toEqual(exportedNames(dialect).map((name) => `  ${name}`));
    expect(lines).toContain('  RrasCancelThread');
    // Windows has its own.
    expect(lines).not.toContain('  LocalFree');
  });
});
