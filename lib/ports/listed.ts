// Makes ports from the rows of a listing: plain objects, so that they print as such and are equal to a copy. 30,000
// ports a second are an ordinary load, and this runs on the program's main thread. Objects of one shape, made in
// one literal, are quick to make.

import {
  checkTextEnds,
  IdOutOfRange,
  joined,
  type PackedRows,
  slicesFor,
} from '../native/packed.ts';
import { PortRow } from '../native/rows.ts';
import { type Port, type PortCondition, portConditions } from './port.ts';

/** The bits of a row's `flags`. */
const HAS_CONNECTION = 1;
const HAS_SESSION = 2;
const UNKNOWN_CONDITION = 4;

/** The ports, in the order of the rows. @throws {IdOutOfRange | NotWhole} */
export function listPorts(rows: PackedRows, server: string): Port[] {
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
    slice[index] = anyPortOf(row, server);
  }
  return cut;
}

/** @throws {IdOutOfRange} with the name of the port */
export function portOf(row: PortRow, server: string): Port {
  try {
    return anyPortOf(row, server);
  } catch (error) {
    throw named(error, row);
  }
}

function anyPortOf(row: PortRow, server: string): Port {
  return hasSession(row) ? userPortOf(row, server) : listedPortOf(row, server);
}

/** @throws {IdOutOfRange} with the name of the port, if an id is too large */
export function checkIds(row: PortRow): void {
  try {
    void row.handle;
    void connectionOf(row);
  } catch (error) {
    throw named(error, row);
  }
}

function named(error: unknown, { name }: PortRow): unknown {
  return error instanceof IdOutOfRange ? new IdOutOfRange(error.kind, error.id, name) : error;
}

/** The id of the connection that uses the port. */
export function connectionOf(row: PortRow): number | undefined {
  return (row.flags & HAS_CONNECTION) === 0 ? undefined : row.connection;
}

function listedPortOf(row: PortRow, server: string): Port {
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

// rassapi reports these too, while a user is on the port.
function userPortOf(row: PortRow, server: string): Port {
  const port = {
    ...listedPortOf(row, server),
    userName: row.userName,
    computer: row.computer,
    logonDomain: row.logonDomain,
  };
  const start = row.sessionStart;
  return start === 0 ? port : { ...port, sessionStart: new Date(start * 1000) };
}

/** Whether rassapi reports a user on the port. */
export function hasSession(row: PortRow): boolean {
  if ((row.flags & HAS_SESSION) === 0) return false;
  return row.userName !== '' || row.computer !== '' || row.sessionStart > 0;
}

function conditionOf(number: number, flags: number): PortCondition {
  const word = (flags & UNKNOWN_CONDITION) === 0 ? portConditions[number] : undefined;
  return word ?? `unknown-${number}`;
}
