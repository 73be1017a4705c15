// The simulator: a world of servers that a library serves which `connect` opens like a real one.

import { checkObject, checkWord } from '../call/arguments.ts';
import { type Dialect, dialects } from '../call/dialect.ts';
import { checkServerName } from '../call/server_name.ts';
import { installLibrary, uninstallLibrary } from '../connect/installed_library.ts';
import { type LibrarySource, librarySource } from '../connect/library_source.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { inspect } from '../errors/inspect.ts';
import {
  checkDomainName,
  checkDomainOptions,
  noSuchDomain,
  SimulatedDomain,
  type SimulatedDomainOptions,
} from './domains.ts';
import type { Duration } from './duration.ts';
import { type CallArgumentValues, Hooks } from './hooks.ts';
import { loadLibrary } from './native.ts';
import { Scene } from './scene.ts';
import { Script, type ScriptedEvent } from './script.ts';
import { type ServerOptions, SimulatedServer } from './simulated_server.ts';
import { notFound, SimulatorError } from './simulator_error.ts';

export interface SimulatorOptions {
  /** Which library to be. Default 'mprapi'. */
  readonly dialect?: Dialect;
  /** Whether time passes by itself or only by `step`. Default 'real'. */
  readonly clock?: 'real' | 'stepped';
}

/** A call that the library got. */
export interface JournalEntry {
  /** The exported function. */
  readonly function: string;
  /** The server; '' for the local one. */
  readonly server: string;
  /** The port, by name or by handle as text, when the function is about one. */
  readonly port?: string;
  /** What it was called with. */
  readonly arguments: CallArgumentValues;
  /** What was answered; 0 for a function that returns nothing. */
  readonly status: number;
  /** When, in seconds of the simulator's clock since it was made. */
  readonly at: number;
}

/** A simulator that is installed: see {@link Simulator.install}. */
export class Installation implements Disposable {
  readonly #source: LibrarySource;

  /** @internal */
  constructor(source: LibrarySource) {
    this.#source = source;
  }

  /** From now on `connect` without a library means the system's again. Twice is fine. */
  uninstall(): void {
    uninstallLibrary(this.#source);
  }

  [Symbol.dispose](): void {
    this.uninstall();
  }
}

const clocks = ['real', 'stepped'] as const;

/**
 * Simulated RAS servers. Hand it to `connect` as its `library`.
 *
 * Any number of simulators can live side by side. Each belongs to the thread that made it, and ends
 * with it at the latest.
 *
 * @example
 * import { connect } from 'rras';
 * import { Simulator } from 'rras/simulator';
 *
 * const simulator = new Simulator({ clock: 'stepped' });
 * const ras01 = simulator.addServer('RAS01');
 * ras01.addPorts('sstp', 128);
 * ras01.dialIn({ userName: 'alice', computer: 'LAPTOP-7' });
 * simulator.step(60);
 *
 * const server = await connect('RAS01', { library: simulator });
 * const ports = await server.enumPorts();
 * ports[0]?.connectDuration; // 60
 * await server.disconnect();
 *
 * simulator.unreturnedBuffers; // 0
 * simulator.dispose();
 */
export class Simulator implements LibrarySource, Disposable {
  readonly dialect: Dialect;
  /** The file of the library that serves this dialect. */
  readonly path: string;
  readonly [librarySource]: LibrarySource[typeof librarySource];
  readonly #scene: Scene;
  readonly #script: Script;
  readonly #hooks: Hooks;
  readonly #servers: SimulatedServer[] = [];
  readonly #domains = new Map<string, SimulatedDomain>();
  readonly #suffix: string;

  constructor(options: SimulatorOptions = {}) {
    checkObject('options', options, ['dialect', 'clock']);
    const { dialect = 'mprapi', clock = 'real' } = options;
    checkWord('options.dialect', dialect, dialects);
    checkWord('options.clock', clock, clocks);
    const { path, native } = loadLibrary(dialect);
    this.dialect = dialect;
    this.path = path;
    this.#scene = new Scene(native, clock === 'real');
    this.#script = new Script(this.#scene, clock === 'real');
    this.#hooks = new Hooks(this.#scene);
    const slot = this.#scene.native.slot();
    this.#suffix = slot === 0 ? '' : `%${slot}`;
    this[librarySource] = {
      path,
      dialect,
      address: (server) => this.#address(server),
      hint: (server) => this.#hint(server),
    };
  }

