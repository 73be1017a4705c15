// A simulated server, as a test sets it up and changes it.

import { checkBoolean, checkInteger, checkObject, checkWord } from '../call/arguments.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { type KnownErrorName, RasErrorCode } from '../errors/ras_error_code.ts';
import { Accounts, type DialInSettings, type SimulatedUser } from './accounts.ts';
import { checkDomainName } from './domains.ts';
import {
  checkDelayOptions,
  checkFaultOptions,
  checkHangOptions,
  Delay,
  type DelayOptions,
  Fault,
  type FaultOptions,
  Hang,
  type HangOptions,
} from './faults.ts';
import {
  checkFunctions,
  checkStatus,
  type SimulatedFunction,
  type SimulatedMethod,
} from './functions.ts';
import { type Generation, generations } from './generation.ts';
import type { CallHook, Hooks, InstalledHook } from './hooks.ts';
import type { NativeState } from './native.ts';
import { checkParameterList, type PortParameter } from './port_parameters.ts';
import {
  checkPortType,
  checkRawPort,
  type PortType,
  portsFrom,
  type RawPort,
  type SimulatedPort,
} from './ports.ts';
import { checkQuirks, type Quirks, quirksOf } from './quirks.ts';
import type { Scene } from './scene.ts';
import { ServerInterfaces } from './server_interfaces.ts';
import { ServerSetup } from './setup.ts';
import { StoredSetup } from './stored.ts';

export interface ServerOptions {
  /** While it initializes, the service runs and answers nothing yet. Default 'running'. */
  readonly service?: ServiceState;
  /** Which Windows the server runs. Default '2016'; in `nt4` and `rassapi` 'nt4'. */
  readonly generation?: Generation;
  /** Decides how many ports there may be of a tunnel protocol. Default 'datacenter'. */
  readonly edition?: Edition;
  /** The domain that the machine has joined. Default: none. */
  readonly domain?: string;
  /** Every function answers 120, as those of Rassapi.dll do on Windows Server 2003. Default false. */
  readonly notImplemented?: boolean;
  /** A router that takes no calls: what concerns ports fails with 903. Default false. */
  readonly lanOnly?: boolean;
  /** Every call fails with 5. Default false. */
  readonly denied?: boolean;
  /** The service is paused: no interface is dialled. Default false. */
  readonly paused?: boolean;
  /** Every call fails with 1722, as if the machine were off; who is connected stays. Default false. */
  readonly unreachable?: boolean;
  readonly quirks?: Partial<Quirks>;
}

const services = ['stopped', 'initializing', 'running'] as const;
export type ServiceState = (typeof services)[number];
const editions = ['web', 'standard', 'datacenter'] as const;
export type Edition = (typeof editions)[number];
const optionMembers = [
  'service',
  'generation',
  'edition',
  'domain',
  'notImplemented',
  'lanOnly',
  'denied',
  'paused',
  'unreachable',
  'quirks',
] as const;
const MAX_PORTS = 1_000_000;

/**
 * A server of a {@link Simulator}, made by its `addServer`.
 *
 * @example
 * const server = simulator.addServer('RAS01');
 * server.addPorts('sstp', 2);
 * server.addPorts('modem', 1);
 * server.dialIn({ userName: 'alice', computer: 'LAPTOP-7', type: 'sstp' });
 * server.fail('disconnectPort', 'ERROR_ACCESS_DENIED', { times: 1 });
 */
export class SimulatedServer extends ServerInterfaces {
  /** Its tunnels, its pre-shared key, its transports. */
  readonly setup: ServerSetup;
  /** Its stored configuration, which the service follows when it starts. */
  readonly stored: StoredSetup;
  readonly #accounts: Accounts;
  readonly #quirks: Partial<Quirks>;
  readonly #hooks: Hooks;
  #outage: Fault | undefined;

  /** @internal */
  constructor(name: string, scene: Scene, options: ServerOptions, hooks: Hooks) {
    checkObject('options', options, optionMembers);
    const state = checkState(options);
    const unreachable = checkBoolean('options.unreachable', options.unreachable ?? false);
    const checked = checkQuirks(options.quirks ?? {}, scene.library);
    super(name, scene);
    this.#hooks = hooks;
    this.#quirks = quirksOf(scene, this.index);
    this.#accounts = new Accounts(scene, false, this.index);
    this.setup = new ServerSetup(scene, this.index);
    this.stored = new StoredSetup(scene, this.index);
    scene.live.setQuirks(this.index, checked);
    this.#setState(state);
    this.unreachable = unreachable;
  }

  /**
   * Adds ports that wait for calls and gives them back. They are called VPN0-0, VPN0-1, … (`pptp`),
   * VPN1-… (`l2tp`), VPN2-… (`sstp`), VPN3-… (`ikev2`) and COM1, COM2, … (`modem`).
   */
  addPorts(type: PortType, count: number): SimulatedPort[] {
    const number = checkPortType('type', type);
    checkInteger('count', count, 0, MAX_PORTS);
    return this.#read(this.scene.live.addPorts(this.index, number, count));
  }

