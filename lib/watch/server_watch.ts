// The loop of a watch: reads the server, passes each reading to the history, and hands out the changes.
// There are never two readings at once, however long one takes.

import { onAbort } from '../call/abort_watch.ts';
import type { CallOptions } from '../call/options.ts';
import { RasError, RasTimeoutError } from '../errors/ras_error.ts';
import { backOff } from './back_off.ts';
import type { Bell } from './bell.ts';
import type { WatchChange } from './change.ts';
import { History } from './history.ts';
import { MOST_PENDING } from './limits.ts';
import { Observer, type ReadRows } from './observer.ts';
import type { CheckedWatchOptions } from './options.ts';
import { Pause } from './pause.ts';
import { Pending } from './pending.ts';
import type { Sighting } from './sighting.ts';

/** What `server.watch()` gives: to be taken with `for await`. */
export interface Watch extends AsyncDisposable {
  [Symbol.asyncIterator](): this;
  next(): Promise<IteratorResult<WatchChange, undefined>>;
  /**
   * Ends the watch, as leaving a `for await` does. A connection that the watch has made for itself is
   * released when the promise is fulfilled; if that takes longer than the watch's `timeout`, as soon as the
   * server answers.
   */
  return(): Promise<IteratorResult<WatchChange, undefined>>;
}

/** A server as far as a watch needs it. */
export interface WatchableServer {
  /** Reads everything that a watch compares with the reading before. */
  read(options: CallOptions, before: ReadRows | undefined): Promise<ReadRows>;
  /** Calls back when something connects or disconnects; undefined if the server does not notify. */
  bell?(options: CallOptions, ring: () => void): Promise<Bell | undefined>;
}

/** A connection that the watch has made for itself. */
interface OwnServer extends WatchableServer {
  disconnect(): Promise<void>;
}

export interface WatchedServer {
  readonly server: WatchableServer;
  /** Aborted when the server's owner disconnects it. */
  readonly closing: AbortSignal;
  /** Connects once more in the way in which the server was connected. */
  readonly connectAnew: (options: CallOptions) => Promise<OwnServer>;
}

/** What a fleet decides about the watch of one of its servers. */
export interface WatchPlan {
  /** Milliseconds from a reading to the next one, after so many failures in a row. */
  delayAfter(failures: number): number;
  /** Called after each reading; with the error of one that failed. */
  heard(at: Date, error?: RasError): void;
  /** How many changes may wait. */
  readonly mostPending: number;
}

interface Taker {
  resolve(result: IteratorResult<WatchChange, undefined>): void;
  reject(reason: unknown): void;
}

/** Milliseconds. The least time between two readings, however often the server's bell rings. */
const SHORTEST_PAUSE = 100;

const DONE = { value: undefined, done: true } as const;

export class ServerWatch implements Watch {
  readonly #watched: WatchedServer;
  readonly #options: CheckedWatchOptions;
  readonly #plan: WatchPlan;
  readonly #takers: Taker[] = [];
  readonly #observer = new Observer();
  readonly #pause = new Pause();
  readonly #over = new AbortController();
  #pending: Pending | undefined;
  #hasBegun = false;
  #failure: { readonly reason: unknown } | undefined;
  #unwatch: (() => void)[] = [];
  /** Used in place of the caller's connection after that one has failed. */
  #own: OwnServer | undefined;
  /** While the watch connects for itself; fulfilled when it has connected or failed. */
  #connecting: Promise<void> | undefined;
  readonly #releases = new Set<Promise<void>>();
  #bell: Bell | undefined;
  #hasRung = false;

