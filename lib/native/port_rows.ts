// Makes ports from the rows that the addon packed. The loop is hot: 30,000 ports a second are an
// ordinary load, and every microsecond here is one that the program's main thread does not have.

import { type Port, type PortCondition, portConditions } from '../port.ts';
import type { PackedRows } from './binding.ts';

/** The columns as the addon must have them: it lists its own, and a difference is refused. */
export const portColumns = [
  'handle:id',
  'connection:id',
  'flags:u32',
  'condition:u32',
  'totalCalls:u32',
  'connectDuration:u32',
  'name:text',
  'mediaName:repeated',
  'deviceName:repeated',
  'deviceType:repeated',
  'userName:text',
  'computer:text',
  'logonDomain:repeated',
  'sessionStart:u32',
] as const;

// Words of a row, in the order of the columns; an id has two, low and high.
const HANDLE = 0;
const CONNECTION = 2;
const FLAGS = 4;
const CONDITION = 5;
const TOTAL_CALLS = 6;
const CONNECT_DURATION = 7;
const NAME = 8;
const MEDIA_NAME = 9;
const DEVICE_NAME = 10;
const DEVICE_TYPE = 11;
const USER_NAME = 12;
const COMPUTER = 13;
const LOGON_DOMAIN = 14;
const SESSION_START = 15;
const WIDTH = 16;

const HAS_CONNECTION = 1;
const HAS_SESSION = 2;
const UNKNOWN_CONDITION = 4;

const HIGH = 2 ** 32;
const LARGEST_SAFE_HIGH = 2 ** 21 - 1;

/** Where a port came from. It does not refer to the server, which a kept port must not keep alive. */
export interface Origin {
  readonly server: string;
  readonly library: string;
}

/** A handle that a JavaScript number would round, and would then name another port. */
export class HandleOutOfRange {
  readonly port: string;
  readonly handle: bigint;

  constructor(port: string, handle: bigint) {
    this.port = port;
    this.handle = handle;
  }
}

class ListedPort implements Port {
  readonly name: string;
  readonly handle: number;
  readonly condition: PortCondition;
  readonly deviceName: string;
  readonly deviceType: string;
  readonly mediaName: string;
  readonly connection: number | undefined;
  readonly totalCalls: number;
  readonly connectDuration: number;
  readonly #origin: Origin;

  constructor(
    origin: Origin,
    name: string,
    handle: number,
    condition: PortCondition,
    deviceName: string,
    deviceType: string,
    mediaName: string,
    connection: number | undefined,
    totalCalls: number,
    connectDuration: number,
  ) {
    this.#origin = origin;
    this.name = name;
    this.handle = handle;
    this.condition = condition;
    this.deviceName = deviceName;
    this.deviceType = deviceType;
    this.mediaName = mediaName;
    this.connection = connection;
    this.totalCalls = totalCalls;
    this.connectDuration = connectDuration;
  }

  static originOf(port: object): Origin | undefined {
    return #origin in port ? port.#origin : undefined;
  }
}

// What rassapi knows besides, while a user is on the port.
class ListedSession extends ListedPort {
  declare readonly userName?: string;
  declare readonly computer?: string;
  declare readonly logonDomain?: string;
  declare readonly sessionStart?: Date;
}

/** The origin of a port that came from a listing; undefined for any other object. */
export function originOf(port: object): Origin | undefined {
  return ListedPort.originOf(port);
}

function conditionOf(flags: number, condition: number): PortCondition {
  if ((flags & UNKNOWN_CONDITION) !== 0) return `unknown-${condition}`;
  return portConditions[condition] ?? `unknown-${condition}`;
}

/** The ports, in the order of the rows. @throws {HandleOutOfRange} */
export function unpackPorts(rows: PackedRows, origin: Origin): Port[] {
  const words = new Uint32Array(rows.words);
  const { count, text, repeated } = rows;
  const ports = new Array<Port>(count);
  const word = (at: number) => words[at] as number;
  let place = 0;
  let at = 0;
  for (let index = 0; index < count; index += 1, at += WIDTH) {
    const nameEnd = place + word(at + NAME);
    const name = text.slice(place, nameEnd);
    place = nameEnd;
    const flags = word(at + FLAGS);
    const hasConnection = (flags & HAS_CONNECTION) !== 0;
    const hasSession = (flags & HAS_SESSION) !== 0;
    const handleHigh = word(at + HANDLE + 1);
    const connectionHigh = word(at + CONNECTION + 1);
    if (handleHigh > LARGEST_SAFE_HIGH || connectionHigh > LARGEST_SAFE_HIGH) {
      const id = handleHigh > LARGEST_SAFE_HIGH ? HANDLE : CONNECTION;
      throw new HandleOutOfRange(name, (BigInt(word(at + id + 1)) << 32n) | BigInt(word(at + id)));
    }
    const Listed = hasSession ? ListedSession : ListedPort;
    const port = new Listed(
      origin,
      name,
      word(at + HANDLE) + handleHigh * HIGH,
      conditionOf(flags, word(at + CONDITION)),
      repeated[word(at + DEVICE_NAME)] as string,
      repeated[word(at + DEVICE_TYPE)] as string,
      repeated[word(at + MEDIA_NAME)] as string,
      hasConnection ? word(at + CONNECTION) + connectionHigh * HIGH : undefined,
      word(at + TOTAL_CALLS),
      word(at + CONNECT_DURATION),
    );
    if (hasSession) {
      const userEnd = place + word(at + USER_NAME);
      const computerEnd = userEnd + word(at + COMPUTER);
      addSession(port, text.slice(place, userEnd), text.slice(userEnd, computerEnd), {
        logonDomain: repeated[word(at + LOGON_DOMAIN)] as string,
        start: word(at + SESSION_START),
      });
      place = computerEnd;
    }
    ports[index] = port;
  }
  return ports;
}

function addSession(
  port: Port,
  userName: string,
  computer: string,
  { logonDomain, start }: { logonDomain: string; start: number },
): void {
  if (start === 0 && userName === '') return;
  Object.assign(port, { userName, computer, logonDomain });
  if (start !== 0) Object.assign(port, { sessionStart: new Date(start * 1000) });
}
