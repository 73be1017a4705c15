// The server itself and its domain, as the addon can be asked for them.

import type { NativeConnection, Reply, TablesReply } from './replies.ts';

/** The secret is the caller's to wipe; the addon's own copies are wiped. */
export interface SecretReply extends Reply {
  readonly secret?: ArrayBuffer;
}

type Question = (ticket: number, connection: NativeConnection) => Promise<TablesReply>;

export interface ServerCalls {
  /** Table `truth`. */
  isServiceRunning: Question;
  /** Table `truth`. */
  isServiceInitialized: Question;
  /** Tables `server0` with `server2` or `server1`; under rassapi `rassapiServer`. */
  getInfo: Question;
  /** The numbers are the struct's, in order. */
  setInfo(
    ticket: number,
    connection: NativeConnection,
    level: number,
    numbers: readonly number[],
  ): Promise<Reply>;
  /** Table `words`; without it the library has no words for the code. */
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
  /** Table `words`. */
  getPdcServer(
    ticket: number,
    connection: NativeConnection,
    domain: string | null,
    server: string | null,
  ): Promise<TablesReply>;
  getCredentials(ticket: number, connection: NativeConnection): Promise<SecretReply>;
  /** Nothing deletes the key. */
  setCredentials(
    ticket: number,
    connection: NativeConnection,
    secret: Uint8Array | null,
  ): Promise<Reply>;
  /** Table `device`. */
  enumDevices: Question;
  /** Table `transport`. */
  getTransport(ticket: number, connection: NativeConnection, id: number): Promise<TablesReply>;
}
