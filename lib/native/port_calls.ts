// Ports, as the addon can be asked for them.

import type { NativeConnection, TablesReply } from './replies.ts';

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
  readonly logonDomain?: string;
  readonly computer?: string;
  readonly sessionStart?: number | undefined;
}

type PortAction = (
  ticket: number,
  connection: NativeConnection,
  handle: number,
  name: string,
  expected?: Expectation,
) => Promise<TablesReply>;

export interface PortCalls {
  /** With `ofConnection`, the ports of that connection only. */
  enumPorts(
    ticket: number,
    connection: NativeConnection,
    preferredBytes: number,
    ofConnection?: number,
  ): Promise<TablesReply>;
  /**
   * Tables `port` and `portDetails`; in rassapi `port`, `rassapiPort`, `rassapiStatistics` and
   * `rassapiParameter`.
   */
  getPort(
    ticket: number,
    connection: NativeConnection,
    handle: number,
    name: string,
  ): Promise<TablesReply>;
  disconnectPort: PortAction;
  resetPort: PortAction;
  clearPortStats: PortAction;
}
