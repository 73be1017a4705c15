// What the simulator's library exports to JavaScript, as types, and how it is found and loaded.

import type { Dialect } from '../call/dialect.ts';
import type { EntryColumns } from '../interfaces/demand_dial.ts';
import { libraryFile, noBinary } from '../native/load.ts';
import type { Ikev2Policy } from '../server/info_ex.ts';
import type { NativePortParameter } from './port_parameters.ts';
import type { SimulatorError } from './simulator_error.ts';
import type { SimulatedCounters, SimulatedTraffic } from './traffic.ts';
import type { TunnelParameters } from './tunnel_parameters.ts';

export interface NativeUser {
  readonly name: string;
  readonly privilege: number;
  readonly privilege2: number;
  readonly phoneNumber: string;
}
export type NativeSettings = Omit<NativeUser, 'name'>;

/** Verbs on users: of a domain or, if `ofDomain` is false, of a server. */
export interface NativeUserVerbs {
  addUser(ofDomain: boolean, holder: number, name: string, settings: NativeSettings): void;
  /** Whether there is such a user. */
  setUser(ofDomain: boolean, holder: number, name: string, settings: NativeSettings): boolean;
  removeUser(ofDomain: boolean, holder: number, name: string): boolean;
  users(ofDomain: boolean, holder: number): NativeUser[];
}

export interface NativeDomainState {
  readonly reachable: boolean;
  readonly acceptsCaller: boolean;
  readonly rasServers: readonly string[];
}

/** Domains are known by number. */
export interface NativeDomainVerbs {
  addDomain(name: string, controllers: readonly number[]): number;
  domainState(domain: number): NativeDomainState;
  setDomainState(domain: number, state: Partial<Omit<NativeDomainState, 'rasServers'>>): void;
}

export interface NativeInterfaceCredentials {
  readonly userName: string;
  readonly domain: string;
  readonly password: Uint8Array;
}

/** What is left out stays, or has its default. Empty credentials are `{}`. */
export interface NativeInterfaceDetails {
  readonly name: string;
  readonly type?: number;
  readonly isEnabled?: boolean;
  readonly hours?: readonly string[];
  readonly entry?: Readonly<Record<string, number | string | Uint8Array | readonly string[]>>;
  readonly devices?: readonly NativeInterfaceDevice[];
  readonly answer?: number;
  readonly connectingTime?: number;
  readonly updateResult?: number;
  readonly updateTime?: number;
  readonly reasons?: number;
  readonly lastError?: number;
  readonly credentials?: NativeInterfaceCredentials | Readonly<Record<string, never>>;
  readonly eapCredentials?: Uint8Array;
  readonly presharedKey?: Uint8Array;
  readonly transports?: readonly { readonly id: number; readonly info: Uint8Array }[];
}

export interface NativeInterfaceDevice {
  readonly deviceType: string;
  readonly deviceName: string;
  readonly phoneNumber: string;
  readonly alternates: readonly string[];
}

export interface NativeIkev2 {
  readonly saLifeTime: number;
  readonly saDataSize: number;
  readonly mainModeSaLifeTime: number;
  readonly certificateName: Uint8Array;
  readonly certificateHash: Uint8Array;
  readonly policy?: Ikev2Policy;
}

export interface NativeInterface
  extends Omit<Required<NativeInterfaceDetails>, 'entry' | 'credentials'> {
  readonly ordinal: number;
  readonly handle: bigint;
  readonly state: number;
  readonly unreachable: number;
  readonly failures: number;
  /** The ordinal of its connection; 0 for none. */
  readonly connection: number;
  readonly entry: Omit<EntryColumns, 'level'> & { readonly alternates: readonly string[] };
  readonly credentials?: NativeInterfaceCredentials;
  readonly ikev2?: NativeIkev2;
}

export interface NativeTransport {
  readonly id: number;
  readonly globalInfo: Uint8Array;
  readonly clientInterfaceInfo: Uint8Array;
}

export interface NativeMibEntry {
  readonly transport: number;
  readonly client: number;
  readonly place: readonly number[];
  readonly data: Uint8Array;
}

export interface NativeTunnel {
  readonly ports: number;
  readonly flags: number;
  readonly mostPorts: number;
}

export interface NativeSetupVerbs {
  /** By the numbers of `tunnelProtocols` in setup.ts. */
  tunnels(server: number): NativeTunnel[];
  setTunnel(server: number, tunnel: number, settings: Partial<NativeTunnel>): void;
  tunnelParameters(server: number): TunnelParameters;
  setTunnelParameters(server: number, parameters: Partial<TunnelParameters>): void;
  presharedKey(server: number): Uint8Array | undefined;
  setPresharedKey(server: number, key: Uint8Array | undefined): void;
  transports(server: number): NativeTransport[];
  setTransport(server: number, id: number, globalInfo: Uint8Array, client: Uint8Array): void;
  removeTransport(server: number, id: number): boolean;
  mib(server: number): NativeMibEntry[];
  /** The place is the variable's number and its index. */
  setMibEntry(
    server: number,
    transport: number,
    client: number,
    place: readonly number[],
    data: Uint8Array,
  ): void;
  removeMibEntry(
    server: number,
    transport: number,
    client: number,
    place: readonly number[],
  ): boolean;
}

