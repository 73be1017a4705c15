// A report of `rras doctor --report`, and the simulated servers that show what it shows.

import { checkObject } from '../call/arguments.ts';
import { type Dialect, dialects } from '../call/dialect.ts';
import {
  type InterfaceType,
  type QuarantineState,
  quarantineStates,
} from '../connections/connection.ts';
import type { Ikev2Projection, PppProjection, Projection } from '../connections/projection.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import type { Counters } from '../ports/counters.ts';
import type { PortCondition } from '../ports/port.ts';
import type { ConnectionDetails } from './connection_details.ts';
import { methods, type SimulatedMethod } from './functions.ts';
import type { Generation } from './generation.ts';
import { type PortType, portTypes, type SimulatedPort } from './ports.ts';
import type { SimulatedServer } from './simulated_server.ts';
import { Simulator, type SimulatorOptions } from './simulator.ts';
import { type SimulatedTraffic, trafficMembers } from './traffic.ts';

/** What `rras doctor --report` writes. Names, addresses and users are stand-ins. */
export interface Report {
  readonly report: 1;
  /** The version of the package. */
  readonly rras: string;
  readonly node: string;
  readonly platform: string;
  readonly arch: string;
  /** The version of the system. */
  readonly release: string;
  readonly servers: readonly ReportedServer[];
}

/** What a server answered. What it was not asked, or did not answer, is `undefined`. */
export interface ReportedServer {
  /** '' for the local server. */
  readonly server: string;
  readonly dialect?: Dialect;
  /** The file, without its folder; 'another file' if its name is none that the package knows. */
  readonly library?: string;
  readonly functions?: readonly string[];
  /** Operations that dialect and library lack. */
  readonly lacks?: readonly string[];
  readonly checks: readonly ReportedCheck[];
  readonly calls: readonly ReportedCall[];
  readonly info?: object;
  readonly infoEx?: object;
  readonly devices?: readonly object[];
  readonly ports?: readonly ReportedPort[];
  readonly connections?: readonly ReportedConnection[];
}

export interface ReportedCheck {
  readonly check: string;
  /** `null` for one that was skipped. */
  readonly ok: boolean | null;
  readonly exit: string;
}

export interface ReportedCall {
  readonly call: string;
  /** The revision that was asked for. */
  readonly revision?: number;
  /** How often it was called in a row. */
  readonly times?: number;
  readonly milliseconds: number;
  /** How many ports, connections or devices came. */
  readonly rows?: number;
  /** The levels or the revision that the answer shows. */
  readonly shows?: readonly string[];
  readonly answer?: boolean;
  /** Of the error. */
  readonly code?: string;
  readonly status?: number;
  readonly function?: string;
}

export interface ReportedPort {
  readonly name: string;
  readonly handle: number;
  readonly condition: PortCondition;
  readonly deviceName: string;
  readonly deviceType: string;
  readonly mediaName: string;
  readonly connection?: number;
  readonly totalCalls: number;
  readonly connectDuration: number;
  readonly userName?: string;
  readonly computer?: string;
  readonly logonDomain?: string;
  readonly hardwareCondition?: string;
  readonly lineSpeed?: number;
  readonly counters?: ReportedCounters;
}

export type ReportedCounters = { readonly [Key in keyof Counters]?: number };

export interface ReportedConnection {
  readonly handle: number;
  readonly guid?: string;
  readonly userName: string;
  readonly logonDomain: string;
  readonly computer: string;
  readonly interfaceName: string;
  readonly interface: number;
  readonly interfaceType: InterfaceType;
  readonly type?: 'ppp' | 'ikev2';
  readonly isDormant?: boolean;
  readonly quarantine?: QuarantineState;
  /** Seconds that are left of a probation. */
  readonly probation?: number;
  readonly connectDuration: number;
  readonly localEndpoint?: string;
  readonly remoteEndpoint?: string;
  readonly mobikeSwitches?: number;
  readonly counters?: ReportedCounters;
  readonly projection?: Projection;
}

