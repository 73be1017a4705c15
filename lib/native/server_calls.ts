// The server, its domain and its pre-shared key, as the addon can be asked for them. A name that is
// null goes down as NULL: this machine, or not asked for.

import type { NativeConnection, Reply, SecretReply, TablesReply } from './replies.ts';

type Question = (ticket: number, connection: NativeConnection) => Promise<TablesReply>;

export interface ServerCalls {
  /** Table `truth`, of the server that was connected to. */
  isServiceRunning: Question;
  /** Table `truth`. */
  isServiceInitialized: Question;

  /** Tables `server0` and the better of `server1` and `server2`, if any; in rassapi `rassapiServer`. */
  getInfo: Question;
  /** Four numbers as in `server1`, or six as in `server2`. Status 3010 is a success. */
  setInfo(ticket: number, connection: NativeConnection, numbers: readonly number[]): Promise<Reply>;

  /**
   * Tables `serverEx`, `ikev2Certificate` and `ikev2Eku`. Without a revision, the newest that the
   * server takes. 'unreadable' when it answers as something else than it was asked for.
   */
  getInfoEx(ticket: number, connection: NativeConnection, revision?: number): Promise<TablesReply>;
  /**
   * Reads the server and writes it back with the settings changed, which are columns of `serverEx`:
   * ports and flags of each protocol, `ikev2IdleTimeout`, `ikev2NetworkBlackoutTime`,
   * `ikev2SaLifeTime`, `ikev2SaDataSize`, `ikev2ConfigOptions`, `ikev2EncryptionType` and
   * `ikev2MainModeSaLifeTime`. What the struct that the server takes has no place for is status 50.
   * Status 3010 and 3011 are successes.
   */
  setInfoEx(
    ticket: number,
    connection: NativeConnection,
    revision: number | undefined,
    settings: Readonly<Record<string, number>>,
  ): Promise<Reply>;

  /** Table `words`. */
  getErrorString(ticket: number, connection: NativeConnection, code: number): Promise<TablesReply>;

  /** Table `truth`. */
  isDomainRasServer(
    ticket: number,
    connection: NativeConnection,
    domain: string | null,
    machine: string | null,
  ): Promise<TablesReply>;
  establishDomainRasServer(
    ticket: number,
    connection: NativeConnection,
    domain: string | null,
    machine: string | null,
    enable: boolean,
  ): Promise<Reply>;
  /** Table `words`: the name with its backslashes. `server` has them, too. */
  getPdcServer(
    ticket: number,
    connection: NativeConnection,
    domain: string | null,
    server: string | null,
  ): Promise<TablesReply>;

  getCredentials(ticket: number, connection: NativeConnection): Promise<SecretReply>;
  /** Null or no bytes: the key is deleted. What is native of it is wiped; these bytes are the caller's. */
  setCredentials(
    ticket: number,
    connection: NativeConnection,
    key: Uint8Array | null,
  ): Promise<Reply>;
}
