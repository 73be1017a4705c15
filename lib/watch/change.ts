// The changes that a watch reports.

import type { RasError } from '../errors/ras_error.ts';
import type { Port } from '../ports/port.ts';
import type { Session } from '../sessions/session.ts';

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
