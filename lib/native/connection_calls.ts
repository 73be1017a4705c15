// Connections, as the addon can be asked for them.

import type { NativeConnection, Reply, TablesReply } from './replies.ts';

/** What a connection must still be for the call to go on. What is left out is not looked at. */
export interface ConnectionExpectation {
  readonly guid?: string;
  readonly userName?: string;
  readonly logonDomain?: string;
  readonly computer?: string;
  /** A shorter duration than this is another session's. */
  readonly connectDuration?: number;
}

type ConnectionAction = (
  ticket: number,
  connection: NativeConnection,
  handle: number,
  expected?: ConnectionExpectation,
) => Promise<TablesReply>;

/** A server's promise to tell of changes, as an object that only the addon can open. */
export interface NativeNotification {
  readonly __native: 'rras notification';
}

export interface NotificationReply extends Reply {
  /** There when the verdict is 'answered' with status 0. */
  readonly notification?: NativeNotification;
}

export interface ConnectionCalls {
  /**
   * Tables `connectionEx`, or `connection0` with `connection1` and `connection3` or `connection2`, as far
   * as the server has them.
   */
  enumConnections(
    ticket: number,
    connection: NativeConnection,
    preferredBytes: number,
  ): Promise<TablesReply>;
  /** The same tables with one row each. */
  getConnection(ticket: number, connection: NativeConnection, handle: number): Promise<TablesReply>;
  /** Tables `port`, and `portStatus` with what became of each; the status is the first failure's. */
  disconnectConnection: ConnectionAction;
  clearConnectionStats: ConnectionAction;
  removeQuarantine: ConnectionAction;
  /** The address as the API has it: in network byte order. */
  removeQuarantineByAddress(
    ticket: number,
    connection: NativeConnection,
    address: number,
  ): Promise<Reply>;
  sendUserMessage(
    ticket: number,
    connection: NativeConnection,
    handle: number,
    text: string,
    expected?: ConnectionExpectation,
  ): Promise<TablesReply>;
  updateConnection(
    ticket: number,
    connection: NativeConnection,
    handle: number,
    interfaceIndex: number,
    localEndpoint: string,
    remoteEndpoint: string,
  ): Promise<Reply>;
  /**
   * Asks the server to tell when something connects or disconnects: on Windows, of the local server. For
   * another server the status is 50; elsewhere the verdict is 'library-lacks'.
   */
  watchConnections(ticket: number, connection: NativeConnection): Promise<NotificationReply>;
  /**
   * Resolves with status 0 when something connected or disconnected since it last did, and with 6 when the
   * notification or the connection was ended. What happens while nobody waits is not lost.
   */
  nextNotification(ticket: number, notification: NativeNotification): Promise<Reply>;
  endNotification(ticket: number, notification: NativeNotification): Promise<Reply>;
}
