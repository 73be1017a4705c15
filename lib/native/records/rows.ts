// Reads the rows of any record as objects. The columns say what stands where; the type of a row comes
// from the same list. Ports, of which there are tens of thousands, have a reader of their own.

import type { PackedRows } from '../replies.ts';

/** What a column of each kind is read as. */
interface Kinds {
  readonly u32: number;
  /** @throws {IdOutOfRange} when a number would round it. */
  readonly id: number;
  readonly u64: bigint;
  readonly guid: string;
  /** 16 hexadecimal digits. */
  readonly bytes8: string;
  readonly text: string;
  readonly repeated: string;
  readonly bytes: Uint8Array;
}

type Kind = keyof Kinds;

/** A column as both sides list it. */
export type Column = `${string}:${Kind}`;

/** A row of the record with these columns. */
export type Row<Columns extends readonly string[]> = {
  readonly [Entry in Columns[number] as Entry extends `${infer Name}:${Kind}`
    ? Name
    : never]: Entry extends `${string}:${infer Of extends Kind}` ? Kinds[Of] : never;
};

const HIGH = 2 ** 32;
const LARGEST_SAFE_HIGH = 2 ** 21 - 1;

/** An id that a JavaScript number would round, and would then name something else. */
export class IdOutOfRange {
  /** What it is the id of, such as `connection`. */
  readonly kind: string;
  readonly id: bigint;
  /** The port that has it, if it is one's. */
  readonly port: string | undefined;

  constructor(kind: string, id: bigint, port?: string) {
    this.kind = kind;
    this.id = id;
    this.port = port;
  }
}

/** Words and texts that are not as many as the columns need: no answer of the addon's looks like that. */
export class NotWhole extends Error {
  constructor() {
    super('The packed rows are not whole');
  }
}

const wordsOf = {
  u32: 1,
  id: 2,
  u64: 2,
  guid: 4,
  bytes8: 2,
  text: 1,
  repeated: 1,
  bytes: 1,
} as const;

/** @throws {NotWhole} unless there are as many words as so many rows of these columns have */
export function checkWhole(columns: readonly string[], { count, words }: PackedRows): void {
  const width = columns.reduce((sum, column) => sum + wordsOf[column.split(':')[1] as Kind], 0);
  if (words.byteLength !== count * width * Uint32Array.BYTES_PER_ELEMENT) throw new NotWhole();
}

/** Two words as one number. @throws {IdOutOfRange} */
export function idOf(low: number, high: number, kind: string, port?: string): number {
  if (high > LARGEST_SAFE_HIGH) {
    throw new IdOutOfRange(kind, (BigInt(high) << 32n) | BigInt(low), port);
  }
  return low + high * HIGH;
}

// Reads word after word. The texts are cut from one common text as it goes.
class Cursor {
  readonly words: Uint32Array;
  readonly #text: string;
  readonly #repeated: readonly string[];
  #word = 0;
  #cut = 0;

  constructor(rows: PackedRows) {
    this.words = new Uint32Array(rows.words);
    this.#text = rows.text;
    this.#repeated = rows.repeated;
  }

  u32(): number {
    const word = this.words[this.#word] as number;
    this.#word += 1;
    return word;
  }

  u64(): bigint {
    const low = this.u32();
    return (BigInt(this.u32()) << 32n) | BigInt(low);
  }

  id(name: string): number {
    const low = this.u32();
    return idOf(low, this.u32(), name);
  }

  text(): string {
    const begin = this.#cut;
    this.#cut += this.u32();
    return this.#text.slice(begin, this.#cut);
  }

  repeated(): string {
    const text = this.#repeated[this.u32()];
    if (text === undefined) throw new NotWhole();
    return text;
  }

  bytes(): Uint8Array {
    const text = this.text();
    if (/[^\0-\xff]/.test(text)) throw new NotWhole();
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  }

  /** @throws {NotWhole} unless the rows had all of the text, and no more */
  end(): void {
    if (this.#cut !== this.#text.length) throw new NotWhole();
  }

  /** As hexadecimal digits, in the order in which the bytes lie in memory. */
  hex(words: number): string {
    let digits = '';
    for (let count = 0; count < words; count += 1) {
      const word = this.u32();
      for (let shift = 0; shift < 32; shift += 8) {
        digits += ((word >>> shift) & 0xff).toString(16).padStart(2, '0');
      }
    }
    return digits;
  }

  // The first three parts of a GUID are numbers, the last two are bytes.
  guid(): string {
    const first = this.u32().toString(16).padStart(8, '0');
    const middle = this.u32();
    const second = (middle & 0xffff).toString(16).padStart(4, '0');
    const third = (middle >>> 16).toString(16).padStart(4, '0');
    const rest = this.hex(2);
    return `${first}-${second}-${third}-${rest.slice(0, 4)}-${rest.slice(4)}`;
  }
}

const readers: { readonly [Of in Kind]: (cursor: Cursor, name: string) => Kinds[Of] } = {
  u32: (cursor) => cursor.u32(),
  id: (cursor, name) => cursor.id(name),
  u64: (cursor) => cursor.u64(),
  guid: (cursor) => cursor.guid(),
  bytes8: (cursor) => cursor.hex(2),
  text: (cursor) => cursor.text(),
  repeated: (cursor) => cursor.repeated(),
  bytes: (cursor) => cursor.bytes(),
};

/** The rows, in their order. @throws {IdOutOfRange | NotWhole} */
export function readRows<const Columns extends readonly Column[]>(
  columns: Columns,
  rows: PackedRows,
): Row<Columns>[] {
  checkWhole(columns, rows);
  const cursor = new Cursor(rows);
  const fields = columns.map((column) => {
    const [name = '', kind] = column.split(':');
    return { name, read: readers[kind as Kind] };
  });
  const read: Row<Columns>[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    const values: Record<string, unknown> = {};
    for (const field of fields) values[field.name] = field.read(cursor, field.name);
    read.push(values as Row<Columns>);
  }
  cursor.end();
  return read;
}
