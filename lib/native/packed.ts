// Rows as the addon packs them, and how the values of each kind are taken out of them. lib/native/rows.ts has the
// code for the rows of each record.

/** Rows as the thread that made the call packed them. */
export interface PackedRows {
  readonly count: number;
  readonly words: ArrayBuffer;
  /** The texts that differ from row to row, one after the other. */
  readonly text: string;
  /** The texts that repeat, each once. */
  readonly repeated: readonly string[];
  /** Frees the words, if they are many. Nothing can be read from the rows afterwards. */
  letGo?(): void;
}

/**
 * Stands on one row of a table at a time. The texts of all rows are in one common text, in the order of the rows.
 * A row counts the ends of its texts from the first of them, so whoever moves to a row says where that begins.
 */
export interface RowReader {
  /** The place of the row's first word. */
  readonly at: number;
  /** The place of the row's first text. */
  readonly cut: number;
  goTo(row: number, cut: number): void;
  /** The length of all texts of this row. @throws {NotWhole} if one ends before it begins */
  textLength(): number;
}

/** The words that a value of each kind takes. Of a text, it is where the text ends. */
export const columnKinds = {
  u32: { words: 1, isText: false },
  id: { words: 2, isText: false },
  u64: { words: 2, isText: false },
  repeated: { words: 1, isText: false },
  text: { words: 1, isText: true },
  guid: { words: 1, isText: true },
  bytes8: { words: 1, isText: true },
  bytes: { words: 1, isText: true },
} as const;

export type ColumnKind = keyof typeof columnKinds;

/** What the readers of all records have. */
export abstract class Row implements RowReader {
  readonly words: Uint32Array;
  readonly text: string;
  readonly repeated: readonly string[];
  readonly width: number;
  at = 0;
  cut = 0;

  /** @throws {NotWhole} */
  constructor({ count, words, text, repeated }: PackedRows, width: number) {
    if (words.byteLength !== count * width * Uint32Array.BYTES_PER_ELEMENT) throw new NotWhole();
    this.words = new Uint32Array(words);
    this.text = text;
    this.repeated = repeated;
    this.width = width;
  }

  goTo(row: number, cut: number): void {
    this.at = row * this.width;
    this.cut = cut;
  }

  abstract textLength(): number;
}

/** How the rows of a record are read. */
export interface RecordReader<Reader extends RowReader> {
  new (rows: PackedRows): Reader;
}

/** An id that a JavaScript number would round, so that it would mean something else. */
export class IdOutOfRange {
  /** Such as `connection`. */
  readonly kind: string;
  readonly id: bigint;
  /** The port that has it, if a port does. */
  readonly port: string | undefined;

  constructor(kind: string, id: bigint, port?: string) {
    this.kind = kind;
    this.id = id;
    this.port = port;
  }
}

/** The number of words or texts does not fit the columns. The addon never answers like that. */
export class NotWhole extends Error {
  constructor() {
    super('The packed rows are not whole');
  }
}

const HIGH = 2 ** 32;
const LARGEST_SAFE_HIGH = 2 ** 21 - 1;

/** Two words as one number. @throws {IdOutOfRange} */
export function idOf(low: number, high: number, kind: string): number {
  // Ids are small on nearly every server. Adding 0 would make each a floating-point number, in memory of its own.
  if (high === 0) return low;
  if (high > LARGEST_SAFE_HIGH) throw new IdOutOfRange(kind, bigOf(low, high));
  return low + high * HIGH;
}

export function bigOf(low: number, high: number): bigint {
  return (BigInt(high) << 32n) | BigInt(low);
}

/** @throws {NotWhole} */
export function repeatedIn(repeated: readonly string[], place: number): string {
  const text = repeated[place];
  if (text === undefined) throw new NotWhole();
  return text;
}

/** @throws {NotWhole} */
export function checkAscending(end: number, next: number): void {
  if (next < end) throw new NotWhole();
}

/** A GUID or bytes of which every bit is 0 are packed as no text. */
export const NO_GUID = '00000000-0000-0000-0000-000000000000';
export const NO_BYTES8 = '0000000000000000';

/** Bytes that were packed as characters. @throws {NotWhole} */
export function bytesOf(text: string): Uint8Array {
  if (/[^\0-\xff]/.test(text)) throw new NotWhole();
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A reader for each row, in their order. For few rows: many are read by one reader. @throws {NotWhole} */
export function readRows<Reader extends RowReader>(
  Record: RecordReader<Reader>,
  rows: PackedRows,
): Reader[] {
  const read: Reader[] = [];
  let cut = 0;
  for (let row = 0; row < rows.count; row += 1) {
    const reader = new Record(rows);
    reader.goTo(row, cut);
    cut += reader.textLength();
    read.push(reader);
  }
  if (rows.count === 0) new Record(rows);
  checkTextEnds(rows.text, cut);
  return read;
}

/** @throws {NotWhole} unless the rows had all of the text, and no more */
export function checkTextEnds(text: string, cut: number): void {
  if (cut !== text.length) throw new NotWhole();
}

// V8 never moves an array that is larger than 128 KiB. One that exists during a collection of young objects
// counts as old afterwards, and keeps all its objects until the next full collection, even if it is garbage.
// Such a collection is likely while the objects are being made. So the large array is made last.
const SLICE = 8_000;

/** Arrays for so many things, which are then made one after another and joined. */
export function slicesFor<Thing>(count: number): Thing[][] {
  const slices: Thing[][] = [];
  for (let begin = 0; begin < count; begin += SLICE) {
    slices.push(new Array<Thing>(Math.min(SLICE, count - begin)));
  }
  return slices;
}

export function joined<Thing>(slices: readonly Thing[][]): Thing[] {
  const [first = []] = slices;
  return slices.length <= 1 ? first : ([] as Thing[]).concat(...slices);
}

/** A list of things that are made one after another. */
export function listOf<Thing>(count: number, make: (index: number) => Thing): Thing[] {
  const slices = slicesFor<Thing>(count);
  let at = 0;
  for (const slice of slices) {
    for (let index = 0; index < slice.length; index += 1) slice[index] = make(at + index);
    at += slice.length;
  }
  return joined(slices);
}

/**
 * An object for each row, in their order: `make` is called with the reader on the row.
 *
 * @throws {IdOutOfRange | NotWhole}
 */
export function mapRows<Reader extends RowReader, Thing>(
  Record: RecordReader<Reader>,
  rows: PackedRows,
  make: (row: Reader) => Thing,
): Thing[] {
  const row = new Record(rows);
  let cut = 0;
  const things = listOf(rows.count, (index) => {
    row.goTo(index, cut);
    cut += row.textLength();
    return make(row);
  });
  checkTextEnds(rows.text, cut);
  return things;
}
