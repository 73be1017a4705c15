// Imports run downwards only, without cycles: the check of lint finds planted violations.

import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { importsIn, wrongImports } from '../../tools/ci/imports.mjs';

const imports = importsIn(fileURLToPath(new URL('../..', import.meta.url)));

const planted = (file: string, target: string) =>
  wrongImports(new Map([...imports, [file, [...(imports.get(file) ?? []), target]]]));

it('the imports are in order', () => {
  expect(imports.get('lib/connect/connect.ts')).toContain('lib/server.ts');
  expect(imports.get('src/api/open_dialect.cc')).toContain('src/api/open_dialect.h');
  expect(wrongImports(imports)).toEqual([]);
});

it.each([
  ['lib/errors/ras_error.ts', 'lib/call/line.ts'],
  ['lib/server.ts', 'lib/cli/run.ts'],
  ['lib/ports/action.ts', 'lib/native/binding.ts'],
  ['lib/call/line.ts', 'lib/native/load.ts'],
  ['lib/cli/select/find.ts', 'lib/cli/acting/batch.ts'],
  ['src/abi/types.h', 'src/lane/crew.h'],
  ['src/lane/crew.cc', 'src/simulator/server.h'],
])('finds an import upwards: %s of %s', (file, target) => {
  expect(planted(file, target)).toContain(`${file} imports ${target} from above`);
});

it('finds a cycle in a folder', () => {
  expect(planted('lib/call/patience.ts', 'lib/call/line.ts')).toEqual([
    expect.stringMatching(/^a cycle: .*lib\/call\/line\.ts -> .*lib\/call\/patience\.ts/),
  ]);
});

it('finds a file in no layer', () => {
  expect(wrongImports(new Map([['lib/odds/ends.ts', []]]))).toEqual([
    'lib/odds/ends.ts is in no layer of lib',
  ]);
});
