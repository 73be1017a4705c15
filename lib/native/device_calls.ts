// Devices and transports, as the addon can be asked for them.

import type { NativeConnection, TablesReply } from './replies.ts';

export interface DeviceCalls {
  /** Table `device`. */
  enumDevices(ticket: number, connection: NativeConnection): Promise<TablesReply>;
  /** Table `transport`. */
  getTransport(ticket: number, connection: NativeConnection, id: number): Promise<TablesReply>;
}
