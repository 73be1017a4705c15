// Users, as the addon can be asked for them.

import type { NativeConnection, Reply, TablesReply } from './replies.ts';

export interface UserCalls {
  /** Table `user`. `server` holds the accounts. */
  getUser(
    ticket: number,
    connection: NativeConnection,
    server: string | null,
    user: string,
  ): Promise<TablesReply>;
  /** Without a level, the highest that there is. */
  setUser(
    ticket: number,
    connection: NativeConnection,
    server: string | null,
    user: string,
    level: number | null,
    privilege: number,
    phoneNumber: string,
    privilege2: number,
  ): Promise<Reply>;
}
