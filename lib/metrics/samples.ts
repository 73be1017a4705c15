// The samples of the metrics of one server.

import { type Interface, interfaceStates } from '../interfaces/interface.ts';
import { portStates } from '../ports/state.ts';
import { guidOf } from '../sessions/same_session.ts';
import type { Session } from '../sessions/session.ts';
import { type Tunnel, tunnelOf, tunnels } from '../sessions/tunnel.ts';
import type { ErrorCounter } from '../watch/change.ts';
import { durationBuckets, type FamilyName } from './families.ts';
import { allTotals, type Histogram, type ServerMetrics } from './state.ts';

export interface Sample {
  /** What follows the name of the family: '_bucket', '_sum' and '_count' of a histogram. */
  readonly suffix: '' | '_bucket' | '_sum' | '_count';
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The samples of each family that has any. */
export type Samples = Partial<Record<FamilyName, readonly Sample[]>>;

export const errorKinds = {
  crcErrors: 'crc',
  timeoutErrors: 'timeout',
  alignmentErrors: 'alignment',
  hardwareOverruns: 'overrun',
  framingErrors: 'framing',
  bufferOverruns: 'buffer',
} as const satisfies Readonly<Record<ErrorCounter, string>>;

// `Object.entries` gives texts as keys.
const errorCounters = Object.keys(errorKinds) as readonly ErrorCounter[];

/** `most` is for how many connections there is a sample of their own. */
export function samplesOf(name: string, state: ServerMetrics, most: number): Samples {
  // No server has this name, and an empty label is the same as none.
  const server = name === '' ? '(local)' : name;
  const one = (value: number, labels: Readonly<Record<string, string>> = {}): Sample => {
    return { suffix: '', labels: { server, ...labels }, value };
  };
  const { isUp, error } = state;
  return {
    ...(isUp !== undefined && { up: [one(isUp ? 1 : 0)] }),
    ...(error !== undefined && {
      error: [
        one(1, {
          code: error.code,
          ...(error.status !== undefined && { status: String(error.status) }),
        }),
      ],
    }),
    ...gauges(state, one, most),
    ...counters(state, one),
  };
}

type One = (value: number, labels?: Readonly<Record<string, string>>) => Sample;

function gauges({ reading }: ServerMetrics, one: One, most: number): Samples {
  if (reading === undefined) return {};
  const { took, devices, dormant, duplicates, users, sessions, interfaces } = reading;
  return {
    duration: [one(took / 1000)],
    ports: devices.flatMap((counts) =>
      portStates.map((state) => one(counts[state], { device: counts.device, state })),
    ),
    connections: reading.tunnels.map(({ tunnel, connections }) => one(connections, { tunnel })),
    ...(dormant !== undefined && { dormant: [one(dormant)] }),
    duplicate: [one(duplicates)],
    users: [one(users)],
    ...(sessions !== undefined &&
      most > 0 && {
        session: infoOf(sessions.slice(0, most), one),
        omitted: [one(Math.max(0, sessions.length - most))],
      }),
    ...(interfaces !== undefined && ofInterfaces(interfaces, one)),
  };
}

function ofInterfaces(listed: readonly Interface[], one: One): Samples {
  // Two series with the same labels would spoil all metrics.
  const interfaces = [...new Map(listed.map((each) => [each.name, each])).values()];
  return {
    interfaceUp: interfaces.map(({ name, type, state }) =>
      one(state === 'connected' ? 1 : 0, { interface: name, type }),
    ),
    interfaceState: interfaces.flatMap(({ name, state: now }) =>
      [...new Set([...interfaceStates, now])].map((state) =>
        one(state === now ? 1 : 0, { interface: name, state }),
      ),
    ),
    interfaceUnreachable: interfaces.flatMap(({ name, unreachable, lastError }) =>
      unreachable.map((reason) =>
        one(1, {
          interface: name,
          reason,
          ...(lastError !== undefined && { status: String(lastError.status) }),
        }),
      ),
    ),
  };
}

function infoOf(sessions: readonly Session[], one: One): Sample[] {
  const taken = new Set<string>();
  return sessions.map((session) => {
    const { userName, logonDomain, connection, ports } = session;
    const place = connection?.handle ?? ports[0]?.name ?? '';
    // A server may give two connections one GUID, and two series with the same labels would spoil all metrics.
    const guid = guidOf(connection);
    let id = guid === undefined || taken.has(guid) ? String(place) : guid;
    while (taken.has(id)) id += '+';
    taken.add(id);
    const user = logonDomain === '' ? userName : `${logonDomain}\\${userName}`;
    return one(1, { connection: id, user, tunnel: tunnelOf(session) });
  });
}

function counters(state: ServerMetrics, one: One): Samples {
  const totals = allTotals(state);
  if (totals === undefined) return {};
  const isMetered = tunnels.some((tunnel) => totals.tunnels[tunnel].carried !== undefined);
  const ofEach = (value: (tunnel: Tunnel) => number) =>
    tunnels.map((tunnel) => one(value(tunnel), { tunnel }));
  return {
    connects: ofEach((tunnel) => totals.tunnels[tunnel].connects),
    disconnects: ofEach((tunnel) => totals.tunnels[tunnel].disconnects),
    durations: tunnels.flatMap((tunnel) => {
      const histogram = state.durations[tunnel];
      return histogram === undefined ? [] : bucketsOf(histogram, tunnel, one);
    }),
    ...(isMetered && {
      received: ofEach((tunnel) => totals.tunnels[tunnel].carried?.bytesReceived ?? 0),
      transmitted: ofEach((tunnel) => totals.tunnels[tunnel].carried?.bytesSent ?? 0),
      errors: tunnels.flatMap((tunnel) => {
        const { carried } = totals.tunnels[tunnel];
        if (carried === undefined) return [];
        return errorCounters.map((name) => one(carried[name], { tunnel, kind: errorKinds[name] }));
      }),
      resets: [one(totals.counterRestarts)],
    }),
  };
}

function bucketsOf({ counts, sum }: Histogram, tunnel: Tunnel, one: One): Sample[] {
  let count = 0;
  const buckets = counts.map((inBucket, index): Sample => {
    count += inBucket;
    const le = durationBuckets[index] ?? Number.POSITIVE_INFINITY;
    return {
      ...one(count, { tunnel, le: le === Number.POSITIVE_INFINITY ? '+Inf' : String(le) }),
      suffix: '_bucket',
    };
  });
  return [
    ...buckets,
    { ...one(sum, { tunnel }), suffix: '_sum' },
    { ...one(count, { tunnel }), suffix: '_count' },
  ];
}
