// What the C++ addon exports, as types. The addon knows no words: it answers with numbers, the name
// of the function that gave them, and packed rows.

import type {
  Answer,
  Arguments,
  OperationName,
  StoredFunctionName,
  StoredOperationName,
} from '../call/operations.ts';
import type { Reply } from '../call/reply.ts';

/** A server handle and its lane, as an object that only the addon can open. */
export interface NativeServer {
  readonly __native: 'rras connection';
}

/** A registration for notifications, as an object that only the addon can open. */
export interface NativeNotification {
  readonly __native: 'rras notification';
}

export interface NotificationReply extends Reply {
  /** There when the verdict is 'answered' with status 0. */
  readonly notification?: NativeNotification;
}

/** Which library to open: `path` or else the system's, as `dialect` or as the dialect that it has. */
export interface LibraryChoice {
  readonly path?: string;
  readonly dialect?: string;
}

export interface Attempt {
  readonly file: string;
  readonly dialect: string;
  /** The function that was missing, when that was the reason. */
  readonly missing?: string;
  /** Another name under which the missing function would have been accepted. */
  readonly otherName?: string;
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
  // It opens, but lacks the exports of the dialect: `missing`.
  'function-missing',
  // It has an export that only another dialect has: `missing` names it.
  'other-dialect',
] as const;

export interface ConnectReply extends Reply {
  readonly connection?: NativeServer;
  readonly dialect?: string;
  /** The file that serves the connection. */
  readonly library?: string;
  /** The operations that dialect and library can do, under the names of the binding's functions. */
  readonly operations?: readonly string[];
  /** The functions of the library that may be called, under the names that it exports. */
  readonly functions?: readonly string[];
  /** Why no library was opened, when the verdict is 'no-library'. */
  readonly attempts?: readonly Attempt[];
}

type OperationFunction<Name extends OperationName> = (
  ticket: number,
  server: NativeServer,
  ...args: Arguments<Name>
) => Promise<Answer<Name>>;

export type OperationFunctions = {
  readonly [Name in OperationName]: OperationFunction<Name>;
};

/** The functions for a stored configuration, which has a session of its own kind. */
type StoredFunctions = {
  readonly [Name in StoredOperationName as StoredFunctionName<Name>]: OperationFunction<Name>;
};

/**
 * Every operation takes a ticket, a number that is unique in this environment, and gives a promise.
 * `abandon(ticket)` says that nobody waits any more: an operation that has not begun is dropped,
 * one that has begun is cancelled where that is possible, and its result is freed. The abandoned
 * promise resolves with undefined. `abandon` returns false if the operation has certainly changed
 * nothing, and never will. `serverDisconnect` is neither dropped nor cancelled.
 */
export interface Binding extends OperationFunctions, StoredFunctions {
  readonly verdicts: readonly string[];
  readonly refusals: readonly string[];
  /** The columns of each record, as `name:kind`. */
  readonly records: { readonly [record: string]: readonly string[] };
  /** The functions behind each operation, dialect by dialect. */
  readonly functions: {
    readonly [dialect: string]: { readonly [operation: string]: readonly string[] };
  };
  /**
   * The last ticket that was given out. It is kept with the addon, because a test runner that loads
   * modules anew makes two copies of this package's JavaScript share one addon.
   */
  lastTicket?: number;

  connect(ticket: number, library: LibraryChoice, server: string | null): Promise<ConnectReply>;
  /** The same for the stored configuration of the server. */
  connectConfig(
    ticket: number,
    library: LibraryChoice,
    server: string | null,
  ): Promise<ConnectReply>;
  serverDisconnect(ticket: number, server: NativeServer): Promise<Reply>;
  abandon(ticket: number): boolean;

  /**
   * Registers for notifications: on Windows, of the local server. For another server the status is 50;
   * elsewhere the verdict is 'library-lacks'.
   */
  watchConnections(ticket: number, server: NativeServer): Promise<NotificationReply>;
  /**
   * Resolves with status 0 when something connected or disconnected since it last did, and with 6 when the
   * notification or the connection was ended. Events are kept while nobody waits.
   */
  nextNotification(ticket: number, notification: NativeNotification): Promise<Reply>;
  endNotification(ticket: number, notification: NativeNotification): Promise<Reply>;

  /** An event to pass to an operation; undefined on a system without events. */
  makeEvent(): object | undefined;
  /** Resolves with status 0 when the event was set since it last did. */
  nextEvent(ticket: number, event: object): Promise<Reply>;

  /** How many threads the lanes of the whole process may have; beyond that, lanes wait their turn. */
  limitThreads(count: number): void;
  /** How many they have, blocked ones too. */
  threadCount(): number;

  /**
   * Makes the fault happen the next so many times, in the whole process. Returns how many of the times
   * asked for before are left. For the package's own tests.
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

/** A number that no other operation of this JavaScript environment has. */
export function nextTicket(binding: Binding): number {
  const ticket = (binding.lastTicket ?? 0) + 1;
  binding.lastTicket = ticket;
  return ticket;
}