  /** Adds one port of which everything is told. */
  addPort(port: RawPort): SimulatedPort {
    const raw = checkRawPort(port, this.scene.library);
    const [added] = this.#read(this.scene.live.addPort(this.index, raw));
    if (added === undefined) throw new Error('The port was added but does not exist');
    return added;
  }

  /** Sets the parameters of a port's device, which only `rassapi` shows. */
  setParameters(port: SimulatedPort | string, parameters: readonly PortParameter[]): void {
    const checked = checkParameterList('parameters', parameters);
    this.scene.live.setParameters(this.index, this.portOrdinal('port', port), checked);
  }

  /** Takes a port away. Who is on it is hung up. */
  removePort(port: SimulatedPort | string): void {
    this.scene.live.removePort(this.index, this.portOrdinal('port', port));
  }

  /** The ports as they are now, in the order in which they were added. */
  get ports(): SimulatedPort[] {
    return this.#read(this.scene.live.ports(this.index));
  }

  /** The port of this name as it is now; without case if no other has it. An error if there is none. */
  port(name: string): SimulatedPort {
    const ordinal = this.portOrdinal('name', name);
    const port = this.ports.find((candidate) => candidate.ordinal === ordinal);
    if (port === undefined) throw this.noPort(name);
    return port;
  }

  /** Stops the service: hangs up everyone, and port and connection handles mean nothing any more. */
  stopService(): void {
    this.#setState({ service: services.indexOf('stopped') });
  }

  /**
   * Starts the service again: the ports get new handles and count their calls anew, and the server has
   * the ports that a ServerSetInfo with 3010 asked for. 'initializing' leaves it half-way: it runs then
   * and answers no calls, until it is started again.
   */
  startService(state: 'initializing' | 'running' = 'running'): void {
    const word = checkWord('state', state, ['initializing', 'running'] as const);
    this.#setState({ service: services.indexOf(word) });
  }

