// A connected server: what can be asked of it, as promises.

import { checkBoolean, checkInteger, checkWord } from './arguments.ts';
import {
  actionFailureOf,
  closed,
  failureOf,
  idOutOfRange,
  type Place,
  verdictOf,
} from './call/failure.ts';
import { type CallOptions, checkOptions } from './call/options.ts';
import { type Patience, patiently } from './call/patience.ts';
import { Turns } from './call/turns.ts';
import type { Dialect } from './dialect.ts';
import type { Binding, NativeConnection, RowsReply } from './native/binding.ts';
import { IdOutOfRange } from './native/port_rows.ts';
import { nextTicket } from './native/tickets.ts';
import { listPorts, type Origin } from './port/listed_port.ts';
import type { Port } from './port/port.ts';
import { findPort } from './port/port_by_name.ts';
import { portChanged } from './port/port_changed.ts';
import { checkPort, found, type PortTarget } from './port/port_target.ts';

const EVERYTHING_AT_ONCE = 0xffffffff;
const ERROR_INVALID_HANDLE = 6;

const operations = ['enumPorts', 'disconnectPort', 'resetPort', 'disconnect'] as const;

/** What a server can be asked to do. */
export type Operation = (typeof operations)[number];

export interface EnumPortsOptions extends CallOptions {
  /**
   * The size in bytes that each answer should have. Without it, everything is asked for at once; a
   * smaller size asks in pages. The server takes it as a preference.
   */
  readonly pageBytes?: number;
}

export interface PortActionOptions extends CallOptions {
  /**
   * Whether a port from a listing is read again right before, so that the call fails with
   * `ERR_RRAS_PORT_CHANGED` when it carries another connection by then. On unless `false`.
   */
  readonly guard?: boolean;
}

/** What `connect` hands over. */
export interface Connected {
  readonly binding: Binding;
  readonly connection: NativeConnection;
  readonly name: string;
  readonly dialect: Dialect;
  readonly library: string;
  readonly operations: readonly string[];
}

// Without it, `new RasServer` from outside would make a server that is connected to nothing.
const fromConnect = Symbol('connect');

type PortAction = 'disconnectPort' | 'resetPort';

/**
 * A server that `connect` has reached. Its calls run one after another, in the order in which they
 * were made, on a thread of the package.
 */
export class RasServer implements AsyncDisposable {
  /** The name as connected, without backslashes; '' for the local server. */
  readonly name: string;
  readonly dialect: Dialect;
  /** The file that serves the connection. */
  readonly library: string;

  readonly #binding: Binding;
  readonly #connection: NativeConnection;
  readonly #operations: readonly string[];
  readonly #origin: Origin;
  readonly #turns = new Turns();
  #isClosed = false;

  private constructor(key: symbol, connected: Connected) {
    if (key !== fromConnect) {
      throw new TypeError('RasServer cannot be constructed: connect() gives one');
    }
    this.name = connected.name;
    this.dialect = connected.dialect;
    this.library = connected.library;
    this.#binding = connected.binding;
    this.#connection = connected.connection;
    this.#operations = connected.operations;
    this.#origin = { server: connected.name, library: connected.library };
  }

  /** @internal */
  static of(connected: Connected): RasServer {
    return new RasServer(fromConnect, connected);
  }

  /** Whether dialect and library can do the operation. What they cannot fails when it is called. */
  supports(operation: Operation): boolean {
    checkWord('operation', operation, operations);
    return this.#operations.includes(operation === 'disconnect' ? 'serverDisconnect' : operation);
  }

