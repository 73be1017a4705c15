// The line to one server: what every operation needs, whatever it is about. The operations themselves
// stand with what they are about, in lib/ports, lib/connections and their neighbours.

import type { Binding, NativeConnection, Reply } from '../native/binding.ts';
import { IdOutOfRange, NotWhole } from '../native/records/rows.ts';
import { nextTicket } from '../native/tickets.ts';
import type { Dialect } from './dialect.ts';
import {
  actionFailureOf,
  closed,
  failureOf,
  idOutOfRange,
  type Place,
  unreadable,
} from './failure.ts';
import type { CallOptions } from './options.ts';
import { type Patience, patiently } from './patience.ts';
import { Turns } from './turns.ts';

const ERROR_INVALID_HANDLE = 6;

/** What `connect` hands over. */
export interface Connected {
  readonly binding: Binding;
  readonly connection: NativeConnection;
  readonly name: string;
  readonly dialect: Dialect;
  readonly library: string;
  /** What the library calls a server that a caller calls by this name ('' for the local one). */
  address(server: string): string | null;
  /** Under the names of the binding's functions. */
  readonly operations: readonly string[];
  /** Connects once more, in the same way. */
  connectAnew(options: CallOptions): Promise<Connected>;
}

/** What an operation is about, for the error that it may end in. */
export type Subject = Pick<Place, 'port' | 'connection' | 'user'>;

/** Begins an operation of the addon at once. */
export type Begin = <Answer>(begin: (ticket: number) => Promise<Answer>) => Promise<Answer>;

export class Line {
  readonly binding: Binding;
  readonly connection: NativeConnection;
  /** As connected; '' for the local server. */
  readonly server: string;
  readonly dialect: Dialect;
  readonly library: string;
  readonly turns = new Turns();
  readonly #address: (server: string) => string | null;
  readonly #operations: readonly string[];
  readonly #connectAnew: Connected['connectAnew'];
  #isClosed = false;
  #closing: AbortController | undefined;

  constructor(connected: Connected) {
    this.binding = connected.binding;
    this.connection = connected.connection;
    this.server = connected.name;
    this.dialect = connected.dialect;
    this.library = connected.library;
    this.#address = connected.address;
    this.#operations = connected.operations;
    this.#connectAnew = connected.connectAnew;
  }

  /** Whether the addon can do the operation here, under the name that the addon has for it. */
  has(operation: string): boolean {
    return this.#operations.includes(operation);
  }

  checkOpen(): void {
    if (this.#isClosed) throw closed(this.server);
  }

  /** Aborted when the server is let go: for what goes on beyond a call. Only while the line is open. */
  get closing(): AbortSignal {
    this.#closing ??= new AbortController();
    return this.#closing.signal;
  }

  /** Another line to the same server, through the same library. */
  async connectAnew(options: CallOptions): Promise<Line> {
    return new Line(await this.#connectAnew(options));
  }

  /** `name` is what the caller has called; its arguments are checked by now. */
  call<Result>(
    name: string,
    options: CallOptions,
    call: (patience: Patience) => Promise<Result>,
  ): Promise<Result> {
    this.checkOpen();
    return patiently(this.#describe(name), options, call);
  }

  /** A call of one operation. @throws {RasError} unless what was asked for is there */
  question<Answer extends Reply>(
    name: string,
    options: CallOptions,
    begin: (ticket: number) => Promise<Answer>,
    subject?: Subject,
  ): Promise<Answer> {
    return this.call(name, options, async (patience) => {
      const reply = await this.ask(patience, begin);
      this.check(reply, subject);
      return reply;
    });
  }

  /** Begins an operation after all that was asked before. */
  ask<Answer extends Reply>(
    patience: Patience,
    begin: (ticket: number) => Promise<Answer>,
  ): Promise<Answer> {
    return patience.operation(this.binding, (ticket) =>
      this.turns.inOrder(() => {
        patience.throwIfGivenUp();
        return begin(ticket);
      }),
    );
  }

  /**
   * Two operations that nothing comes between: `look` awaits the first, which it has of `first`, and
   * gives what begins the second.
   */
  async lookThen<Answer>(
    patience: Patience,
    look: (first: Begin) => Promise<(ticket: number) => Promise<Answer>>,
  ): Promise<Answer> {
    const turn = this.turns.take();
    let second: Promise<Answer>;
    try {
      await patience.until(turn.come);
      const begin = await look((first) => patience.operation(this.binding, first));
      second = patience.operation(this.binding, begin);
    } finally {
      turn.end();
    }
    return second;
  }

  /** Lets the server go, after the work in flight. Giving up ends the waiting only. */
  async close(options: CallOptions): Promise<void> {
    await patiently(this.#describe('disconnect'), options, async (patience) => {
      this.#isClosed = true;
      this.#closing?.abort();
      const ticket = nextTicket(this.binding);
      let isAbandoned = false;
      const abandon = () => {
        isAbandoned = true;
        this.binding.abandon(ticket);
      };
      const leaving = this.turns.inOrder(() => {
        const reply = this.binding.serverDisconnect(ticket, this.connection);
        if (isAbandoned) abandon();
        return reply;
      });
      const failure = failureOf(await patience.until(leaving, abandon), this.place());
      // The second of two finds the handle given back.
      if (failure !== undefined && failure.status !== ERROR_INVALID_HANDLE) throw failure;
    });
  }

  /** What the library calls the machine or domain of this name; no name is the one it takes itself. */
  address(name = ''): string | null {
    return this.#address(name);
  }

  /** @throws {RasError} unless what was asked for is there */
  check(reply: Reply, subject?: Subject): void {
    const failure = failureOf(reply, this.place(subject));
    if (failure !== undefined) throw failure;
  }

  /** @throws {RasError} unless it is done, or will be after a restart */
  checkDone(reply: Reply, subject?: Subject): void {
    const failure = actionFailureOf(reply, this.place(subject));
    if (failure !== undefined) throw failure;
  }

  /** What `read` finds in a reply. @throws {RasError} for what is no row, or an id that a number cannot hold */
  read<Result>(reply: Reply, subject: Subject | undefined, read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      if (error instanceof NotWhole) throw unreadable(reply, this.place(subject));
      if (!(error instanceof IdOutOfRange)) throw error;
      throw idOutOfRange(error, reply, this.place(subject));
    }
  }

  place(subject?: Subject): Place {
    return { server: this.server, dialect: this.dialect, library: this.library, ...subject };
  }

  #describe(name: string): string {
    return `${name} on ${this.server === '' ? 'the local server' : this.server}`;
  }
}
