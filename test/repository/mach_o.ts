// Reads a binary of macOS from the file alone: machine, needed libraries, symbols and signature. The offsets are those
// of Apple's mach-o/loader.h and mach-o/nlist.h, and of cs_blobs.h for the signature.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface MachLibrary {
  readonly cpu: number;
  readonly fileType: number;
  /** Its own name, which no path of a build machine belongs in. */
  readonly name: string | undefined;
  readonly needed: readonly string[];
  /** Of macOS, such as 11.0. */
  readonly oldestSystem: string | undefined;
  /** The symbols that it takes from a library that it names. */
  readonly required: readonly string[];
  /** The symbols that any image of the process may have. */
  readonly fromProcess: readonly string[];
  readonly exported: readonly string[];
  /** Symbols for debuggers, with paths of sources. */
  readonly hasDebugSymbols: boolean;
  /** Folders that the loader would search. */
  readonly searched: readonly string[];
  /** Whether the signature fits the content; undefined without one. */
  readonly isSigned: boolean | undefined;
}

const commandTypes = {
  symbols: 0x2,
  bindings: 0x80000022,
  needed: 0xc,
  name: 0xd,
  signature: 0x1d,
  system: 0x32,
  searched: 0x8000001c,
};
const magic = 0xfeedfacf;
const isDebug = 0xe0;
const isExternal = 0x01;
const typeBits = 0x0e;
const anyImage = -2;

export function readMachO(path: string): MachLibrary {
  const file = readFileSync(path);
  if (file.readUInt32LE(0) !== magic) throw new Error(`${path} is no 64-bit Mach-O`);
  const commands: { type: number; at: number }[] = [];
  for (let at = 32, left = file.readUInt32LE(16); left > 0; left--) {
    commands.push({ type: file.readUInt32LE(at), at });
    at += file.readUInt32LE(at + 4);
  }
  const all = (type: number) => commands.filter((one) => one.type === type).map(({ at }) => at);
  const text = (at: number) => file.toString('latin1', at, file.indexOf(0, at));
  const texts = (type: number) => all(type).map((at) => text(at + file.readUInt32LE(at + 8)));

  const [table] = all(commandTypes.symbols);
  if (table === undefined) throw new Error(`${path} has no symbols`);
  const strings = file.readUInt32LE(table + 16);
  const symbols = Array.from({ length: file.readUInt32LE(table + 12) }, (_, index) => {
    const at = file.readUInt32LE(table + 8) + 16 * index;
    const type = file[at + 4] ?? 0;
    return {
      name: text(strings + file.readUInt32LE(at)),
      isDebug: (type & isDebug) !== 0,
      isExternal: (type & isDebug) === 0 && (type & isExternal) !== 0,
      isDefined: (type & typeBits) !== 0,
    };
  });
  const external = symbols.filter((symbol) => symbol.isExternal);
  // The loader goes by these. The field for it in the table of symbols is for tools.
  const bound = all(commandTypes.bindings).flatMap((at) =>
    [16, 32].flatMap((field) =>
      boundSymbols(file, file.readUInt32LE(at + field), file.readUInt32LE(at + field + 4)),
    ),
  );
  const [system] = all(commandTypes.system);
  const [signature] = all(commandTypes.signature);
  const [name] = texts(commandTypes.name);
  return {
    cpu: file.readUInt32LE(4),
    fileType: file.readUInt32LE(12),
    name,
    needed: texts(commandTypes.needed),
    oldestSystem: system === undefined ? undefined : versionOf(file.readUInt32LE(system + 12)),
    required: bound.filter(({ library }) => library !== anyImage).map((symbol) => symbol.name),
    fromProcess: bound.filter(({ library }) => library === anyImage).map((symbol) => symbol.name),
    exported: external.filter(({ isDefined }) => isDefined).map((symbol) => symbol.name),
    hasDebugSymbols: symbols.some((symbol) => symbol.isDebug),
    searched: texts(commandTypes.searched),
    isSigned: signature === undefined ? undefined : fits(file, file.readUInt32LE(signature + 8)),
  };
}

/**
 * Runs the loader's list of bindings.
 *
 * @returns each symbol with the ordinal of its library, as the list is run
 */
function boundSymbols(file: Buffer, start: number, size: number) {
  const symbols: { name: string; library: number }[] = [];
  let at = start;
  let library = 0;
  let name = '';
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = file[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < start + size) {
    const byte = file[at++] ?? 0;
    const immediate = byte & 0x0f;
    switch (byte >> 4) {
      case 1:
        library = immediate;
        break;
      case 2:
        library = number();
        break;
      case 3:
        library = immediate === 0 ? 0 : immediate - 16;
        break;
      case 4:
        name = file.toString('latin1', at, file.indexOf(0, at));
        at = file.indexOf(0, at) + 1;
        break;
      // Addends and places, which do not matter here.
      case 6:
      case 7:
      case 8:
        number();
        break;
      case 9:
      case 11:
        symbols.push({ name, library });
        break;
      case 10:
        symbols.push({ name, library });
        number();
        break;
      case 12:
        symbols.push({ name, library });
        number();
        number();
        break;
    }
  }
  return symbols;
}

function versionOf(packed: number): string {
  return `${packed >> 16}.${(packed >> 8) & 0xff}`;
}

const signatureMagic = 0xfade0cc0;
const directoryMagic = 0xfade0c02;
const sha256 = 2;

/** Whether the hashes of the pages in the signature are those of the file. */
function fits(file: Buffer, signature: number): boolean {
  if (file.readUInt32BE(signature) !== signatureMagic) return false;
  const blobs = Array.from(
    { length: file.readUInt32BE(signature + 8) },
    (_, index) => signature + file.readUInt32BE(signature + 16 + 8 * index),
  );
  const at = blobs.find((blob) => file.readUInt32BE(blob) === directoryMagic);
  if (at === undefined) return false;
  const pageSize = 2 ** (file[at + 39] ?? 0);
  const end = file.readUInt32BE(at + 32);
  const count = file.readUInt32BE(at + 28);
  if (file[at + 37] !== sha256 || end !== signature || count !== Math.ceil(end / pageSize)) {
    return false;
  }
  const hashes = at + file.readUInt32BE(at + 16);
  return Array.from({ length: count }, (_, page) => page).every((page) => {
    const content = file.subarray(page * pageSize, Math.min(end, (page + 1) * pageSize));
    const hash = hashes + 32 * page;
    return createHash('sha256')
      .update(content)
      .digest()
      .equals(file.subarray(hash, hash + 32));
  });
}