  /** Every port that is used by or available to remote access. */
  async enumPorts(options?: EnumPortsOptions): Promise<Port[]> {
    const checked = checkOptions(options, ['pageBytes']);
    const { pageBytes = EVERYTHING_AT_ONCE } = checked;
    checkInteger('options.pageBytes', pageBytes, 1, EVERYTHING_AT_ONCE);
    this.#checkOpen();
    return patiently(this.#describe('enumPorts'), checked, async (patience) => {
      const reply = await this.#ask(patience, (ticket) =>
        this.#binding.enumPorts(ticket, this.#connection, pageBytes),
      );
      return this.#portsIn(reply);
    });
  }

  /**
   * Starts to disconnect whoever is on the port: one link, which the server may go on listing for a
   * moment. A name is looked up first, exactly and then without case.
   */
  async disconnectPort(port: Port | string | number, options?: PortActionOptions): Promise<void> {
    await this.#act('disconnectPort', port, options);
  }

  /** Resets the port. By the protocol's specification a server does nothing and succeeds. */
  async resetPort(port: Port | string | number, options?: PortActionOptions): Promise<void> {
    await this.#act('resetPort', port, options);
  }

  /**
   * Lets the server go, after the work in flight. Twice is fine; any other call fails from then on.
   * Giving up ends the waiting only: the server is let go all the same.
   */
  async disconnect(options?: CallOptions): Promise<void> {
    const checked = checkOptions(options, []);
    await patiently(this.#describe('disconnect'), checked, async (patience) => {
      this.#isClosed = true;
      const ticket = nextTicket(this.#binding);
      let isAbandoned = false;
      const abandon = () => {
        isAbandoned = true;
        this.#binding.abandon(ticket);
      };
      const leaving = this.#turns.inOrder(() => {
        const reply = this.#binding.serverDisconnect(ticket, this.#connection);
        if (isAbandoned) abandon();
        return reply;
      });
      const failure = failureOf(await patience.until(leaving, abandon), this.#place());
      // The second of two finds the handle given back.
      if (failure !== undefined && failure.status !== ERROR_INVALID_HANDLE) throw failure;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.disconnect();
  }

  /** Begins an operation after all that was asked before. */
  #ask(patience: Patience, begin: (ticket: number) => Promise<RowsReply>): Promise<RowsReply> {
    return patience.operation(this.#binding, (ticket) =>
      this.#turns.inOrder(() => {
        patience.throwIfGivenUp();
        return begin(ticket);
      }),
    );
  }

  async #act(
    action: PortAction,
    port: unknown,
    options: PortActionOptions | undefined,
  ): Promise<void> {
    const checked = checkOptions(options, ['guard']);
    const { guard = true } = checked;
    checkBoolean('options.guard', guard);
    const argument = checkPort(port, { dialect: this.dialect, origin: this.#origin, guard });
    this.#checkOpen();
    await patiently(this.#describe(action), checked, (patience) =>
      argument.kind === 'name'
        ? this.#actByName(patience, action, argument.name)
        : this.#actOn(patience, action, argument),
    );
  }

  async #actOn(patience: Patience, action: PortAction, target: PortTarget): Promise<void> {
    const reply = await this.#ask(patience, (ticket) => this.#begin(action, ticket, target));
    this.#checkDone(reply, target);
  }

  async #actByName(patience: Patience, action: PortAction, name: string): Promise<void> {
    if (!this.supports(action)) {
      // Says so itself, without a look-up in vain.
      return this.#actOn(patience, action, { handle: 0, name });
    }
    const turn = this.#turns.take();
    let target: PortTarget;
    let acting: Promise<RowsReply>;
    try {
      await patience.until(turn.come);
      const listing = await patience.operation(this.#binding, (ticket) =>
        this.#binding.enumPorts(ticket, this.#connection, EVERYTHING_AT_ONCE),
      );
      const ports = this.#portsIn(listing);
      target = found(findPort(ports, name, { server: this.name, syscall: listing.syscall }));
      acting = patience.operation(this.#binding, (ticket) => this.#begin(action, ticket, target));
    } finally {
      turn.end();
    }
    this.#checkDone(await acting, target);
  }

  #begin(action: PortAction, ticket: number, target: PortTarget): Promise<RowsReply> {
    const { handle, name, expected } = target;
    return this.#binding[action](ticket, this.#connection, handle, name, expected);
  }

  #checkDone(reply: RowsReply, target: PortTarget): void {
    if (verdictOf(reply) === 'port-changed' && target.listed !== undefined) {
      const [now] = this.#unpack(reply);
      if (now !== undefined) throw portChanged(target.listed, now, this.name, reply.syscall);
    }
    const port = target.name === '' ? String(target.handle) : target.name;
    const failure = actionFailureOf(reply, this.#place(port));
    if (failure !== undefined) throw failure;
  }

  #portsIn(reply: RowsReply): Port[] {
    const failure = failureOf(reply, this.#place());
    if (failure !== undefined) throw failure;
    return this.#unpack(reply);
  }

  #unpack(reply: RowsReply): Port[] {
    if (reply.rows === undefined) return [];
    try {
      return listPorts(reply.rows, this.#origin);
    } catch (error) {
      if (!(error instanceof IdOutOfRange)) throw error;
      throw idOutOfRange(error, reply, this.#place());
    }
  }

  #checkOpen(): void {
    if (this.#isClosed) throw closed(this.name);
  }

  #describe(operation: Operation): string {
    return `${operation} on ${this.name === '' ? 'the local server' : this.name}`;
  }

  #place(port?: string): Place {
    return { server: this.name, dialect: this.dialect, library: this.library, port };
  }
}
