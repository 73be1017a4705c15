// The operations that a server can be asked for, each with its arguments and its answer. Everything else
// that lists them follows from here: `Operation`, `server.supports`, what a line asks, the addon's type.

import type { Reply, SecretReply, TablesReply, ValueReply } from './reply.ts';

/** What a port must still be for the call to go on. What is left out is not compared. */
export interface PortExpectation {
  readonly name: string;
  /** Whether the session on the port is compared too: `connection` to `sessionStart`. */
  readonly snapshot: boolean;
  readonly connection?: number | undefined;
  /** The raw number, 0-based; absent when the snapshot's condition was an unknown one. */
  readonly condition?: number;
  readonly totalCalls?: number;
  readonly connectDuration?: number;
  readonly userName?: string | undefined;
  readonly logonDomain?: string;
  readonly computer?: string;
  readonly sessionStart?: number | undefined;
}

/** What a connection must still be for the call to go on. What is left out is not compared. */
export interface ConnectionExpectation {
  readonly guid?: string;
  readonly userName?: string;
  readonly logonDomain?: string;
  readonly computer?: string;
  /** A shorter duration than this belongs to another session. */
  readonly connectDuration?: number;
}

/**
 * An interface: its handle, and the name and the type that it must have; or its name alone, which is looked up. Table
 * `interface` comes with the verdict 'interface-changed'.
 */
export type InterfaceArguments = readonly [
  handle: number | null,
  name: string | null,
  type: number | null,
];

/** Columns of `interfaceEntry` or `interfaceDevice`, and what src/api/interface.h lists besides. */
type InterfaceSettings = Readonly<Record<string, number | string | Uint8Array>>;

/** An event of the addon. Null where there are none. */
export type ServerEventObject = object;

/** Table `port`, with the verdict 'port-changed'. */
type ActOnPort = (handle: number, name: string, expected?: PortExpectation) => TablesReply;
type RegisterDomainRasServer = (domain: string | null, machine: string | null) => Reply;
type ActOnConnection = (handle: number, expected?: ConnectionExpectation) => TablesReply;
type ReadMib = (transport: number, client: number, query: Uint8Array) => TablesReply;
type ChangeMib = (transport: number, client: number, entry: Uint8Array) => Reply;

interface Signature<Call> {
  /** Never there at run time: it holds the type. */
  readonly call?: Call;
}

function takes<Call extends (...args: never[]) => Reply>(): Signature<Call> {
  return {};
}

/**
 * The operations that have a method of the same name. Names of other machines are as the library has them:
 * `null` is this machine, or means that nothing was asked for.
 */
