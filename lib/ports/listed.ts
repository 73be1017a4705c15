// Makes ports from the rows of a listing. The loop is hot: 30,000 ports a second are an ordinary load, and
// it runs on the program's main thread. Objects of one shape, made in one literal, are quick to make.
// They are plain objects, so that they print as such and are equal to a copy.

import { type PackedRows, PortRow } from '../native/records.ts';
import { type Port, type PortCondition, portConditions } from './port.ts';

function portOf(row: PortRow, server: string): Port {
  return {
    server,
    name: row.name,
    handle: row.handle(),
    condition: conditionOf(row),
    deviceName: row.deviceName(),
    deviceType: row.deviceType(),
    mediaName: row.mediaName(),
    connection: row.connection(),
    totalCalls: row.totalCalls(),
    connectDuration: row.connectDuration(),
  };
}

// rassapi reports these too, while a user is on the port.
function userPortOf(row: PortRow, server: string): Port {
  const port = {
    ...portOf(row, server),
    userName: row.nextUserName(),
    computer: row.nextComputer(),
    logonDomain: row.logonDomain(),
  };
  const start = row.sessionStart();
  return start === 0 ? port : { ...port, sessionStart: new Date(start * 1000) };
}

function conditionOf(row: PortRow): PortCondition {
  const number = row.condition();
  const word = row.isConditionKnown() ? portConditions[number] : undefined;
  return word ?? `unknown-${number}`;
}

// V8 never moves an array that is larger than 128 KiB. One that exists during a collection of young objects
// counts as old afterwards, and keeps all its ports until the next full collection, even if it is garbage.
// Such a collection is likely while the ports are being made. So the large array is made last.
const SLICE = 8_000;

/** The ports, in the order of the rows. @throws {IdOutOfRange} */
export function listPorts(rows: PackedRows, server: string): Port[] {
  const row = new PortRow(rows);
  const slices: Port[][] = [];
  for (let begin = 0; begin < rows.count; begin += SLICE) {
    const slice = new Array<Port>(Math.min(SLICE, rows.count - begin));
    for (let index = 0; index < slice.length; index += 1) {
      row.goTo(begin + index);
      slice[index] = row.hasSession() ? userPortOf(row, server) : portOf(row, server);
    }
    slices.push(slice);
  }
  return slices.length === 1 ? (slices[0] as Port[]) : ([] as Port[]).concat(...slices);
}
