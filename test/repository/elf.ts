// Reads a binary of Linux from the file alone: machine, needed libraries and symbols. The offsets are those of the
// System V ABI for 64 bits, and of the GNU extension for symbol versions.

import { readFileSync } from 'node:fs';

export interface ElfLibrary {
  readonly machine: number;
  /** The libraries that the loader must find. */
  readonly needed: readonly string[];
  /** The versions of symbols that these must have, such as GLIBC_2.17. */
  readonly versions: readonly string[];
  /** The symbols that the process must have. */
  readonly required: readonly string[];
  readonly exported: readonly string[];
  readonly isStripped: boolean;
  readonly hasExecutableStack: boolean;
  /** Folders that the loader would search first. */
  readonly searched: readonly string[];
}

const sectionTypes = { symbols: 2, dynamic: 6, dynamicSymbols: 11, versionsNeeded: 0x6ffffffe };
const dynamicTags = { needed: 1, rpath: 15, runpath: 29 };
const stackSegment = 0x6474e551;
const executable = 1;
const localBinding = 0;
const weakBinding = 2;

export function readElf(path: string): ElfLibrary {
  const file = readFileSync(path);
  if (file.toString('latin1', 0, 6) !== '\x7fELF\x02\x01') throw new Error(`${path} is no ELF64`);
  const number = (at: number) => Number(file.readBigUInt64LE(at));
  const sections = rows(number(0x28), file.readUInt16LE(0x3a), file.readUInt16LE(0x3c)).map(
    (at) => ({
      type: file.readUInt32LE(at + 4),
      offset: number(at + 0x18),
      size: number(at + 0x20),
      link: file.readUInt32LE(at + 0x28),
      count: file.readUInt32LE(at + 0x2c),
    }),
  );
  const segments = rows(number(0x20), file.readUInt16LE(0x36), file.readUInt16LE(0x38)).map(
    (at) => ({ type: file.readUInt32LE(at), flags: file.readUInt32LE(at + 4) }),
  );
  const section = (type: number) => sections.find((one) => one.type === type);
  /** A text of the string table that belongs to the section. */
  const text = (of: { link: number }, at: number) => {
    const start = (sections[of.link]?.offset ?? 0) + at;
    return file.toString('latin1', start, file.indexOf(0, start));
  };

  const dynamic = section(sectionTypes.dynamic);
  const table = section(sectionTypes.dynamicSymbols);
  const needs = section(sectionTypes.versionsNeeded);
  if (dynamic === undefined || table === undefined) throw new Error(`${path} is no shared library`);
  const entries = (...tags: number[]) =>
    rows(dynamic.offset, 16, dynamic.size / 16)
      .filter((at) => tags.includes(number(at)))
      .map((at) => text(dynamic, number(at + 8)));
  const symbols = rows(table.offset, 24, table.size / 24).map((at) => ({
    name: text(table, file.readUInt32LE(at)),
    binding: (file[at + 4] ?? 0) >> 4,
    isDefined: file.readUInt16LE(at + 6) !== 0,
  }));
  const versions: string[] = [];
  for (let entry = needs?.offset ?? 0, left = needs?.count ?? 0; needs && left > 0; left--) {
    let version = entry + file.readUInt32LE(entry + 8);
    for (let more = file.readUInt16LE(entry + 2); more > 0; more--) {
      versions.push(text(needs, file.readUInt32LE(version + 8)));
      version += file.readUInt32LE(version + 12);
    }
    entry += file.readUInt32LE(entry + 12);
  }
  const global = symbols.filter(({ binding }) => binding !== localBinding);
  return {
    machine: file.readUInt16LE(0x12),
    needed: entries(dynamicTags.needed),
    versions,
    required: global
      .filter(({ isDefined, binding }) => !isDefined && binding !== weakBinding)
      .map(({ name }) => name),
    exported: global.filter(({ isDefined }) => isDefined).map(({ name }) => name),
    isStripped: section(sectionTypes.symbols) === undefined,
    hasExecutableStack: segments.some(
      ({ type, flags }) => type === stackSegment && (flags & executable) !== 0,
    ),
    searched: entries(dynamicTags.rpath, dynamicTags.runpath),
  };
}

function rows(start: number, size: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => start + index * size);
}
