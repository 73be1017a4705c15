// Makes ports from the rows of a listing. The loop is hot: 30,000 ports a second are an ordinary load, and
// it runs on the program's main thread. Hence classes: objects of one shape are small and quick to make.

import { type PackedRows, PortRow } from '../native/records.ts';
import { type Port, type PortCondition, portConditions } from './port.ts';

class ListedPort implements Port {
  readonly server: string;
  readonly name: string;
  readonly handle: number;
  readonly condition: PortCondition;
  readonly deviceName: string;
  readonly deviceType: string;
  readonly mediaName: string;
  readonly connection: number | undefined;
  readonly totalCalls: number;
  readonly connectDuration: number;

  constructor(row: PortRow, server: string) {
    this.server = server;
    this.name = row.name;
    this.handle = row.handle();
    this.condition = conditionOf(row);
    this.deviceName = row.deviceName();
    this.deviceType = row.deviceType();
    this.mediaName = row.mediaName();
    this.connection = row.connection();
    this.totalCalls = row.totalCalls();
    this.connectDuration = row.connectDuration();
  }
}

// rassapi reports these too, while a user is on the port.
class ListedUserPort extends ListedPort {
  readonly userName: string;
  readonly computer: string;
  readonly logonDomain: string;
  declare readonly sessionStart?: Date;

  constructor(row: PortRow, server: string) {
    super(row, server);
    this.userName = row.nextUserName();
    this.computer = row.nextComputer();
    this.logonDomain = row.logonDomain();
    const start = row.sessionStart();
    if (start !== 0) this.sessionStart = new Date(start * 1000);
  }
}

// Printed, each shows the public name of its type.
for (const listed of [ListedPort, ListedUserPort]) {
  Object.defineProperty(listed, 'name', { value: 'Port' });
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
      slice[index] = row.hasSession()
        ? new ListedUserPort(row, server)
        : new ListedPort(row, server);
    }
    slices.push(slice);
  }
  return slices.length === 1 ? (slices[0] as Port[]) : ([] as Port[]).concat(...slices);
}
