// The changes that a watch reports.

import type { RasError } from '../errors/ras_error.ts';
import type { Interface } from '../interfaces/interface.ts';
import type { Counters } from '../ports/counters.ts';
import type { Port } from '../ports/port.ts';
import type { PortState } from '../ports/state.ts';
import type { Session } from '../sessions/session.ts';
import type { Tunnel } from '../sessions/tunnel.ts';

/**
 * What a session has carried. These numbers go on when the server's 32-bit counters wrap around or
 * restart: they never fall while the session lasts.
 */
export interface Traffic {
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly framesSent: number;
  readonly framesReceived: number;
}

/** The names of the counters of errors. */
export type ErrorCounter = keyof Pick<
  Counters,
  | 'crcErrors'
  | 'timeoutErrors'
  | 'alignmentErrors'
  | 'hardwareOverruns'
  | 'framingErrors'
  | 'bufferOverruns'
>;

/** How many ports of a device are in each state. */
export interface DeviceReading extends Readonly<Record<PortState, number>> {
  readonly device: string;
}

/** What a reading shows of the sessions in one kind of tunnel. Totals never fall while the watch lasts. */
export interface TunnelReading {
  readonly tunnel: Tunnel;
  readonly connections: number;
  /** Sessions that began since the watch did, as far as readings show. */
  readonly connects: number;
  /** Sessions that ended since the watch began, as far as readings show. */
  readonly disconnects: number;
  /**
   * What all sessions have carried since the watch began, those that have ended included; `undefined` as long as no
   * session had counters.
   */
  readonly carried: Carried | undefined;
}

export interface Carried extends Traffic, Readonly<Record<ErrorCounter, number>> {}

export interface WatchedSession extends Session {
  /** Since the session began, as far as the readings show; `undefined` if the server has no counters. */
  readonly traffic: Traffic | undefined;
}

/** What each type of change reports, besides its `type` and its time. */
export interface WatchChanges {
  /** Everything there is. It replaces all that was reported before. */
  readonly snapshot: {
    readonly ports: readonly Port[];
    readonly sessions: readonly WatchedSession[];
    /** With the option `interfaces`, unless the library or the server has none. */
    readonly interfaces?: readonly Interface[];
    /** Whether changes before it were left out because too many were waiting. */
    readonly missed: boolean;
  };
  /** A session began. */
  readonly connected: { readonly session: WatchedSession };
  /** A session ended: `session` as it was when it was last seen. */
  readonly disconnected: { readonly session: WatchedSession };
  /** The client's end point of the tunnel has changed, or another MOBIKE switch was counted. */
  readonly roamed: {
    readonly session: WatchedSession;
    /** The session as it was. */
    readonly before: WatchedSession;
  };
  /** The IKEv2 peer can no longer be reached. */
  readonly dormant: { readonly session: WatchedSession };
  /** The IKEv2 peer can be reached again. */
  readonly awake: { readonly session: WatchedSession };
  /** Somebody has cleared the server's counters; `traffic` goes on. */
  readonly 'counters-restarted': { readonly session: WatchedSession };
  /** A port has another condition. */
  readonly 'port-condition': {
    readonly port: Port;
    /** The port as it was. */
    readonly before: Port;
  };
  readonly 'port-added': { readonly port: Port };
  /** A port is gone: `port` as it was when it was last seen. */
  readonly 'port-removed': { readonly port: Port };
  /** An interface is gone: `interface` as it was when it was last seen. Only with the option `interfaces`. */
  readonly 'interface-removed': { readonly interface: Interface };
  /** There is another interface. Only with the option `interfaces`. */
  readonly 'interface-added': { readonly interface: Interface };
  /**
   * An interface went up or down, is being connected, became unreachable or for another reason, or was enabled or
   * disabled. Only with the option `interfaces`.
   */
  readonly 'interface-state': {
    readonly interface: Interface;
    /** The interface as it was. */
    readonly before: Interface;
  };
  /**
   * A reading has succeeded, whether anything has changed or not; only if the option `readings` asks for it. It comes
   * after the other changes of the reading.
   */
  readonly reading: {
    /** When the watch began. Totals count from then on. */
    readonly since: Date;
    /** How long the server took to answer, in milliseconds. */
    readonly took: number;
    readonly devices: readonly DeviceReading[];
    /** One for each kind of tunnel. */
    readonly tunnels: readonly TunnelReading[];
    /** Connections whose IKEv2 peer cannot be reached; `undefined` if the server does not report that. */
    readonly dormant: number | undefined;
    /** Connections whose user has come again from the same computer. */
    readonly duplicates: number;
    /** Different users who are connected. */
    readonly users: number;
    /** How often a session's counters were cleared since the watch began, as far as readings show. */
    readonly counterRestarts: number;
    /** All of them, with `readings: 'sessions'`. */
    readonly sessions: readonly WatchedSession[] | undefined;
    /** With the option `interfaces`, unless the library or the server has none. */
    readonly interfaces?: readonly Interface[];
  };
  /** The server fails to answer. Reported once; no other change comes until the server is back. */
  readonly 'server-lost': {
    /** Why the reading failed. A `RasTimeoutError` if it took too long. */
    readonly error: RasError;
  };
  /** The server answers again. The changes in the meantime come next. */
  readonly 'server-back': object;
}

/**
 * What a watch reports: its `type` tells what else it has. `WatchChange<'connected'>` is a change of
 * that type alone.
 */
export type WatchChange<Type extends keyof WatchChanges = keyof WatchChanges> = {
  [Each in Type]: {
    readonly type: Each;
    /** When the server had answered, by the clock of this machine. */
    readonly at: Date;
  } & WatchChanges[Each];
}[Type];
