// The rows of an answer, of which any can be read at any time, and compared with those of an earlier answer without an
// object for either.

import {
  type ColumnKind,
  checkTextEnds,
  columnKinds,
  NotWhole,
  type PackedRows,
  type RecordReader,
  type RowReader,
} from './packed.ts';
import { records } from './rows.ts';

/** Where the words of a record stand that are compared. */
interface Layout {
  readonly width: number;
  /** The words of all columns that are compared: from, to, from, to and so on. */
  readonly all: readonly number[];
  /** The same without those that are in `repeated`. */
  readonly compared: readonly number[];
  /** The words that are places in the list of repeated texts, which has another order in each answer. */
  readonly repeated: readonly number[];
  /** The word that says where the last text of a row ends. */
  readonly textEnd: number | undefined;
}

/** The layout of a record, made when it is first needed. The columns in `changing` are not compared. */
export function layoutOf(record: keyof typeof records, changing: readonly string[]): () => Layout {
  let layout: Layout | undefined;
  return () => {
    layout ??= newLayout(record, changing);
    return layout;
  };
}

function newLayout(record: keyof typeof records, changing: readonly string[]): Layout {
  const all: number[] = [];
  const compared: number[] = [];
  const repeated: number[] = [];
  let textEnd: number | undefined;
  let width = 0;
  for (const column of records[record].split(' ')) {
    const [name = '', kind = ''] = column.split(':');
    const { words, isText } = columnKinds[kind as ColumnKind];
    const isCompared = !changing.includes(name);
    if (isCompared) addRange(all, width, width + words);
    if (kind === 'repeated') repeated.push(width);
    else if (isCompared) addRange(compared, width, width + words);
    if (isText) textEnd = width;
    width += words;
  }
  return { width, all, compared, repeated, textEnd };
}

function addRange(ranges: number[], from: number, to: number): void {
  if (ranges.at(-1) === from) ranges.pop();
  else ranges.push(from);
  ranges.push(to);
}

export class RowTable<Reader extends RowReader> {
  readonly count: number;
  readonly #layout: Layout;
  readonly #row: Reader;
  readonly #words: Uint32Array;
  readonly #text: string;
  readonly #repeated: readonly string[];
  /** Where the texts of each row begin. A table that is unchanged since an earlier one shares its list. */
  readonly #cuts: Uint32Array;

  /**
   * Checks all rows, so that reading them later does not fail: `visit` reads the ids, of which one may be too large.
   * Nothing need be checked again if every row is as it was in the table `before`.
   *
   * @throws {IdOutOfRange | NotWhole}
   */
  constructor(
    Record: RecordReader<Reader>,
    layout: () => Layout,
    rows: PackedRows,
    visit: (row: Reader) => void,
    before?: RowTable<Reader>,
  ) {
    this.count = rows.count;
    this.#layout = layout();
    this.#row = new Record(rows);
    this.#words = new Uint32Array(rows.words);
    this.#text = rows.text;
    this.#repeated = rows.repeated;
    this.#cuts = before !== undefined && this.#isLike(before) ? before.#cuts : this.#check(visit);
  }

  /** Whether every row is as it was in an earlier table, but for the columns that always change. */
  isUnchangedSince(before: RowTable<Reader>): boolean {
    return this.#cuts === before.#cuts;
  }

  #isLike(before: RowTable<Reader>): boolean {
    if (this.count !== before.count || this.#text !== before.#text) return false;
    const isOther = (text: string, place: number) => text !== before.#repeated[place];
    if (this.#repeated.length !== before.#repeated.length || this.#repeated.some(isOther)) {
      return false;
    }
    const { all, width } = this.#layout;
    const words = this.#words;
    const wordsBefore = before.#words;
    for (let at = 0; at < words.length; at += width) {
      for (let range = 0; range < all.length; range += 2) {
        const to = at + (all[range + 1] as number);
        for (let word = at + (all[range] as number); word < to; word += 1) {
          if (words[word] !== wordsBefore[word]) return false;
        }
      }
    }
    return true;
  }

  /** Returns where the texts of each row begin. */
  #check(visit: (row: Reader) => void): Uint32Array {
    const cuts = new Uint32Array(this.count);
    const row = this.#row;
    let cut = 0;
    for (let index = 0; index < this.count; index += 1) {
      cuts[index] = cut;
      row.goTo(index, cut);
      cut += row.textLength();
      visit(row);
    }
    checkTextEnds(this.#text, cut);
    this.#checkRepeated();
    return cuts;
  }

  /** The reader, which stands on that row until the next call. */
  at(index: number): Reader {
    this.#row.goTo(index, this.#cuts[index] ?? 0);
    return this.#row;
  }

  /**
   * Whether a row is the same as one of an earlier table, but for the columns that always change. The function holds
   * both tables, so it must not outlive the comparison.
   */
  comparedWith(before: RowTable<Reader>): (index: number, other: number) => boolean {
    const { compared, repeated, width, textEnd } = this.#layout;
    const words = this.#words;
    const wordsBefore = before.#words;
    const places = this.#placesIn(before);
    const cuts = this.#cuts;
    const cutsBefore = before.#cuts;
    const text = this.#text;
    const textBefore = before.#text;
    const hasSameText = text === textBefore;
    // Runs for every row of every reading.
    return (index, other) => {
      const at = index * width;
      const atBefore = other * width;
      for (let range = 0; range < compared.length; range += 2) {
        const to = compared[range + 1] as number;
        for (let word = compared[range] as number; word < to; word += 1) {
          if (words[at + word] !== wordsBefore[atBefore + word]) return false;
        }
      }
      for (let place = 0; place < repeated.length; place += 1) {
        const word = repeated[place] as number;
        if (places[words[at + word] as number] !== wordsBefore[atBefore + word]) return false;
      }
      if (textEnd === undefined) return true;
      const cut = cuts[index] as number;
      const cutBefore = cutsBefore[other] as number;
      if (hasSameText && cut === cutBefore) return true;
      // The ends of the texts are the same, so the texts are as long as those before.
      const length = words[at + textEnd] as number;
      return text.slice(cut, cut + length) === textBefore.slice(cutBefore, cutBefore + length);
    };
  }

  /** The place of each repeated text in an earlier table; -1 if it lacks one. */
  #placesIn(before: RowTable<Reader>): Int32Array {
    const known = new Map(before.#repeated.map((text, place) => [text, place]));
    return Int32Array.from(this.#repeated, (text) => known.get(text) ?? -1);
  }

  #checkRepeated(): void {
    const { repeated, width } = this.#layout;
    const words = this.#words;
    const count = this.#repeated.length;
    for (const word of repeated) {
      for (let at = word; at < words.length; at += width) {
        if ((words[at] as number) >= count) throw new NotWhole();
      }
    }
  }
}
