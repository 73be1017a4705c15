// Compares the structs of src/abi with sizes and offsets that were measured with the Windows headers, for 32 and 64
// bits. A compiler checks each number, on any system that has one.

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

interface Struct {
  /** Its qualified name in C++. */
  readonly type: string;
  /** Its name among the measured ones. */
  readonly measured: string;
}

// Structs that grew have a shape for each Windows version that the header can be compiled for.
const targets: Readonly<Record<string, string>> = {
  'rras::abi::mpr': '',
  'rras::abi::mpr::win7': '@WIN7',
  'rras::abi::mpr::win8': '@WIN8',
  'rras::abi::mpr::win81': '@WINBLUE',
  'rras::abi::mpr::win10': '',
  'rras::abi::rassapi': '',
};

// Types of the package itself, which the API's structs use.
const unmeasured = ['ROUTER_CUSTOM_L2TP_POLICY0', 'MPR_VPN_TRAFFIC_SELECTOR'];

const run = promisify(execFile);
const { CXX: compiler = 'c++' } = process.env;
const sources = fileURLToPath(new URL('../../src', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'rras-layouts-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

// A compiler can compile for 32 bits even without a 32-bit C++ library: the headers need only <cstdint> from it.
await writeFile(
  join(folder, 'cstdint'),
  `#pragma once
#include <stdint.h>
namespace std {
using ::int32_t; using ::uint8_t; using ::uint16_t; using ::uint32_t; using ::uint64_t; using ::uintptr_t;
}
`,
);

/** The compiler's errors for the program; '' if there are none. */
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

// Structs are declared at the beginning of a line, in namespaces that are closed with their names.
function structsOf(text: string): Struct[] {
  const structs: Struct[] = [];
  const within: string[] = [];
  const declarations =
    /^namespace ([\w:]+) \{|^(\}) {2}\/\/ namespace|(?<!^template.*\n)^(?:struct|union) (\w+) \{|^using ([A-Z][A-Z0-9_]*) =/gm;
  for (const [, opened, closed, declared, named] of text.matchAll(declarations)) {
    if (opened !== undefined) within.push(opened);
    if (closed !== undefined) within.pop();
    const name = declared ?? named;
    if (name === undefined || unmeasured.includes(name)) continue;
    const namespace = within.join('::');
    const target = targets[namespace];
    expect(target, `${namespace}, where ${name} stands, is not known here`).toBeDefined();
    const prefix = namespace === 'rras::abi::rassapi' ? 'rassapi.' : '';
    structs.push({ type: `${namespace}::${name}`, measured: prefix + name + target });
  }
  return structs;
}

function assertions({ type }: Struct, layout: Layout): string[] {
  const lines = [
    `static_assert(sizeof(${type}) == ${layout.size}, "size of ${type}");`,
    `static_assert(alignof(${type}) == ${layout.align}, "alignment of ${type}");`,
  ];
  for (const [field, [offset, size]] of Object.entries(layout.fields)) {
    const name = `${type}::${field}`;
    lines.push(
      `static_assert(__builtin_offsetof(${type}, ${field}) == ${offset}, "offset of ${name}");`,
      `static_assert(sizeof(static_cast<${type}*>(nullptr)->${field}) == ${size}, "size of ${name}");`,
    );
  }
  return lines;
}

// Headers without structs of the API.
const others = ['same_layout.h', 'status.h', 'windows_header.h', 'windows_types.h'];
const files = (await readdir(join(sources, 'abi'), { recursive: true }))
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.h') && !others.includes(name))
  .sort();
const headers = await Promise.all(
  files.map(async (name) => {
    const file = `abi/${name}`;
    return { file, structs: structsOf(await readFile(join(sources, file), 'utf8')) };
  }),
);

it('knows a shape of every struct that was measured and is declared', () => {
  const declared = headers.flatMap((header) => header.structs);
  expect(new Set(declared.map((struct) => struct.measured)).size).toBeGreaterThan(60);
});

describe.each([
  { architecture: 'x64', bytes: 8, flags: [] },
  { architecture: 'x86', bytes: 4, flags: ['-m32'] },
] as const)('$architecture', async ({ architecture, bytes, flags }) => {
  const layouts: Readonly<Record<string, Layout>> = measured[architecture];
  const pointers = `#include <cstdint>\nstatic_assert(sizeof(void*) == ${bytes}, "pointers");\n`;
  const cannot = (await complaints(pointers, flags)) !== '';
  const titled = (title: string) =>
    cannot ? `${title} (no C++ compiler for ${bytes * 8} bits here)` : title;

  describe.each(headers)('$file', ({ file, structs }) => {
    it.skipIf(cannot)(titled('compiles alone, every struct and field at its place'), async () => {
      const lines = [`#include "${file}"`];
      for (const struct of structs) {
        const layout = layouts[struct.measured];
        expect(layout, `${struct.measured} was not measured`).toBeDefined();
        if (layout !== undefined) lines.push(...assertions(struct, layout));
      }
      expect(await complaints(lines.join('\n'), flags)).toBe('');
    });
  });

  it.skipIf(cannot)(titled('would notice a number that differs'), async () => {
    const wrong = `#include "abi/mprapi/ports.h"
static_assert(sizeof(rras::abi::mpr::RAS_PORT_0) == 1, "differs");\n`;
    expect(await complaints(wrong, flags)).toContain('differs');
  });
});
