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

/**
 * Where a port came from: one object for each connection to a server. It does not refer to the
 * server, which a kept port must not keep alive.
 */
export interface Origin {
  readonly server: string;
  readonly library: string;
}

/** An id that a JavaScript number would round, and would then name something else. */
export class IdOutOfRange {
  readonly port: string;
  readonly kind: 'handle' | 'connection';
  readonly id: bigint;

  constructor(port: string, kind: 'handle' | 'connection', id: bigint) {
    this.port = port;
    this.kind = kind;
    this.id = id;
  }
}

// Stands on one row after another, and cuts the common text as it goes.
class PortRow {
  readonly #words: Uint32Array;
  readonly #text: string;
  readonly #repeated: readonly string[];
  #row = 0;
  #cut = 0;
  name = '';

  constructor(rows: PackedRows) {
    this.#words = new Uint32Array(rows.words);
    this.#text = rows.text;
    this.#repeated = rows.repeated;
  }

  begin(index: number): void {
    this.#row = index * WIDTH;
    this.name = this.text(NAME);
  }

  u32(column: number): number {
    return this.#words[this.#row + column] as number;
  }

  repeated(column: number): string {
    return this.#repeated[this.u32(column)] as string;
  }

  /** To be asked for once a row and column, in the order of the columns. */
  text(column: number): string {
    const begin = this.#cut;
    this.#cut += this.u32(column);
    return this.#text.slice(begin, this.#cut);
  }

  /** @throws {IdOutOfRange} */
  id(column: number): number {
    const high = this.u32(column + 1);
    if (high > LARGEST_SAFE_HIGH) {
      const kind = column === HANDLE ? 'handle' : 'connection';
      throw new IdOutOfRange(this.name, kind, (BigInt(high) << 32n) | BigInt(this.u32(column)));
    }
    return this.u32(column) + high * HIGH;
  }

  condition(): PortCondition {
    const condition = this.u32(CONDITION);
    const isKnown = (this.u32(FLAGS) & UNKNOWN_CONDITION) === 0;
    return (isKnown ? portConditions[condition] : undefined) ?? `unknown-${condition}`;
  }

  hasConnection(): boolean {
    return (this.u32(FLAGS) & HAS_CONNECTION) !== 0;
  }

  /** Whether the columns from the user's name on are filled. */
  hasSession(): boolean {
    return (
      (this.u32(FLAGS) & HAS_SESSION) !== 0 &&
      this.u32(USER_NAME) + this.u32(COMPUTER) + this.u32(SESSION_START) > 0
    );
  }
}

class ListedPort implements Port {
  readonly #origin: Origin;
  readonly name: string;
  readonly handle: number;
  readonly condition: PortCondition;
  readonly deviceName: string;
  readonly deviceType: string;
  readonly mediaName: string;
  readonly connection: number | undefined;
  readonly totalCalls: number;
  readonly connectDuration: number;

  constructor(row: PortRow, origin: Origin) {
    this.#origin = origin;
    this.name = row.name;
    this.handle = row.id(HANDLE);
    this.condition = row.condition();
    this.deviceName = row.repeated(DEVICE_NAME);
    this.deviceType = row.repeated(DEVICE_TYPE);
    this.mediaName = row.repeated(MEDIA_NAME);
    this.connection = row.hasConnection() ? row.id(CONNECTION) : undefined;
    this.totalCalls = row.u32(TOTAL_CALLS);
    this.connectDuration = row.u32(CONNECT_DURATION);
  }

  static originOf(port: object): Origin | undefined {
    return #origin in port ? port.#origin : undefined;
  }
}

// What rassapi knows besides, while a user is on the port.
class ListedSession extends ListedPort {
  readonly userName: string;
  readonly computer: string;
  readonly logonDomain: string;
  declare readonly sessionStart?: Date;

  constructor(row: PortRow, origin: Origin) {
    super(row, origin);
    this.userName = row.text(USER_NAME);
    this.computer = row.text(COMPUTER);
    this.logonDomain = row.repeated(LOGON_DOMAIN);
    const start = row.u32(SESSION_START);
    if (start !== 0) this.sessionStart = new Date(start * 1000);
  }
}

// A program that prints one reads what it is.
for (const listed of [ListedPort, ListedSession]) {
  Object.defineProperty(listed, 'name', { value: 'Port' });
}

/** The origin of a port that came from a listing; undefined for any other object. */
export function originOf(port: object): Origin | undefined {
  return ListedPort.originOf(port);
}

/** The ports, in the order of the rows. @throws {IdOutOfRange} */
export function unpackPorts(rows: PackedRows, origin: Origin): Port[] {
  const ports = new Array<Port>(rows.count);
  const row = new PortRow(rows);
  for (let index = 0; index < rows.count; index += 1) {
    row.begin(index);
    ports[index] = row.hasSession() ? new ListedSession(row, origin) : new ListedPort(row, origin);
  }
  return ports;
}
