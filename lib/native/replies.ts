// What comes back from the C++ addon: numbers, the name of the function that gave them, packed rows.

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
  // The connection is not as expected; nothing was done to it. `tables` holds it as it is now.
  'connection-changed',
] as const;

export interface Reply {
  /** An index into `verdicts`. */
  readonly verdict: number;
  readonly status: number;
  readonly syscall: string;
}

/** Rows as the calling thread packed them: see lib/native/records/rows.ts. */
export interface PackedRows {
  readonly count: number;
  readonly words: ArrayBuffer;
  /** The texts that differ from row to row, one after the other. */
  readonly text: string;
  /** The texts that repeat, each once. */
  readonly repeated: readonly string[];
}

/** Rows of one record or of several. */
export interface TablesReply extends Reply {
  /** There when the verdict is 'answered' with status 0, 'port-changed' or 'connection-changed'. */
  readonly tables?: { readonly [record: string]: PackedRows };
}

/** A secret in memory that is the caller's alone. */
export interface SecretReply extends Reply {
  /** There when the verdict is 'answered' with status 0. Empty where there is none. */
  readonly secret?: ArrayBuffer;
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
