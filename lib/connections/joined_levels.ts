// Joins the older levels of each connection. The levels are read one after another, so a connection may end
// and its handle be reused in between. Data of another user is dropped, not shown as this user's.

import { mapRows, type PackedRows, type RecordReader, type RowReader } from '../native/packed.ts';
import { Connection0Row, Connection1Row, Connection2Row, Connection3Row } from '../native/rows.ts';
import type { Connection } from './connection.ts';
import { type Answered, connectionFromLevels, type Levels } from './rows.ts';

/** The tables of the levels; a server has the first at least. */
export interface LevelTables {
  readonly connection0: PackedRows;
  readonly connection1?: PackedRows;
  readonly connection2?: PackedRows;
  readonly connection3?: PackedRows;
}

export function joinLevels(tables: LevelTables, answered: Answered): Connection[] {
  const level1 = new LevelByHandle(Connection1Row, tables.connection1);
  const level2 = new LevelByHandle(Connection2Row, tables.connection2);
  const level3 = new LevelByHandle(Connection3Row, tables.connection3);
  return mapRows(Connection0Row, tables.connection0, (row) => {
    const { connection } = row;
    const levels = {
      level1: level1.at(connection),
      level2: level2.at(connection),
      level3: level3.at(connection),
    };
    return connectionFromLevels(row, ofTheSameSession(row, levels), answered);
  });
}

/** One reader over the rows of a level, which finds the row of a handle. */
class LevelByHandle<Reader extends RowReader & { readonly connection: number }> {
  readonly #row: Reader | undefined;
  readonly #places = new Map<number, number>();
  readonly #cuts: number[] = [];

  /** @throws {IdOutOfRange | NotWhole} */
  constructor(Record: RecordReader<Reader>, rows: PackedRows | undefined) {
    if (rows === undefined) return;
    this.#row = new Record(rows);
    mapRows(Record, rows, (row) => {
      this.#places.set(row.connection, this.#cuts.length);
      this.#cuts.push(row.cut);
    });
  }

  /** The reader, which stands on that row until the next call. */
  at(handle: number): Reader | undefined {
    const place = this.#places.get(handle);
    if (place === undefined) return undefined;
    this.#row?.goTo(place, this.#cuts[place] ?? 0);
    return this.#row;
  }
}

const nothing: Levels = { level1: undefined, level2: undefined, level3: undefined };

// Level 1 names no user. If a later level shows another user, level 1 may be that user's too.
function ofTheSameSession(row: Connection0Row, levels: Levels): Levels {
  const { level1, level2, level3 } = levels;
  if (level2 !== undefined && level2.userName !== row.userName) return nothing;
  if (level3 !== undefined && level3.userName !== row.userName) return nothing;
  const isSameInterface = level1?.interface === row.interface;
  return { level1: isSameInterface ? level1 : undefined, level2, level3 };
}
