// The connections of an answer as rows: of the one level that has everything, or of the older levels, joined. Any
// of them can be read, and compared with one of an earlier answer without an object for either.

import type { TablesReply } from '../call/reply.ts';
import { NO_GUID, NotWhole, type PackedRows, type RecordReader } from '../native/packed.ts';
import { layoutOf, RowTable } from '../native/row_table.ts';
import {
  Connection0Row,
  Connection1Row,
  Connection2Row,
  Connection3Row,
  ConnectionExRow,
} from '../native/rows.ts';
import { type Counters, counterNames } from '../ports/counters.ts';
import type { Connection } from './connection.ts';
import { type Answered, connectionFromEx, connectionFromLevels, type Levels } from './rows.ts';

/** Whether a connection is as another one was in an earlier answer, but for its duration and counters. */
export type IsUnchanged = (index: number, before: number) => boolean;

export interface ConnectionTable {
  readonly count: number;
  handleAt(index: number): number;
  durationAt(index: number): number;
  /** Whether the connection has a GUID that tells it from all others. */
  hasGuidAt(index: number): boolean;
  /** To be read before any other row is. `undefined` if the server reports none. */
  countersAt(index: number): Counters | undefined;
  connectionAt(index: number): Connection;
  comparedWith(before: ConnectionTable): IsUnchanged;
}

/** @throws {IdOutOfRange | NotWhole} */
export function connectionTable(
  tables: TablesReply['tables'],
  answered: Answered,
): ConnectionTable {
  // An empty listing has a table without a row. Without a table it is not known who is connected.
  if (tables?.connectionEx !== undefined) return new TableEx(tables.connectionEx, answered);
  if (tables?.connection0 === undefined) throw new NotWhole();
  return new JoinedLevels({ ...tables, connection0: tables.connection0 }, answered);
}

const changing = ['connectDuration', ...counterNames];

const layouts = {
  level0: layoutOf('connection0', changing),
  level1: layoutOf('connection1', changing),
  level2: layoutOf('connection2', changing),
  level3: layoutOf('connection3', changing),
  ex: layoutOf('connectionEx', changing),
};

const never = () => false;

class TableEx implements ConnectionTable {
  readonly count: number;
  readonly #rows: RowTable<ConnectionExRow>;
  readonly #answered: Answered;

  constructor(rows: PackedRows, answered: Answered) {
    this.#rows = new RowTable(ConnectionExRow, layouts.ex, rows, readIds);
    this.count = rows.count;
    this.#answered = answered;
  }

  handleAt(index: number): number {
    return this.#rows.at(index).connection;
  }

  durationAt(index: number): number {
    return this.#rows.at(index).connectDuration;
  }

  hasGuidAt(index: number): boolean {
    return this.#rows.at(index).guid !== NO_GUID;
  }

  countersAt(index: number): Counters {
    return this.#rows.at(index);
  }

  connectionAt(index: number): Connection {
    return connectionFromEx(this.#rows.at(index), this.#answered);
  }

  comparedWith(before: ConnectionTable): IsUnchanged {
    return before instanceof TableEx ? this.#rows.comparedWith(before.#rows) : never;
  }
}

// It only throws if one is too large.
function readIds(row: Connection0Row | Connection1Row | ConnectionExRow): void {
  void row.connection;
  void row.interface;
}

/** The tables of the older levels; a server has the first at least. */
export interface LevelTables {
  readonly connection0: PackedRows;
  readonly connection1?: PackedRows;
  readonly connection2?: PackedRows;
  readonly connection3?: PackedRows;
}

/**
 * The older levels of each connection. They are read one after another, so a connection may end and its handle be
 * reused in between. Data of another user is dropped, not shown as this user's.
 */
class JoinedLevels implements ConnectionTable {
  readonly count: number;
  readonly #level0: RowTable<Connection0Row>;
  readonly #level1: Level<Connection1Row>;
  readonly #level2: Level<Connection2Row>;
  readonly #level3: Level<Connection3Row>;
  readonly #answered: Answered;