/**
 * Makes a simulator from a report, as it is parsed from the file: its servers list the same ports and connections, and
 * calls that failed fail alike. What the simulator has no way to show is left out: a connection without a port,
 * compression on a port without a connection. The report is not trusted: what cannot be
 * simulated is a `TypeError`.
 *
 * @example
 * import { readFile } from 'node:fs/promises';
 * import { simulatorFrom } from 'rras/simulator';
 *
 * const report = JSON.parse(await readFile('report.json', 'utf8'));
 * const simulator = simulatorFrom(report, { clock: 'stepped' });
 */
export function simulatorFrom(
  report: unknown,
  options: Pick<SimulatorOptions, 'clock'> = {},
): Simulator {
  if (!isReport(report)) throw invalidArgType('report', 'a report of rras doctor', report);
  checkObject('options', options, ['clock']);
  const dialect = dialectOf(report);
  const simulator = new Simulator({ ...options, dialect });
  try {
    for (const server of report.servers) addServer(simulator, server);
    return simulator;
  } catch (error) {
    simulator.dispose();
    // A mistake in a value is told as it is. Anything else is in the form of the report.
    if (error instanceof TypeError && 'code' in error) throw error;
    const words = error instanceof Error ? error.message : String(error);
    const servers = `${report.servers.length} servers`;
    throw invalidArgValue('report', servers, `must be as \`rras doctor\` wrote it: ${words}`);
  }
}

