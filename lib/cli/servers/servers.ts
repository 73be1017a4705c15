// The servers of one command: reached side by side, a bounded number at a time.

import { isAbsolute } from 'node:path';
import { connect } from '../../connect.ts';
import { type Dialect, dialects } from '../../dialect.ts';
import type { Library } from '../../library_choice.ts';
import type { RasServer } from '../../server.ts';
import { usage } from '../complaint.ts';
import { combine, type Exit } from '../exit_codes.ts';
import type { ServerOptions } from '../options.ts';
import { Progress } from '../terminal/progress.ts';
import { type ServerTrouble, troubleOf } from '../trouble.ts';
import type { World } from '../world.ts';
import { serverNames } from './names.ts';

/** What a simulated lab is to the servers: see sim/lab.ts. */
export interface Lab {
  readonly library: Library;
  /** The server that is meant when none is named. */
  readonly firstServer: string | undefined;
  /** Keeps what was done for the next command. */
  record(server: string, action: string, ...args: unknown[]): void;
  close(): void;
}

export type Outcome<Result> =
  | { readonly server: string; readonly result: Result }
  | { readonly server: string; readonly error: unknown };

export class Servers {
  readonly world: World;
  /** As they are to be connected; undefined is the local server. */
  readonly names: readonly (string | undefined)[];
  readonly library: Library;
  readonly lab: Lab | undefined;
  readonly #timeout: number;
  readonly #parallel: number;
  readonly #kept = new Map<string, RasServer>();

  private constructor(
    world: World,
    options: ServerOptions,
    names: readonly (string | undefined)[],
    lab: Lab | undefined,
  ) {
    this.world = world;
    this.names = names;
    this.lab = lab;
    this.library = lab?.library ?? libraryOf(options.library);
    this.#timeout = options.timeout * 1000;
    this.#parallel = options.parallel ?? names.length;
  }

  /** The servers for as long as the work takes. */
  static async during<Result>(
    world: World,
    options: ServerOptions,
    work: (servers: Servers) => Promise<Result>,
  ): Promise<Result> {
    const servers = await Servers.open(world, options);
    try {
      return await work(servers);
    } finally {
      await servers.close();
    }
  }

  static async open(world: World, options: ServerOptions): Promise<Servers> {
    if (options.sim !== undefined && options.library !== undefined) {
      throw usage('--sim brings its own library, so --library means nothing beside it.');
    }
    const given = await serverNames(world, options);
    if (options.sim === undefined) {
      return new Servers(world, options, given.length > 0 ? given : [undefined], undefined);
    }
    const { openLab } = await import('../sim/lab.ts');
    const lab = await openLab(world, options.sim);
    const names = given.length > 0 ? given : [lab.firstServer];
    return new Servers(world, options, names, lab);
  }

  get isOneServer(): boolean {
    return this.names.length === 1;
  }

  /** What every call takes: --timeout, and Ctrl-C. */
  get patience(): { readonly timeout: number; readonly signal: AbortSignal } {
    return { timeout: this.#timeout, signal: this.world.interrupt };
  }

  /** What an action takes: once it has begun it is waited for, so that its result can be told. */
  get patienceToAct(): { readonly timeout: number } {
    return { timeout: this.#timeout };
  }

  /** Does the same on each server, and lets it go. One that fails hinders no other. */
  each<Result>(work: (server: RasServer) => Promise<Result>): Promise<Outcome<Result>[]> {
    return this.eachName(async (name) => {
      const server = await this.connect(name);
      try {
        return await work(server);
      } finally {
        await letGo(server);
      }
    });
  }

  /** The same, but the servers stay connected until the work is done. */
  eachKept<Result>(work: (server: RasServer) => Promise<Result>): Promise<Outcome<Result>[]> {
    return this.eachName(async (name) => work(await this.connectKept(name)));
  }

  /** The same for the names of the servers; nothing is connected. */
  async eachName<Result>(
    work: (name: string | undefined) => Promise<Result>,
  ): Promise<Outcome<Result>[]> {
    const waiting = [...this.names.entries()];
    const outcomes: Outcome<Result>[] = [];
    const progress = new Progress(this.world, (done) => asking(this.names, done));
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, name] = next;
        outcomes[index] = await outcomeOf(name ?? '', () => work(name));
        progress.step();
      }
    };
    try {
      await Promise.all(Array.from({ length: this.#parallel }, worker));
    } finally {
      progress.end();
    }
    return outcomes;
  }

  /** The same without a bound: for work that waits or does not end. */
  eachAtOnce<Result>(
    work: (name: string | undefined) => Promise<Result>,
  ): Promise<Outcome<Result>[]> {
    return Promise.all(this.names.map((name) => outcomeOf(name ?? '', () => work(name))));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#kept.values()].map(letGo));
    this.lab?.close();
  }

  /** The server, connected at the first time and kept until the work is done. */
  async connectKept(name: string | undefined): Promise<RasServer> {
    const kept = this.#kept.get(name ?? '');
    if (kept !== undefined) return kept;
    const server = await this.connect(name);
    this.#kept.set(name ?? '', server);
    return server;
  }

  connect(name: string | undefined): Promise<RasServer> {
    return connect(name, { library: this.library, ...this.patience });
  }
}

async function outcomeOf<Result>(
  server: string,
  work: () => Promise<Result>,
): Promise<Outcome<Result>> {
  try {
    return { server, result: await work() };
  } catch (error) {
    return { server, error };
  }
}

/** The results of those that answered. */
export function results<Result>(
  outcomes: readonly Outcome<Result>[],
): { readonly server: string; readonly result: Result }[] {
  return outcomes.filter((outcome) => 'result' in outcome);
}

/** The troubles of those that did not. */
export function troubles(outcomes: readonly Outcome<unknown>[]): ServerTrouble[] {
  return outcomes.flatMap((outcome) =>
    'error' in outcome ? [{ server: outcome.server, ...troubleOf(outcome.error) }] : [],
  );
}

/** What they amount to. */
export function exitOf(outcomes: readonly Outcome<unknown>[]): Exit {
  return combine(outcomes.map((each) => ('error' in each ? troubleOf(each.error).exit : 'ok')));
}

// A server that hangs would keep this waiting, too.
const LONGEST_GOODBYE = 500;

export async function letGo(server: RasServer): Promise<void> {
  try {
    await server.disconnect({ timeout: LONGEST_GOODBYE });
  } catch {
    // The answer is there already. The process is about to end, and the handle with it.
  }
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