  get service(): ServiceState {
    return services[this.#state.service] ?? 'stopped';
  }

  get generation(): Generation {
    return generations[this.#state.generation] ?? '2016';
  }

  get edition(): Edition {
    return editions[this.#state.edition] ?? 'datacenter';
  }

  /** The domain that the machine has joined; `undefined` if it stands alone. */
  get domain(): string | undefined {
    return this.#state.domain || undefined;
  }

  /** Adds a user account; on a domain's controller it is one of the domain. A name twice is an error. */
  addUser(name: string, settings: DialInSettings = {}): SimulatedUser {
    return this.#accounts.add(name, settings);
  }

  /** Changes a user's settings; what is left out stays. */
  setUser(name: string, settings: DialInSettings): SimulatedUser {
    return this.#accounts.set(name, settings);
  }

  /** The user of this name, in whatever case. An error if there is none. */
  user(name: string): SimulatedUser {
    return this.#accounts.get(name);
  }

  /** The users by name. */
  get users(): SimulatedUser[] {
    return this.#accounts.all;
  }

  removeUser(name: string): void {
    this.#accounts.remove(name);
  }

  /** Whether this is a router that takes no calls: what concerns ports fails with 903. */
  get lanOnly(): boolean {
    return this.#state.lanOnly;
  }
  set lanOnly(lanOnly: boolean) {
    this.#setState({ lanOnly: checkBoolean('lanOnly', lanOnly) });
  }

  /** Whether every call fails with 5. */
  get denied(): boolean {
    return this.#state.denied;
  }
  set denied(denied: boolean) {
    this.#setState({ denied: checkBoolean('denied', denied) });
  }

  /** Whether the service is paused: no interface is dialled. */
  get paused(): boolean {
    return this.#state.paused;
  }
  set paused(paused: boolean) {
    this.#setState({ paused: checkBoolean('paused', paused) });
  }

  /** Whether every call fails with 1722, as if the machine were off. Who is connected stays. */
  get unreachable(): boolean {
    return this.#outage !== undefined;
  }
  set unreachable(unreachable: boolean) {
    const isAway = checkBoolean('unreachable', unreachable);
    if (isAway === this.unreachable) return;
    this.#outage?.clear();
    this.#outage = isAway ? this.#failEverything(RasErrorCode.RPC_S_SERVER_UNAVAILABLE) : undefined;
  }

  /** The quirks as they are; what is assigned to one (`server.quirks.pageOfOne = false`) takes effect. */
  get quirks(): Partial<Quirks> {
    return this.#quirks;
  }

  /** Sets several quirks; the others stay. If one of them cannot be set, none is. */
  setQuirks(quirks: Partial<Quirks>): void {
    this.scene.live.setQuirks(this.index, checkQuirks(quirks, this.scene.library));
  }

  /**
   * Makes a function or a method of the package fail on this server, with any status: 0 claims success and
   * does nothing. A method stands for the functions that do its work in the simulator's dialect. What the
   * function gives back by pointers stays untouched. Of several faults the oldest that is due strikes; each
   * of them counts each call.
   *
   * @example
   * ras01.fail('enumPorts', 'ERROR_ACCESS_DENIED');
   * ras01.fail('MprAdminPortDisconnect', 5, { times: 1 });
   */
  fail(
    name: SimulatedFunction | SimulatedMethod,
    status: number | KnownErrorName,
    options: FaultOptions = {},
  ): Fault {
    const { names, returnStatus } = checkFunctions(name, this.scene.library);
    if (!returnStatus) throw invalidArgValue('name', name, 'must return a status to fail');
    const number = checkStatus('status', status);
    const { times, after } = checkFaultOptions(options);
    return new Fault(this.scene, this.scene.live.fail(this.index, names, number, times, after));
  }

  /**
   * Makes a function or a method of the package hang on this server. A call that hangs goes on when it is
   * released, or fails when the simulator is disposed of; a fault of the function strikes after the hang.
   */
  hang(name: SimulatedFunction | SimulatedMethod, options: HangOptions = {}): Hang {
    const { names } = checkFunctions(name, this.scene.library);
    const { times, cancellable } = checkHangOptions(options);
    return new Hang(this.scene, this.scene.live.hang(this.index, names, times, cancellable));
  }

  /**
   * Makes a function or a method of the package take its time on this server; without a name, everything
   * that is asked of the server. Several delays of a call add up. They pass before a hang, a hook or a fault.
   *
   * @example
   * ras01.delay({ latency: '200ms', jitter: '50ms' });
   * ras01.delay('enumConnections', { latency: '5s' });
   */
  delay(options: DelayOptions): Delay;
  delay(name: SimulatedFunction | SimulatedMethod, options: DelayOptions): Delay;
  delay(...args: [DelayOptions] | [SimulatedFunction | SimulatedMethod, DelayOptions]): Delay {
    const names = args.length === 1 ? [] : checkFunctions(args[0], this.scene.library).names;
    const [options] = args.slice(-1) as [DelayOptions];
    const { latency, jitter, cancellable } = checkDelayOptions(options);
    const { live } = this.scene;
    return new Delay(this.scene, live.delay(this.index, names, latency, jitter, cancellable));
  }

  /**
   * Asks your code about every call of a function or a method of the package on this server; without a name,
   * about everything that is asked of the server. The hook may look on, change the world first, wait, or
   * answer the call with a status. Hooks are asked in the order in which they were added; the first answer
   * counts, and the server is not asked then. A call whose hook never decides hangs.
   *
   * @example
   * // Alice hangs up at the last moment.
   * ras01.onCall('disconnectPort', () => ras01.hangUp(alice));
   * ras01.onCall('enumPorts', ({ at }) => (at < 60 ? 'RPC_S_SERVER_UNAVAILABLE' : undefined));
   */
  onCall(hook: CallHook): InstalledHook;
  onCall(name: SimulatedFunction | SimulatedMethod, hook: CallHook): InstalledHook;
  onCall(...args: [CallHook] | [SimulatedFunction | SimulatedMethod, CallHook]): InstalledHook {
    const names = args.length === 1 ? [] : checkFunctions(args[0], this.scene.library).names;
    const [hook] = args.slice(-1) as [CallHook];
    if (typeof hook !== 'function') throw invalidArgType('hook', 'function', hook);
    return this.#hooks.add(this.index, names, hook);
  }

  // Also connecting, but not giving back memory and handles.
  #failEverything(status: number): Fault {
    const { live } = this.scene;
    return new Fault(this.scene, live.fail(this.index, [], status, Number.POSITIVE_INFINITY, 0));
  }

  get #state(): NativeState {
    return this.scene.live.state(this.index);
  }

  #setState(state: Partial<NativeState>): void {
    this.scene.live.setState(this.index, state);
  }

  #read(rows: Parameters<typeof portsFrom>[0]): SimulatedPort[] {
    return portsFrom(rows, this.name, this.scene.library);
  }
}

function checkState(options: ServerOptions): Partial<NativeState> {
  const { service = 'running', edition = 'datacenter', generation, domain } = options;
  const flag = (key: 'lanOnly' | 'denied' | 'paused' | 'notImplemented') =>
    checkBoolean(`options.${key}`, options[key] ?? false);
  return {
    service: services.indexOf(checkWord('options.service', service, services)),
    edition: editions.indexOf(checkWord('options.edition', edition, editions)),
    ...(generation !== undefined && {
      generation: generations.indexOf(checkWord('options.generation', generation, generations)),
    }),
    ...(domain !== undefined && { domain: checkDomainName('options.domain', domain) }),
    notImplemented: flag('notImplemented'),
    lanOnly: flag('lanOnly'),
    denied: flag('denied'),
    paused: flag('paused'),
  };
}
