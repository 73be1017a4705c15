// The stored configuration of a server with its methods. Their work stands in lib/config and lib/server.

import { checkWord } from './call/arguments.ts';
import type { ConnectedServer } from './call/connected_server.ts';
import { Line } from './call/line.ts';
import { type ConfigOperation, configOperations } from './call/operations.ts';
import { type CallOptions, checkOptions } from './call/options.ts';
import * as interfaces from './config/interfaces.ts';
import * as names from './config/names.ts';
import * as stored from './config/operations.ts';
import type { NewStoredInterface, StoredInterfaceSettings } from './interfaces/changes.ts';
import type {
  StoredInterface,
  StoredInterfaceDetails,
  StoredInterfaceReference,
} from './interfaces/interface.ts';
import { checkStoredInterface } from './interfaces/target.ts';
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
  StoredInterfaceTransportSettings,
} from './server/interface_transports.ts';
import * as ofInterface from './server/interface_transports.ts';
import type { SettingsOptions } from './server/settings.ts';
import {
  type StoredTransport,
  type StoredTransportChanges,
  storedParts,
  type TransportEntry,
  type TransportName,
  type TransportSettings,
} from './server/transport.ts';
import {
  changeTransport,
  createTransport,
  getStoredTransport,
  setTransport,
  storedTransportIn,
} from './server/transport_operations.ts';

// Without it, `new RasConfig` from outside would make one that is connected to nothing.
const fromConnect = Symbol('connectConfig');

/**
 * The stored configuration of a server, which `connectConfig` has opened. Nothing that is set here changes a running
 * router: it reads the configuration when it starts. Call the method of the same name on a `RasServer` as well to
 * change the running router. Its calls run one after another, beside those of a `RasServer`.
 */
export class RasConfig implements AsyncDisposable {
  /** The name as connected, without backslashes; '' for the local server. */
  readonly name: string;
  /** The file that serves the connection. */
  readonly library: string;
  /** The functions of the library that may be called. */
  readonly functions: readonly string[];
  /** Milliseconds that a call waits if it has no `timeout` of its own; `Infinity` for no end. */
  readonly callTimeout: number;

  readonly #line: Line;

  private constructor(key: symbol, connected: ConnectedServer, callTimeout: number) {
    if (key !== fromConnect) {
      throw new TypeError('RasConfig cannot be constructed: connectConfig() gives one');
    }
    this.name = connected.name;
    this.library = connected.library;
    this.functions = connected.functions;
    this.callTimeout = callTimeout;
    this.#line = new Line(connected, callTimeout);
  }

  /** @internal */
  static of(connected: ConnectedServer, callTimeout: number): RasConfig {
    return new RasConfig(fromConnect, connected, callTimeout);
  }

  /** Whether the library can do the operation. Otherwise calling it fails. */
  supports(operation: ConfigOperation): boolean {
    checkWord('operation', operation, configOperations);
    return operation === 'disconnect' || this.#line.has(operation);
  }

