// Makes ports from the rows of a listing: plain objects, so that they print as such and are equal to a copy. 30,000
// ports a second are an ordinary load, and this runs on the program's main thread. Objects of one shape, made in
// one literal, are quick to make.

import type { TablesReply } from '../call/reply.ts';
import {
  checkTextEnds,
  IdOutOfRange,
  joined,
  mapRows,
  NotWhole,
  type PackedRows,
  slicesFor,
} from '../native/packed.ts';
import { PortRow, UserPortRow } from '../native/rows.ts';
import { type Port, type PortCondition, portConditions } from './port.ts';

/** The bits of a row's `flags`. */
const HAS_CONNECTION = 1;
const UNKNOWN_CONDITION = 2;

/** The row of a port. Those of rassapi have the user on the port as well. */
export type AnyPortRow = PortRow | UserPortRow;

type Tables = TablesReply['tables'];

export function hasPorts(tables: Tables): boolean {
  return tables?.port !== undefined || tables?.userPort !== undefined;
}

/**
 * The ports, in the order of the rows. An empty listing has a table without a row: a missing table is not "no ports".
 *
 * @throws {IdOutOfRange | NotWhole}
 */
export function listPorts(tables: Tables, server: string): Port[] {
  if (tables?.port !== undefined) return listed(tables.port, server);
  if (tables?.userPort === undefined) throw new NotWhole();
  return mapRows(UserPortRow, tables.userPort, (row) => portOf(row, server));
}

function listed(rows: PackedRows, server: string): Port[] {
  const row = new PortRow(rows);
  const slices = slicesFor<Port>(rows.count);
  let number = 0;
  let cut = 0;
  try {
    for (const slice of slices) {
      cut = fill(slice, row, number, cut, server);
      number += slice.length;
    }
  } catch (error) {
    throw named(error, row);
  }
  checkTextEnds(rows.text, cut);
  rows.letGo?.();
  return joined(slices);
}

// A loop of its own, without a function that makes each thing: V8 then compiles all that a row needs into the loop, and
// a port takes a quarter less time.
function fill(slice: Port[], row: PortRow, first: number, from: number, server: string): number {
  let cut = from;
  for (let index = 0; index < slice.length; index += 1) {
    row.goTo(first + index, cut);
    cut += row.textLength();
    slice[index] = listedPortOf(row, server);
  }
  return cut;
}

/** @throws {IdOutOfRange} with the name of the port */
export function portOf(row: AnyPortRow, server: string): Port {
  try {
    const port = listedPortOf(row, server);
    return hasUser(row) ? withUser(port, row) : port;
  } catch (error) {
    throw named(error, row);
  }
}

/** @throws {IdOutOfRange} with the name of the port, if an id is too large */
export function checkIds(row: AnyPortRow): void {
  try {
    void row.handle;
    void connectionOf(row);
  } catch (error) {
    throw named(error, row);
  }
}

function named(error: unknown, { name }: AnyPortRow): unknown {
  return error instanceof IdOutOfRange ? new IdOutOfRange(error.kind, error.id, name) : error;
}

/** The id of the connection that uses the port. */
export function connectionOf(row: AnyPortRow): number | undefined {
  return (row.flags & HAS_CONNECTION) === 0 ? undefined : row.connection;
}

function listedPortOf(row: AnyPortRow, server: string): Port {
  return {
    server,
    name: row.name,
    handle: row.handle,
    condition: conditionOf(row.condition, row.flags),
    deviceName: row.deviceName,
    deviceType: row.deviceType,
    mediaName: row.mediaName,
    connection: connectionOf(row),
    totalCalls: row.totalCalls,
    connectDuration: row.connectDuration,
  };
}

function withUser(port: Port, row: UserPortRow): Port {
  const { userName, computer, logonDomain, sessionStart: start } = row;
  const used = { ...port, userName, computer, logonDomain };
  return start === 0 ? used : { ...used, sessionStart: new Date(start * 1000) };
}

/** Whether rassapi reports a user on the port. */
export function hasUser(row: AnyPortRow): row is UserPortRow {
  if (!('userName' in row)) return false;
  return row.userName !== '' || row.computer !== '' || row.sessionStart > 0;
}

function conditionOf(number: number, flags: number): PortCondition {
  const word = (flags & UNKNOWN_CONDITION) === 0 ? portConditions[number] : undefined;
  return word ?? `unknown-${number}`;
}
