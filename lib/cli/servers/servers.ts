// The servers of one command: a fleet in the world of the command, or in a simulated lab.

import { isAbsolute } from 'node:path';
import { type Dialect, dialects } from '../../call/dialect.ts';
import type { RasConfig } from '../../config.ts';
import { connectConfig } from '../../connect/connect.ts';
import type { Library } from '../../connect/library_choice.ts';
import { Fleet } from '../../fleet/fleet.ts';
import { failures, type Outcome } from '../../fleet/outcome.ts';
import type { RasServer } from '../../server.ts';
import { emptyHint, emptyWords, isBlank } from '../command.ts';
import { usage } from '../complaint.ts';
import { combine, type Exit } from '../exit_codes.ts';
import type { Lab } from '../labs/lab.ts';
import type { ServersOptions } from '../options.ts';
import { Progress } from '../terminal/progress.ts';
import { say, type World } from '../terminal/world.ts';
import { type ServerTrouble, troubleOf } from '../trouble.ts';
import { milliseconds } from '../units.ts';
import { serverNames, type Which } from './names.ts';

export { letGo } from '../../fleet/fleet.ts';
export { type Outcome, results } from '../../fleet/outcome.ts';

/** What is known of a command's work before it begins. */
export interface Work extends Which {
  /** It asks for no interface: the lab of a plain --sim has none, and the code for them is not loaded. */
  readonly asksForInterfaces?: false;
}

export class Servers {
  readonly world: World;
  readonly lab: Lab | undefined;
  readonly #fleet: Fleet;
  readonly #library: Library;
  readonly #timeout: number;

  private constructor(
    world: World,
    { library, timeout, parallel }: ServersOptions,
    names: readonly (string | undefined)[],
    lab: Lab | undefined,
  ) {
    this.world = world;
    this.lab = lab;
    this.#timeout = milliseconds(timeout);
    this.#library = lab?.library ?? libraryOf(library);
    this.#fleet = new Fleet(names, {
      library: this.#library,
      ...(parallel !== undefined && { parallel }),
      callTimeout: this.#timeout,
      ...this.patience,
    });
    // The next call connects to the servers of the new world.
    lab?.onReplaced(() => this.#fleet.close());
  }

  /** The servers for as long as the work takes: those of the options, or those that are named instead. */
  static async during<Result>(
    world: World,
    options: ServersOptions,
    work: (servers: Servers) => Promise<Result>,
    about?: Work,
  ): Promise<Result> {
    const servers = await Servers.#open(world, options, about);
    try {
      return await work(servers);
    } finally {
      await servers.#close();
    }
  }

  static async #open(world: World, options: ServersOptions, about: Work = {}): Promise<Servers> {
    const { library } = options;
    const sim = options.sim ?? simInEnvironment(world);
    if (sim !== undefined && library !== undefined) {
      const what = options.sim === undefined ? 'RRAS_SIM is set, and that' : '--sim';
      throw usage(`${what} brings its own library, so --library means nothing beside it.`);
    }
    const given = await serverNames(world, options, about);
    if (sim === undefined) {
      return new Servers(world, options, given.length > 0 ? given : [undefined], undefined);
    }
    const { openLab } = await import('../labs/open_lab.ts');
    const lab = await openLab(world, sim, about);
    if (options.sim === undefined) {
      const where = sim === true ? '' : ` (${sim})`;
      say(world, `RRAS_SIM is set: the servers are simulated${where}.`);
    }
    try {
      return new Servers(world, options, given.length > 0 ? given : [lab.firstServer], lab);
    } catch (error) {
      lab.close();
      throw error;
    }
  }

  async #close(): Promise<void> {
    await this.#fleet.close();
    this.lab?.close();
  }

  /** As they are to be connected; undefined is the local server. */
  get names(): readonly (string | undefined)[] {
    return this.#fleet.names;
  }

  /** For what is asked of all servers together. */
  get fleet(): Fleet {
    return this.#fleet;
  }

  get isOneServer(): boolean {
    return this.names.length === 1;
  }

  /** Options of every call: --timeout, and Ctrl-C. */
  get patience(): { readonly timeout: number; readonly signal: AbortSignal } {
    return { timeout: this.#timeout, signal: this.world.interrupt };
  }

  /** Options of an action: Ctrl-C does not abort it once it has begun, so that its result can be reported. */
  get patienceToAct(): { readonly timeout: number } {
    return { timeout: this.#timeout };
  }

  each<Result>(work: (server: RasServer) => Promise<Result>): Promise<Outcome<Result>[]> {
    return this.#withProgress((done) => this.#fleet.each(work, done));
  }

  eachKept<Result>(work: (server: RasServer) => Promise<Result>): Promise<Outcome<Result>[]> {
    return this.#withProgress((done) => this.#fleet.eachKept(work, done));
  }

  eachName<Result>(
    work: (name: string | undefined) => Promise<Result>,
  ): Promise<Outcome<Result>[]> {
    return this.#withProgress((done) => this.#fleet.eachName(work, done));
  }

  eachAtOnce<Result>(
    work: (name: string | undefined) => Promise<Result>,
  ): Promise<Outcome<Result>[]> {
    return this.#fleet.eachAtOnce(work);
  }

  connect(name: string | undefined): Promise<RasServer> {
    return this.#fleet.connect(name);
  }

  connectKept(name: string | undefined): Promise<RasServer> {
    return this.#fleet.connectKept(name);
  }

  /** The stored configuration of a server. Whoever asks for it disconnects it. */
  connectStored({ name }: RasServer): Promise<RasConfig> {
    const options = { library: this.#library, callTimeout: this.#timeout, ...this.patience };
    return connectConfig(name === '' ? undefined : name, options);
  }

  async #withProgress<Result>(work: (done: () => void) => Promise<Result>): Promise<Result> {
    const progress = new Progress(this.world, (done) => asking(this.names, done));
    try {
      return await work(() => progress.step());
    } finally {
      progress.end();
    }
  }
}

/** The troubles of the servers that failed. */
export function troubles(outcomes: readonly Outcome<unknown>[]): ServerTrouble[] {
  return failures(outcomes).map(({ server, error }) => ({ server, ...troubleOf(error) }));
}

/** The exit code of all troubles together. */
export function exitOf(outcomes: readonly Outcome<unknown>[]): Exit {
  return combine(outcomes.map((each) => ('error' in each ? troubleOf(each.error).exit : 'ok')));
}

function libraryOf(text: string | undefined): Library {
  if (text === undefined) return 'auto';
  const words: readonly string[] = ['auto', ...dialects];
  if (words.includes(text)) return text as 'auto' | Dialect;
  if (isAbsolute(text)) return { path: text };
  throw usage(
    `--library ${text} is neither a known word nor an absolute path.`,
    `There are ${words.join(', ')}; a file elsewhere is given by its whole path.`,
  );
}

function asking(names: readonly unknown[], done: number): string {
  return names.length === 1
    ? 'Waiting for the server; Ctrl-C ends the waiting.'
    : `Waiting for the servers: ${done} of ${names.length} have answered.`;
}

// The same as --sim, for all commands of a shell.
function simInEnvironment({ env: { RRAS_SIM: text } }: World): string | true | undefined {
  if (text === undefined) return undefined;
  if (isBlank(text)) throw usage(emptyWords('RRAS_SIM'), emptyHint);
  const word = text.trim().toLowerCase();
  if (['0', 'no', 'false', 'off'].includes(word)) return undefined;
  return ['1', 'yes', 'true', 'on'].includes(word) ? true : text;
}