  /**
   * The numbers of ports with which the service starts. The registry has nothing of what changes while it runs: expect
   * 0 for `upTime` and `portsInUse`.
   */
  getInfo(options?: CallOptions): Promise<ServerInfo> {
    return getInfo(this.#line, options);
  }

  /**
   * Stores numbers of ports and their uses. They take effect when the service next starts; more ports than the machine
   * is set up for need a restart of the machine. `server.setInfo` changes both sides at once.
   */
  setInfo(settings: ServerSettings, options?: SettingsOptions): Promise<SettingsResult> {
    return setInfo(this.#line, settings, options);
  }

  /** The tunnels with which the service starts; since Windows Server 2008 R2, else `ERROR_PROC_NOT_FOUND`. */
  getInfoEx(options?: InfoExOptions): Promise<ServerInfoEx> {
    return getInfoEx(this.#line, options);
  }

  /** Stores ports and parameters of the tunnels. They take effect when the service next starts. */
  setInfoEx(settings: ServerSettingsEx, options?: SettingsExOptions): Promise<SettingsResult> {
    return setInfoEx(this.#line, settings, options);
  }

  /** The transports that are stored. */
  enumTransports(options?: CallOptions): Promise<TransportEntry[]> {
    return stored.enumTransports(this.#line, options);
  }

  /** What is stored for a transport such as 'ip', by its name or its number. Error 902 if nothing is. */
  getTransport(transport: TransportName | number, options?: CallOptions): Promise<StoredTransport> {
    return getStoredTransport(this.#line, transport, options);
  }

  /**
   * Stores a transport. One that is stored already is changed, as by `setTransport`. The router starts it at its next
   * start, and only if it has a global block.
   */
  createTransport(
    transport: TransportName | number,
    settings: TransportSettings,
    options?: CallOptions,
  ): Promise<void> {
    return createTransport(this.#line, transport, settings, options);
  }

  /**
   * Changes what is stored for a transport; what is left out stays. It takes effect at the next start of the router;
   * `server.setTransport` changes the running one. The parts are set one after another. If the call fails with several
   * of them, some may have been set: its outcome is 'unknown'.
   */
  setTransport(
    transport: TransportName | number,
    changes: StoredTransportChanges,
    options?: CallOptions,
  ): Promise<void> {
    return setTransport(this.#line, transport, changes, options, storedParts);
  }

  /**
   * Reads a transport, hands it to the function and stores what that returns. No other call of this `RasConfig` comes
   * in between, but another program's may: the API has no compare-and-set. It takes effect at the next start.
   */
  changeTransport(
    transport: TransportName | number,
    change: (transport: StoredTransport) => StoredTransportChanges,
    options?: CallOptions,
  ): Promise<void> {
    return changeTransport(this.#line, transport, change, options, storedTransportIn, storedParts);
  }

  /** Removes a transport from the configuration. A running router keeps it until it starts anew. */
  deleteTransport(transport: TransportName | number, options?: CallOptions): Promise<void> {
    return stored.deleteTransport(this.#line, transport, options);
  }

  /** Whether the static filters of a transport are in force; since Windows Server 2008. */
  getFilter(
    transport: TransportName | number,
    options?: CallOptions,
  ): Promise<stored.TransportFilter> {
    return stored.getFilter(this.#line, transport, options);
  }

  /** Switches the static filters of a transport, from the next start of the router on. */
  setFilter(
    transport: TransportName | number,
    filter: stored.TransportFilter,
    options?: CallOptions,
  ): Promise<void> {
    return stored.setFilter(this.#line, transport, filter, options);
  }

  /** The interfaces that are stored. */
  enumInterfaces(options?: CallOptions): Promise<StoredInterface[]> {
    return interfaces.enumInterfaces(this.#line, options);
  }

  /** What is stored for an interface, by its name or as it was listed. Error 905 if nothing is. */
  getInterface(
    which: StoredInterfaceReference | string,
    options?: CallOptions,
  ): Promise<StoredInterfaceDetails> {
    return interfaces.getInterface(this.#line, which, options);
  }

  /**
   * Stores an interface, so that the router has it at its next start; `server.createInterface` creates it in the running
   * one. A demand-dial interface is dialled as the router's phone book says, in which only `server.createInterface` and
   * `server.setInterface` write. A name that is stored already is error 904: the package looks first, because no
   * document says what the API does then.
   */
  createInterface(settings: NewStoredInterface, options?: CallOptions): Promise<void> {
    return interfaces.createInterface(this.#line, settings, options);
  }

  /**
   * Changes what is stored for an interface; what is left out stays. It takes effect at the next start of the router;
   * `server.setInterface` changes the running one. One that was listed must still have its type. Network cards and the
   * internal interface cannot be disabled.
   */
  setInterface(
    which: StoredInterfaceReference | string,
    settings: StoredInterfaceSettings,
    options?: CallOptions,
  ): Promise<void> {
    return interfaces.setInterface(this.#line, which, settings, options);
  }

  /**
   * Removes an interface with its transports from the configuration. A running router keeps it until it starts anew;
   * `server.deleteInterface` removes it there, with its entry in the phone book. An interface from `enumInterfaces` or
   * `getInterface` is read again first: if somebody has changed it since, nothing is done (`ERR_RRAS_INTERFACE_CHANGED`).
   */
  deleteInterface(which: StoredInterfaceReference | string, options?: CallOptions): Promise<void> {
    return interfaces.deleteInterface(this.#line, which, options);
  }

  /** The transports that are stored for an interface. */
  enumInterfaceTransports(
    which: StoredInterfaceReference | string,
    options?: CallOptions,
  ): Promise<TransportEntry[]> {
    return ofInterface.enumInterfaceTransports(this.#line, checkStoredInterface, which, options);
  }

  /** What is stored for a transport of an interface. Error 905 if the interface or its transport is not stored. */
  getInterfaceTransport(
    which: StoredInterfaceReference | string,
    transport: TransportName | number,
    options?: CallOptions,
  ): Promise<InterfaceTransport> {
    return ofInterface.getInterfaceTransport(
      this.#line,
      checkStoredInterface,
      which,
      transport,
      options,
    );
  }

  /**
   * Stores a transport of an interface. One that is stored already is changed, as by `setInterfaceTransport`. The router
   * has it from its next start on; call `server.addInterfaceTransport` for the running one.
   */
  addInterfaceTransport(
    which: StoredInterfaceReference | string,
    transport: TransportName | number,
    settings: StoredInterfaceTransportSettings,
    options?: CallOptions,
  ): Promise<void> {
    const allowed = ['info', 'name'] as const;
    return ofInterface.addInterfaceTransport(
      this.#line,
      checkStoredInterface,
      which,
      transport,
      settings,
      options,
      allowed,
    );
  }

  /**
   * Replaces the blocks that are stored for a transport of an interface, those of all its clients at once. It takes
   * effect at the next start; `server.setInterfaceTransport` changes the running router.
   */
  setInterfaceTransport(
    which: StoredInterfaceReference | string,
    transport: TransportName | number,
    settings: InterfaceTransportSettings,
    options?: CallOptions,
  ): Promise<void> {
    return ofInterface.setInterfaceTransport(
      this.#line,
      checkStoredInterface,
      which,
      transport,
      settings,
      options,
    );
  }

  /**
   * Reads a transport of an interface, hands it to the function and stores what that returns. No other call of this
   * `RasConfig` comes in between, but another program's may. It takes effect at the next start.
   */
  changeInterfaceTransport(
    which: StoredInterfaceReference | string,
    transport: TransportName | number,
    change: (transport: InterfaceTransport) => InterfaceTransportChanges,
    options?: CallOptions,
  ): Promise<void> {
    return ofInterface.changeInterfaceTransport(
      this.#line,
      checkStoredInterface,
      which,
      transport,
      change,
      options,
    );
  }

  /** Removes a transport of an interface from the configuration. A running router keeps it until it starts anew. */
  removeInterfaceTransport(
    which: StoredInterfaceReference | string,
    transport: TransportName | number,
    options?: CallOptions,
  ): Promise<void> {
    return ofInterface.removeInterfaceTransport(
      this.#line,
      checkStoredInterface,
      which,
      transport,
      options,
    );
  }

  /** The settings for IKEv2 that are stored for a demand-dial interface; since Windows Server 2012. */
  getInterfaceCustomInfoEx(
    which: StoredInterfaceReference | string,
    options?: CallOptions,
  ): Promise<InterfaceCustomInfo> {
    return customInfo.getInterfaceCustomInfoEx(this.#line, checkStoredInterface, which, options);
  }

  /**
   * Stores them, or removes them with `{ ikev2: null }`. What is left out stays as it is read. They take effect at the
   * next start; `server.setInterfaceCustomInfoEx` changes the running router.
   */
  setInterfaceCustomInfoEx(
    which: StoredInterfaceReference | string,
    settings: InterfaceCustomInfoSettings,
    options?: CallOptions,
  ): Promise<void> {
    return customInfo.setInterfaceCustomInfoEx(
      this.#line,
      checkStoredInterface,
      which,
      settings,
      options,
    );
  }

  /** The name that people see of a network card, by its GUID, which is its name in the configuration. Error 1168 if there is none. */
  getFriendlyName(guidName: string, options?: CallOptions): Promise<string> {
    return names.getFriendlyName(this.#line, guidName, options);
  }

  /** The GUID of a network card, which is its name in the configuration, by the name that people see. */
  getGuidName(friendlyName: string, options?: CallOptions): Promise<string> {
    return names.getGuidName(this.#line, friendlyName, options);
  }

  /**
   * Saves the transports, the interfaces and the router's phone book in a folder. The names and the format of the files
   * are not documented; they may hold passwords. Nor is it documented whose folder it is for another machine.
   */
  backUp(folder: string, options?: CallOptions): Promise<void> {
    return stored.backUp(this.#line, folder, options);
  }

  /** Replaces the stored configuration by one that `backUp` has saved. Restart the service for it to take effect. */
  restore(folder: string, options?: CallOptions): Promise<void> {
    return stored.restore(this.#line, folder, options);
  }

  /**
   * Calls `MprConfigServerRefresh`, for which there is no documentation. By its name it reads the registry again, in
   * case another program has changed it.
   */
  refresh(options?: CallOptions): Promise<void> {
    return stored.refresh(this.#line, options);
  }

  /**
   * Wipes the configuration of the computer that runs this program and sets it up anew as a router for remote access,
   * LAN and WAN: its interfaces, its transports and its phone book are gone, and it is registered in the domain. Only
   * with the confirmation in the options, and never for another machine. The service is neither started nor stopped.
   */
  install(options: stored.InstallOptions): Promise<void> {
    return stored.install(this.#line, options);
  }

  /** Releases the configuration after the work in flight. Calling it twice is fine. */
  async disconnect(options?: CallOptions): Promise<void> {
    await this.#line.close(checkOptions(options, []));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.disconnect();
  }
}