const methods = {
  /** Of the server that was connected to. */
  isServiceRunning: takes<() => ValueReply<boolean>>(),
  isServiceInitialized: takes<() => ValueReply<boolean>>(),

  /** Tables `server0` and the better of `server1` and `server2`, if any; in rassapi `rassapiServer`. */
  getInfo: takes<() => TablesReply>(),
  /** Four numbers as in `server1`, or six as in `server2`. Status 3010 is a success. */
  setInfo: takes<(numbers: readonly number[]) => Reply>(),

  /**
   * Tables `serverEx`, `ikev2Certificate` and `ikev2Eku`. Without a revision, the newest that the server
   * takes. 'unreadable' when the server answers with another revision.
   */
  getInfoEx: takes<(revision?: number) => TablesReply>(),
  /**
   * Reads the server and writes it back with the settings changed, which are columns of `serverEx`:
   * ports and flags of each protocol, `ikev2IdleTimeout`, `ikev2NetworkBlackoutTime`,
   * `ikev2SaLifeTime`, `ikev2SaDataSize`, `ikev2ConfigOptions`, `ikev2EncryptionType` and
   * `ikev2MainModeSaLifeTime`. Settings for which the server's struct has no place are status 50.
   * Status 3010 and 3011 are successes.
   */
  setInfoEx:
    takes<(revision: number | undefined, settings: Readonly<Record<string, number>>) => Reply>(),

  /** No value if there are no words for the code. */
  getErrorString: takes<(code: number) => ValueReply<string>>(),

  getCredentials: takes<() => SecretReply>(),
  /** Null or no bytes: the key is deleted. Copies of the bytes are wiped; these are the caller's. */
  setCredentials: takes<(key: Uint8Array | null) => Reply>(),

  isDomainRasServer:
    takes<(domain: string | null, machine: string | null) => ValueReply<boolean>>(),
  establishDomainRasServer: takes<RegisterDomainRasServer>(),
  removeDomainRasServer: takes<RegisterDomainRasServer>(),
  /** The name with its backslashes. `server` has them, too. */
  getPdcServer: takes<(domain: string | null, server: string | null) => ValueReply<string>>(),

  /** Table `port`. With `ofConnection`, the ports of that connection only. */
  enumPorts: takes<(preferredBytes: number, ofConnection?: number) => TablesReply>(),
  /**
   * Tables `port` and `portDetails`; in rassapi `port`, `rassapiPort`, `rassapiStatistics` and
   * `rassapiParameter`.
   */
  getPort: takes<(handle: number, name: string) => TablesReply>(),
  disconnectPort: takes<ActOnPort>(),
  resetPort: takes<ActOnPort>(),
  clearPortStats: takes<ActOnPort>(),

  /**
   * Tables `connectionEx`, or `connection0` with `connection1` and `connection3` or `connection2`, as far
   * as the server has them.
   */
  enumConnections: takes<(preferredBytes: number) => TablesReply>(),
  /** The same tables with one row each. */
  getConnection: takes<(handle: number) => TablesReply>(),
  /** Tables `port`, and `portStatus` with the result of each; the status is the first failure's. */
  disconnectConnection: takes<ActOnConnection>(),
  clearConnectionStats: takes<ActOnConnection>(),
  removeQuarantine: takes<ActOnConnection>(),
  sendUserMessage:
    takes<(handle: number, text: string, expected?: ConnectionExpectation) => TablesReply>(),
  updateConnection:
    takes<
      (
        handle: number,
        interfaceIndex: number,
        localEndpoint: string,
        remoteEndpoint: string,
      ) => Reply
    >(),

  /** Table `user`, at the best level that the server has. `server` keeps the account. */
  getUser: takes<(server: string | null, user: string) => TablesReply>(),
  /**
   * Without a level, the best that the server has; status 124 where that is 0, or the dialect is
   * rassapi, and `privilege2` is not 0.
   */
  setUser:
    takes<
      (
        server: string | null,
        user: string,
        level: number | null,
        privilege: number,
        phoneNumber: string,
        privilege2: number,
      ) => Reply
    >(),

  /** Table `device`. */
  enumDevices: takes<() => TablesReply>(),
  /** Table `transport`, of a stored configuration `storedTransport`. */
  getTransport: takes<(id: number) => TablesReply>(),
  createTransport:
    takes<
      (
        id: number,
        name: string | null,
        globalInfo: Uint8Array | null,
        clientInterfaceInfo: Uint8Array | null,
        dllPath: string | null,
      ) => Reply
    >(),
  /**
   * What is null stays as it is. Only a stored configuration has a path of a DLL; it sets one part after another, up to
   * the first that fails.
   */
  setTransport:
    takes<
      (
        id: number,
        globalInfo: Uint8Array | null,
        clientInterfaceInfo: Uint8Array | null,
        dllPath?: string | null,
      ) => Reply
    >(),

  /** Table `mibEntry`. */
  getMibEntry: takes<ReadMib>(),
  getFirstMibEntry: takes<ReadMib>(),
  getNextMibEntry: takes<ReadMib>(),
  setMibEntry: takes<ChangeMib>(),
  createMibEntry: takes<ChangeMib>(),
  deleteMibEntry: takes<ChangeMib>(),
  /** Table `interface`, in which a stored configuration fills in no handle and no state. */
  enumInterfaces: takes<(preferredBytes: number) => TablesReply>(),
  /** Tables `interface`, and as far as there are `interfaceHours` and `interfaceEntry`, which is never stored. */
  getInterface: takes<(...target: InterfaceArguments) => TablesReply>(),
  /** With 1, those of dialled-in clients are searched too. */
  getInterfaceHandle: takes<(name: string, clients: number) => ValueReply<number>>(),
  /** The value is the handle, which a stored configuration keeps to itself. With a status other than 0, a value says that only the dial-out hours failed. */
  createInterface: takes<(settings: InterfaceSettings) => ValueReply<number>>(),
  /** Likewise with both the entry and the dial-out hours. */
  setInterface:
    takes<
      (...args: [...InterfaceArguments, InterfaceSettings]) => TablesReply & ValueReply<number>
    >(),
  deleteInterface: takes<(...target: InterfaceArguments) => TablesReply>(),
  /** Table `interfaceDevice`. The first index is 1. */
  getInterfaceDevice: takes<(...args: [...InterfaceArguments, number]) => TablesReply>(),
  setInterfaceDevice:
    takes<(...args: [...InterfaceArguments, number, InterfaceSettings]) => TablesReply>(),
  /** Table `interface`, as it was right before, whatever the status. 600: the attempt has begun. */
  connectInterface:
    takes<(...args: [...InterfaceArguments, ServerEventObject | null]) => TablesReply>(),
  disconnectInterface: takes<(...target: InterfaceArguments) => TablesReply>(),
  /** Without an event, it is answered when the update has ended. */
  updateRoutes:
    takes<(...args: [...InterfaceArguments, number, ServerEventObject | null]) => TablesReply>(),
  queryUpdateResult:
    takes<(...args: [...InterfaceArguments, number]) => TablesReply & ValueReply<number>>(),
  /** Table `interfaceTransport`. */
  getInterfaceTransport: takes<(...args: [...InterfaceArguments, id: number]) => TablesReply>(),
  /** Only a stored configuration takes a name; with null the transport gets its usual one. */
  addInterfaceTransport:
    takes<
      (
        ...args: [...InterfaceArguments, id: number, info: Uint8Array, name: string | null]
      ) => TablesReply
    >(),
  setInterfaceTransport:
    takes<(...args: [...InterfaceArguments, id: number, info: Uint8Array]) => TablesReply>(),
  removeInterfaceTransport: takes<(...args: [...InterfaceArguments, id: number]) => TablesReply>(),
  /** Table `interfaceCustomInfo`. */
  getInterfaceCustomInfoEx: takes<(...target: InterfaceArguments) => TablesReply>(),
  /** Columns of that table. Without any, all of it is removed. Status 50 for those that the server lacks. */
  setInterfaceCustomInfoEx:
    takes<(...args: [...InterfaceArguments, InterfaceSettings]) => TablesReply>(),
  updatePhonebookInfo: takes<(...target: InterfaceArguments) => TablesReply>(),
  /** Table `interfaceCredentials`. The password is the secret, in UTF-16. */
  getInterfaceCredentials: takes<(...target: InterfaceArguments) => TablesReply & SecretReply>(),
  /** Null or 0 leaves a part as it is; without any part, all are removed. The password is UTF-16. */
  setInterfaceCredentials:
    takes<
      (
        ...args: [
          ...InterfaceArguments,
          user: string | null,
          domain: string | null,
          hasPassword: number,
          password: Uint8Array | null,
        ]
      ) => TablesReply
    >(),
  /** Level 0 has the EAP data, level 1 the pre-shared key. */
  getInterfaceCredentialsEx:
    takes<(...args: [...InterfaceArguments, number]) => TablesReply & SecretReply>(),
  /** Null or no bytes: they are deleted. */
  setInterfaceCredentialsEx:
    takes<(...args: [...InterfaceArguments, number, Uint8Array | null]) => TablesReply>(),
};

