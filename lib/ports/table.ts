// The ports of an answer as rows. Any of them can be read, and compared with one of an earlier answer without an
// object for either.

import type { TablesReply } from '../call/reply.ts';
import { NotWhole } from '../native/packed.ts';
import { layoutOf, RowTable } from '../native/row_table.ts';
import { PortRow, UserPortRow } from '../native/rows.ts';
import { type AnyPortRow, checkIds, connectionOf, hasUser, portOf } from './listed.ts';
import type { Port } from './port.ts';

/** Whether a port is as another one was in an earlier answer, but for the duration of its connection. */
export type IsUnchanged = (index: number, before: number) => boolean;

const changing = ['connectDuration'];

const layouts = { port: layoutOf('port', changing), userPort: layoutOf('userPort', changing) };

export class PortTable {
  readonly count: number;
  private readonly rows: RowTable<AnyPortRow>;
  readonly #server: string;

  /** @throws {IdOutOfRange | NotWhole} */
  constructor(tables: TablesReply['tables'], server: string, before?: PortTable) {
    this.rows = rowsIn(tables, before?.rows);
    this.count = this.rows.count;
    this.#server = server;
  }

  handleAt(index: number): number {
    return this.rows.at(index).handle;
  }

  connectionAt(index: number): number | undefined {
    return connectionOf(this.rows.at(index));
  }

  durationAt(index: number): number {
    return this.rows.at(index).connectDuration;
  }

  /** Whether rassapi reports a user on the port. */
  hasUserAt(index: number): boolean {
    return hasUser(this.rows.at(index));
  }

  portAt(index: number): Port {
    return portOf(this.rows.at(index), this.#server);
  }

  /** Whether all of them are as they were, but for the durations. `before` must have been given for that. */
  isUnchangedSince(before: PortTable): boolean {
    return this.rows.isUnchangedSince(before.rows);
  }

  comparedWith(before: PortTable): IsUnchanged {
    return this.rows.comparedWith(before.rows);
  }
}

// All answers of a server have the same record.
function rowsIn(
  tables: TablesReply['tables'],
  before: RowTable<AnyPortRow> | undefined,
): RowTable<AnyPortRow> {
  if (tables?.port !== undefined) {
    return new RowTable(PortRow, layouts.port, tables.port, checkIds, before);
  }
  // An empty listing has a table without a row. A missing table is not "no ports".
  if (tables?.userPort === undefined) throw new NotWhole();
  return new RowTable(UserPortRow, layouts.userPort, tables.userPort, checkIds, before);
}