/** Whether a value has the outer form of a report. */
export function isReport(value: unknown): value is Report {
  return (
    isObject(value) &&
    value.report === 1 &&
    Array.isArray(value.servers) &&
    value.servers.every(
      (server) =>
        isObject(server) &&
        typeof server.server === 'string' &&
        [server.calls, server.ports ?? [], server.connections ?? []].every(
          (list) => Array.isArray(list) && list.every(isObject),
        ),
    )
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function dialectOf({ servers }: Report): Dialect {
  const found = new Set(servers.flatMap(({ dialect }) => (dialect === undefined ? [] : [dialect])));
  const [dialect = 'mprapi', ...others] = found;
  if (others.length > 0 || !dialects.includes(dialect)) {
    throw invalidArgValue('report', [...found], 'must have servers of one dialect');
  }
  return dialect;
}

function addServer(simulator: Simulator, reported: ReportedServer): void {
  const { server: name, ports = [], connections = [], dialect } = reported;
  const server = simulator.addServer(name === '' ? undefined : name, {
    ...(dialect === 'mprapi' && { generation: generationOf(reported) }),
  });
  // A connection is made with its first port, and the server lists connections in the order in which they were
  // made. Ports that are removed afterwards give them the order of the report.
  const temporary = connections.map(({ handle, userName, connectDuration, type }, index) =>
    server.addPort({
      ...{ name: `temporary ${index}`, connection: handle, userName, connectDuration },
      ...(type === 'ikev2' && { type }),
    }),
  );
  const byHandle = new Map(connections.map((connection) => [connection.handle, connection]));
  const added = ports.map((port) => addPort(server, port, byHandle));
  for (const port of temporary) server.removePort(port);
  for (const connection of connections) tell(server, connection, ports);
  for (const [index, { counters }] of ports.entries()) {
    const port = added[index];
    if (port === undefined || counters === undefined) continue;
    server.clearCounters(port);
    server.traffic(
      port,
      trafficOf((key) => counters[key] ?? 0),
    );
  }
  trouble(server, reported);
}

// A port's own connection record is best; under rassapi, and for a user who has just come, the port has the user.
function addPort(
  server: SimulatedServer,
  port: ReportedPort,
  connections: ReadonlyMap<number, ReportedConnection>,
): SimulatedPort {
  const { userName, computer, logonDomain, connection, hardwareCondition, counters: _ } = port;
  const { name, handle, condition, deviceName, deviceType, mediaName } = port;
  const type = portTypeOf(port, connection === undefined ? undefined : connections.get(connection));
  return server.addPort({
    ...{ name, handle, condition, deviceName, deviceType, mediaName },
    totalCalls: port.totalCalls,
    connectDuration: port.connectDuration,
    ...(type !== undefined && { type }),
    ...(connection !== undefined && { connection }),
    ...(userName !== undefined && { userName }),
    ...(computer !== undefined && { computer }),
    ...(logonDomain !== undefined && { logonDomain }),
    ...((hardwareCondition === 'failure' || hardwareCondition === 'operational') && {
      hardwareCondition,
    }),
    ...(port.lineSpeed !== undefined && { lineSpeed: port.lineSpeed }),
  });
}

// It decides what runs over the link, and so the connection has the last word.
function portTypeOf(
  { deviceName, deviceType }: ReportedPort,
  connection: ReportedConnection | undefined,
): PortType | undefined {
  const word = /\((\w+)\)$/.exec(String(deviceName))?.[1]?.toLowerCase();
  const named = portTypes.find((each) => each === word);
  const type = named ?? (deviceType === 'modem' ? 'modem' : undefined);
  if (connection?.type === 'ikev2') return 'ikev2';
  return connection !== undefined && type === 'ikev2' ? undefined : type;
}

function tell(
  server: SimulatedServer,
  connection: ReportedConnection,
  ports: readonly ReportedPort[],
): void {
  const simulated = server.connections.find(({ handle }) => handle === connection.handle);
  // It had no port.
  if (simulated === undefined) return;
  const own = ports.filter((port) => port.connection === connection.handle);
  // Old servers tell the ratios with ports alone.
  const ratios = connection.counters ?? own[0]?.counters;
  server.setDetails(simulated, detailsOf(connection, ratios));
  const { counters, isDormant, quarantine, probation, mobikeSwitches = 0 } = connection;
  if (counters !== undefined) {
    // Traffic of a port will be its connection's, too.
    const rest = (key: keyof Counters & keyof ReportedCounters) =>
      own.reduce((left, port) => left - (port.counters?.[key] ?? 0), counters[key] ?? 0);
    server.traffic(
      simulated,
      trafficOf((key) => modulo32(rest(key))),
    );
  }
  if (simulated.type === 'ikev2') {
    const endpoint = connection.remoteEndpoint ?? '';
    for (
      let turn = 0;
      turn < Math.min(mobikeSwitches, MOST_SWITCHES) && endpoint !== '';
      turn += 1
    ) {
      server.roam(simulated, endpoint);
    }
    if (isDormant === true) server.goDormant(simulated);
  }
  if (quarantine === 'probation') server.quarantine(simulated, quarantine, probation ?? 0);
  else if (quarantine !== undefined && isKnownState(quarantine)) {
    server.quarantine(simulated, quarantine);
  }
}

const MOST_SWITCHES = 10_000;

function isKnownState(
  state: QuarantineState,
): state is Exclude<(typeof quarantineStates)[number], 'probation'> {
  return (quarantineStates as readonly string[]).includes(state) && state !== 'probation';
}

function detailsOf(
  connection: ReportedConnection,
  ratios: ReportedCounters | undefined,
): Partial<ConnectionDetails> {
  const { computer, logonDomain, interfaceName, guid, projection } = connection;
  const { localEndpoint = '', remoteEndpoint = '' } = connection;
  const unknown = /^unknown-(\d+)$/.exec(connection.interfaceType)?.[1];
  return {
    ...{ computer, logonDomain, interfaceName, localEndpoint, remoteEndpoint },
    interface: connection.interface,
    interfaceType: unknown === undefined ? connection.interfaceType : Number(unknown),
    ...(guid !== undefined && { guid }),
    ...(ratios?.compressionRatioIn !== undefined && {
      compressionRatioIn: ratios.compressionRatioIn,
    }),
    ...(ratios?.compressionRatioOut !== undefined && {
      compressionRatioOut: ratios.compressionRatioOut,
    }),
    ...(projection !== undefined && negotiated(projection)),
  };
}

function negotiated(projection: Projection): Partial<ConnectionDetails> {
  const { ipv4, ipv6 } = projection;
  return {
    ipError: ipv4.error,
    localAddress: ipv4.address,
    remoteAddress: ipv4.remoteAddress,
    ...(ipv4.options !== undefined && { ipOptions: ipv4.options }),
    ...(ipv4.remoteOptions !== undefined && { ipRemoteOptions: ipv4.remoteOptions }),
    ...(ipv6 !== undefined && {
      ipv6Error: ipv6.error,
      ipv6Identifier: ipv6.interfaceIdentifier,
      ipv6RemoteIdentifier: ipv6.remoteInterfaceIdentifier,
      ipv6Prefix: ipv6.prefix,
      ipv6PrefixLength: ipv6.prefixLength,
    }),
    ...(projection.type === 'ikev2' ? overIkev2(projection) : overPpp(projection)),
  };
}

function overIkev2(projection: Ikev2Projection): Partial<ConnectionDetails> {
  return {
    ikev2Options: projection.options,
    ikev2AuthenticationProtocol: projection.authenticationProtocol,
    ikev2EapType: projection.eapType,
    ikev2CompressionAlgorithm: projection.compressionAlgorithm,
    ikev2EncryptionMethod: projection.encryptionMethod,
  };
}

function overPpp({
  link,
  compression,
  netBios,
  ipx,
  appleTalk,
}: PppProjection): Partial<ConnectionDetails> {
  return {
    ...(link && {
      lcpError: link.error,
      authenticationProtocol: link.authenticationProtocol,
      authenticationData: link.authenticationData,
      remoteAuthenticationProtocol: link.remoteAuthenticationProtocol,
      remoteAuthenticationData: link.remoteAuthenticationData,
      lcpOptions: link.options,
      lcpRemoteOptions: link.remoteOptions,
      eapType: link.eapType,
    }),
    ...(compression && {
      ccpError: compression.error,
      ccpAlgorithm: compression.algorithm,
      ccpOptions: compression.options,
      ccpRemoteAlgorithm: compression.remoteAlgorithm,
      ccpRemoteOptions: compression.remoteOptions,
    }),
    ...(netBios && { nbfError: netBios.error, nbfComputer: netBios.address }),
    ...(ipx && { ipxError: ipx.error, ipxAddress: ipx.address }),
    ...(appleTalk && { atError: appleTalk.error, atAddress: appleTalk.address }),
  };
}

/** The newest Windows that shows no more than was shown. */
function generationOf({ calls, connections = [] }: ReportedServer): Generation {
  const shown = new Set(calls.flatMap(({ shows = [] }) => shows));
  const revision = calls.reduce((most, { call, revision = 0, code }) => {
    return call === 'getInfoEx' && code === undefined ? Math.max(most, revision) : most;
  }, 0);
  if (revision >= 5) return '2016';
  if (revision === 4) return '2012r2';
  if (revision > 0) return '2008r2';
  if (shown.has('connections Ex')) return '2008r2';
  if (shown.has('connections 3')) return '2008';
  if (shown.has('sstp')) return '2008';
  if (shown.has('pptp')) return '2003';
  if (shown.has('connections 1') || shown.has('connections 2')) return '2000';
  return connections.length > 0 ? 'nt4' : '2016';
}

/** What was wrong with the server, as far as its calls show it. */
function trouble(server: SimulatedServer, { calls, ports }: ReportedServer): void {
  const answers = new Map(calls.map(({ call, answer }) => [call, answer]));
  if (answers.get('isServiceInitialized') === false) server.startService('initializing');
  for (const { call, status, revision } of calls) {
    const method = methods.find((each) => each === call);
    if (method === undefined || status === undefined || revision !== undefined) continue;
    if (ports === undefined && mayFail.includes(method)) server.fail(method, status);
  }
}

/** Others fail because the server is too old for them. */
const mayFail: readonly SimulatedMethod[] = ['connect', 'enumPorts', 'getInfo', 'enumDevices'];

function trafficOf(amount: (key: (typeof trafficMembers)[number]) => number): SimulatedTraffic {
  return Object.fromEntries(trafficMembers.map((key) => [key, amount(key)]));
}

function modulo32(number: number): number {
  return ((number % 2 ** 32) + 2 ** 32) % 2 ** 32;
}
