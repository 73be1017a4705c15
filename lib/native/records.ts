// The columns of each record, and how packed rows of them are read. The types of the rows come from the
// columns.

/** Rows as the thread that made the call packed them. */
export interface PackedRows {
  readonly count: number;
  readonly words: ArrayBuffer;
  /** The texts that differ from row to row, one after the other. */
  readonly text: string;
  /** The texts that repeat, each once. */
  readonly repeated: readonly string[];
}

/** The type of a value of each kind. */
interface Kinds {
  readonly u32: number;
  /** @throws {IdOutOfRange} when a number would round it. */
  readonly id: number;
  readonly u64: bigint;
  readonly guid: string;
  /** 16 hexadecimal digits. */
  readonly bytes8: string;
  readonly text: string;
  readonly repeated: string;
  readonly bytes: Uint8Array;
}

type Kind = keyof Kinds;

/** A column as both sides list it. */
export type Column = `${string}:${Kind}`;

/** A row of the record with these columns. */
export type Row<Columns extends readonly string[]> = {
  readonly [Entry in Columns[number] as Entry extends `${infer Name}:${Kind}`
    ? Name
    : never]: Entry extends `${string}:${infer Of extends Kind}` ? Kinds[Of] : never;
};

const HIGH = 2 ** 32;
const LARGEST_SAFE_HIGH = 2 ** 21 - 1;

/** An id that a JavaScript number would round, so that it would mean something else. */
export class IdOutOfRange {
  /** Such as `connection`. */
  readonly kind: string;
  readonly id: bigint;
  /** The port that has it, if a port does. */
  readonly port: string | undefined;

  constructor(kind: string, id: bigint, port?: string) {
    this.kind = kind;
    this.id = id;
    this.port = port;
  }
}

/** The number of words or texts does not fit the columns. The addon never answers like that. */
export class NotWhole extends Error {
  constructor() {
    super('The packed rows are not whole');
  }
}

const wordsOf = {
  u32: 1,
  id: 2,
  u64: 2,
  guid: 4,
  bytes8: 2,
  text: 1,
  repeated: 1,
  bytes: 1,
} as const;

/** @throws {NotWhole} unless there are as many words as so many rows of these columns have */
export function checkWhole(columns: readonly string[], { count, words }: PackedRows): void {
  const width = columns.reduce((sum, column) => sum + wordsOf[column.split(':')[1] as Kind], 0);
  if (words.byteLength !== count * width * Uint32Array.BYTES_PER_ELEMENT) throw new NotWhole();
}

/** Two words as one number. @throws {IdOutOfRange} */
export function idOf(low: number, high: number, kind: string, port?: string): number {
  if (high > LARGEST_SAFE_HIGH) {
    throw new IdOutOfRange(kind, (BigInt(high) << 32n) | BigInt(low), port);
  }
  return low + high * HIGH;
}

// Reads word after word, and cuts the texts from one common text.
class Cursor {
  readonly words: Uint32Array;
  readonly #text: string;
  readonly #repeated: readonly string[];
  #word = 0;
  #cut = 0;

  constructor(rows: PackedRows) {
    this.words = new Uint32Array(rows.words);
    this.#text = rows.text;
    this.#repeated = rows.repeated;
  }

