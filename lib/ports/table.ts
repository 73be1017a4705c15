// The ports of an answer as rows. Any of them can be read, and compared with one of an earlier answer without an
// object for either.

import type { PackedRows } from '../native/packed.ts';
import { layoutOf, RowTable } from '../native/row_table.ts';
import { PortRow } from '../native/rows.ts';
import { checkIds, connectionOf, hasSession, portOf } from './listed.ts';
import type { Port } from './port.ts';

/** Whether a port is as another one was in an earlier answer, but for the duration of its connection. */
export type IsUnchanged = (index: number, before: number) => boolean;

const layout = layoutOf('port', ['connectDuration']);

export class PortTable {
  readonly count: number;
  private readonly rows: RowTable<PortRow>;
  readonly #server: string;

  /** @throws {IdOutOfRange | NotWhole} */
  constructor(rows: PackedRows, server: string, before?: PortTable) {
    this.rows = new RowTable(PortRow, layout, rows, checkIds, before?.rows);
    this.count = rows.count;
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
    return hasSession(this.rows.at(index));
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
