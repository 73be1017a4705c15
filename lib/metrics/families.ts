// The metrics: one list, from which the text, the adapter for prom-client and the table in docs/monitoring.md follow.

/** Seconds: 1, 5, 15, 30 minutes, 1, 2, 4, 8, 12 and 24 hours. */
export const durationBuckets = [
  60, 300, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400,
] as const;

export type MetricType = 'gauge' | 'counter' | 'histogram' | 'info';

export interface MetricFamily {
  /** As in Prometheus' text: counters end in `_total`. */
  readonly name: string;
  readonly type: MetricType;
  readonly help: string;
  readonly labels: readonly string[];
}

const tunnel = ['server', 'tunnel'] as const;

export const families = {
  up: {
    name: 'rras_up',
    type: 'gauge',
    help: 'Whether the last reading of the server succeeded. 0: the server could not be read, which says nothing about its connections.',
    labels: ['server'],
  },
  error: {
    name: 'rras_scrape_error',
    type: 'gauge',
    help: 'Always 1, while the server cannot be read: the name of the error, and the number that Windows gave for it.',
    labels: ['server', 'code', 'status'],
  },
  duration: {
    name: 'rras_scrape_duration_seconds',
    type: 'gauge',
    help: 'How long the server took to answer the last reading.',
    labels: ['server'],
  },
  ports: {
    name: 'rras_ports',
    type: 'gauge',
    help: 'Ports of a device by state: free, in_use, disabled or other. Their sum is the number of ports.',
    labels: ['server', 'device', 'state'],
  },
  connections: {
    name: 'rras_connections',
    type: 'gauge',
    help: 'Connections by tunnel; other has modems and connections whose port is not listed yet.',
    labels: tunnel,
  },
  dormant: {
    name: 'rras_connections_dormant',
    type: 'gauge',
    help: 'IKEv2 connections whose peer cannot be reached. Absent if the server does not report that.',
    labels: ['server'],
  },
  duplicate: {
    name: 'rras_connections_duplicate',
    type: 'gauge',
    help: 'Connections whose user has connected again from the same computer.',
    labels: ['server'],
  },
  users: {
    name: 'rras_users',
    type: 'gauge',
    help: 'Different users who are connected.',
    labels: ['server'],
  },
  interfaceUp: {
    name: 'rras_interface_up',
    type: 'gauge',
    help: 'Whether an interface is connected. Interfaces of clients are left out.',
    labels: ['server', 'interface', 'type'],
  },
  interfaceState: {
    name: 'rras_interface_state',
    type: 'gauge',
    help: 'State of an interface: 1 for the one that it is in, 0 for the others of unreachable, disconnected, connecting and connected.',
    labels: ['server', 'interface', 'state'],
  },
  interfaceUnreachable: {
    name: 'rras_interface_unreachable',
    type: 'gauge',
    help: 'Always 1, for each reason why an interface is unreachable; status is the code with which the last attempt to connect it failed.',
    labels: ['server', 'interface', 'reason', 'status'],
  },
  connects: {
    name: 'rras_connects_total',
    type: 'counter',
    help: 'Connections that began, as far as readings show: one that begins and ends between two readings is not seen.',
    labels: tunnel,
  },
  disconnects: {
    name: 'rras_disconnects_total',
    type: 'counter',
    help: 'Connections that ended, as far as readings show.',
    labels: tunnel,
  },
  durations: {
    name: 'rras_session_duration_seconds',
    type: 'histogram',
    help: 'How long connections had lasted when they were last seen before their end.',
    labels: tunnel,
  },
  received: {
    name: 'rras_received_bytes_total',
    type: 'counter',
    help: 'Bytes that the server received from clients since the watch began. A lower bound where rras_counter_resets_total rises.',
    labels: tunnel,
  },
  transmitted: {
    name: 'rras_transmitted_bytes_total',
    type: 'counter',
    help: 'Bytes that the server sent to clients since the watch began. A lower bound where rras_counter_resets_total rises.',
    labels: tunnel,
  },
  errors: {
    name: 'rras_errors_total',
    type: 'counter',
    help: 'Errors on connections by kind: crc, timeout, alignment, overrun, framing or buffer.',
    labels: ['server', 'tunnel', 'kind'],
  },
  resets: {
    name: 'rras_counter_resets_total',
    type: 'counter',
    help: "How often somebody has cleared a connection's counters. What it had carried since the reading before is lost.",
    labels: ['server'],
  },
  session: {
    name: 'rras_session_info',
    type: 'info',
    help: 'Always 1 for each connection: its GUID or handle, its user and its tunnel. Only on request.',
    labels: ['server', 'connection', 'user', 'tunnel'],
  },
  omitted: {
    name: 'rras_session_info_omitted',
    type: 'gauge',
    help: 'Connections without rras_session_info, because there are more than were asked for. Only on request.',
    labels: ['server'],
  },
} as const satisfies Readonly<Record<string, MetricFamily>>;

export type FamilyName = keyof typeof families;

export const familyNames = Object.keys(families) as readonly FamilyName[];

/** Whether its value is the sum of what several readings show. */
export function needsHistory(name: FamilyName): boolean {
  const { type } = families[name];
  return type === 'counter' || type === 'histogram';
}