  u32(): number {
    const word = this.words[this.#word] as number;
    this.#word += 1;
    return word;
  }

  u64(): bigint {
    const low = this.u32();
    return (BigInt(this.u32()) << 32n) | BigInt(low);
  }

  id(name: string): number {
    const low = this.u32();
    return idOf(low, this.u32(), name);
  }

  text(): string {
    const begin = this.#cut;
    this.#cut += this.u32();
    return this.#text.slice(begin, this.#cut);
  }

  repeated(): string {
    const text = this.#repeated[this.u32()];
    if (text === undefined) throw new NotWhole();
    return text;
  }

  bytes(): Uint8Array {
    const text = this.text();
    if (/[^\0-\xff]/.test(text)) throw new NotWhole();
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  }

  /** @throws {NotWhole} unless the rows had all of the text, and no more */
  end(): void {
    if (this.#cut !== this.#text.length) throw new NotWhole();
  }

  /** As hexadecimal digits, in the order in which the bytes lie in memory. */
  hex(words: number): string {
    let digits = '';
    for (let count = 0; count < words; count += 1) {
      const word = this.u32();
      for (let shift = 0; shift < 32; shift += 8) {
        digits += ((word >>> shift) & 0xff).toString(16).padStart(2, '0');
      }
    }
    return digits;
  }

  // The first three parts of a GUID are numbers, the last two are bytes.
  guid(): string {
    const first = this.u32().toString(16).padStart(8, '0');
    const middle = this.u32();
    const second = (middle & 0xffff).toString(16).padStart(4, '0');
    const third = (middle >>> 16).toString(16).padStart(4, '0');
    const rest = this.hex(2);
    return `${first}-${second}-${third}-${rest.slice(0, 4)}-${rest.slice(4)}`;
  }
}

const readers: { readonly [Of in Kind]: (cursor: Cursor, name: string) => Kinds[Of] } = {
  u32: (cursor) => cursor.u32(),
  id: (cursor, name) => cursor.id(name),
  u64: (cursor) => cursor.u64(),
  guid: (cursor) => cursor.guid(),
  bytes8: (cursor) => cursor.hex(2),
  text: (cursor) => cursor.text(),
  repeated: (cursor) => cursor.repeated(),
  bytes: (cursor) => cursor.bytes(),
};

/** The rows, in their order. @throws {IdOutOfRange | NotWhole} */
export function readRows<const Columns extends readonly Column[]>(
  columns: Columns,
  rows: PackedRows,
): Row<Columns>[] {
  checkWhole(columns, rows);
  const cursor = new Cursor(rows);
  const fields = columns.map((column) => {
    const [name = '', kind] = column.split(':');
    return { name, read: readers[kind as Kind] };
  });
  const read: Row<Columns>[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    const values: Record<string, unknown> = {};
    for (const field of fields) values[field.name] = field.read(cursor, field.name);
    read.push(values as Row<Columns>);
  }
  cursor.end();
  return read;
}

// Columns that several records have in the same order.

/** What a port or a connection has counted. */
const counterColumns = [
  'bytesSent:u32',
  'bytesReceived:u32',
  'framesSent:u32',
  'framesReceived:u32',
  'crcErrors:u32',
  'timeoutErrors:u32',
  'alignmentErrors:u32',
  'hardwareOverruns:u32',
  'framingErrors:u32',
  'bufferOverruns:u32',
  'compressionRatioIn:u32',
  'compressionRatioOut:u32',
] as const;

const nbf = ['nbfError:u32', 'nbfComputer:text'] as const;
const ip = ['ipError:u32', 'ipAddress:text', 'ipRemoteAddress:text'] as const;
const ipOptions = ['ipOptions:u32', 'ipRemoteOptions:u32'] as const;
const ipx = ['ipxError:u32', 'ipxAddress:text'] as const;
const at = ['atError:u32', 'atAddress:text'] as const;

const ipv6 = [
  'ipv6Error:u32',
  'ipv6Identifier:bytes8',
  'ipv6RemoteIdentifier:bytes8',
  'ipv6Prefix:bytes8',
  'ipv6PrefixLength:u32',
] as const;

const ccp = [
  'ccpError:u32',
  'ccpAlgorithm:u32',
  'ccpOptions:u32',
  'ccpRemoteAlgorithm:u32',
  'ccpRemoteOptions:u32',
] as const;

const lcp = [
  'lcpError:u32',
  'authenticationProtocol:u32',
  'authenticationData:u32',
  'remoteAuthenticationProtocol:u32',
  'remoteAuthenticationData:u32',
  'terminateReason:u32',
  'remoteTerminateReason:u32',
  'lcpOptions:u32',
  'lcpRemoteOptions:u32',
  'eapType:u32',
  'remoteEapType:u32',
] as const;

// Ports.

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

/** What MprAdminPortGetInfo reports beyond the listing. */
export const portDetailsColumns = [
  'handle:id',
  'connection:id',
  'hardwareCondition:u32',
  'lineSpeed:u32',
  ...counterColumns,
] as const;

/** What RasAdminPortGetInfo reports beyond the listing. */
export const rassapiPortColumns = [
  'lineCondition:u32',
  'hardwareCondition:u32',
  'lineSpeed:u32',
  'nbfError:u32',
  'netBiosError:u32',
  'netBiosName:bytes',
  'nbfComputer:text',
  'ipError:u32',
  'ipAddress:text',
  'ipxError:u32',
  'ipxAddress:text',
  'atError:u32',
  'atAddress:text',
] as const;

/** Of the connection with all its links, then of the port alone. */
export const rassapiStatisticsColumns = [
  'bytesSent:u32',
  'bytesReceived:u32',
  'framesSent:u32',
  'framesReceived:u32',
  'crcErrors:u32',
  'timeoutErrors:u32',
  'alignmentErrors:u32',
  'hardwareOverruns:u32',
  'framingErrors:u32',
  'bufferOverruns:u32',
  'bytesSentUncompressed:u32',
  'bytesReceivedUncompressed:u32',
  'bytesSentCompressed:u32',
  'bytesReceivedCompressed:u32',
  'portBytesSent:u32',
  'portBytesReceived:u32',
  'portFramesSent:u32',
  'portFramesReceived:u32',
  'portCrcErrors:u32',
  'portTimeoutErrors:u32',
  'portAlignmentErrors:u32',
  'portHardwareOverruns:u32',
  'portFramingErrors:u32',
  'portBufferOverruns:u32',
  'portBytesSentUncompressed:u32',
  'portBytesReceivedUncompressed:u32',
  'portBytesSentCompressed:u32',
  'portBytesReceivedCompressed:u32',
] as const;

export const rassapiParameterColumns = [
  'key:text',
  'type:u32',
  'attributes:u32',
  'number:u32',
  'value:bytes',
] as const;

export type RassapiPortRow = Row<typeof rassapiPortColumns>;
export type RassapiStatisticsRow = Row<typeof rassapiStatisticsColumns>;
export type RassapiParameterRow = Row<typeof rassapiParameterColumns>;

// A connection at each level.

/** Every server has it. */
export const connection0 = [
  'connection:id',
  'interface:id',
  'connectDuration:u32',
  'interfaceType:u32',
  'flags:u32',
  'interfaceName:repeated',
  'userName:text',
  'logonDomain:repeated',
  'computer:text',
] as const;

/** Since Windows 2000. */
export const connection1 = [
  'connection:id',
  'interface:id',
  ...nbf,
  ...ip,
  ...ipx,
  ...at,
  ...counterColumns,
] as const;

/** Since Windows 2000. */
export const connection2 = [
  'connection:id',
  'userName:text',
  'interfaceType:u32',
  'guid:guid',
  ...nbf,
  ...ip,
  ...ipOptions,
  ...ipx,
  ...at,
  ...ccp,
  ...lcp,
] as const;

/** Since Windows Server 2008. */
export const connection3 = [
  'connection:id',
  'userName:text',
  'interfaceType:u32',
  'guid:guid',
  ...ip,
  ...ipOptions,
  ...ipv6,
  'ipv6Options:u32',
  'ipv6RemoteOptions:u32',
  ...ccp,
  ...lcp,
  'quarantine:u32',
  'probationEnds:u64',
] as const;

/** Since Windows Server 2008 R2. Columns that the type of the projection lacks are 0 or ''. */
export const connectionEx = [
  ...connection0,
  'guid:guid',
  'quarantine:u32',
  'probationEnds:u64',
  ...counterColumns,
  'switchOvers:u32',
  'remoteEndpoint:text',
  'localEndpoint:text',
  'projectionType:u32',
  ...ip,
  ...ipOptions,
  'ipv4SubInterface:u64',
  ...ipv6,
  'ipv6SubInterface:u64',
  ...lcp,
  ...ccp,
  'ikev2Options:u32',
  'ikev2AuthenticationProtocol:u32',
  'ikev2EapType:u32',
  'ikev2CompressionAlgorithm:u32',
  'ikev2EncryptionMethod:u32',
] as const;

/** The result for each port of a connection that was to be disconnected. */
export const portStatus = ['handle:id', 'status:u32'] as const;

export type Connection0Row = Row<typeof connection0>;
export type Connection1Row = Row<typeof connection1>;
export type Connection2Row = Row<typeof connection2>;
export type Connection3Row = Row<typeof connection3>;
export type ConnectionExRow = Row<typeof connectionEx>;

// The server, level by level; in rassapi there is one level.

export const server0Columns = [
  'lanOnly:u32',
  'upTime:u32',
  'totalPorts:u32',
  'portsInUse:u32',
] as const;

export const server1Columns = [
  'pptpPorts:u32',
  'pptpFlags:u32',
  'l2tpPorts:u32',
  'l2tpFlags:u32',
] as const;

export const server2Columns = [...server1Columns, 'sstpPorts:u32', 'sstpFlags:u32'] as const;

export const rassapiServerColumns = ['totalPorts:u32', 'portsInUse:u32', 'rasVersion:u32'] as const;

/**
 * A server with all its tunnels. A column has… is 0 where the struct that was read lacks the columns after
 * it; those are 0 or empty then.
 */
export const serverExColumns = [
  'revision:u32',
  'lanOnly:u32',
  'upTime:u32',
  'totalPorts:u32',
  'portsInUse:u32',
  'pptpPorts:u32',
  'pptpFlags:u32',
  'l2tpPorts:u32',
  'l2tpFlags:u32',
  'sstpPorts:u32',
  'sstpFlags:u32',
  'ikev2Ports:u32',
  'ikev2Flags:u32',
  'hasGre:u32',
  'grePorts:u32',
  'greFlags:u32',
  'sstpUsesHttps:u32',
  'sstpCertificateAlgorithm:u32',
  'sstpCertificateIsDefault:u32',
  'sstpCertificate:bytes',
  'ikev2ParameterFlags:u32',
  'ikev2IdleTimeout:u32',
  'ikev2NetworkBlackoutTime:u32',
  'ikev2SaLifeTime:u32',
  'ikev2SaDataSize:u32',
  'ikev2ConfigOptions:u32',
  'hasIkev2Encryption:u32',
  'ikev2MachineCertificateName:bytes',
  'ikev2EncryptionType:u32',
  'hasIkev2Policy:u32',
  'ikev2IntegrityMethod:u32',
  'ikev2EncryptionMethod:u32',
  'ikev2CipherTransform:u32',
  'ikev2AuthenticationTransform:u32',
  'ikev2PfsGroup:u32',
  'ikev2DhGroup:u32',
  'ikev2MachineCertificateHash:bytes',
  'hasL2tpParameters:u32',
  'l2tpParameterFlags:u32',
  'l2tpIdleTimeout:u32',
  'l2tpEncryptionType:u32',
  'l2tpSaLifeTime:u32',
  'l2tpSaDataSize:u32',
  'hasMainModeLifeTimes:u32',
  'ikev2MainModeSaLifeTime:u32',
  'l2tpMainModeSaLifeTime:u32',
] as const;

export const ikev2CertificateColumns = ['name:bytes'] as const;

export const ikev2EkuColumns = ['isOid:u32', 'eku:text'] as const;

/** What an account may do when it dials in. */
export const userColumns = [
  'level:u32',
  'privilege:u32',
  'phoneNumber:text',
  'privilege2:u32',
] as const;

// Devices, and the settings of transports.

export const deviceColumns = ['deviceType:repeated', 'deviceName:text'] as const;

export const transportColumns = ['globalInfo:bytes', 'clientInterfaceInfo:bytes'] as const;

/** Every record with its columns. The addon lists its own, and a difference is refused. */
export const records = {
  port: portColumns,
  portDetails: portDetailsColumns,
  portStatus,
  rassapiPort: rassapiPortColumns,
  rassapiStatistics: rassapiStatisticsColumns,
  rassapiParameter: rassapiParameterColumns,
  connection0,
  connection1,
  connection2,
  connection3,
  connectionEx,
  server0: server0Columns,
  server1: server1Columns,
  server2: server2Columns,
  serverEx: serverExColumns,
  ikev2Certificate: ikev2CertificateColumns,
  ikev2Eku: ikev2EkuColumns,
  rassapiServer: rassapiServerColumns,
  user: userColumns,
  device: deviceColumns,
  transport: transportColumns,
} as const;

// Ports are read in a loop that is hot: hence a cursor in place of an object for each row.

// Where a column begins in a row, in words; an id has two, low and high.
function wordOf(column: (typeof portColumns)[number]): number {
  return wordsIn(portColumns.slice(0, portColumns.indexOf(column)));
}

function wordsIn(columns: readonly string[]): number {
  return columns.reduce((words, column) => words + (column.endsWith(':id') ? 2 : 1), 0);
}

const HANDLE = wordOf('handle:id');
const CONNECTION = wordOf('connection:id');
const FLAGS = wordOf('flags:u32');
const CONDITION = wordOf('condition:u32');
const TOTAL_CALLS = wordOf('totalCalls:u32');
const CONNECT_DURATION = wordOf('connectDuration:u32');
const NAME = wordOf('name:text');
const MEDIA_NAME = wordOf('mediaName:repeated');
const DEVICE_NAME = wordOf('deviceName:repeated');
const DEVICE_TYPE = wordOf('deviceType:repeated');
const USER_NAME = wordOf('userName:text');
const COMPUTER = wordOf('computer:text');
const LOGON_DOMAIN = wordOf('logonDomain:repeated');
const SESSION_START = wordOf('sessionStart:u32');
const WIDTH = wordsIn(portColumns);

const HAS_CONNECTION = 1;
const HAS_SESSION = 2;
const UNKNOWN_CONDITION = 4;

/**
 * Stands on one row after another. The texts that differ are cut from one common text: each text of a row
 * must be read, once, before the next row.
 */
export class PortRow {
  readonly #words: Uint32Array;
  readonly #text: string;
  readonly #repeated: readonly string[];
  #row = 0;
  #cut = 0;
  name = '';

  /** @throws {NotWhole} */
  constructor(rows: PackedRows) {
    checkWhole(portColumns, rows);
    this.#words = new Uint32Array(rows.words);
    this.#text = rows.text;
    this.#repeated = rows.repeated;
  }

  goTo(index: number): void {
    this.#row = index * WIDTH;
    this.name = this.#nextText(NAME);
  }

  /** @throws {IdOutOfRange} */
  handle(): number {
    return this.#id(HANDLE, 'handle');
  }

  /** @throws {IdOutOfRange} */
  connection(): number | undefined {
    return this.#has(HAS_CONNECTION) ? this.#id(CONNECTION, 'connection') : undefined;
  }

  /** From 0 on, as mprapi counts; a number without a meaning as it is. */
  condition(): number {
    return this.#word(CONDITION);
  }

  isConditionKnown(): boolean {
    return !this.#has(UNKNOWN_CONDITION);
  }

  totalCalls(): number {
    return this.#word(TOTAL_CALLS);
  }

  connectDuration(): number {
    return this.#word(CONNECT_DURATION);
  }

  mediaName(): string {
    return this.#repeatedText(MEDIA_NAME);
  }

  deviceName(): string {
    return this.#repeatedText(DEVICE_NAME);
  }

  deviceType(): string {
    return this.#repeatedText(DEVICE_TYPE);
  }

  /** Whether the columns from the user's name on are filled; if so, they must be read. */
  hasSession(): boolean {
    if (!this.#has(HAS_SESSION)) return false;
    return this.#word(USER_NAME) + this.#word(COMPUTER) + this.#word(SESSION_START) > 0;
  }

  nextUserName(): string {
    return this.#nextText(USER_NAME);
  }

  nextComputer(): string {
    return this.#nextText(COMPUTER);
  }

  logonDomain(): string {
    return this.#repeatedText(LOGON_DOMAIN);
  }

  /** Seconds since 1970; 0 for none. */
  sessionStart(): number {
    return this.#word(SESSION_START);
  }

  #word(column: number): number {
    return this.#words[this.#row + column] as number;
  }

  #has(flag: number): boolean {
    return (this.#word(FLAGS) & flag) !== 0;
  }

  #repeatedText(column: number): string {
    return this.#repeated[this.#word(column)] as string;
  }

  #nextText(column: number): string {
    const begin = this.#cut;
    this.#cut += this.#word(column);
    return this.#text.slice(begin, this.#cut);
  }

  #id(column: number, kind: 'handle' | 'connection'): number {
    return idOf(this.#word(column), this.#word(column + 1), kind, this.name);
  }
}
