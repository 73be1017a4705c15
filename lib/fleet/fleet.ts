// Does the same on many servers, a bounded number at a time. A server that fails is told beside the others
// and never stops them.

import { checkInteger } from '../call/arguments.ts';
import { CALL_TIMEOUT, type CallOptions, checkOptions, checkTimeout } from '../call/options.ts';
import { checkServerName } from '../call/server_name.ts';
import { type ConnectOptions, connect } from '../connect/connect.ts';
import { checkLibrary, type Library } from '../connect/library_choice.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import type { RasServer } from '../server.ts';
import { namesOfServers } from './names.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

export interface FleetOptions extends CallOptions {
  /** As for `connect`. */
  readonly library?: Library;
  /** As for `connect`. */
  readonly callTimeout?: number;
  /** How many servers are worked on at a time. Default 8. */
  readonly parallel?: number;
}

const EIGHT = 8;
const MOST_PARALLEL = 1024;

// A server that hangs would keep this waiting, too.
const LONGEST_GOODBYE = 500;

/**
 * Servers by their names; `undefined` is the local one. `signal` and `timeout` are for connecting: the work
 * gives its own calls what they need. An empty list is refused.
 */
export class Fleet {
  /** Each server once. */
  readonly names: readonly (string | undefined)[];
  /** Milliseconds that a call to one of the servers waits if it has no `timeout` of its own. */
  readonly callTimeout: number;
  readonly #library: Library | undefined;
  readonly #parallel: number;
  readonly #patience: Omit<FleetOptions, 'library' | 'parallel'>;
  readonly #kept = new Map<string, Promise<RasServer>>();

  constructor(names: readonly (string | undefined)[], options: FleetOptions = {}) {
    if (!Array.isArray(names)) throw invalidArgType('names', 'Array', names);
    if (names.length === 0) throw invalidArgValue('names', names, 'must name a server');
    // Without backslashes, as each server names itself.
    const plain = names.map((name, index) =>
      name === undefined ? undefined : checkServerName(name, `names[${index}]`),
    );
    const own = ['library', 'parallel', 'callTimeout'] as const;
    const { library, parallel = EIGHT, ...patience } = checkOptions(options, own);
    if (library !== undefined) checkLibrary(library);
    if (patience.callTimeout !== undefined) {
      checkTimeout('options.callTimeout', patience.callTimeout);
    }
    this.#library = library;
    this.#parallel = checkInteger('options.parallel', parallel, 1, MOST_PARALLEL);
    this.#patience = patience;
    this.callTimeout = patience.callTimeout ?? CALL_TIMEOUT;
    this.names = namesOfServers(plain);
  }

  /** Connects to each server, does the work there, and lets the server go. `done` is called after each. */
  each<Result>(
    work: (server: RasServer) => Promise<Result>,
    done?: () => void,
  ): Promise<Outcome<Result>[]> {
    return this.eachName(async (name) => {
      const server = await this.connect(name);
      try {
        return await work(server);
      } finally {
        await letGo(server);
      }
    }, done);
  }

  /** The same, but the servers stay connected until `close()`. */
  eachKept<Result>(
    work: (server: RasServer) => Promise<Result>,
    done?: () => void,
  ): Promise<Outcome<Result>[]> {
    return this.eachName(async (name) => work(await this.connectKept(name)), done);
  }

  /** The same for the names of the servers; nothing is connected. */
  async eachName<Result>(
    work: (name: string | undefined) => Promise<Result>,
    done: () => void = () => {},
  ): Promise<Outcome<Result>[]> {
    const waiting = [...this.names.entries()];
    const outcomes: Outcome<Result>[] = [];
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, name] = next;
        outcomes[index] = await outcomeOf(name ?? '', () => work(name));
        done();
      }
    };
    await Promise.all(Array.from({ length: this.#parallel }, worker));
    return outcomes;
  }

  /** The same without a bound: for work that waits or does not end. */
  eachAtOnce<Result>(
    work: (name: string | undefined) => Promise<Result>,
  ): Promise<Outcome<Result>[]> {
    return Promise.all(this.names.map((name) => outcomeOf(name ?? '', () => work(name))));
  }

  /** A connection of the caller's own. */
  connect(name: string | undefined): Promise<RasServer> {
    return this.#connect(name, this.#patience);
  }

  #connect(name: string | undefined, patience: ConnectOptions): Promise<RasServer> {
    const library = this.#library;
    return connect(name, { ...(library !== undefined && { library }), ...patience });
  }

  /** @internal The same without an end of the waiting. */
  connectPatiently(name: string | undefined): Promise<RasServer> {
    const { callTimeout } = this;
    return this.#connect(name, { callTimeout, timeout: Number.POSITIVE_INFINITY });
  }

  /** The server, connected at the first time and kept until `close()`. */
  connectKept(name: string | undefined): Promise<RasServer> {
    const key = name ?? '';
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const server = this.connect(name);
    this.#kept.set(key, server);
    // One that could not be reached may be reached the next time.
    server.catch(() => this.#kept.delete(key));
    return server;
  }

  /** Lets all servers go that were kept. */
  async close(): Promise<void> {
    const kept = [...this.#kept.values()];
    this.#kept.clear();
    await Promise.all(kept.map(async (server) => server.then(letGo, () => {})));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** Lets a server go without waiting for one that hangs: its handle is released when it answers. */
export async function letGo(server: RasServer): Promise<void> {
  try {
    await server.disconnect({ timeout: LONGEST_GOODBYE });
  } catch {
    // The work is done, whatever becomes of the handle.
  }
}
