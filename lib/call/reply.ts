// What an operation answers with: numbers, the name of the function that gave them, and packed rows.

import type { PackedRows } from '../native/packed.ts';

/** How an operation ended. The addon lists these names too, in this order. */
export const verdicts = [
  // The function was called and `status` is its answer.
  'answered',
  // The port is not as expected; nothing was done to it. `tables` holds it as it is now.
  'port-changed',
  // The server said that more follows and gave nothing more.
  'no-progress',
  // The answer cannot be read: entries without a buffer, or a count that no buffer can hold.
  'unreadable',
  // The dialect has no such function. Nothing was called.
  'dialect-lacks',
  // The dialect has the function but this library does not export it. Nothing was called.
  'library-lacks',
  // No library could be opened. Only `connect` answers with it.
  'no-library',
  // The connection is not as expected; nothing was done to it. `tables` holds it as it is now.
  'connection-changed',
  // Found out without calling `syscall`: `status` is what its documentation has for that.
  'concluded',
  // The interface is not as expected; nothing was done to it. `tables` holds it as it is now.
  'interface-changed',
] as const;

export interface Reply {
  /** An index into `verdicts`. */
  readonly verdict: number;
  readonly status: number;
  readonly syscall: string;
  /** True when a function that changes something was called. */
  readonly acted?: boolean;
}

/** Rows of one record or of several. */
export interface TablesReply extends Reply {
  /** There when the verdict is 'answered' with status 0, or says that its subject has changed. */
  readonly tables?: { readonly [record: string]: PackedRows };
}

/** An answer that is one value. */
export interface ValueReply<Value extends boolean | string | number> extends Reply {
  /**
   * There when the verdict is 'answered' with status 0, if there is a value at all. An id that a number
   * would round is a bigint.
   */
  readonly value?: Value | bigint;
}

/** A secret in memory that is the caller's alone. */
export interface SecretReply extends Reply {
  /** There when the verdict is 'answered' with status 0. Empty where there is none. */
  readonly secret?: ArrayBuffer;
}
