// The line to one server: what every operation needs, whatever it is about. The operations themselves
// stand with what they are about, in lib/port, lib/connection and their neighbours.

import type { Dialect } from '../dialect.ts';
import type { Binding, NativeConnection, Reply } from '../native/binding.ts';
import { nextTicket } from '../native/tickets.ts';
import { closed, failureOf, type Place } from './failure.ts';
import type { CallOptions } from './options.ts';
import { type Patience, patiently } from './patience.ts';
import { Turns } from './turns.ts';

const ERROR_INVALID_HANDLE = 6;

/**
 * Where a snapshot came from: one object for each connection to a server. It does not refer to the
 * server, which a kept snapshot must not keep alive.
 */
export interface Origin {
  readonly server: string;
  readonly library: string;
}

/** What `connect` hands over. */
export interface Connected {
  readonly binding: Binding;
  readonly connection: NativeConnection;
  readonly name: string;
  readonly dialect: Dialect;
  readonly library: string;
  /** Under the names of the binding's functions. */
  readonly operations: readonly string[];
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
  readonly origin: Origin;
  readonly turns = new Turns();
  readonly #operations: readonly string[];
  #isClosed = false;

  constructor(connected: Connected) {
    this.binding = connected.binding;
    this.connection = connected.connection;
    this.server = connected.name;
    this.dialect = connected.dialect;
    this.library = connected.library;
    this.origin = { server: connected.name, library: connected.library };
    this.#operations = connected.operations;
  }

  /** Whether the addon can do the operation here, under the name that the addon has for it. */
  has(operation: string): boolean {
    return this.#operations.includes(operation);
  }

  /** `name` is what the caller has called; its arguments are checked by now. */
  call<Result>(
    name: string,
    options: CallOptions,
    call: (patience: Patience) => Promise<Result>,
  ): Promise<Result> {
    if (this.#isClosed) throw closed(this.server);
    return patiently(this.#describe(name), options, call);
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

  place(subject?: Subject): Place {
    return { server: this.server, dialect: this.dialect, library: this.library, ...subject };
  }

  #describe(name: string): string {
    return `${name} on ${this.server === '' ? 'the local server' : this.server}`;
  }
}
