// The structs of src/abi against sizes and offsets that were measured with the Windows headers, for
// 32 and 64 bits: a compiler is asked to check each number, on any system that has one.

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import measured from './layouts.json' with { type: 'json' };

interface Layout {
  readonly size: number;
  readonly align: number;
  readonly fields: Readonly<Record<string, readonly number[]>>;
}

interface Header {
  readonly file: string;
  readonly namespace: string;
  /** What the measured names begin with. */
  readonly prefix: string;
}

const headers: readonly Header[] = [
  { file: 'abi/mprapi.h', namespace: 'rras::abi::mpr', prefix: '' },
  { file: 'abi/rassapi.h', namespace: 'rras::abi::rassapi', prefix: 'rassapi.' },
];

const run = promisify(execFile);
const { CXX: compiler = 'c++' } = process.env;
const sources = fileURLToPath(new URL('../src', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'rras-layouts-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

// A system that has no 32-bit C++ library still has a compiler that knows 32 bits: all that the
// headers need of the library is <cstdint>.
await writeFile(
  join(folder, 'cstdint'),
  `#pragma once
#include <stdint.h>
namespace std {
using ::int32_t; using ::uint8_t; using ::uint16_t; using ::uint32_t; using ::uint64_t; using ::uintptr_t;
}
`,
);

/** What the compiler has against the program; '' when it takes it. */
async function complaints(program: string, flags: readonly string[]): Promise<string> {
  const file = join(folder, 'layouts.cc');
  await writeFile(file, program);
  const language = ['-std=c++17', '-ffreestanding', '-nostdinc++', '-fsyntax-only'];
  const places = ['-isystem', folder, '-I', sources];
  try {
    await run(compiler, [...language, ...flags, ...places, file]);
    return '';
  } catch (error) {
    return String(error);
  }
}

const structsOf = async (header: Header): Promise<string[]> => {
  const text = await readFile(join(sources, header.file), 'utf8');
  return [...text.matchAll(/^struct (\w+) \{/gm)].map((match) => match[1] ?? '');
};

function assertions(header: Header, struct: string, layout: Layout): string[] {
  const type = `${header.namespace}::${struct}`;
  const lines = [
    `static_assert(sizeof(${type}) == ${layout.size}, "size of ${type}");`,
    `static_assert(alignof(${type}) == ${layout.align}, "alignment of ${type}");`,
  ];
  for (const [field, [offset, size]] of Object.entries(layout.fields)) {
    const name = `${type}::${field}`;
    lines.push(
      `static_assert(__builtin_offsetof(${type}, ${field}) == ${offset}, "offset of ${name}");`,
      `static_assert(sizeof(${name}) == ${size}, "size of ${name}");`,
    );
  }
  return lines;
}

it('names every header that declares structs of an API', async () => {
  const inFolder = (await readdir(join(sources, 'abi'))).filter((name) => name.endsWith('.h'));
  const known = headers.map((header) => header.file.replace('abi/', ''));
  expect(inFolder.sort()).toEqual(
    [...known, 'same_layout.h', 'status.h', 'windows_types.h'].sort(),
  );
});

describe.each([
  { architecture: 'x64', bytes: 8, flags: [] },
  { architecture: 'x86', bytes: 4, flags: ['-m32'] },
] as const)('$architecture', ({ architecture, bytes, flags }) => {
  const layouts: Readonly<Record<string, Layout>> = measured[architecture];

  describe.each(headers)('$file', async (header) => {
    const pointers = `#include <cstdint>\nstatic_assert(sizeof(void*) == ${bytes}, "pointers");\n`;
    const missing = await complaints(pointers, flags);
    const cannot = missing !== '';
    const titled = (title: string) =>
      cannot ? `${title} (no C++ compiler for ${bytes * 8} bits here)` : title;

    it.skipIf(cannot)(titled('has every struct and field at the measured place'), async () => {
      const lines = [`#include "${header.file}"`];
      for (const struct of await structsOf(header)) {
        const layout = layouts[header.prefix + struct];
        expect(layout, `${struct} was not measured`).toBeDefined();
        if (layout !== undefined) lines.push(...assertions(header, struct, layout));
      }
      expect(lines.length).toBeGreaterThan(10);
      expect(await complaints(lines.join('\n'), flags)).toBe('');
    });

    it.skipIf(cannot)(titled('would notice a number that differs'), async () => {
      const [struct = ''] = await structsOf(header);
      const type = `${header.namespace}::${struct}`;
      const wrong = `#include "${header.file}"\nstatic_assert(sizeof(${type}) == 1, "differs");\n`;
      expect(await complaints(wrong, flags)).toContain('differs');
    });
  });
});