  constructor(watched: WatchedServer, options: CheckedWatchOptions, plan?: WatchPlan) {
    const { interval } = options;
    this.#watched = watched;
    this.#options = options;
    this.#plan = plan ?? {
      delayAfter: (failures) => (failures === 0 ? interval : backOff(interval, failures)),
      heard: () => {},
      mostPending: MOST_PENDING,
    };
  }

  next(): Promise<IteratorResult<WatchChange, undefined>> {
    const change = this.#pending?.take();
    if (change !== undefined) return Promise.resolve({ value: change, done: false });
    if (this.#isOver) return this.#last();
    return new Promise((resolve, reject) => {
      this.#takers.push({ resolve, reject });
      this.#hold();
      if (!this.#hasBegun) this.#begin();
    });
  }

  async return(): Promise<IteratorResult<WatchChange, undefined>> {
    this.#pending?.drop();
    this.#end();
    await withinTime(this.#options.timeout, this.#letGo());
    return DONE;
  }

  async #letGo(): Promise<void> {
    await this.#connecting;
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
    const { signal } = this.#options;
    const { closing } = this.#watched;
    if (signal !== undefined) this.#unwatch.push(onAbort(signal, () => this.#abort(signal.reason)));
    this.#unwatch.push(onAbort(closing, () => this.#end()));
    if (signal?.aborted) this.#abort(signal.reason);
    else if (closing.aborted) this.#end();
    else this.#run().catch((error) => this.#end({ reason: error }));
  }

  async #run(): Promise<void> {
    await this.#hangBell();
    const { history, pending } = await this.#readFirst();
    if (this.#isOver) return;
    this.#pending = pending;
    let failures = 0;
    do {
      this.#deliver();
      await this.#pause.wait(this.#delayAfter(failures));
      if (this.#isOver) return;
      this.#hasRung = false;
      const changes = await this.#follow(history);
      // A restarted service has lost the registration.
      if (failures > 0 && history.lost === undefined) await this.#hangBell();
      failures = history.lost === undefined ? 0 : failures + 1;
      if (!this.#isOver) pending.add(changes);
    } while (!this.#isOver);
  }

  // Apart from the loop, whose variables live as long as the watch: the first sighting would keep its sessions, and
  // each of those the whole reading that had it last.
  async #readFirst(): Promise<{ history: History; pending: Pending }> {
    const began = performance.now();
    const first = await this.#read(this.#watched.server);
    const history = new History(first);
    const pending = new Pending(history, this.#plan.mostPending);
    pending.add(this.#readingSince(began, history));
    if (!this.#isOver) this.#plan.heard(first.at);
    return { history, pending };
  }

  async #hangBell(): Promise<void> {
    this.#bell?.end();
    this.#bell = undefined;
    const server = this.#own ?? this.#watched.server;
    const call = { signal: this.#over.signal, timeout: this.#options.timeout };
    try {
      const bell = await server.bell?.(call, () => this.#ring());
      if (this.#isOver) bell?.end();
      else this.#bell = bell;
    } catch {
      // The watch then relies on the interval alone. If the server fails, a reading reports it.
    }
    // Something may have happened between the last reading and the registration.
    this.#hasRung = this.#bell !== undefined;
  }

  #ring(): void {
    this.#hasRung = true;
    this.#pause.shorten(SHORTEST_PAUSE);
  }

  async #follow(history: History): Promise<WatchChange[]> {
    const began = performance.now();
    try {
      const sighting = await this.#readAsItCan();
      const changes = history.advance(sighting);
      changes.push(...this.#readingSince(began, history));
      this.#plan.heard(sighting.at);
      return changes;
    } catch (error) {
      if (this.#isOver) return [];
      if (!(error instanceof RasError)) throw error;
      this.#plan.heard(new Date(), error);
      // Where a call hangs, a connect would most likely hang, too.
      const hangs = error instanceof RasTimeoutError;
      if (history.lost !== undefined && !hangs) this.#connectAnew();
      return history.lose(error, new Date());
    }
  }

  #readingSince(began: number, history: History): WatchChange[] {
    const { readings } = this.#options;
    return readings === undefined ? [] : [history.readingOf(performance.now() - began, readings)];
  }

  get #isOver(): boolean {
    return this.#over.signal.aborted;
  }

  async #read(server: WatchableServer): Promise<Sighting> {
    const { timeout } = this.#options;
    const call = { signal: this.#over.signal, timeout };
    return this.#observer.see(await server.read(call, this.#observer.rows));
  }

  #delayAfter(failures: number): number {
    const { interval } = this.#options;
    if (failures === 0 && this.#hasRung) return Math.min(interval, SHORTEST_PAUSE);
    return this.#plan.delayAfter(failures);
  }

  async #readAsItCan(): Promise<Sighting> {
    const own = this.#own;
    if (own === undefined) return this.#read(this.#watched.server);
    try {
      return await this.#read(own);
    } catch (error) {
      // The next reading tries the caller's connection again, which may work by then.
      this.#own = undefined;
      this.#release(own);
      throw error;
    }
  }

  // No document says whether a server's handle outlives a restart of its service. If not, every call through
  // it fails for ever; so a lasting outage is tried with a new handle. While a connect hangs, no other is
  // begun: hung servers must not pile up threads.
  #connectAnew(): void {
    // It may have connected while the failed reading used the caller's connection.
    if (this.#own !== undefined) return;
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = undefined;
    });
  }

  async #connect(): Promise<void> {
    try {
      // Never given up: `return` waits for it, so that its handle is released, and no other is begun meanwhile.
      const own = await this.#watched.connectAnew({ timeout: Number.POSITIVE_INFINITY });
      if (this.#isOver) return this.#release(own);
      this.#own = own;
      this.#pause.shorten(0);
    } catch {
      // The server is away, and the history has reported why.
    }
  }

  #release(server: OwnServer): void {
    // A failure changes nothing: the handle is no longer used.
    const release = server
      .disconnect()
      .catch(() => {})
      .finally(() => this.#releases.delete(release));
    this.#releases.add(release);
  }

  #deliver(): void {
    while (this.#takers.length > 0) {
      const change = this.#pending?.take();
      if (change === undefined) break;
      this.#takers.shift()?.resolve({ value: change, done: false });
    }
    this.#hold();
  }

  /** Keeps the process alive only while a caller waits for a change. */
  #hold(): void {
    this.#pause.hold(this.#takers.length > 0);
    this.#bell?.listen(this.#takers.length > 0);
  }

  #abort(reason: unknown): void {
    this.#pending?.drop();
    this.#end({ reason });
  }

  #end(failure?: { readonly reason: unknown }): void {
    if (this.#isOver) return;
    this.#failure = failure;
    this.#over.abort();
    for (const unwatch of this.#unwatch.splice(0)) unwatch();
    this.#pause.shorten(0);
    this.#bell?.end();
    if (this.#own !== undefined) this.#release(this.#own);
    for (const taker of this.#takers.splice(0)) this.#last().then(taker.resolve, taker.reject);
  }

  /** The failure, once; afterwards the end. */
  async #last(): Promise<IteratorResult<WatchChange, undefined>> {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure.reason;
    return DONE;
  }
}

/** Fulfilled with the promise, or when the time is up. */
async function withinTime(milliseconds: number, promise: Promise<void>): Promise<void> {
  if (milliseconds === Number.POSITIVE_INFINITY) return promise;
  let timer: NodeJS.Timeout | undefined;
  const timeIsUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise, timeIsUp]);
  clearTimeout(timer);
}
