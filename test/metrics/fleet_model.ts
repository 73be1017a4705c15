// A server whose every byte is known, and what its metrics must be: written from what docs/monitoring.md promises,
// without a look at how the package counts.

import type { Connection, Port, PortCondition, Session } from '../../lib/index.ts';
import type { Reading } from '../../lib/sessions/reading.ts';
import { aConnection, aPort, noCounters } from '../watch/plain_records.ts';

export const counted = [
  'bytesSent',
  'bytesReceived',
  'framesSent',
  'framesReceived',
  'crcErrors',
  'timeoutErrors',
  'alignmentErrors',
  'hardwareOverruns',
  'framingErrors',
  'bufferOverruns',
] as const;
export type Amounts = Record<(typeof counted)[number], number>;

export const tunnelNames = ['ikev2', 'sstp', 'l2tp', 'pptp', 'gre', 'other'] as const;
export type TunnelName = (typeof tunnelNames)[number];

/** Devices as people may name them, each with its tunnel. */
const devices: readonly (readonly [name: string, tunnel: TunnelName])[] = [
  ['WAN Miniport (SSTP)', 'sstp'],
  ['WAN Miniport (IKEv2)', 'ikev2'],
  ['WAN Miniport (L2TP)', 'l2tp'],
  ['Modem "A" \\ B\nC', 'other'],
];
const users = ['alice', 'ALICE', 'bob', '', 'o"brien\\\n', 'zoë'];
const computers = ['PC1', 'pc1', 'PC2', ''];
const MODULUS = 2 ** 32;
const BYTES_PER_FRAME = 1400;
const SECONDS_PER_STEP = 7;

export const durationBounds = [60, 300, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400];

interface ModelPort {
  readonly name: string;
  readonly handle: number;
  readonly device: string;
  readonly tunnel: TunnelName;
  condition: PortCondition;
}

export interface ModelSession {
  readonly guid: string;
  readonly handle: number;
  readonly user: string;
  readonly computer: string;
  readonly port: ModelPort;
  readonly start: number;
  isDormant: boolean;
  /** A server may list a connection before its port. */
  readonly isOnPort: boolean;
  isListed: boolean;
  counters: Amounts;
  /** What it has carried since the last reading. */
  since: Amounts;
  /** How the counters were cleared since the last reading: so that it shows, or so that it cannot show. */
  cleared: 'no' | 'seen' | 'unseen';
  /** At the last reading; undefined if there was none since the watch began. */
  read:
    | { readonly counters: Amounts; readonly tunnel: TunnelName; readonly seconds: number }
    | undefined;
}

export interface TunnelCounts {
  connects: number;
  disconnects: number;
  /** What the readings show. */
  shown: Amounts;
  /** Everything that was carried while the watch went on, seen or not. */
  carried: Amounts;
  durations: number[];
}

export function none(): Amounts {
  const { compressionRatioIn: _, compressionRatioOut: __, ...amounts } = noCounters;
  return { ...amounts };
}

export class ModelServer {
  /** An old one has neither GUIDs nor counters, and reports no dormancy. */
  readonly kind: 'new' | 'old';
  readonly ports: ModelPort[] = [];
  sessions: ModelSession[] = [];
  readonly tunnels: Record<TunnelName, TunnelCounts>;
  resets = 0;
  isMetered = false;
  isAway = false;
  /** Whether the watch has read the server. */
  hasBegun = false;
  #seconds = 10_000;
  #next = 1;

  constructor(kind: 'new' | 'old') {
    this.kind = kind;
    for (let index = 0; index < 9; index += 1) {
      const [device, tunnel] = devices[index % devices.length] ?? ['', 'other'];
      const name = `VPN${index}`;
      this.ports.push({ name, handle: 500 + index, device, tunnel, condition: 'listening' });
    }
    const counts = (): TunnelCounts => {
      return { connects: 0, disconnects: 0, shown: none(), carried: none(), durations: [] };
    };
    this.tunnels = {
      ikev2: counts(),
      sstp: counts(),
      l2tp: counts(),
      pptp: counts(),
      gre: counts(),
      other: counts(),
    };
  }

  pass(): void {
    this.#seconds += SECONDS_PER_STEP;
  }

  sleepLong(seconds: number): void {
    this.#seconds += seconds;
  }

  dialIn(which: number, size: number): void {
    const free = this.ports.filter((port) => this.sessionOn(port) === undefined);
    const port = free[which % Math.max(1, free.length)];
    if (port === undefined) return;
    port.condition = 'authenticated';
    const number = this.#next++;
    // A new server reuses handles, and its GUIDs tell the sessions apart.
    const handle = this.kind === 'new' ? 1 + (number % 11) : number;
    if (this.sessions.some((each) => each.handle === handle)) return;
    this.sessions.push({
      guid: `guid-${number}`,
      handle,
      user: users[size % users.length] ?? '',
      computer: computers[which % computers.length] ?? '',
      port,
      start: this.#seconds,
      isDormant: false,
      isOnPort: size % 3 !== 0,
      isListed: false,
      counters: none(),
      since: none(),
      cleared: 'no',
      read: undefined,
    });
  }

  hangUp(session: ModelSession): void {
    session.port.condition = 'listening';
    this.sessions = this.sessions.filter((each) => each !== session);
  }

  setCondition(port: ModelPort, condition: PortCondition): void {
    if (this.sessionOn(port) === undefined) port.condition = condition;
  }

  sessionOn(port: ModelPort): ModelSession | undefined {
    return this.sessions.find((session) => session.port === port);
  }

