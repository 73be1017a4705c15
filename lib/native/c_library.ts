// Which C library a process on Linux runs on: a binary for the other one does not load, or crashes.

import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';

export type CLibrary = 'glibc' | 'musl';

let own: CLibrary | undefined;

/**
 * Of this process; undefined on other systems than Linux. The report takes long if a name server is slow, so the
 * executable is asked first.
 */
export function cLibrary(): CLibrary | undefined {
  if (process.platform !== 'linux') return undefined;
  own ??= cLibraryOf(process.execPath) ?? reportedLibrary();
  return own;
}

// An ELF file, as the System V ABI describes it. Only 64 bits, with the least significant byte first: other systems
// are left to the report.
const elf64 = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
const interpreterType = 3;

/** @returns undefined if the file does not say */
export function cLibraryOf(executable: string): CLibrary | undefined {
  let file: number | undefined;
  try {
    file = openSync(executable, 'r');
    const name = basename(interpreterOf(file) ?? '');
    if (name.includes('musl')) return 'musl';
    return name.startsWith('ld-linux') ? 'glibc' : undefined;
  } catch {
    // The executable was replaced or may not be read.
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The program that the kernel starts to load the executable. */
function interpreterOf(file: number): string | undefined {
  const header = bytes(file, 0, 64);
  if (!header.subarray(0, elf64.length).equals(elf64)) return undefined;
  const size = header.readUInt16LE(0x36);
  const entries = bytes(
    file,
    Number(header.readBigUInt64LE(0x20)),
    size * header.readUInt16LE(0x38),
  );
  for (let entry = 0; entry < entries.length; entry += size) {
    if (entries.readUInt32LE(entry) !== interpreterType) continue;
    const offset = Number(entries.readBigUInt64LE(entry + 0x08));
    const text = bytes(file, offset, Number(entries.readBigUInt64LE(entry + 0x20)));
    return text.toString('latin1').replace(/\0.*$/s, '');
  }
  return undefined;
}

const MOST_BYTES = 65_536;

function bytes(file: number, offset: number, length: number): Buffer {
  if (length > MOST_BYTES) throw new RangeError('this is no executable of Linux');
  const buffer = Buffer.alloc(length);
  if (readSync(file, buffer, 0, length, offset) < length) throw new RangeError('the file is short');
  return buffer;
}

function reportedLibrary(): CLibrary {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
}
