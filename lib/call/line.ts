// The line to one server: what every operation needs. The operations themselves stand with their subjects,
// in lib/ports, lib/connections and their neighbours.

import { RasError, withOutcome } from '../errors/ras_error.ts';
import { IdOutOfRange, NotWhole } from '../native/packed.ts';
import type {
  Ask,
  Begun,
  ConnectedServer,
  NotificationsReply,
  ServerEvent,
} from './connected_server.ts';
import type { Dialect } from './dialect.ts';
import {
  actionFailureOf,
  closed,
  failureOf,
  idOutOfRange,
  type Place,
  unreadable,
} from './failure.ts';
import type { Answer, Arguments, OperationName } from './operations.ts';
import type { CallOptions } from './options.ts';
import { type Called, type Patience, patiently } from './patience.ts';
import type { Reply } from './reply.ts';
import { Turns } from './turns.ts';

const ERROR_INVALID_HANDLE = 6;

/** What an operation acts on, for its error. */
export type Subject = Pick<Place, 'port' | 'connection' | 'user' | 'interface'>;

export class Line {
  /** Milliseconds that a call waits if it does not say; Infinity for no end. */
  readonly callTimeout: number;
  readonly #below: ConnectedServer;
  readonly #turns = new Turns();
  #isClosed = false;
  #closing: AbortController | undefined;

  constructor(below: ConnectedServer, callTimeout: number) {
    this.#below = below;
    this.callTimeout = callTimeout;
  }

  /** As connected; '' for the local server. */
  get server(): string {
    return this.#below.name;
  }

  get dialect(): Dialect {
    return this.#below.dialect;
  }

  get library(): string {
    return this.#below.library;
  }

  /** Whether the dialect and the library can do this. */
  has(operation: OperationName | 'watchConnections'): boolean {
    return this.#below.operations.includes(operation);
  }

  checkOpen(): void {
    if (this.#isClosed) throw closed(this.server);
  }

  /** Aborted when the server is released. Work that outlasts a call, such as a watch, ends with it. */
  get closing(): AbortSignal {
    this.#closing ??= new AbortController();
    return this.#closing.signal;
  }

  /** Another line to the same server, through the same library. */
  async connectAnew(options: CallOptions): Promise<Line> {
    return new Line(await this.#below.connectAnew(options), this.callTimeout);
  }

  /** A line to the stored configuration of the same server. */
  async connectStored(options: CallOptions): Promise<Line> {
    return new Line(await this.#below.connectStored(options), this.callTimeout);
  }

  /** `name` is the method that was called. Its arguments have been checked by now. */
  call<Result>(
    name: string,
    options: CallOptions,
    call: (patience: Patience) => Promise<Result>,
  ): Promise<Result> {
    this.checkOpen();
    return patiently(this.#called(name, options, false), call);
  }

  /** A call that changes something. Each error of its own says what is known about that. */
  async action<Result>(
    name: string,
    options: CallOptions,
    act: (patience: Patience) => Promise<Result>,
  ): Promise<Result> {
    if (this.#isClosed) throw withOutcome(closed(this.server), 'not-done');
    return patiently(this.#called(name, options, true), async (patience) => {
      try {
        return await act(patience);
      } catch (error) {
        if (hasNoReply(error)) throw Object.assign(error, { outcome: 'unknown' });
        if (!(error instanceof RasError)) throw error;
        throw withOutcome(error, patience.mayHaveActed ? 'unknown' : 'not-done');
      }
    });
  }

  /** A call of one operation that has the name of its method. @throws {RasError} unless it succeeds */
  question<Name extends OperationName>(
    name: Name,
    options: CallOptions,
    args: Arguments<Name>,
    subject?: Subject,
  ): Promise<Answer<Name>> {
    return this.call(name, options, async (patience) => {
      const reply = await this.ask(patience, name, ...args);
      this.check(reply, subject);
      return reply;
    });
  }

  /** Begins an operation when its turn comes. */
  ask<Name extends OperationName>(
    patience: Patience,
    operation: Name,
    ...args: Arguments<Name>
  ): Promise<Answer<Name>> {
    return this.#inOrder(patience, () => this.#below.ask(operation, ...args));
  }

  watchConnections(patience: Patience): Promise<NotificationsReply> {
    return this.#inOrder(patience, () => this.#below.watchConnections());
  }

  /** An event that the server can set; undefined where the system or the server has none. */
  makeEvent(): ServerEvent | undefined {
    return this.#below.makeEvent();
  }

  /** Waits until the server sets the event. No operation is under way meanwhile. */
  eventSet(patience: Patience, event: ServerEvent): Promise<Reply> {
    const { answer, abandon } = event.next();
    return patience.until(answer, abandon);
  }

  #inOrder<Result extends Reply>(patience: Patience, begin: () => Begun<Result>): Promise<Result> {
    return patience.operation(() =>
      this.#turns.inOrder(() => {
        patience.throwIfGivenUp();
        return begin();
      }),
    );
  }

  /**
   * A call of several operations, with no operation of another call between them. `look` asks for all
   * but the last and returns what begins the last.
   */
  async lookThen<Result>(
    patience: Patience,
    look: (ask: Ask) => Promise<() => Promise<Result>>,
  ): Promise<Result> {
    const turn = this.#turns.take();
    let last: Promise<Result>;
    try {
      await patience.until(turn.come);
      const begin = await look((operation, ...args) =>
        patience.operation(() => this.#below.ask(operation, ...args)),
      );
      last = begin();
    } finally {
      turn.end();
    }
    return last;
  }

  /** Releases the server after the work in flight, even if the caller gives up waiting for it. */
  async close(options: CallOptions): Promise<void> {
    await patiently(this.#called('disconnect', options, false), async (patience) => {
      this.#isClosed = true;
      this.#closing?.abort();
      const { answer, abandon } = this.#turns.inOrder(() => this.#below.release());
      const reply = await patience.until(answer, abandon);
      // The second of two calls finds that the handle is gone.
      if (reply.status !== ERROR_INVALID_HANDLE) this.check(reply);
    });
  }

  /** What the library calls the machine or domain of this name. Without a name the library chooses. */
  address(name = ''): string | null {
    return this.#below.address(name);
  }

  /** @throws {RasError} unless the operation succeeded */
  check(reply: Reply, subject?: Subject): void {
    const failure = failureOf(reply, this.place(subject));
    if (failure !== undefined) throw failure;
  }

  /** @throws {RasError} unless it is done, or will be after a restart */
  checkDone(reply: Reply, subject?: Subject): void {
    const failure = actionFailureOf(reply, this.place(subject));
    if (failure !== undefined) throw failure;
  }

  /** Reads a reply. @throws {RasError} for damaged rows, or an id that a number cannot hold */
  read<Result>(reply: Reply, subject: Subject | undefined, read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      if (error instanceof NotWhole) throw unreadable(reply, this.place(subject));
      if (!(error instanceof IdOutOfRange)) throw error;
      throw idOutOfRange(error, reply, this.place(subject));
    }
  }

  #called(operation: string, options: CallOptions, isAction: boolean): Called {
    const { signal, timeout = this.callTimeout } = options;
    return { operation, server: this.server, isAction, timeout, signal };
  }

  place(subject?: Subject): Place {
    return { server: this.server, dialect: this.dialect, library: this.library, ...subject };
  }
}

/** Whether the addon had no memory for the reply of an operation, which is then lost. */
function hasNoReply(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MEMORY_ALLOCATION_FAILED';
}