/** `isStored` is for one that runs. */
export interface NativeNewInterface extends NativeInterfaceDetails {
  readonly isStored: boolean;
  readonly friendlyName: string;
}

/** Interfaces are known by ordinal. */
export interface NativeInterfaceVerbs {
  addInterface(server: number, details: NativeNewInterface): NativeInterface;
  /** It does not run before the next start. */
  storeInterface(server: number, details: NativeNewInterface): void;
  setInterface(server: number, one: number, details: Partial<NativeInterfaceDetails>): void;
  removeInterface(server: number, one: number): void;
  interfaces(server: number): NativeInterface[];
  /** The status of the beginning. */
  dialInterface(server: number, one: number): number;
  bringInterfaceDown(server: number, one: number, reason: number): void;
  /** The status. */
  updateInterfaceRoutes(server: number, one: number, transport: number): number;
}

export interface NativeStoredTransport extends NativeTransport {
  readonly name: string;
  readonly dllPath: string;
}

export type NativeStoredInterface = Pick<
  Required<NativeInterfaceDetails>,
  'name' | 'type' | 'isEnabled' | 'hours' | 'transports'
> & { readonly friendlyName: string; readonly ikev2?: NativeIkev2 };

/** Verbs on the stored configuration. */
export interface NativeStoredVerbs {
  storedTransports(server: number): NativeStoredTransport[];
  storedInterfaces(server: number): NativeStoredInterface[];
  /** Whether there was one of this name. */
  removeStoredInterface(server: number, name: string): boolean;
  backups(server: number): string[];
}

/** Servers, ports and connections are known by number: servers by index, the others by ordinal. */
export interface NativeScene
  extends NativeUserVerbs,
    NativeDomainVerbs,
    NativeSetupVerbs,
    NativeInterfaceVerbs,
    NativeStoredVerbs {
  slot(): number;
  dispose(): void;
  step(seconds: number): void;
  /** Seconds of the clock. */
  now(): number;
  counts(): NativeCounts;
  journal(): NativeJournalEntry[];
  takeJournal(): NativeJournalEntry[];
  clearJournal(): void;

  addServer(name: string): number;
  findServer(name: string): number | undefined;
  state(server: number): NativeState;
  setState(server: number, state: Partial<NativeState>): void;
  quirks(server: number): Record<string, NativeQuirk>;
  setQuirks(server: number, quirks: Record<string, NativeQuirk>): void;

  addPorts(server: number, type: number, count: number): NativePorts;
  addPort(server: number, port: NativeRawPort): NativePorts;
  setParameters(server: number, port: number, parameters: readonly NativePortParameter[]): void;
  removePort(server: number, port: number): void;
  /** 0 if there is none. */
  findPort(server: number, name: string): number;
  ports(server: number): NativePorts;

  dialIn(server: number, caller: NativeCaller): NativeConnection;
  hangUpPort(server: number, port: number): void;
  hangUpConnection(server: number, connection: number): void;
  connections(server: number): NativeConnection[];

  addTraffic(server: number, connection: number, traffic: SimulatedTraffic): void;
  addPortTraffic(server: number, port: number, traffic: SimulatedTraffic): void;
  setFlow(server: number, connection: number, inASecond: SimulatedTraffic): void;
  clearCounters(server: number, connection: number): void;
  clearPortCounters(server: number, port: number): void;
  counters(server: number, connection: number): SimulatedCounters;
  portCounters(server: number, port: number): SimulatedCounters;
  setDormant(server: number, connection: number, dormant: boolean): void;
  switchOver(server: number, connection: number, endpoint: string): void;
  setQuarantine(
    server: number,
    connection: number,
    state: number,
    probation: number | undefined,
  ): void;
  details(server: number, connection: number): Record<string, NativeDetail>;
  setDetails(server: number, connection: number, details: Record<string, NativeDetail>): void;

  // Functions are named; no name at all means every function that asks the server.
  fail(
    server: number,
    names: readonly string[],
    status: number,
    times: number,
    after: number,
  ): number;
  clearFault(fault: number): void;
  hang(server: number, names: readonly string[], times: number, cancellable: boolean): number;
  release(hang: number): void;
  waiting(hang: number): number;
  /** Seconds. */
  delay(
    server: number,
    names: readonly string[],
    latency: number,
    jitter: number,
    cancellable: boolean,
  ): number;
  endDelay(delay: number): void;
  delayed(delay: number): number;
  /** `ask` is the same function for all hooks of a scene, and calls `answer` sooner or later. */
  hook(server: number, names: readonly string[], ask: (question: NativeQuestion) => void): number;
  endHook(hook: number): void;
  answer(question: number, status: number | undefined): void;
}