  constructor(tables: LevelTables, answered: Answered) {
    const { connection0, connection1, connection2, connection3 } = tables;
    this.#level0 = new RowTable(Connection0Row, layouts.level0, connection0, readIds);
    this.#level1 = new Level(Connection1Row, layouts.level1, connection1);
    this.#level2 = new Level(Connection2Row, layouts.level2, connection2);
    this.#level3 = new Level(Connection3Row, layouts.level3, connection3);
    this.count = connection0.count;
    this.#answered = answered;
  }

  handleAt(index: number): number {
    return this.#level0.at(index).connection;
  }

  durationAt(index: number): number {
    return this.#level0.at(index).connectDuration;
  }

  hasGuidAt(index: number): boolean {
    const { level2, level3 } = this.#levelsOf(this.#level0.at(index));
    return ((level3 ?? level2)?.guid ?? NO_GUID) !== NO_GUID;
  }

  countersAt(index: number): Counters | undefined {
    return this.#levelsOf(this.#level0.at(index)).level1;
  }

  connectionAt(index: number): Connection {
    const row = this.#level0.at(index);
    return connectionFromLevels(row, this.#levelsOf(row), this.#answered);
  }

  comparedWith(before: ConnectionTable): IsUnchanged {
    if (!(before instanceof JoinedLevels)) return never;
    const isUnchanged0 = this.#level0.comparedWith(before.#level0);
    const isUnchanged1 = this.#level1.comparedWith(before.#level1);
    const isUnchanged2 = this.#level2.comparedWith(before.#level2);
    const isUnchanged3 = this.#level3.comparedWith(before.#level3);
    return (index, other) => {
      if (!isUnchanged0(index, other)) return false;
      const handle = this.handleAt(index);
      return isUnchanged1(handle) && isUnchanged2(handle) && isUnchanged3(handle);
    };
  }

  // Level 1 names no user. If a later level shows another user, level 1 may be that user's too.
  #levelsOf(row: Connection0Row): Levels {
    const level1 = this.#level1.of(row.connection);
    const level2 = this.#level2.of(row.connection);
    const level3 = this.#level3.of(row.connection);
    if (level2 !== undefined && level2.userName !== row.userName) return nothing;
    if (level3 !== undefined && level3.userName !== row.userName) return nothing;
    const isSameInterface = level1?.interface === row.interface;
    return { level1: isSameInterface ? level1 : undefined, level2, level3 };
  }
}

const nothing: Levels = { level1: undefined, level2: undefined, level3: undefined };

/** The rows of a level that not every server has, by handle. */
class Level<Reader extends Connection1Row | Connection2Row | Connection3Row> {
  readonly #rows: RowTable<Reader> | undefined;
  readonly #places = new Map<number, number>();

  constructor(
    Record: RecordReader<Reader>,
    layout: (typeof layouts)['level1'],
    rows: PackedRows | undefined,
  ) {
    if (rows === undefined) return;
    let place = 0;
    this.#rows = new RowTable(Record, layout, rows, (row: Reader) => {
      if (row instanceof Connection1Row) readIds(row);
      this.#places.set(row.connection, place);
      place += 1;
    });
  }

  of(handle: number): Reader | undefined {
    const place = this.#places.get(handle);
    return place === undefined ? undefined : this.#rows?.at(place);
  }

  /** Whether a connection has the same row in an earlier table, or none in both. */
  comparedWith(before: Level<Reader>): (handle: number) => boolean {
    const isUnchanged =
      this.#rows === undefined || before.#rows === undefined
        ? never
        : this.#rows.comparedWith(before.#rows);
    return (handle) => {
      const place = this.#places.get(handle);
      const other = before.#places.get(handle);
      if (place === undefined || other === undefined) return place === other;
      return isUnchanged(place, other);
    };
  }
}