/** Operations that a method of another name asks for. */
const parts = {
  /** The address as the API has it: in network byte order. */
  removeQuarantineByAddress: takes<(address: number) => Reply>(),
  /** Table `port` and then those of `enumConnections`, in one job; in rassapi `port` alone. */
  readSessions: takes<() => TablesReply>(),
  /** Table `interface`. */
  readInterfaceState: takes<(...target: InterfaceArguments) => TablesReply>(),
};

/**
 * Operations that a stored configuration alone has. Handles are looked up in the same job: a transport is named by
 * its id, an interface by its name.
 */
const ofStored = {
  refresh: takes<() => Reply>(),
  /** Of this machine, whatever server the configuration is of. */
  install: takes<() => Reply>(),
  backUp: takes<(folder: string) => Reply>(),
  restore: takes<(folder: string) => Reply>(),
  getFilter: takes<(transport: number) => ValueReply<boolean>>(),
  setFilter: takes<(transport: number, isEnabled: number) => Reply>(),
  /** Table `transportEntry`. */
  enumTransports: takes<() => TablesReply>(),
  deleteTransport: takes<(id: number) => Reply>(),
  /** Table `transportEntry`. */
  enumInterfaceTransports: takes<(...target: InterfaceArguments) => TablesReply>(),
  getFriendlyName: takes<(guidName: string) => ValueReply<string>>(),
  getGuidName: takes<(friendlyName: string) => ValueReply<string>>(),
};

