// Reads the rows of ports that the addon packed: numbers and texts, as the columns have them.

import { checkWhole, idOf } from './records/rows.ts';
import type { PackedRows } from './replies.ts';

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
 * Stands on one row after another. The texts that differ are cut from one common text as it goes:
 * what is on the row must be read, each once, before it goes on.
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
