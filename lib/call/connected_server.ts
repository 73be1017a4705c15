// What a line needs from below: one connected server, which answers in packed rows. lib/connect has the
// implementation that goes through the addon.

import type { Dialect } from './dialect.ts';
import type { Answer, Arguments, OperationName, ServerEventObject } from './operations.ts';
import type { CallOptions } from './options.ts';
import type { Reply } from './reply.ts';

/** An operation that has begun. */
export interface Begun<Result> {
  /** Fulfilled with the reply, whatever its status. After `abandon` it may never be, or with nothing. */
  readonly answer: Promise<Result>;
  /**
   * The caller has stopped waiting. An operation that is still queued is dropped, one that runs is
   * cancelled where that is possible, and its result is freed. False if the operation has certainly
   * changed nothing, and never will.
   */
  readonly abandon: () => boolean;
}

/** Begins an operation at once. */
export type Ask = <Name extends OperationName>(
  operation: Name,
  ...args: Arguments<Name>
) => Promise<Answer<Name>>;

/** Reports that something connected or disconnected, without saying what. */
export interface Notifications {
  /**
   * Answers with status 0 when something connected or disconnected since it last did, and with 6 when the
   * notifications have ended. Events are kept while nobody waits.
   */
  next(): Begun<Reply>;
  end(): Promise<Reply>;
}

export interface NotificationsReply extends Reply {
  /** There when the verdict is 'answered' with status 0. */
  readonly notifications?: Notifications;
}

/** An event that a server sets when it has ended what it was asked for. */
export interface ServerEvent {
  /** As operations take it. */
  readonly object: ServerEventObject;
  /** Answers with status 0 when it is set. */
  next(): Begun<Reply>;
}

export interface ConnectedServer {
  /** As connected; '' for the local server. */
  readonly name: string;
  readonly dialect: Dialect;
  /** The file that serves the connection. */
  readonly library: string;
  /** What can be done here: names of operations, and 'watchConnections' for notifications. */
  readonly operations: readonly string[];
  /** The functions of the library that may be called, under the names that it exports. */
  readonly functions: readonly string[];
  /** What the library calls a server that a caller calls by this name ('' for the local one). */
  address(server: string): string | null;
  /** Operations run one after another, in the order in which they were asked for. */
  ask<Name extends OperationName>(operation: Name, ...args: Arguments<Name>): Begun<Answer<Name>>;
  /** Windows notifies of the local server only: for another the status is 50. */
  watchConnections(): Begun<NotificationsReply>;
  /** Windows has them, for the local server only; otherwise undefined. */
  makeEvent(): ServerEvent | undefined;
  /** Gives the handle back after the work in flight. It is neither dropped nor cancelled. */
  release(): Begun<Reply>;
  /** Connects once more, in the same way. */
  connectAnew(options: CallOptions): Promise<ConnectedServer>;
  /** Opens the stored configuration of the same server, through the same library. */
  connectStored(options: CallOptions): Promise<ConnectedServer>;
}
