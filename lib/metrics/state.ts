// What the metrics of one server follow from: a state, and how each change makes the next state. Nothing here waits,
// reads a clock or asks a server.

import type { RasError } from '../errors/ras_error.ts';
import { type Tunnel, tunnelOf } from '../sessions/tunnel.ts';
import type { Carried, WatchChange, WatchedSession } from '../watch/change.ts';
import { durationBuckets } from './families.ts';

export interface TunnelTotals {
  readonly connects: number;
  readonly disconnects: number;
  /** `undefined` as long as no session had counters. */
  readonly carried: Carried | undefined;
}

export interface Totals {
  readonly tunnels: Readonly<Record<Tunnel, TunnelTotals>>;
  readonly counterRestarts: number;
}

export interface Histogram {
  /** How many fell into each bucket, and into none of them. */
  readonly counts: readonly number[];
  readonly sum: number;
}

export interface ServerMetrics {
  /** `undefined` as long as the server has neither answered nor failed. */
  readonly isUp: boolean | undefined;
  /** Why the server cannot be read. */
  readonly error: RasError | undefined;
  /** The last reading; `undefined` while the server cannot be read. */
  readonly reading: WatchChange<'reading'> | undefined;
  /** Of the watches that ended before the last one began. */
  readonly before: Totals;
  /** Of the last watch. */
  readonly totals: Totals | undefined;
  /** When that one began. */
  readonly since: Date | undefined;
  readonly durations: Readonly<Partial<Record<Tunnel, Histogram>>>;
}

function ofTunnels<Value>(value: (tunnel: Tunnel) => Value): Readonly<Record<Tunnel, Value>> {
  return {
    ikev2: value('ikev2'),
    sstp: value('sstp'),
    l2tp: value('l2tp'),
    pptp: value('pptp'),
    gre: value('gre'),
    other: value('other'),
  };
}

const nothing: Totals = {
  tunnels: ofTunnels(() => ({ connects: 0, disconnects: 0, carried: undefined })),
  counterRestarts: 0,
};

export const unknownServer: ServerMetrics = {
  isUp: undefined,
  error: undefined,
  reading: undefined,
  before: nothing,
  totals: undefined,
  since: undefined,
  durations: {},
};

export function reduce(state: ServerMetrics, change: WatchChange): ServerMetrics {
  switch (change.type) {
    case 'snapshot':
    case 'server-back':
      return { ...state, isUp: true, error: undefined };
    case 'reading':
      return { ...counted(state, change), isUp: true, error: undefined, reading: change };
    case 'disconnected':
      return withDuration(state, change.session);
    case 'server-lost':
      return { ...state, isUp: false, error: change.error, reading: undefined };
    default:
      return state;
  }
}

/** Everything that was ever counted; `undefined` before the first reading. */
export function allTotals({ before, totals }: ServerMetrics): Totals | undefined {
  return totals === undefined ? undefined : sum(before, totals);
}

/** Another watch counts from nothing, in addition to what those before it have counted. */
function counted(state: ServerMetrics, reading: WatchChange<'reading'>): ServerMetrics {
  const { before, totals, since } = state;
  const isOfSameWatch = since === undefined || since.getTime() === reading.since.getTime();
  const next = { ...state, since: reading.since, totals: totalsOf(reading) };
  if (isOfSameWatch || totals === undefined) return next;
  return { ...next, before: sum(before, totals) };
}

function totalsOf({ tunnels: read, counterRestarts }: WatchChange<'reading'>): Totals {
  const byTunnel = new Map(read.map((each) => [each.tunnel, each]));
  return {
    tunnels: ofTunnels((tunnel) => {
      const { connects = 0, disconnects = 0, carried } = byTunnel.get(tunnel) ?? {};
      return { connects, disconnects, carried };
    }),
    counterRestarts,
  };
}

function sum(one: Totals, other: Totals): Totals {
  if (one === nothing) return other;
  return {
    tunnels: ofTunnels((tunnel) => {
      const [a, b] = [one.tunnels[tunnel], other.tunnels[tunnel]];
      return {
        connects: a.connects + b.connects,
        disconnects: a.disconnects + b.disconnects,
        carried: sumOfCarried(a.carried, b.carried),
      };
    }),
    counterRestarts: one.counterRestarts + other.counterRestarts,
  };
}

function sumOfCarried(one: Carried | undefined, other: Carried | undefined): Carried | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    bytesSent: one.bytesSent + other.bytesSent,
    bytesReceived: one.bytesReceived + other.bytesReceived,
    framesSent: one.framesSent + other.framesSent,
    framesReceived: one.framesReceived + other.framesReceived,
    crcErrors: one.crcErrors + other.crcErrors,
    timeoutErrors: one.timeoutErrors + other.timeoutErrors,
    alignmentErrors: one.alignmentErrors + other.alignmentErrors,
    hardwareOverruns: one.hardwareOverruns + other.hardwareOverruns,
    framingErrors: one.framingErrors + other.framingErrors,
    bufferOverruns: one.bufferOverruns + other.bufferOverruns,
  };
}

function withDuration(state: ServerMetrics, session: WatchedSession): ServerMetrics {
  const { connectDuration } = session;
  if (connectDuration === undefined) return state;
  const tunnel = tunnelOf(session);
  const { counts, sum } = state.durations[tunnel] ?? emptyHistogram;
  const bucket = durationBuckets.findIndex((most) => connectDuration <= most);
  const own = bucket < 0 ? durationBuckets.length : bucket;
  const histogram = {
    counts: counts.map((count, index) => (index === own ? count + 1 : count)),
    sum: sum + connectDuration,
  };
  return { ...state, durations: { ...state.durations, [tunnel]: histogram } };
}

const emptyHistogram: Histogram = { counts: [...durationBuckets, 0].map(() => 0), sum: 0 };
