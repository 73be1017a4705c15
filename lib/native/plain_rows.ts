// Reads the rows of records of which a server has one or a few. Their readers are made when the first row is read: code
// of its own for each record, as in lib/native/rows.ts, would cost every program time when it starts.

import {
  bigOf,
  bytesOf,
  type ColumnKind,
  checkAscending,
  columnKinds,
  idOf,
  NO_BYTES8,
  NO_GUID,
  type PackedRows,
  type RecordReader,
  Row,
  type RowReader,
  repeatedIn,
} from './packed.ts';

/** A reader of the rows with these columns, `name:kind` each. It has a property of the name of each column. */
export function plainReader<Reader extends RowReader>(columns: string): RecordReader<Reader> {
  let layout: Layout | undefined;
  class PlainRow extends Row {
    constructor(rows: PackedRows) {
      layout ??= addColumns(PlainRow.prototype, columns);
      super(rows, layout.width);
    }

    textLength(): number {
      let end = 0;
      for (const place of layout?.textEnds ?? []) {
        const next = wordOf(this, place);
        checkAscending(end, next);
        end = next;
      }
      return end;
    }
  }
  const reader: RecordReader<RowReader> = PlainRow;
  return reader as RecordReader<Reader>;
}

interface Layout {
  readonly width: number;
  /** The places of the words that say where the texts of a row end. */
  readonly textEnds: readonly number[];
}

function addColumns(prototype: Row, columns: string): Layout {
  const textEnds: number[] = [];
  let width = 0;
  for (const column of columns.split(' ')) {
    const [name = '', kindName = ''] = column.split(':');
    const kind = kindName as ColumnKind;
    const { words, isText } = columnKinds[kind];
    const get = getter(name, kind, width, textEnds.at(-1));
    Object.defineProperty(prototype, name, { get, enumerable: true });
    if (isText) textEnds.push(width);
    width += words;
  }
  return { width, textEnds };
}

/** What takes a value out of the words from `place` on. `before` is where the row says the end of the text before. */
function getter(
  name: string,
  kind: ColumnKind,
  place: number,
  before: number | undefined,
): (this: Row) => unknown {
  const textOf = (row: Row) => {
    const begin = before === undefined ? 0 : wordOf(row, before);
    return row.text.slice(row.cut + begin, row.cut + wordOf(row, place));
  };
  switch (kind) {
    case 'u32':
      return function () {
        return wordOf(this, place);
      };
    case 'id':
      return function () {
        return idOf(wordOf(this, place), wordOf(this, place + 1), name);
      };
    case 'u64':
      return function () {
        return bigOf(wordOf(this, place), wordOf(this, place + 1));
      };
    case 'repeated':
      return function () {
        return repeatedIn(this.repeated, wordOf(this, place));
      };
    case 'text':
      return function () {
        return textOf(this);
      };
    case 'guid':
      return function () {
        return textOf(this) || NO_GUID;
      };
    case 'bytes8':
      return function () {
        return textOf(this) || NO_BYTES8;
      };
    case 'bytes':
      return function () {
        return bytesOf(textOf(this));
      };
  }
}

function wordOf({ words, at }: Row, place: number): number {
  return words[at + place] as number;
}