  /** Adds a server, under a name or as the local one. A name twice, in whatever case, is an error. */
  addServer(name?: string, options: ServerOptions = {}): SimulatedServer {
    const checked = checkName(name);
    const server = new SimulatedServer(checked, this.#scene, options, this.#hooks);
    this.#servers.push(server);
    return server;
  }

  /** The server of this name, in whatever case; without a name the local one. An error if there is none. */
  server(name?: string): SimulatedServer {
    const index = this.#scene.native.findServer(checkName(name));
    const server = index === undefined ? undefined : this.#servers[index];
    if (server === undefined) {
      throw notFound(
        name === undefined ? 'There is no local server' : `There is no server ${name}`,
      );
    }
    return server;
  }

  /**
   * Adds a domain. Servers join it by their option `domain`. A name twice, in whatever case, is an
   * error.
   *
   * @example
   * const contoso = simulator.addDomain('CONTOSO', { controllers: ['DC01'] });
   * contoso.addUser('alice', { mayDialIn: true });
   * simulator.addServer('RAS01', { domain: 'CONTOSO' });
   */
  addDomain(name: string, options: SimulatedDomainOptions = {}): SimulatedDomain {
    const checked = checkDomainName('name', name);
    const { controllers, ...state } = checkDomainOptions(options);
    if (this.#domains.has(checked.toLowerCase())) {
      throw new SimulatorError('ERR_RRAS_SIMULATOR_EXISTS', `The domain ${checked} already exists`);
    }
    const numbers = controllers.map((controller) => this.#controller(controller, checked));
    const index = this.#scene.live.addDomain(checked, numbers);
    this.#scene.live.setDomainState(index, state);
    const domain = new SimulatedDomain(this.#scene, checked, controllers, index);
    this.#domains.set(checked.toLowerCase(), domain);
    return domain;
  }

  /** The domain of this name, in whatever case. An error if there is none. */
  domain(name: string): SimulatedDomain {
    const domain = this.#domains.get(checkDomainName('name', name).toLowerCase());
    if (domain === undefined) throw noSuchDomain(name);
    return domain;
  }

  /** The servers, in the order in which they were added. */
  get servers(): SimulatedServer[] {
    return [...this.#servers];
  }

  /** The exported functions. `fail`, `hang`, `delay` and `onCall` take their names. */
  get functions(): string[] {
    return this.#scene.library.functions.map((exported) => exported.name);
  }

  /** Buffers that calls got and did not give back. Can be asked after `dispose`, too. */
  get unreturnedBuffers(): number {
    return this.#scene.native.counts().unreturnedBuffers;
  }

  /** Server handles that were connected and not disconnected. Can be asked after `dispose`, too. */
  get openHandles(): number {
    return this.#scene.native.counts().openHandles;
  }

  /**
   * Pointers given to be freed that were never handed out, or were freed already. Nobody knows whose
   * they are, so every simulator of the dialect in the process counts them.
   */
  get wrongFrees(): number {
    return this.#scene.native.counts().wrongFrees;
  }

  /** The calls that the servers got, in the order in which they were answered; the last 100,000. */
  get journal(): JournalEntry[] {
    return this.#scene.native.journal();
  }

  /**
   * The journal up to now, which is empty then. Unlike reading and clearing it this loses no call that
   * is answered meanwhile, so that who takes it often sees every call, however many there are.
   */
  takeJournal(): JournalEntry[] {
    return this.#scene.native.takeJournal();
  }

  clearJournal(): void {
    this.#scene.native.clearJournal();
  }

  /**
   * By what name the library's functions know a server; `null` is the local one. Only for somebody
   * who calls them without `connect`. Where a server needs its backslashes they are put before it.
   */
  address(name?: string): string | null {
    return this.#address(checkName(name));
  }

  /** Seconds of the simulator's clock since it was made. */
  get now(): number {
    return this.#scene.live.now();
  }

  /**
   * Moves the clock ahead, the real one as well. What `at` and `every` have planned for the time happens on
   * the way, each at its moment. If one of them throws, the clock stops there.
   */
  step(time: Duration): void {
    this.#script.step(time);
  }

  /**
   * Plans something for a time of the simulator's clock, which began at 0: see `now`. On a stepped clock it happens during
   * `step`; on the real one by itself, without keeping the process alive.
   *
   * @example
   * simulator.at('10s', () => ras01.dialIn({ userName: 'alice' }));
   * simulator.at('1m', () => ras01.stopService());
   * simulator.every('5s', () => ras01.traffic('VPN2-0', { bytesSent: 1_000 }));
   * simulator.step('2m');
   */
  at(time: Duration, happen: () => void): ScriptedEvent {
    return this.#script.at(time, happen);
  }

  /** Plans something that happens again and again: first when this time has passed, and then each time it has. */
  every(period: Duration, happen: () => void): ScriptedEvent {
    return this.#script.every(period, happen);
  }

  /**
   * Makes this simulator the library of every `connect` in this thread that names none, until it is uninstalled
   * or the simulator is disposed of. Code that calls `connect` deep inside can so be tested as it is. A thread
   * can have one installed simulator: a second `install` is an error.
   *
   * @example
   * using installed = simulator.install();
   * await connect('RAS01'); // the simulated one
   */
  install(): Installation {
    // Refuses one that has been disposed of.
    this.#scene.live.slot();
    if (!installLibrary(this)) {
      throw new SimulatorError(
        'ERR_RRAS_SIMULATOR_INSTALLED',
        'A simulator is installed in this thread already: uninstall it first',
      );
    }
    return new Installation(this);
  }

  /**
   * Ends the simulator: calls that hang fail, and so do later ones. Buffers and handles can still be
   * given back. Twice is fine.
   */
  dispose(): void {
    uninstallLibrary(this);
    this.#script.dispose();
    this.#scene.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #controller(name: string, domain: string): number {
    const there = this.#scene.live.findServer(name);
    if (there !== undefined) return there;
    this.addServer(name, { service: 'stopped', domain });
    return this.#servers.length - 1;
  }

  // A stranger's first mistake: the simulator has no servers but those that were added.
  #hint(name: string): string | undefined {
    if (this.#scene.disposed) return 'The simulator has been disposed of.';
    if (this.#scene.native.findServer(name) !== undefined) return undefined;
    const argument = name === '' ? '' : inspect(name);
    return `The simulator has no such server: add it with simulator.addServer(${argument}).`;
  }

  #address(name: string): string | null {
    const address = name + this.#suffix;
    return address === '' ? null : address;
  }
}

function checkName(name: unknown): string {
  if (name !== undefined && typeof name !== 'string') throw invalidArgType('name', 'string', name);
  const checked = checkServerName(name);
  if (checked.includes('%')) throw invalidArgValue('name', name, 'must not contain a %');
  return checked;
}
