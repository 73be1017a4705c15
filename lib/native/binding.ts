// What the C++ addon exports, as types. The addon knows no words: it answers with numbers, the name
// of the function that gave them, and packed rows.

/** A server handle and its lane, as an object that only the addon can open. */
export interface NativeConnection {
  readonly __native: 'rras connection';
}

/** How an operation ended. The addon lists these names as `verdicts`, in this order. */
export const verdicts = [
  // The function was called and `status` is its answer.
  'answered',
  // The port is not as expected; nothing was done to it. `rows` holds the port as it is now.
  'port-changed',
  // The server said that more follows and gave nothing more.
  'no-progress',
  // The answer cannot be read: entries without a buffer, or a count that no buffer can hold.
  'unreadable',
  // The dialect has no such function. Nothing was called.
  'dialect-lacks',
  // The dialect has the function but this library does not export it. Nothing was called.
  'library-lacks',
  // No library could be opened; `attempts` says why. Only for `connect`.
  'no-library',
] as const;

export interface Reply {
  /** An index into `verdicts`. */
  readonly verdict: number;
  readonly status: number;
  readonly syscall: string;
}

/** Rows as the calling thread packed them: see lib/native/rows.ts. */
export interface PackedRows {
  readonly count: number;
  readonly words: ArrayBuffer;
  /** The texts that differ from row to row, one after the other. */
  readonly text: string;
  /** The texts that repeat, each once. */
  readonly repeated: readonly string[];
}

export interface RowsReply extends Reply {
  /** There when the verdict is 'answered' with status 0, or 'port-changed'. */
  readonly rows?: PackedRows;
}

export interface Attempt {
  readonly file: string;
  readonly dialect: string;
  /** The function that was missing, when that was the reason. */
  readonly missing?: string;
  /** One of `refusals`. */
  readonly refusal: number;
  /** The system's number for it, 0 where it has none (Linux, macOS). */
  readonly status: number;
  /** The system's words for it, where it has some (Linux, macOS). */
  readonly detail?: string;
}

/** Why a library was not taken. The addon lists these names as `refusals`, in this order. */
export const refusals = [
  // The system's loader would not open it: `detail`.
  'not-loadable',
  // Wine's own mprapi.dll: its functions raise an exception when called.
  'wine-builtin',
  // It opens, but has not the exports of the dialect: `missing`.
  'function-missing',
  // It has an export that only another dialect has: `missing` names it.
  'other-dialect',
] as const;

export interface ConnectReply extends Reply {
  readonly connection?: NativeConnection;
  readonly dialect?: string;
  /** The file that serves the connection. */
  readonly library?: string;
  /** The operations that dialect and library can do, under the names of the binding's functions. */
  readonly operations?: readonly string[];
  readonly attempts?: readonly Attempt[];
}

/** Which library to open: `path` or else the system's, as `dialect` or whichever it turns out to be. */
export interface LibraryChoice {
  readonly path?: string;
  readonly dialect?: string;
}

/** What a port must still be for the call to go on. What is left out is not looked at. */
export interface Expectation {
  readonly name: string;
  /** With this, the connection is held against the port too: `connection` to `sessionStart`. */
  readonly snapshot: boolean;
  readonly connection?: number | undefined;
  /** The raw number, 0-based; absent when the snapshot's condition was an unknown one. */
  readonly condition?: number;
  readonly totalCalls?: number;
  readonly connectDuration?: number;
  readonly userName?: string | undefined;
  readonly sessionStart?: number | undefined;
}

/**
 * Every operation takes a ticket, a number that is unique in this environment, and gives a promise.
 * `abandon(ticket)` says that nobody waits any more: an operation that has not begun is dropped,
 * one that has begun goes on and its result is freed. The abandoned promise resolves with undefined.
 */
export interface Binding {
  readonly verdicts: readonly string[];
  readonly refusals: readonly string[];
  /** The columns of each record, as `name:kind`. */
  readonly records: { readonly port: readonly string[] };
  /**
   * The last ticket that was given out. It is kept with the addon, for a test runner that loads
   * modules anew makes two copies of this package's JavaScript share one addon.
   */
  lastTicket?: number;

  connect(ticket: number, library: LibraryChoice, server: string | null): Promise<ConnectReply>;
  enumPorts(
    ticket: number,
    connection: NativeConnection,
    preferredBytes: number,
  ): Promise<RowsReply>;
  disconnectPort(
    ticket: number,
    connection: NativeConnection,
    handle: number,
    name: string,
    expected?: Expectation,
  ): Promise<RowsReply>;
  resetPort(
    ticket: number,
    connection: NativeConnection,
    handle: number,
    name: string,
    expected?: Expectation,
  ): Promise<RowsReply>;
  serverDisconnect(ticket: number, connection: NativeConnection): Promise<Reply>;
  abandon(ticket: number): void;

  /** How many threads the lanes of the whole process may have; beyond that, lanes wait their turn. */
  limitThreads(count: number): void;
  /** How many they have, blocked ones too. */
  threadCount(): number;
}
