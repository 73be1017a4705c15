// What a watch tells, one change at a time.

import type { Connection } from '../connections/connection.ts';
import type { RasError } from '../errors/ras_error.ts';
import type { Port } from '../ports/port.ts';

/**
 * What a connection has carried, in numbers that go on where the server's 32 bits wrap around or begin
 * anew: they never fall while the connection lasts.
 */
export interface Traffic {
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly framesSent: number;
  readonly framesReceived: number;
}

export interface WatchedConnection extends Connection {
  /**
   * Since the connection began, as far as readings can tell; `undefined` where the server has no
   * counters for connections.
   */
  readonly traffic: Traffic | undefined;
}

interface Told<Type extends string> {
  readonly type: Type;
  /** When the server's answer was there, by the clock of this machine. */
  readonly at: Date;
}

/** All there is: it stands in place of everything that was told before. */
export interface Snapshot extends Told<'snapshot'> {
  readonly ports: readonly Port[];
  readonly connections: readonly WatchedConnection[];
  /** Whether changes were left out before it, because too many had not been taken. */
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

/** The client's end point of the tunnel is another, or it has counted another MOBIKE switch. */
export interface Roamed extends Told<'roamed'> {
  readonly connection: WatchedConnection;
  /** The connection as it was. */
  readonly before: WatchedConnection;
}

/** The IKEv2 peer cannot be reached any more. */
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

/** The server does not answer as it should. Told once; nothing else comes until it is back. */
export interface ServerLost extends Told<'server-lost'> {
  /** A `RasError`, or a `TimeoutError` when a reading took too long. */
  readonly error: RasError | DOMException;
}

/** The server answers again. What changed meanwhile comes next. */
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
