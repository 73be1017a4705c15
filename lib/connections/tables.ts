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
  /** Whether all of them are as they were. Known of the table that this one was made with. */
  isUnchangedSince(before: ConnectionTable): boolean;
}

/**
 * `before` is the table of an earlier answer, with which this one will be compared.
 *
 * @throws {IdOutOfRange | NotWhole}
 */
export function connectionTable(
  tables: TablesReply['tables'],
  answered: Answered,
  before?: ConnectionTable,
): ConnectionTable {
  // An empty listing has a table without a row. Without a table it is not known who is connected.
  if (tables?.connectionEx !== undefined) {
    return new TableEx(tables.connectionEx, answered, before);
  }
  if (tables?.connection0 === undefined) throw new NotWhole();
  return new JoinedLevels({ ...tables, connection0: tables.connection0 }, answered, before);
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
  private readonly rows: RowTable<ConnectionExRow>;
  readonly #answered: Answered;

  constructor(rows: PackedRows, answered: Answered, before: ConnectionTable | undefined) {
    const rowsBefore = before instanceof TableEx ? before.rows : undefined;
    this.rows = new RowTable(ConnectionExRow, layouts.ex, rows, readIds, rowsBefore);
    this.count = rows.count;
    this.#answered = answered;
  }

  handleAt(index: number): number {
    return this.rows.at(index).connection;
  }

  durationAt(index: number): number {
    return this.rows.at(index).connectDuration;
  }

  hasGuidAt(index: number): boolean {
    return this.rows.at(index).guid !== NO_GUID;
  }

  countersAt(index: number): Counters {
    return this.rows.at(index);
  }

  connectionAt(index: number): Connection {
    return connectionFromEx(this.rows.at(index), this.#answered);
  }

  comparedWith(before: ConnectionTable): IsUnchanged {
    return before instanceof TableEx ? this.rows.comparedWith(before.rows) : never;
  }

  isUnchangedSince(before: ConnectionTable): boolean {
    return before instanceof TableEx && this.rows.isUnchangedSince(before.rows);
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
  private readonly level0: RowTable<Connection0Row>;
  private readonly level1: Level<Connection1Row>;
  private readonly level2: Level<Connection2Row>;
  private readonly level3: Level<Connection3Row>;
  readonly #answered: Answered;

  constructor(tables: LevelTables, answered: Answered, before: ConnectionTable | undefined) {
    const { connection0, connection1, connection2, connection3 } = tables;
    const old = before instanceof JoinedLevels ? before : undefined;
    this.level0 = new RowTable(Connection0Row, layouts.level0, connection0, readIds, old?.level0);
    this.level1 = new Level(Connection1Row, layouts.level1, connection1, old?.level1);
    this.level2 = new Level(Connection2Row, layouts.level2, connection2, old?.level2);
    this.level3 = new Level(Connection3Row, layouts.level3, connection3, old?.level3);
    this.count = connection0.count;
    this.#answered = answered;
  }

  handleAt(index: number): number {
    return this.level0.at(index).connection;
  }

  durationAt(index: number): number {
    return this.level0.at(index).connectDuration;
  }

  hasGuidAt(index: number): boolean {
    const { level2, level3 } = this.#levelsOf(this.level0.at(index));
    return ((level3 ?? level2)?.guid ?? NO_GUID) !== NO_GUID;
  }

  countersAt(index: number): Counters | undefined {
    return this.#levelsOf(this.level0.at(index)).level1;
  }

  connectionAt(index: number): Connection {
    const row = this.level0.at(index);
    return connectionFromLevels(row, this.#levelsOf(row), this.#answered);
  }

  comparedWith(before: ConnectionTable): IsUnchanged {
    if (!(before instanceof JoinedLevels)) return never;
    const isUnchanged0 = this.level0.comparedWith(before.level0);
    const isUnchanged1 = this.level1.comparedWith(before.level1);
    const isUnchanged2 = this.level2.comparedWith(before.level2);
    const isUnchanged3 = this.level3.comparedWith(before.level3);
    return (index, other) => {
      if (!isUnchanged0(index, other)) return false;
      const handle = this.handleAt(index);
      return isUnchanged1(handle) && isUnchanged2(handle) && isUnchanged3(handle);
    };
  }

  isUnchangedSince(before: ConnectionTable): boolean {
    return (
      before instanceof JoinedLevels &&
      this.level0.isUnchangedSince(before.level0) &&
      this.level1.isUnchangedSince(before.level1) &&
      this.level2.isUnchangedSince(before.level2) &&
      this.level3.isUnchangedSince(before.level3)
    );
  }

  // Level 1 names no user. If a later level shows another user, level 1 may be that user's too.
  #levelsOf(row: Connection0Row): Levels {
    const level1 = this.level1.of(row.connection);
    const level2 = this.level2.of(row.connection);
    const level3 = this.level3.of(row.connection);
    if (level2 !== undefined && level2.userName !== row.userName) return nothing;
    if (level3 !== undefined && level3.userName !== row.userName) return nothing;
    const isSameInterface = level1?.interface === row.interface;
    return { level1: isSameInterface ? level1 : undefined, level2, level3 };
  }
}

const nothing: Levels = { level1: undefined, level2: undefined, level3: undefined };

/** The rows of a level that not every server has, by handle. */
class Level<Reader extends Connection1Row | Connection2Row | Connection3Row> {
  private readonly rows: RowTable<Reader> | undefined;
  /** Shared with an earlier table that is the same. */
  readonly #places: ReadonlyMap<number, number>;

  constructor(
    Record: RecordReader<Reader>,
    layout: (typeof layouts)['level1'],
    rows: PackedRows | undefined,
    before: Level<Reader> | undefined,
  ) {
    const places = new Map<number, number>();
    this.#places = places;
    if (rows === undefined) return;
    let place = 0;
    const visit = (row: Reader) => {
      if (row instanceof Connection1Row) readIds(row);
      places.set(row.connection, place);
      place += 1;
    };
    this.rows = new RowTable(Record, layout, rows, visit, before?.rows);
    if (before !== undefined && this.isUnchangedSince(before)) this.#places = before.#places;
  }

  isUnchangedSince(before: Level<Reader>): boolean {
    if (this.rows === undefined || before.rows === undefined) {
      return this.rows === before.rows;
    }
    return this.rows.isUnchangedSince(before.rows);
  }

  of(handle: number): Reader | undefined {
    const place = this.#places.get(handle);
    return place === undefined ? undefined : this.rows?.at(place);
  }

  /** Whether a connection has the same row in an earlier table, or none in both. */
  comparedWith(before: Level<Reader>): (handle: number) => boolean {
    const isUnchanged =
      this.rows === undefined || before.rows === undefined
        ? never
        : this.rows.comparedWith(before.rows);
    return (handle) => {
      const place = this.#places.get(handle);
      const other = before.#places.get(handle);
      if (place === undefined || other === undefined) return place === other;
      return isUnchanged(place, other);
    };
  }
}