type Operations = typeof methods & typeof parts & typeof ofStored;

export type OperationName = keyof Operations;

type CallOf<Name extends OperationName> = NonNullable<Operations[Name]['call']>;

export type Arguments<Name extends OperationName> = Parameters<CallOf<Name>>;

export type Answer<Name extends OperationName> = ReturnType<CallOf<Name>>;

const onSessions = ['enumSessions', 'disconnectSession'] as const;

/** Methods that are made of other operations, a different one in each dialect. */
export type SessionOperation = (typeof onSessions)[number];

// Without a type of its own, so that the published declarations hold the names alone and not the table.
export const operations = Object.freeze([
  ...(Object.keys(methods) as (keyof typeof methods)[]),
  ...onSessions,
  'disconnect' as const,
]);

/** What a server can be asked to do. */
export type Operation = (typeof operations)[number];

/** Operations of a server that a stored configuration has too. */
const ofBoth = [
  'getInfo',
  'setInfo',
  'getInfoEx',
  'setInfoEx',
  'getTransport',
  'createTransport',
  'setTransport',
  'enumInterfaces',
  'getInterface',
  'createInterface',
  'setInterface',
  'deleteInterface',
  'getInterfaceTransport',
  'addInterfaceTransport',
  'setInterfaceTransport',
  'removeInterfaceTransport',
  'getInterfaceCustomInfoEx',
  'setInterfaceCustomInfoEx',
] as const satisfies readonly (keyof typeof methods)[];

const storedOperations = [...ofBoth, ...(Object.keys(ofStored) as (keyof typeof ofStored)[])];

export const configOperations = Object.freeze([...storedOperations, 'disconnect' as const]);

/** What can be done with a stored configuration. */
export type ConfigOperation = (typeof configOperations)[number];

export type StoredOperationName = Exclude<ConfigOperation, 'disconnect'>;

/** What the addon calls an operation on a stored configuration. */
export type StoredFunctionName<Name extends StoredOperationName> = `config${Capitalize<Name>}`;

const storedFunctionNames = new Map<string, string>(
  storedOperations.map((name) => [name, `config${name.charAt(0).toUpperCase()}${name.slice(1)}`]),
);

/** `undefined` for an operation that a stored configuration does not have. */
export function storedFunctionName(operation: OperationName): string | undefined {
  return storedFunctionNames.get(operation);
}

/** The operation for which the addon has a function of this name. */
export function storedOperationOf(functionName: string): string | undefined {
  return storedOperations.find((name) => storedFunctionNames.get(name) === functionName);
}

export function isOnSessions(operation: Operation): operation is SessionOperation {
  return (onSessions as readonly Operation[]).includes(operation);
}
