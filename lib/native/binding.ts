// What the C++ addon exports, as types. The addon knows no words: it answers with numbers, the name
// of the function that gave them, and packed rows.

import type { ConnectionCalls } from './connection_calls.ts';
import type { DeviceCalls } from './device_calls.ts';
import type { PortCalls } from './port_calls.ts';
import type { ConnectReply, NativeConnection, Reply } from './replies.ts';
import type { ServerCalls } from './server_calls.ts';
import type { UserCalls } from './user_calls.ts';

export type * from './connection_calls.ts';
export type * from './device_calls.ts';
export type * from './port_calls.ts';
export * from './replies.ts';
export type * from './server_calls.ts';
export type * from './user_calls.ts';

/** Which library to open: `path` or else the system's, as `dialect` or whichever it turns out to be. */
export interface LibraryChoice {
  readonly path?: string;
  readonly dialect?: string;
}

/**
 * Every operation takes a ticket, a number that is unique in this environment, and gives a promise.
 * `abandon(ticket)` says that nobody waits any more: an operation that has not begun is dropped,
 * one that has begun is cancelled where that can be done, and its result is freed. The abandoned
 * promise resolves with undefined. `serverDisconnect` is neither dropped nor cancelled.
 */
export interface Binding extends PortCalls, ConnectionCalls, ServerCalls, UserCalls, DeviceCalls {
  readonly verdicts: readonly string[];
  readonly refusals: readonly string[];
  /** The columns of each record, as `name:kind`. */
  readonly records: { readonly [record: string]: readonly string[] };
  /** The functions behind each operation, dialect by dialect. */
  readonly functions: {
    readonly [dialect: string]: { readonly [operation: string]: readonly string[] };
  };
  /**
   * The last ticket that was given out. It is kept with the addon, for a test runner that loads
   * modules anew makes two copies of this package's JavaScript share one addon.
   */
  lastTicket?: number;

  connect(ticket: number, library: LibraryChoice, server: string | null): Promise<ConnectReply>;
  serverDisconnect(ticket: number, connection: NativeConnection): Promise<Reply>;
  abandon(ticket: number): void;

  /** How many threads the lanes of the whole process may have; beyond that, lanes wait their turn. */
  limitThreads(count: number): void;
  /** How many they have, blocked ones too. */
  threadCount(): number;

  /**
   * Has the fault happen the next so many times, in the whole process. Gives how many of the times asked
   * for before are left. For the package's own tests.
   */
  injectFaultForTests(fault: InjectedFault, times: number): number;
}

/** Faults that cannot be provoked from outside. src/lane/injected_fault.h says what each is. */
export type InjectedFault =
  | 'start-thread'
  | 'post-unawaited-job'
  | 'run-unawaited-job'
  | 'make-reply'
  | 'write-reply'
  | 'set-up-environment';
