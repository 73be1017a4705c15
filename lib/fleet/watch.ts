// The watch of a fleet: one stream of the changes of many servers. Each server has a watch of its own, which is asked
// for its next change when the one before has been taken. So what waits is bounded for each server, and no server waits
// for another.

import { onAbort } from '../call/abort_watch.ts';
import { RasError, RasTimeoutError } from '../errors/ras_error.ts';
import { RasServer } from '../server.ts';
import type { WatchChange } from '../watch/change.ts';
import { MOST_PENDING } from '../watch/limits.ts';
import {
  type CheckedWatchOptions,
  checkWatchOptions,
  type WatchOptions,
} from '../watch/options.ts';
import type { Watch } from '../watch/server_watch.ts';
import type { FleetChange, ServerState } from './change.ts';
import type { Fleet } from './fleet.ts';
import { firstDelay, untilPlace, untilRetry } from './pace.ts';

/** What `watchFleet` gives: to be taken with `for await`. */
export interface FleetWatch extends AsyncDisposable {
  /** The state of each server by now, whatever the consumer has taken so far. */
  readonly servers: readonly ServerState[];
  [Symbol.asyncIterator](): this;
  next(): Promise<IteratorResult<FleetChange, undefined>>;
  /**
   * Ends the watch, as leaving a `for await` does. The connections are released when the promise is fulfilled, those
   * to servers that hang as soon as they answer.
   */
  return(): Promise<IteratorResult<FleetChange, undefined>>;
}

type Result = IteratorResult<FleetChange, undefined>;

interface Taker {
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

/** A change that waits for the consumer. */
interface Offer {
  readonly change: FleetChange;
  readonly taken: () => void;
}

/** One server of the fleet. */
interface Member {
  readonly name: string | undefined;
  readonly index: number;
  state: ServerState;
}

const DONE = { value: undefined, done: true } as const;

/** Fewer would make a snapshot of every second reading. */
const FEWEST_PENDING = 100;

/** Milliseconds that `return()` waits for a server that hangs. */
const LONGEST_GOODBYE = 500;

/**
 * The changes on all servers of a fleet as one stream, each with the name of its server: read them with `for await`.
 * The watch makes connections of its own, and makes them again when a server was away. A server that is slow, hangs or
 * cannot be reached delays no other; docs/fleet.md says what you can rely on. What is wrong with an option rejects the
 * first change.
 */
export function watchFleet(fleet: Fleet, options?: WatchOptions): FleetWatch {
  return new MergedWatch(fleet, options);
}

class MergedWatch implements FleetWatch {
  readonly #fleet: Fleet;
  readonly #options: WatchOptions | undefined;
  readonly #following: Promise<void>[] = [];
  readonly #members: readonly Member[];
  readonly #takers: Taker[] = [];
  readonly #offers: Offer[] = [];
  readonly #over = new AbortController();
  readonly #releases = new Set<Promise<void>>();
  readonly #began = performance.now();
  #hasBegun = false;
  #failure: { readonly reason: unknown } | undefined;
  #unwatch: (() => void) | undefined;

