// A connected server: what can be asked of it, as promises. Each method's work stands with what it is
// about, in lib/port, lib/connection and their neighbours.

import { checkWord } from './arguments.ts';
import { type Connected, Line } from './call/line.ts';
import { type CallOptions, checkOptions } from './call/options.ts';
import type { Dialect } from './dialect.ts';
import { type Operation, operations } from './operations.ts';
import type { Port } from './port/port.ts';
import { actOnPort, type PortActionOptions } from './port/port_action.ts';
import type { PortDetails } from './port/port_details.ts';
import { type EnumPortsOptions, enumPorts, getPort } from './port/port_operations.ts';
import type { Watch } from './watch/server_watch.ts';
import { watch } from './watch/watch.ts';
import type { WatchOptions } from './watch/watch_options.ts';

// Without it, `new RasServer` from outside would make a server that is connected to nothing.
const fromConnect = Symbol('connect');

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

  readonly #line: Line;

  private constructor(key: symbol, connected: Connected) {
    if (key !== fromConnect) {
      throw new TypeError('RasServer cannot be constructed: connect() gives one');
    }
    this.name = connected.name;
    this.dialect = connected.dialect;
    this.library = connected.library;
    this.#line = new Line(connected);
  }

  /** @internal */
  static of(connected: Connected): RasServer {
    return new RasServer(fromConnect, connected);
  }

  /** Whether dialect and library can do the operation. What they cannot fails when it is called. */
  supports(operation: Operation): boolean {
    checkWord('operation', operation, operations);
    return this.#line.has(operation === 'disconnect' ? 'serverDisconnect' : operation);
  }

  /** Every port that is used by or available to remote access, or those of one connection. */
  enumPorts(options?: EnumPortsOptions): Promise<Port[]> {
    return enumPorts(this.#line, options);
  }

  /**
   * One port in detail: its hardware, its speed, its counters. A port from a listing is read as it is
   * now; if its handle belongs to another port by then, the call fails with `ERR_RRAS_PORT_CHANGED`.
   */
  getPort(port: Port | string | number, options?: CallOptions): Promise<PortDetails> {
    return getPort(this.#line, port, options);
  }

  /**
   * Starts to disconnect whoever is on the port: one link, which the server may go on listing for a
   * moment. A name is looked up first, exactly and then without case.
   */
  disconnectPort(port: Port | string | number, options?: PortActionOptions): Promise<void> {
    return actOnPort(this.#line, 'disconnectPort', port, options);
  }

  /** Resets the port. By the protocol's specification a server does nothing and succeeds. */
  resetPort(port: Port | string | number, options?: PortActionOptions): Promise<void> {
    return actOnPort(this.#line, 'resetPort', port, options);
  }

  /** Sets the port's counters to zero, for everybody who reads them. */
  clearPortStats(port: Port | string | number, options?: PortActionOptions): Promise<void> {
    return actOnPort(this.#line, 'clearPortStats', port, options);
  }

  /**
   * What happens on the server, one change at a time, beginning with a snapshot of all there is: to be
   * taken with `for await`. It reads the server time and again, beginning when the first change is asked
   * for; docs/watching.md says what can be relied on. If the first reading fails, the watch rejects;
   * later failures are changes, too. It ends with the server's `disconnect()`.
   */
  watch(options?: WatchOptions): Watch {
    return watch(this.#line, options);
  }

  /**
   * Lets the server go, after the work in flight. Twice is fine; any other call fails from then on.
   * Giving up ends the waiting only: the server is let go all the same.
   */
  async disconnect(options?: CallOptions): Promise<void> {
    await this.#line.close(checkOptions(options, []));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.disconnect();
  }
}