/** A call about which hooks are asked. */
export interface NativeQuestion extends Omit<NativeJournalEntry, 'status'> {
  readonly number: number;
  /** The oldest first. */
  readonly hooks: readonly number[];
}

export interface NativeCounts {
  readonly unreturnedBuffers: number;
  readonly openHandles: number;
  readonly wrongFrees: number;
}

export interface NativeJournalEntry {
  readonly function: string;
  readonly server: string;
  readonly port?: string;
  readonly arguments: Readonly<Record<string, number | string | null>>;
  readonly status: number;
  readonly at: number;
}

export interface NativeState {
  /** stopped, initializing, running */
  readonly service: number;
  readonly generation: number;
  readonly edition: number;
  /** '' for none */
  readonly domain: string;
  readonly notImplemented: boolean;
  readonly lanOnly: boolean;
  readonly denied: boolean;
  readonly paused: boolean;
}

export type NativeQuirk = number | bigint | boolean;
/** A detail of a connection; eight bytes are a bigint, the most significant first. */
export type NativeDetail = number | bigint | boolean | string;

/** One row a port: `numbersPerPort` numbers and `textsPerPort` texts. */
export interface NativePorts {
  /**
   * ordinal, type, condition, connected, total calls, duration, handle (low, high), connection (low, high),
   * start of the session in seconds since 1970
   */
  readonly numbers: Uint32Array;
  /** name, media name, device name, device type */
  readonly texts: readonly string[];
  /** Of each port that has a connection, in their order: user, computer, domain. */
  readonly users: readonly string[];
}
export const numbersPerPort = 11;
export const textsPerPort = 4;
export const textsPerUser = 3;

export interface NativeRawPort {
  readonly handle: bigint | undefined;
  readonly type: number;
  readonly condition: number;
  readonly name: string;
  readonly mediaName: string;
  readonly deviceName: string;
  readonly deviceType: string;
  readonly totalCalls: number;
  readonly connectDuration: number;
  readonly hardwareFailed: boolean;
  readonly lineSpeed: number;
  readonly parameters: readonly NativePortParameter[];
  readonly connected: boolean;
  readonly connection: bigint | undefined;
  readonly details: Readonly<Record<string, NativeDetail>>;
}

export interface NativeCaller {
  readonly details: Readonly<Record<string, NativeDetail>>;
  /** By its place in `protocols`. */
  readonly protocol: number | undefined;
  readonly type: number | undefined;
  readonly port: number | undefined;
  readonly links: number;
  readonly handle: bigint | undefined;
  readonly authenticationTime: number;
  readonly callbackTime: number;
}

export interface NativeConnection {
  readonly ordinal: number;
  readonly handle: bigint;
  readonly userName: string;
  readonly computer: string;
  readonly logonDomain: string;
  readonly guid: string;
  readonly localAddress: string;
  readonly remoteAddress: string;
  readonly localEndpoint: string;
  readonly remoteEndpoint: string;
  readonly protocol: number;
  readonly isDormant: boolean;
  readonly switchOvers: number;
  readonly quarantine: number;
  /** Milliseconds since 1970. */
  readonly probationEnds?: number;
  readonly messages: readonly string[];
  readonly ports: NativePorts;
  readonly isAuthenticated: boolean;
  readonly connectDuration: number;
}

/** How many UTF-16 units the API's arrays hold. */
export interface TextLimits {
  readonly name: number;
  readonly mediaName: number;
  readonly deviceName: number;
  readonly deviceType: number;
  readonly userName: number;
  readonly computer: number;
  readonly logonDomain: number;
}

export interface NativeLibrary {
  readonly dialect: Dialect;
  readonly functions: readonly { readonly name: string; readonly returnsStatus: boolean }[];
  readonly textLimits: TextLimits;
  /** The number of the first port condition: the scene counts from 0. */
  readonly firstCondition: number;
  readonly handleBits: number;
  /** The quirks that the dialect has, with their defaults. */
  readonly quirks: Readonly<Record<string, NativeQuirk>>;
  /** What a scene cannot do is thrown as the error class, which the first scene of a thread decides on. */
  readonly Scene: new (
    clockRuns: boolean,
    errorClass: typeof SimulatorError,
  ) => NativeScene;
}

/** The library of a dialect, loaded, and where it stands. */
export interface LoadedLibrary {
  readonly path: string;
  readonly native: NativeLibrary;
}

const loaded = new Map<Dialect, LoadedLibrary>();

export function loadLibrary(dialect: Dialect): LoadedLibrary {
  let library = loaded.get(dialect);
  if (library === undefined) {
    const module = { exports: {} };
    let path: string;
    try {
      path = libraryFile(`rras-simulator-${dialect}`);
      process.dlopen(module, path);
    } catch (cause) {
      throw noBinary('', cause);
    }
    library = { path, native: module.exports as NativeLibrary };
    loaded.set(dialect, library);
  }
  return library;
}