  constructor(fleet: Fleet, options: WatchOptions | undefined) {
    this.#fleet = fleet;
    this.#options = options;
    const since = new Date();
    this.#members = fleet.names.map((name, index) => {
      return { name, index, state: { server: name ?? '', state: 'connecting', since } };
    });
  }

  get servers(): readonly ServerState[] {
    return this.#members.map(({ state }) => state);
  }

  next(): Promise<Result> {
    const offer = this.#offers.shift();
    if (offer !== undefined) {
      offer.taken();
      return Promise.resolve({ value: offer.change, done: false });
    }
    if (this.#isOver) return this.#last();
    return new Promise((resolve, reject) => {
      this.#takers.push({ resolve, reject });
      if (!this.#hasBegun) this.#begin();
    });
  }

  async return(): Promise<Result> {
    this.#end();
    const patience = new AbortController();
    const goodbye = pause(LONGEST_GOODBYE, patience.signal);
    await Promise.race([this.#letGo(), goodbye]);
    patience.abort();
    return DONE;
  }

  async #letGo(): Promise<void> {
    // They begin the releases.
    await Promise.all(this.#following);
    await Promise.all(this.#releases);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  // Called for the first `next`: a watch that is never read costs nothing.
  #begin(): void {
    this.#hasBegun = true;
    let options: CheckedWatchOptions;
    try {
      options = checkWatchOptions(this.#options, this.#fleet.callTimeout);
    } catch (error) {
      this.#end({ reason: error });
      return;
    }
    const { signal } = options;
    if (signal !== undefined) {
      this.#unwatch = onAbort(signal, () => this.#end({ reason: signal.reason }));
      if (signal.aborted) {
        this.#end({ reason: signal.reason });
        return;
      }
    }
    for (const member of this.#members) {
      const following = this.#follow(member, options);
      this.#following.push(following.catch((error) => this.#end({ reason: error })));
    }
  }

  async #follow(member: Member, options: CheckedWatchOptions): Promise<void> {
    const { interval } = options;
    await this.#pause(firstDelay(member.index, this.#members.length, interval));
    for (let failures = 1; !this.#isOver; failures += 1) {
      try {
        await this.#watch(member, options);
      } catch (error) {
        if (this.#isOver) return;
        if (!(error instanceof RasError)) throw error;
        await this.#lose(member, error);
        await this.#pause(untilRetry(interval, failures, Math.random));
      }
    }
  }

  /** Ends with the watch of the fleet. It throws if the server could not be read even once. */
  async #watch(member: Member, options: CheckedWatchOptions): Promise<void> {
    const server = await this.#reach(member, options.timeout);
    if (server === undefined) return;
    const { interval, timeout, readings, interfaces } = options;
    const count = this.#members.length;
    const plan = {
      delayAfter: (failures: number) =>
        failures === 0
          ? untilPlace(member.index, count, interval, performance.now() - this.#began)
          : untilRetry(interval, failures, Math.random),
      heard: (at: Date, error?: RasError) => this.#hear(member, at, error),
      mostPending: Math.max(FEWEST_PENDING, Math.floor(MOST_PENDING / count)),
    };
    let isBack = member.state.state === 'lost';
    const { signal } = this.#over;
    const asked = {
      interval,
      timeout,
      signal,
      interfaces,
      ...(readings !== undefined && { readings }),
    };
    const watch = RasServer.watchAsPlanned(server, asked, plan);
    try {
      for await (const change of watch) {
        if (isBack) await this.#tell(member, { type: 'server-back', at: change.at });
        isBack = false;
        await this.#tell(member, change);
      }
    } catch (error) {
      const release = this.#release(server, watch);
      if (error instanceof RasError && !this.#isOver) await this.#lose(member, error);
      // A server that hangs keeps its thread until it answers. It gets no second one meanwhile.
      await this.#unlessOver(release);
      throw error;
    }
  }

  /** The connected server, or undefined if the watch ended meanwhile. */
  async #reach(member: Member, timeout: number): Promise<RasServer | undefined> {
    const { name } = member;
    // Never given up, so that a server that hangs gets no second connect and the handle is always released.
    const connecting = this.#fleet.connectPatiently(name);
    const late = new AbortController();
    if (timeout !== Number.POSITIVE_INFINITY) {
      pause(timeout, late.signal).then(() => {
        if (late.signal.aborted || this.#isOver) return;
        const server = name ?? '';
        const slow = { operation: 'connect', server, timeout, outcome: undefined };
        return this.#lose(member, new RasTimeoutError(slow));
      });
    }
    try {
      const server = await this.#unlessOver(connecting);
      if (server === undefined) this.#releaseLater(connecting);
      return server;
    } finally {
      late.abort();
    }
  }

  #hear(member: Member, at: Date, error: RasError | undefined): void {
    const { state } = member;
    const server = member.name ?? '';
    if (error !== undefined) {
      if (state.state !== 'lost') member.state = { server, state: 'lost', since: at, error };
      return;
    }
    const since = state.state === 'up' ? state.since : at;
    member.state = { server, state: 'up', since, lastReading: at };
  }

  /** The server cannot be reached, or not be read even once. Reported the first time. */
  async #lose(member: Member, error: RasError): Promise<void> {
    const wasLost = member.state.state === 'lost';
    const at = new Date();
    this.#hear(member, at, error);
    if (!wasLost) await this.#tell(member, { type: 'server-lost', at, error });
  }

  /** Fulfilled when the consumer has taken the change. */
  async #tell(member: Member, change: WatchChange): Promise<void> {
    const told: FleetChange = { ...change, server: member.name ?? '' };
    const taker = this.#takers.shift();
    if (taker !== undefined) return taker.resolve({ value: told, done: false });
    if (this.#isOver) return;
    await new Promise<void>((taken) => {
      this.#offers.push({ change: told, taken });
    });
  }

  #release(server: RasServer, watch: Watch): Promise<void> {
    // The watch may have a connection of its own.
    return this.#releasing(async () => {
      await watch.return();
      await server.disconnect({ timeout: Number.POSITIVE_INFINITY });
    });
  }

  #releaseLater(connecting: Promise<RasServer>): void {
    this.#releasing(async () => (await connecting).disconnect());
  }

  #releasing(work: () => Promise<void>): Promise<void> {
    // A failure changes nothing: the handle is no longer used.
    const release: Promise<void> = work()
      .catch(() => {})
      .finally(() => this.#releases.delete(release));
    this.#releases.add(release);
    return release;
  }

  #pause(milliseconds: number): Promise<void> {
    return pause(milliseconds, this.#over.signal);
  }

  async #unlessOver<Value>(promise: Promise<Value>): Promise<Value | undefined> {
    if (this.#isOver) return undefined;
    let unwatch = () => {};
    const over = new Promise<undefined>((resolve) => {
      unwatch = onAbort(this.#over.signal, () => resolve(undefined));
    });
    try {
      return await Promise.race([promise, over]);
    } finally {
      unwatch();
    }
  }

  get #isOver(): boolean {
    return this.#over.signal.aborted;
  }

  #end(failure?: { readonly reason: unknown }): void {
    if (this.#isOver) return;
    this.#hasBegun = true;
    this.#failure = failure;
    this.#over.abort();
    this.#unwatch?.();
    for (const { taken } of this.#offers.splice(0)) taken();
    for (const taker of this.#takers.splice(0)) this.#last().then(taker.resolve, taker.reject);
  }

  /** The failure, once; afterwards the end. */
  async #last(): Promise<Result> {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure.reason;
    return DONE;
  }
}

/** Fulfilled after so many milliseconds, or when the signal is aborted. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(over, milliseconds);
    const unwatch = onAbort(signal, over);
    function over(): void {
      clearTimeout(timer);
      unwatch();
      resolve();
    }
  });
}
