// Which of the two binaries for Linux is loaded depends on the C library of the process.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cLibrary, cLibraryOf } from '../../lib/native/c_library.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rras-c-library-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** An executable that starts like one of Linux: its header, and segments of which one names the loader. */
async function executable(loader: string | undefined): Promise<string> {
  const size = 56;
  const segments = loader === undefined ? [1] : [6, 3, 1];
  const header = Buffer.alloc(64);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  header.writeBigUInt64LE(64n, 0x20);
  header.writeUInt16LE(size, 0x36);
  header.writeUInt16LE(segments.length, 0x38);
  const text = Buffer.from(`${loader ?? ''}\0`);
  const entries = segments.map((type) => {
    const entry = Buffer.alloc(size);
    entry.writeUInt32LE(type, 0);
    entry.writeBigUInt64LE(BigInt(64 + size * segments.length), 8);
    entry.writeBigUInt64LE(BigInt(text.length), 0x20);
    return entry;
  });
  const file = join(folder, 'node');
  await writeFile(file, Buffer.concat([header, ...entries, text]));
  return file;
}

describe('an executable is for the C library', () => {
  it.each([
    ['/lib64/ld-linux-x86-64.so.2', 'glibc'],
    ['/lib/ld-linux-aarch64.so.1', 'glibc'],
    ['/nix/store/0abc-glibc-2.40-66/lib/ld-linux-x86-64.so.2', 'glibc'],
    ['/lib/ld-musl-x86_64.so.1', 'musl'],
    ['/lib/ld-musl-aarch64.so.1', 'musl'],
    // A folder named after the other one decides nothing.
    ['/opt/musl/lib/ld-linux-x86-64.so.2', 'glibc'],
  ])('whose loader it names: %s', async (loader, library) => {
    expect(cLibraryOf(await executable(loader))).toBe(library);
  });

  it.each(['/lib/ld64.so.1', undefined])('or does not say: loader %s', async (loader) => {
    expect(cLibraryOf(await executable(loader))).toBeUndefined();
  });

  it('or does not say, if it is a script, is cut short or is missing', async () => {
    const file = await executable('/lib/ld-musl-x86_64.so.1');
    await writeFile(file, '#!/bin/sh\nexec node "$@"\n');
    expect(cLibraryOf(file)).toBeUndefined();
    await writeFile(file, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]));
    expect(cLibraryOf(file)).toBeUndefined();
    expect(cLibraryOf(join(folder, 'missing'))).toBeUndefined();
  });
});

describe.skipIf(process.platform !== 'linux')('this process (Linux only)', () => {
  it('has the C library that its report shows', () => {
    const report = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
    const reported = report.header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
    expect(cLibraryOf(process.execPath)).toBe(reported);
    expect(cLibrary()).toBe(reported);
  });
});
