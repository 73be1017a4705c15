// The changes that a watch reports.

import type { Connection } from '../connections/connection.ts';
import type { RasError } from '../errors/ras_error.ts';
import type { Port } from '../ports/port.ts';

/**
 * What a connection has carried. These numbers go on when the server's 32-bit counters wrap around or
 * restart: they never fall while the connection lasts.
 */
export interface Traffic {
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly framesSent: number;
  readonly framesReceived: number;
}

export interface WatchedConnection extends Connection {
  /**
   * Since the connection began, as far as the readings show; `undefined` if the server has no counters
   * for connections.
   */
  readonly traffic: Traffic | undefined;
}

interface Told<Type extends string> {
  readonly type: Type;
  /** When the server had answered, by the clock of this machine. */
  readonly at: Date;
}

/** Everything there is. It replaces all that was reported before. */
export interface Snapshot extends Told<'snapshot'> {
  readonly ports: readonly Port[];
  readonly connections: readonly WatchedConnection[];
  /** Whether changes before it were left out because too many were waiting. */
  readonly missed: boolean;
}

export interface PortConditionChange extends Told<'port-condition'> {
  readonly port: Port;
  /** The port as it was. */
  readonly before: Port;
}

export interface PortAdded extends Told<'port-added'> {
  readonly port: Port;
}

export interface PortRemoved extends Told<'port-removed'> {
  /** The port as it was when it was last seen. */
  readonly port: Port;
}

export interface Connected extends Told<'connected'> {
  readonly connection: WatchedConnection;
  /** The ports that carry it: more than one in a multilink connection. */
  readonly ports: readonly Port[];
}

export interface Disconnected extends Told<'disconnected'> {
  /** The connection as it was when it was last seen. */
  readonly connection: WatchedConnection;
  /** The ports that carried it, as they were when they were last seen. */
  readonly ports: readonly Port[];
}

/** The client's end point of the tunnel has changed, or another MOBIKE switch was counted. */
export interface Roamed extends Told<'roamed'> {
  readonly connection: WatchedConnection;
  /** The connection as it was. */
  readonly before: WatchedConnection;
}

/** The IKEv2 peer can no longer be reached. */
export interface Dormant extends Told<'dormant'> {
  readonly connection: WatchedConnection;
}

/** The IKEv2 peer can be reached again. */
export interface Awake extends Told<'awake'> {
  readonly connection: WatchedConnection;
}

/** Somebody has cleared the server's counters; `traffic` goes on. */
export interface CountersRestarted extends Told<'counters-restarted'> {
  readonly connection: WatchedConnection;
}

/** The server fails to answer. Reported once; no other change comes until the server is back. */
export interface ServerLost extends Told<'server-lost'> {
  /** A `RasError`, or a `TimeoutError` when a reading took too long. */
  readonly error: RasError | DOMException;
}

/** The server answers again. The changes in the meantime come next. */
export type ServerBack = Told<'server-back'>;

export type Change =
  | Snapshot
  | PortConditionChange
  | PortAdded
  | PortRemoved
  | Connected
  | Disconnected
  | Roamed
  | Dormant
  | Awake
  | CountersRestarted
  | ServerLost
  | ServerBack;
