// A connected server with its methods. Their work stands with its subject, in lib/ports, lib/connections and
// their neighbours.

import { checkWord } from './call/arguments.ts';
import type { ConnectedServer } from './call/connected_server.ts';
import type { Dialect } from './call/dialect.ts';
import { Line } from './call/line.ts';
import { isOnSessions, type Operation, operations } from './call/operations.ts';
import { type CallOptions, checkOptions } from './call/options.ts';
import type { EnumerationOptions } from './call/paging.ts';
import * as connections from './connections/action.ts';
import type { Connection, ConnectionReference } from './connections/connection.ts';
import {
  type DisconnectConnectionOptions,
  disconnectConnection,
} from './connections/disconnect.ts';
import { enumConnections, getConnection } from './connections/operations.ts';
import { type ApplyInterfaceOptions, applyInterface } from './desired/apply.ts';
import type { InterfaceStep } from './desired/plan.ts';
import type { DesiredInterface } from './desired/wish.ts';
import * as interfaceActions from './interfaces/actions.ts';
import * as interfaceChanges from './interfaces/changes.ts';
import { type ConnectInterfaceOptions, connectInterface } from './interfaces/connect.ts';
import type { InterfaceCredentials, InterfaceSecretKind } from './interfaces/credentials.ts';
import * as interfaceCredentials from './interfaces/credentials.ts';
import type {
  Interface,
  InterfaceDetails,
  InterfaceDevice,
  InterfaceReference,
} from './interfaces/interface.ts';
import * as interfaces from './interfaces/operations.ts';
import { checkInterface } from './interfaces/target.ts';
import { changeEntry, type MibClient, readEntry } from './mib/entries.ts';
import { actOnPort, type PortActionOptions } from './ports/action.ts';
import type { PortDetails } from './ports/details.ts';
import { type EnumPortsOptions, enumPorts, getPort } from './ports/operations.ts';
import type { Port } from './ports/port.ts';
import { getCredentials, setCredentials } from './server/credentials.ts';
import type { Device } from './server/device.ts';
import { enumDevices } from './server/device_operations.ts';
import * as domains from './server/domain_operations.ts';
import type { ServerInfo, ServerSettings, SettingsResult } from './server/info.ts';
import type { ServerInfoEx, ServerSettingsEx } from './server/info_ex.ts';
import {
  getInfoEx,
  type InfoExOptions,
  type SettingsExOptions,
  setInfoEx,
} from './server/info_ex_operations.ts';
import { getInfo, setInfo } from './server/info_operations.ts';
import type {
  InterfaceCustomInfo,
  InterfaceCustomInfoSettings,
} from './server/interface_custom_info.ts';
import * as customInfo from './server/interface_custom_info.ts';
import type {
  InterfaceTransport,
  InterfaceTransportChanges,
  InterfaceTransportSettings,
} from './server/interface_transports.ts';
import * as ofInterface from './server/interface_transports.ts';
import { getErrorString, isServiceInitialized, isServiceRunning } from './server/service.ts';
import type { SettingsOptions } from './server/settings.ts';
import {
  runningParts,
  type Transport,
  type TransportChanges,
  type TransportName,
  type TransportSettings,
} from './server/transport.ts';
import {
  changeTransport,
  createTransport,
  getTransport,
  setTransport,
  transportIn,
} from './server/transport_operations.ts';
import type { User, UserSettings } from './server/user.ts';
import { getUser, setUser, type UserOptions } from './server/user_operations.ts';
import { type DisconnectSessionOptions, disconnectSession } from './sessions/disconnect.ts';
import { type EnumSessionsOptions, enumSessions } from './sessions/operations.ts';
import type { Session } from './sessions/session.ts';
import { hasForSessions } from './sessions/support.ts';
import type { WatchOptions } from './watch/options.ts';
import type { Watch, WatchPlan } from './watch/server_watch.ts';
import { watch } from './watch/watch.ts';

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
  /**
   * The functions of the library that the connection may call, under the names that the library exports. The
   * redistributable for NT 4 may have some as `RasAdmin…` and others as `MprAdmin…`.
   */
  readonly functions: readonly string[];
  /** Milliseconds that a call waits if it has no `timeout` of its own; `Infinity` for no end. */
  readonly callTimeout: number;

  readonly #line: Line;

  private constructor(key: symbol, connected: ConnectedServer, callTimeout: number) {
    if (key !== fromConnect) {
      throw new TypeError('RasServer cannot be constructed: connect() gives one');
    }
    this.name = connected.name;
    this.dialect = connected.dialect;
    this.library = connected.library;
    this.functions = connected.functions;
    this.callTimeout = callTimeout;
    this.#line = new Line(connected, callTimeout);
  }

  /** @internal */
  static of(connected: ConnectedServer, callTimeout: number): RasServer {
    return new RasServer(fromConnect, connected, callTimeout);
  }

  /** Whether dialect and library can do the operation. Otherwise calling it fails. */
  supports(operation: Operation): boolean {
    checkWord('operation', operation, operations);
    if (operation === 'disconnect') return true;
    return isOnSessions(operation)
      ? hasForSessions(this.#line, operation)
      : this.#line.has(operation);
  }

  /** Whether the service runs there. `false` may also mean that you have no access. */
  isServiceRunning(options?: CallOptions): Promise<boolean> {
    return isServiceRunning(this.#line, options);
  }

  /**
   * Whether the service is ready: one that runs may still be starting. One that does not run is an
   * error, `ERROR_SERVICE_NOT_ACTIVE`.
   */
  isServiceInitialized(options?: CallOptions): Promise<boolean> {
    return isServiceInitialized(this.#line, options);
  }

  /** Uptime and ports, at the highest level that the server knows. */
  getInfo(options?: CallOptions): Promise<ServerInfo> {
    return getInfo(this.#line, options);
  }

  /**
   * Sets the number of ports and their uses. It takes what `getInfo` returned, whole or in part. Fields that are
   * left out stay, and nothing is written if the server has all values already. Fields that cannot be set must be
   * as the server has them, except `upTime`, `totalPorts` and `portsInUse`, which are ignored because they change by
   * themselves. Success means that the server has accepted the settings; the result says whether they need a restart.
   */
  setInfo(settings: ServerSettings, options?: SettingsOptions): Promise<SettingsResult> {
    return setInfo(this.#line, settings, options);
  }

  /** All tunnels with their parameters; since Windows Server 2008 R2, else `ERROR_PROC_NOT_FOUND`. */
  getInfoEx(options?: InfoExOptions): Promise<ServerInfoEx> {
    return getInfoEx(this.#line, options);
  }

  /**
   * Sets ports and the parameters of IKEv2; since Windows Server 2008 R2. As with `setInfo`, what `getInfoEx` gave
   * can be handed back whole. A setting that the server is too old for is an error, and nothing is set.
   */
  setInfoEx(settings: ServerSettingsEx, options?: SettingsExOptions): Promise<SettingsResult> {
    return setInfoEx(this.#line, settings, options);
  }

  /**
   * What the library itself has to say about a code, in the language of the system; `undefined` if it has
   * nothing. `explain` has words for more codes, and on any system.
   */
  getErrorString(code: number, options?: CallOptions): Promise<string | undefined> {
    return getErrorString(this.#line, code, options);
  }

  /** The pre-shared key for L2TP, `undefined` if there is none. Wipe it after use: `key.fill(0)`. */
  getCredentials(options?: CallOptions): Promise<Uint8Array | undefined> {
    return getCredentials(this.#line, options);
  }

  /** Sets the pre-shared key for L2TP, 256 bytes at most; `null` deletes it. */
  setCredentials(key: Uint8Array | null, options?: CallOptions): Promise<void> {
    return setCredentials(this.#line, key, options);
  }

  /** Whether a machine is registered in a domain as a RAS server. */
  isDomainRasServer(options?: domains.DomainOptions): Promise<boolean> {
    return domains.isDomainRasServer(this.#line, options);
  }

  /** Registers a machine in a domain as a RAS server. */
  establishDomainRasServer(options?: domains.DomainOptions): Promise<void> {
    return domains.registerDomainRasServer(this.#line, 'establishDomainRasServer', options);
  }

  /** Removes the registration of a machine as a RAS server of a domain. */
  removeDomainRasServer(options?: domains.DomainOptions): Promise<void> {
    return domains.registerDomainRasServer(this.#line, 'removeDomainRasServer', options);
  }

  /** The machine that keeps the accounts of a domain: a controller of it, primary or not. */
  getPdcServer(options?: domains.PdcOptions): Promise<string> {
    return domains.getPdcServer(this.#line, options);
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
   * Starts to disconnect the port: one link, which the server may go on listing for a moment. A name is
   * looked up first, exactly and then without case.
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

  /** Every connection, with everything that the server reports about it. */
  enumConnections(options?: EnumerationOptions): Promise<Connection[]> {
    return enumConnections(this.#line, options);
  }

  /** The connection that has the handle now, even if it is another session's. */
  getConnection(
    connection: ConnectionReference | number,
    options?: CallOptions,
  ): Promise<Connection> {
    return getConnection(this.#line, connection, options);
  }

  /**
   * Starts to disconnect all ports of a connection; with `wait`, it is gone when the call succeeds. If
   * the server refuses some of the ports, the call fails, and `error.links` has the result of each.
   */
  disconnectConnection(
    connection: ConnectionReference | number,
    options?: DisconnectConnectionOptions,
  ): Promise<void> {
    return disconnectConnection(this.#line, connection, options);
  }

  /** Sets the connection's counters to zero, for everybody who reads them. */
  clearConnectionStats(
    connection: ConnectionReference | number,
    options?: connections.ConnectionActionOptions,
  ): Promise<void> {
    return connections.clearConnectionStats(this.#line, connection, options);
  }

  /**
   * Removes the quarantine filters of a connection, or of the client with an IPv4 address in the tunnel.
   * Filters of IPv6 stay.
   */
  removeQuarantine(
    connection: ConnectionReference | number | string,
    options?: connections.ConnectionActionOptions,
  ): Promise<void> {
    return connections.removeQuarantine(this.#line, connection, options);
  }

  /**
   * Sends a text to the screen of the client. It takes a Messenger service there, which Windows has not
   * had since Vista: success says little.
   */
  sendUserMessage(
    connection: ConnectionReference | number,
    text: string,
    options?: connections.ConnectionActionOptions,
  ): Promise<void> {
    return connections.sendUserMessage(this.#line, connection, text, options);
  }

  /** Moves the tunnel of an IKEv2 connection to other end points (MOBIKE). */
  updateConnection(
    connection: ConnectionReference | number,
    update: connections.ConnectionUpdate,
    options?: connections.ConnectionActionOptions,
  ): Promise<void> {
    return connections.updateConnection(this.#line, connection, update, options);
  }

  /**
   * Lists who is connected, each session with its ports. It works in all three dialects. It reads the ports first
   * and then the connections.
   */
  enumSessions(options?: EnumSessionsOptions): Promise<Session[]> {
    return enumSessions(this.#line, options);
  }

  /**
   * Starts to disconnect a session with all its ports. With `wait`, the call succeeds when the session is gone.
   * The session is read again first: if another session has its place, the call fails with
   * `ERR_RRAS_CONNECTION_CHANGED` (under `rassapi` `ERR_RRAS_PORT_CHANGED`), and nothing is done. If the
   * server refuses some of the ports, the call fails, and `error.links` has the result of each.
   */
  disconnectSession(session: Session, options?: DisconnectSessionOptions): Promise<void> {
    return disconnectSession(this.#line, session, options);
  }

  /** The dial-in settings of an account. */
  getUser(name: string, options?: UserOptions): Promise<User> {
    return getUser(this.#line, name, options);
  }

  /** Sets the dial-in settings of an account. Settings that are left out stay. */
  setUser(name: string, settings: UserSettings, options?: UserOptions): Promise<void> {
    return setUser(this.#line, name, settings, options);
  }

  /** The devices that demand-dial interfaces can use. */
  enumDevices(options?: CallOptions): Promise<Device[]> {
    return enumDevices(this.#line, options);
  }

  /** The settings of a transport such as 'ip' in the running router, by its name or its number. */
  getTransport(transport: TransportName | number, options?: CallOptions): Promise<Transport> {
    return getTransport(this.#line, transport, options);
  }

  /** An entry of the MIB, as bytes. The query has the number of the variable and its index. */
  getMibEntry(client: MibClient, query: Uint8Array, options?: CallOptions): Promise<Uint8Array> {
    return readEntry(this.#line, 'getMibEntry', client, query, options);
  }

  /** The first entry of a variable. */
  getFirstMibEntry(
    client: MibClient,
    query: Uint8Array,
    options?: CallOptions,
  ): Promise<Uint8Array> {
    return readEntry(this.#line, 'getFirstMibEntry', client, query, options);
  }

  /** The entry that follows the one with the index in the query. */
  getNextMibEntry(
    client: MibClient,
    query: Uint8Array,
    options?: CallOptions,
  ): Promise<Uint8Array> {
    return readEntry(this.#line, 'getNextMibEntry', client, query, options);
  }

  /** Changes an entry. The bytes have the number of the variable, and from byte 8 on its data. */
  setMibEntry(client: MibClient, entry: Uint8Array, options?: CallOptions): Promise<void> {
    return changeEntry(this.#line, 'setMibEntry', client, entry, options);
  }

  /** Creates an entry, such as a route. The bytes are as for `setMibEntry`. */
  createMibEntry(client: MibClient, entry: Uint8Array, options?: CallOptions): Promise<void> {
    return changeEntry(this.#line, 'createMibEntry', client, entry, options);
  }

  /** Deletes the entry that the query names. */
  deleteMibEntry(client: MibClient, query: Uint8Array, options?: CallOptions): Promise<void> {
    return changeEntry(this.#line, 'deleteMibEntry', client, query, options);
  }

  /** Every interface of the router: network cards, demand-dial interfaces and what the server lists besides. */
  enumInterfaces(options?: EnumerationOptions): Promise<Interface[]> {
    return interfaces.enumInterfaces(this.#line, options);
  }

  /**
   * One interface in detail, by its name, its handle or an `Interface`. An `Interface` is read as it is now; if its
   * handle belongs to another one by then, the call fails with `ERR_RRAS_INTERFACE_CHANGED`.
   */
  getInterface(
    which: InterfaceReference | string | number,
    options?: CallOptions,
  ): Promise<InterfaceDetails> {
    return interfaces.getInterface(this.#line, which, options);
  }

  /** The handle of the interface with this name. */
  getInterfaceHandle(name: string, options?: interfaces.InterfaceHandleOptions): Promise<number> {
    return interfaces.getInterfaceHandle(this.#line, name, options);
  }

  /**
   * Creates an interface on the running router, and returns its handle. The router forgets it when it starts again,
   * unless it is in the stored configuration too. Without any authentication among the options, the server adds some.
   */
  createInterface(settings: interfaceChanges.NewInterface, options?: CallOptions): Promise<number> {
    return interfaceChanges.createInterface(this.#line, settings, options);
  }

  /**
   * Changes an interface of the running router. Settings that are left out are written back as they were read. The
   * router forgets the changes when it starts again, unless the stored configuration has them too.
   */
  setInterface(
    which: InterfaceReference | string | number,
    settings: interfaceChanges.InterfaceSettings,
    options?: CallOptions,
  ): Promise<void> {
    return interfaceChanges.setInterface(this.#line, which, settings, options);
  }

  /** Deletes an interface of the running router, with its phone-book entry. It must not be connected. */
  deleteInterface(
    which: InterfaceReference | string | number,
    options?: CallOptions,
  ): Promise<void> {
    return interfaceChanges.deleteInterface(this.#line, which, options);
  }

  /**
   * Makes an interface match what you want, in the running router and in its stored configuration, and returns the steps
   * that this took; with `dryRun`, those that it would take. It compares both sides with what you want first, and changes
   * only what differs, the running router before the stored configuration. So it does nothing when it is repeated. Secrets
   * cannot be compared: they are set when either side does not have the interface yet, and with `setSecrets`. If a step
   * fails after others were done, or may have been done, the error is `ERR_RRAS_PARTLY_DONE`, and `error.steps` has what
   * became of each. What contradicts itself is a `TypeError` before anything is asked.
   */
  applyInterface(
    desired: DesiredInterface,
    options?: ApplyInterfaceOptions,
  ): Promise<InterfaceStep[]> {
    return applyInterface(this.#line, desired, options);
  }

  /** A device over which an interface dials. The first index is 1. */
  getInterfaceDevice(
    which: InterfaceReference | string | number,
    index: number,
    options?: CallOptions,
  ): Promise<InterfaceDevice> {
    return interfaces.getInterfaceDevice(this.#line, which, index, options);
  }

  /**
   * Sets a device over which an interface dials. Fields that are left out are read first. With all four, nothing is
   * read, so that a further device can be added.
   */
  setInterfaceDevice(
    which: InterfaceReference | string | number,
    index: number,
    device: Partial<InterfaceDevice>,
    options?: CallOptions,
  ): Promise<void> {
    return interfaceChanges.setInterfaceDevice(this.#line, which, index, device, options);
  }

  /**
   * Connects a demand-dial interface, and gives it when it is connected. If an attempt is running, the call waits for
   * its end. An attempt that fails rejects with the code that the server keeps for it, and the outcome `not-done`. A
   * time-out after the attempt has begun has the outcome `unknown`, because the attempt goes on; so has an abort, whose
   * error is `ERR_RRAS_ABORTED` then, with the reason as its cause. With `wait: false` the call gives the interface as it
   * is right after the attempt has begun.
   */
  connectInterface(
    which: InterfaceReference | string | number,
    options?: ConnectInterfaceOptions,
  ): Promise<Interface> {
    return connectInterface(this.#line, which, options);
  }

  /** Starts to disconnect a demand-dial interface; with `wait`, it is down when the call succeeds. */
  disconnectInterface(
    which: InterfaceReference | string | number,
    options?: interfaceActions.DisconnectInterfaceOptions,
  ): Promise<void> {
    return interfaceActions.disconnectInterface(this.#line, which, options);
  }

  /**
   * Asks the router at the other end of a connected interface for its routes (autostatic), and waits for the result.
   * On another server than the local one, further calls wait for it too.
   */
  updateRoutes(
    which: InterfaceReference | string | number,
    transport: interfaceActions.RoutableTransport | number,
    options?: CallOptions,
  ): Promise<void> {
    return interfaceActions.updateRoutes(this.#line, which, transport, options);
  }

  /**
   * The result of the last update of the routes: 0, or the code of its failure. A server gives it once, and
   * `updateRoutes` has taken it unless its caller stopped waiting.
   */
  queryUpdateResult(
    which: InterfaceReference | string | number,
    transport: interfaceActions.RoutableTransport | number,
    options?: CallOptions,
  ): Promise<number> {
    return interfaceActions.queryUpdateResult(this.#line, which, transport, options);
  }

  /** What an interface is authenticated with at the other router. Wipe the password after use. */
  getInterfaceCredentials(
    which: InterfaceReference | string | number,
    options?: CallOptions,
  ): Promise<InterfaceCredentials> {
    return interfaceCredentials.getInterfaceCredentials(this.#line, which, options);
  }

  /** Sets what an interface is authenticated with. Parts that are left out stay; `null` removes all. */
  setInterfaceCredentials(
    which: InterfaceReference | string | number,
    credentials: Partial<InterfaceCredentials> | null,
    options?: CallOptions,
  ): Promise<void> {
    return interfaceCredentials.setInterfaceCredentials(this.#line, which, credentials, options);
  }

  /** The EAP data or the pre-shared key of an interface; `undefined` if there is none. Wipe it after use. */
  getInterfaceCredentialsEx(
    which: InterfaceReference | string | number,
    kind: InterfaceSecretKind,
    options?: CallOptions,
  ): Promise<Uint8Array | undefined> {
    return interfaceCredentials.getInterfaceCredentialsEx(this.#line, which, kind, options);
  }

  /** Sets the EAP data or the pre-shared key of an interface; `null` deletes it. */
  setInterfaceCredentialsEx(
    which: InterfaceReference | string | number,
    kind: InterfaceSecretKind,
    secret: Uint8Array | null,
    options?: CallOptions,
  ): Promise<void> {
    return interfaceCredentials.setInterfaceCredentialsEx(this.#line, which, kind, secret, options);
  }

  /** Makes the router read the phone-book entry of an interface again. */
  updatePhonebookInfo(
    which: InterfaceReference | string | number,
    options?: CallOptions,
  ): Promise<void> {
    return interfaceActions.updatePhonebookInfo(this.#line, which, options);
  }

  /** What an interface of the running router has of a transport. Error 905 if the transport is not on it. */
  getInterfaceTransport(
    which: InterfaceReference | string | number,
    transport: TransportName | number,
    options?: CallOptions,
  ): Promise<InterfaceTransport> {
    return ofInterface.getInterfaceTransport(this.#line, checkInterface, which, transport, options);
  }

  /**
   * Adds a transport to an interface of the running router. One that is on it already is an error. It is gone at the
   * next start, unless `config.addInterfaceTransport` stores it as well.
   */
  addInterfaceTransport(
    which: InterfaceReference | string | number,
    transport: TransportName | number,
    settings: InterfaceTransportSettings,
    options?: CallOptions,
  ): Promise<void> {
    const allowed = ['info'] as const;
    return ofInterface.addInterfaceTransport(
      this.#line,
      checkInterface,
      which,
      transport,
      settings,
      options,
      allowed,
    );
  }

  /**
   * Replaces the blocks of a transport on an interface, those of all its clients at once. It lasts until the next start;
   * `config.setInterfaceTransport` changes what is stored.
   */
  setInterfaceTransport(
    which: InterfaceReference | string | number,
    transport: TransportName | number,
    settings: InterfaceTransportSettings,
    options?: CallOptions,
  ): Promise<void> {
    return ofInterface.setInterfaceTransport(
      this.#line,
      checkInterface,
      which,
      transport,
      settings,
      options,
    );
  }

  /**
   * Reads a transport on an interface, hands it to the function and sets what that returns. No other call of this
   * `RasServer` comes in between, but another program's may. It lasts until the next start.
   */
  changeInterfaceTransport(
    which: InterfaceReference | string | number,
    transport: TransportName | number,
    change: (transport: InterfaceTransport) => InterfaceTransportChanges,
    options?: CallOptions,
  ): Promise<void> {
    return ofInterface.changeInterfaceTransport(
      this.#line,
      checkInterface,
      which,
      transport,
      change,
      options,
    );
  }

  /**
   * Removes a transport from an interface of the running router, which must be disconnected. It is back after the next
   * start, unless `config.removeInterfaceTransport` removes it from the configuration as well.
   */
  removeInterfaceTransport(
    which: InterfaceReference | string | number,
    transport: TransportName | number,
    options?: CallOptions,
  ): Promise<void> {
    return ofInterface.removeInterfaceTransport(
      this.#line,
      checkInterface,
      which,
      transport,
      options,
    );
  }

  /**
   * The settings for IKEv2 that a demand-dial interface has of its own: life times, certificate, policy. Since Windows
   * Server 2012, else `ERROR_PROC_NOT_FOUND`.
   */
  getInterfaceCustomInfoEx(
    which: InterfaceReference | string | number,
    options?: CallOptions,
  ): Promise<InterfaceCustomInfo> {
    return customInfo.getInterfaceCustomInfoEx(this.#line, checkInterface, which, options);
  }

  /**
   * Sets them, or removes them with `{ ikev2: null }`. What is left out stays as it is read. They last until the next
   * start; `config.setInterfaceCustomInfoEx` stores them.
   */
  setInterfaceCustomInfoEx(
    which: InterfaceReference | string | number,
    settings: InterfaceCustomInfoSettings,
    options?: CallOptions,
  ): Promise<void> {
    return customInfo.setInterfaceCustomInfoEx(
      this.#line,
      checkInterface,
      which,
      settings,
      options,
    );
  }

  /**
   * Adds a transport to the running router; one that is there already is error 948. It is gone at the next start,
   * unless `config.createTransport` stores it as well.
   */
  createTransport(
    transport: TransportName | number,
    settings: TransportSettings,
    options?: CallOptions,
  ): Promise<void> {
    return createTransport(this.#line, transport, settings, options);
  }

  /**
   * Sets blocks of a transport in the running router; a block that is left out stays. The next start takes the stored
   * blocks again, which `config.setTransport` sets.
   */
  setTransport(
    transport: TransportName | number,
    changes: TransportChanges,
    options?: CallOptions,
  ): Promise<void> {
    return setTransport(this.#line, transport, changes, options, runningParts);
  }

  /**
   * Reads a transport of the running router, hands it to the function and sets what that returns. No other call of this
   * `RasServer` comes in between, but another program's may: the API has no compare-and-set.
   */
  changeTransport(
    transport: TransportName | number,
    change: (transport: Transport) => TransportChanges,
    options?: CallOptions,
  ): Promise<void> {
    return changeTransport(this.#line, transport, change, options, transportIn, runningParts);
  }

  /**
   * The changes on the server, one at a time, beginning with a snapshot of everything: read them with
   * `for await`. The watch reads the server repeatedly, from the first `next()` on; docs/watching.md says
   * what you can rely on. If the first reading fails, the watch rejects; later failures are changes, too. It
   * ends with the server's `disconnect()`.
   */
  watch(options?: WatchOptions): Watch {
    return watch(this.#line, options);
  }

  /** @internal A watch that is part of a fleet's. */
  static watchAsPlanned(server: RasServer, options: WatchOptions, plan: WatchPlan): Watch {
    return watch(server.#line, options, plan);
  }

  /**
   * Releases the server after the work in flight. Calling it twice is fine; any other call fails from then
   * on. If you stop waiting, the handle is still released.
   */
  async disconnect(options?: CallOptions): Promise<void> {
    await this.#line.close(checkOptions(options, []));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.disconnect();
  }
}
