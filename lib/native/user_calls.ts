// Accounts, as the addon can be asked for them. `server` keeps them; null is this machine.

import type { NativeConnection, Reply, TablesReply } from './replies.ts';

export interface UserCalls {
  /** Table `user`, at the best level that the server has. */
  getUser(
    ticket: number,
    connection: NativeConnection,
    server: string | null,
    user: string,
  ): Promise<TablesReply>;
  /**
   * Without a level, the best that the server has; status 124 where that is 0, or the dialect is
   * rassapi, and `privilege2` is not 0.
   */
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
