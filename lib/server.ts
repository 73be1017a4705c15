// A connected server: what can be asked of it, as promises.

import type { Dialect } from './dialect.ts';
import { invalidArgValue } from './errors/argument_errors.ts';
import { closed, failureOf, handleOutOfRange, type Place, verdictOf } from './failure.ts';
import type { Binding, NativeConnection, RowsReply } from './native/binding.ts';
import { HandleOutOfRange, type Origin, unpackPorts } from './native/port_rows.ts';
import { type CallOptions, checkBoolean, checkInteger, checkOptions } from './options.ts';
import type { Port } from './port.ts';
import { checkPort, findPort, type PortTarget, portChanged, targetOf } from './port_target.ts';
import { awaitOperation, nextTicket, remainingOf, waitFor } from './waiting.ts';

const EVERYTHING_AT_ONCE = 0xffffffff;

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
  #closed = false;
  #disconnecting: { promise: Promise<void>; ticket: number; waiters: number } | undefined;

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
    this.#origin = { server: connected.name.toLowerCase(), library: connected.library };
  }

  /** @internal */
  static of(connected: Connected): RasServer {
    return new RasServer(fromConnect, connected);
  }

  /** Whether dialect and library can do the operation. What they cannot fails when it is called. */
  supports(operation: Operation): boolean {
    if (!operations.includes(operation)) {
      throw invalidArgValue('operation', operation, `must be one of ${operations.join(', ')}`);
    }
    return this.#operations.includes(operation === 'disconnect' ? 'serverDisconnect' : operation);
  }

  /** Every port that is used by or available to remote access. */
  async enumPorts(options?: EnumPortsOptions): Promise<Port[]> {
    const checked = checkOptions(options, ['pageBytes']);
    const { pageBytes } = checked;
    if (pageBytes !== undefined)
      checkInteger('options.pageBytes', pageBytes, 1, EVERYTHING_AT_ONCE);
    this.#checkOpen();
    return (await this.#list(checked)).ports;
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

  /** Lets the server go, after the work in flight. Twice is fine; any other call fails from then on. */
  async disconnect(options?: CallOptions): Promise<void> {
    const checked = checkOptions(options, []);
    checked.signal?.throwIfAborted();
    this.#closed = true;
    this.#disconnecting ??= this.#beginDisconnect();
    const disconnecting = this.#disconnecting;
    disconnecting.waiters += 1;
    await waitFor(disconnecting.promise, this.#describe('disconnect'), checked, () => {
      disconnecting.waiters -= 1;
      if (disconnecting.waiters > 0) return;
      // Nobody waits: it must not keep the process alive, and a later call may try again.
      this.#binding.abandon(disconnecting.ticket);
      this.#disconnecting = undefined;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.disconnect();
  }

  #beginDisconnect() {
    const ticket = nextTicket();
    const promise = this.#binding.serverDisconnect(ticket, this.#connection).then(() => undefined);
    return { promise, ticket, waiters: 0 };
  }

  async #list(options: EnumPortsOptions): Promise<{ ports: Port[]; syscall: string }> {
    const preferred = options.pageBytes ?? EVERYTHING_AT_ONCE;
    const reply = await awaitOperation(
      this.#binding,
      this.#describe('enumPorts'),
      options,
      (ticket) => this.#binding.enumPorts(ticket, this.#connection, preferred),
    );
    const failure = failureOf(reply, this.#place());
    if (failure !== undefined) throw failure;
    return { ports: this.#unpack(reply), syscall: reply.syscall };
  }

  async #act(
    action: PortAction,
    port: unknown,
    options: PortActionOptions | undefined,
  ): Promise<void> {
    const since = performance.now();
    const checked = checkOptions(options, ['guard']);
    const guard = checked.guard === undefined || checkBoolean('options.guard', checked.guard);
    const argument = checkPort(port, this.dialect, (origin) => this.#isOwn(origin));
    this.#checkOpen();
    switch (argument.kind) {
      case 'handle':
        return this.#actOn(action, { handle: argument.handle, name: '' }, undefined, checked);
      case 'snapshot':
        return this.#actOn(action, targetOf(argument.port, guard), argument.port, checked);
      case 'name': {
        const { ports, syscall } = await this.#list(withoutGuard(checked));
        const found = findPort(ports, argument.name, { server: this.name, syscall });
        // Whoever is on it: only that the handle still belongs to the name is looked at again.
        const expected = { name: found.name, snapshot: false };
        const target = { handle: found.handle, name: found.name, expected };
        return this.#actOn(action, target, found, remainingOf(checked, since));
      }
    }
  }

  async #actOn(
    action: PortAction,
    target: PortTarget,
    listed: Port | undefined,
    options: CallOptions,
  ): Promise<void> {
    this.#checkOpen();
    const { handle, name, expected } = target;
    const reply = await awaitOperation(this.#binding, this.#describe(action), options, (ticket) =>
      this.#binding[action](ticket, this.#connection, handle, name, expected),
    );
    const port = listed === undefined ? String(handle) : name;
    if (verdictOf(reply) === 'port-changed') {
      const [now] = this.#unpack(reply);
      if (listed !== undefined && now !== undefined) {
        throw portChanged(listed, now, this.name, reply.syscall);
      }
    }
    const failure = failureOf(reply, this.#place(port));
    if (failure !== undefined) throw failure;
  }

  #unpack(reply: RowsReply): Port[] {
    if (reply.rows === undefined) return [];
    try {
      return unpackPorts(reply.rows, this.#origin);
    } catch (error) {
      if (!(error instanceof HandleOutOfRange)) throw error;
      throw handleOutOfRange(error, reply, this.#place());
    }
  }

  // A snapshot outlives a reconnect to the same server: the guard then decides.
  #isOwn(origin: Origin): boolean {
    return origin.server === this.#origin.server && origin.library === this.#origin.library;
  }

  #checkOpen(): void {
    if (this.#closed) throw closed(this.name);
  }

  #describe(operation: Operation): string {
    return `${operation} on ${this.name === '' ? 'the local server' : this.name}`;
  }

  #place(port?: string): Place {
    return { server: this.name, dialect: this.dialect, library: this.library, port };
  }
}

function withoutGuard({ guard: _, ...rest }: PortActionOptions): CallOptions {
  return rest;
}