  carry(session: ModelSession, bytes: number): void {
    if (session.cleared === 'unseen') return;
    const frames = Math.ceil(bytes / BYTES_PER_FRAME);
    // Otherwise a counter could pass its old value, and nobody could see that it was cleared.
    const most = (session.read?.counters.framesSent ?? Number.POSITIVE_INFINITY) - 1;
    if (session.cleared === 'seen' && session.counters.framesSent + frames > most) return;
    this.#add(session, {
      ...none(),
      bytesSent: bytes,
      bytesReceived: Math.floor(bytes / 2),
      framesSent: frames,
      framesReceived: frames,
      crcErrors: bytes % 3,
      bufferOverruns: bytes % 2,
    });
  }

  #add(session: ModelSession, more: Amounts): void {
    for (const name of counted) {
      session.counters[name] = (session.counters[name] + more[name]) % MODULUS;
      session.since[name] += more[name];
      if (this.hasBegun && this.kind === 'new') {
        this.tunnels[session.port.tunnel].carried[name] += more[name];
      }
    }
  }

  clear(session: ModelSession): void {
    const { read } = session;
    if (session.cleared !== 'no' || (read !== undefined && read.counters.framesSent < 3)) return;
    session.counters = none();
    session.cleared = 'seen';
  }

  /** Somebody clears the counters, and each has passed its old value before the next reading. */
  clearUnseen(session: ModelSession, more: number): void {
    const { read } = session;
    if (session.cleared !== 'no' || read === undefined) return;
    if (counted.some((name) => read.counters[name] + more >= MODULUS)) return;
    session.counters = none();
    const carried = none();
    for (const name of counted) carried[name] = read.counters[name] + more;
    this.#add(session, carried);
    session.cleared = 'unseen';
  }

  restartService(): void {
    for (const session of this.sessions) this.hangUp(session);
  }

  /** Another watch begins: what was there before it does not count for it. */
  watchAnew(): void {
    // No two watches begin at once.
    this.pass();
    this.hasBegun = false;
    for (const session of this.sessions) session.read = undefined;
    this.#known = [];
  }

  #known: ModelSession[] = [];

  /** What the server answers now. Counts what this shows. */
  read(): Reading {
    const isFirst = !this.hasBegun;
    for (const gone of this.#known.filter((each) => !this.sessions.includes(each))) {
      const { tunnel = 'other', seconds = 0 } = gone.read ?? {};
      this.tunnels[tunnel].disconnects += 1;
      this.tunnels[tunnel].durations.push(seconds - gone.start);
    }
    for (const session of this.sessions) this.#count(session, isFirst);
    this.#known = [...this.sessions];
    this.hasBegun = true;
    const at = new Date(this.#seconds * 1000);
    const ports = this.ports.map((port) => this.#show(port));
    const byName = new Map(ports.map((port) => [port.name, port]));
    const sessions = this.sessions.map((session) => this.#tell(session, byName));
    return { at, ports, sessions, sessionsBy: 'handle' };
  }

  #count(session: ModelSession, isFirst: boolean): void {
    const { read, counters, since, cleared } = session;
    session.isListed ||= session.isOnPort || read !== undefined;
    const tunnel = this.tunnelOf(session);
    if (read === undefined && !isFirst) this.tunnels[tunnel].connects += 1;
    if (this.kind === 'new') {
      this.isMetered = true;
      const { shown } = this.tunnels[read?.tunnel ?? tunnel];
      for (const name of counted) {
        if (read === undefined) shown[name] += isFirst ? 0 : counters[name];
        else if (cleared === 'seen') shown[name] += counters[name];
        else if (cleared === 'unseen') shown[name] += counters[name] - read.counters[name];
        else shown[name] += since[name] % MODULUS;
      }
      if (read !== undefined && cleared === 'seen') this.resets += 1;
    }
    session.read = { counters: { ...counters }, tunnel, seconds: this.#seconds };
    session.since = none();
    session.cleared = 'no';
  }

  /** The tunnel that the last reading shows. */
  tunnelOf({ isListed, port }: ModelSession): TunnelName {
    const isShown = isListed || (this.kind === 'new' && port.tunnel === 'ikev2');
    return isShown ? port.tunnel : 'other';
  }

  #show(port: ModelPort): Port {
    const session = this.sessionOn(port);
    const { name, handle, condition, device: deviceName } = port;
    return aPort({ name, handle, condition, deviceName, connection: session?.handle });
  }

  #tell(session: ModelSession, ports: ReadonlyMap<string, Port>): Session {
    const isNew = this.kind === 'new';
    const port = ports.get(session.port.name);
    const type = session.port.tunnel === 'ikev2' ? 'ikev2' : 'ppp';
    const connection: Connection = aConnection({
      handle: session.handle,
      guid: isNew ? session.guid : undefined,
      userName: session.user,
      computer: session.computer,
      connectDuration: this.#seconds - session.start,
      isDormant: isNew ? session.isDormant : undefined,
      counters: isNew ? { ...noCounters, ...session.counters } : undefined,
      type: isNew ? type : undefined,
    });
    const { server, userName, logonDomain, computer, connectDuration, counters } = connection;
    return {
      server,
      userName,
      logonDomain,
      computer,
      type: connection.type,
      ports: port === undefined || !session.isListed ? [] : [port],
      connection,
      connectDuration,
      start: undefined,
      localAddress: undefined,
      remoteAddress: undefined,
      ipv6Prefix: undefined,
      localEndpoint: undefined,
      remoteEndpoint: undefined,
      counters,
    };
  }
}
