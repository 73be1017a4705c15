// Reaches a server through a library.

import type { ConnectedServer } from '../call/connected_server.ts';
import type { Dialect } from '../call/dialect.ts';
import { failureOf, verdictOf } from '../call/failure.ts';
import { storedOperationOf } from '../call/operations.ts';
import { CALL_TIMEOUT, type CallOptions, checkOptions, checkTimeout } from '../call/options.ts';
import { patiently } from '../call/patience.ts';
import { checkServerName } from '../call/server_name.ts';
import { RasConfig } from '../config.ts';
import { RasError } from '../errors/ras_error.ts';
import { loadBinding } from '../native/load.ts';
import { RasServer } from '../server.ts';
import { AddonServer, beginOn, type Reached, type Side } from './addon_server.ts';
import { installedLibrary } from './installed_library.ts';
import { type CheckedLibrary, checkLibrary, type Library } from './library_choice.ts';
import { noLibrary } from './no_library.ts';

export interface ConnectOptions extends CallOptions {
  /**
   * The library to go through. 'auto' takes the first of the system's own that serves: Mprapi.dll, the same
   * in the shape of the NT 4 redistributable, Rassapi.dll. A simulator stands for a simulated library. Default:
   * the simulator that is installed in this thread, else 'auto'.
   */
  readonly library?: Library;
  /**
   * Milliseconds that this call, and each call to the server, waits for an answer if it has no `timeout` of its
   * own. Default 60,000; `Infinity` for no end.
   */
  readonly callTimeout?: number;
}

/**
 * Connects to a server; without a name, to the local one. Wrong arguments reject with a `TypeError`
 * before anything is called. A successful `connect` does not mean that the service is up: the API opens a
 * handle without asking the service. List the ports to find out.
 */
export async function connect(server?: string, options?: ConnectOptions): Promise<RasServer> {
  const { connected, callTimeout } = await reached('running', server, options);
  return RasServer.of(connected, callTimeout);
}

/**
 * Opens the stored configuration of a server; without a name, of the local one. It is in the registry of that machine
 * and is there while the service is stopped. The router reads it only when it starts, so a change of it changes nothing
 * of a running router. It takes the rights of an administrator and, for another machine, its remote registry. Only
 * the library `mprapi` has it; with another, the error is status 120.
 */
export async function connectConfig(server?: string, options?: ConnectOptions): Promise<RasConfig> {
  const { connected, callTimeout } = await reached('stored', server, options);
  return RasConfig.of(connected, callTimeout);
}

async function reached(
  side: Side,
  server: string | undefined,
  options: ConnectOptions | undefined,
): Promise<{ connected: ConnectedServer; callTimeout: number }> {
  const name = checkServerName(server);
  const {
    library = installedLibrary() ?? 'auto',
    callTimeout = CALL_TIMEOUT,
    ...call
  } = checkOptions(options, ['library', 'callTimeout']);
  checkTimeout('options.callTimeout', callTimeout);
  const { signal, timeout = callTimeout } = call;
  const connected = await reach(side, name, checkLibrary(library), { signal, timeout });
  return { connected, callTimeout };
}

interface ConnectPatience {
  readonly signal?: AbortSignal | undefined;
  readonly timeout: number;
}

const calls = {
  running: { method: 'connect', operationOf: (name: string) => name },
  stored: { method: 'connectConfig', operationOf: storedOperationOf },
} as const;

async function reach(
  side: Side,
  name: string,
  library: CheckedLibrary,
  options: ConnectPatience,
): Promise<ConnectedServer> {
  const { choice, address, hint } = library;
  const { signal, timeout } = options;
  signal?.throwIfAborted();
  if (choice.path === undefined && process.platform !== 'win32') {
    throw new RasError({ code: 'ERR_RRAS_UNSUPPORTED_PLATFORM', server: name });
  }

  const binding = loadBinding(name);
  const { method, operationOf } = calls[side];
  const called = { operation: method, server: name, isAction: false, timeout, signal };
  const reply = await patiently(called, (patience) =>
    patience.operation(() =>
      beginOn(binding, (ticket) => binding[method](ticket, choice, address(name))),
    ),
  );
  if (verdictOf(reply) === 'no-library') throw noLibrary(name, reply.attempts ?? []);
  const place = { server: name, dialect: reply.dialect ?? '', library: reply.library ?? '' };
  const failure = failureOf(reply, { ...place, hint: hint(name) });
  if (failure !== undefined) throw failure;
  const { connection } = reply;
  if (connection === undefined) throw new RasError({ code: 'ERR_RRAS_UNREADABLE', server: name });
  const operations = (reply.operations ?? []).map(operationOf).filter((each) => each !== undefined);
  const reached: Reached = {
    name,
    dialect: place.dialect as Dialect,
    library: place.library,
    operations: shared(operations),
    functions: shared(reply.functions),
    address,
    connectAnew: (again) => reach(side, name, library, { timeout, ...again }),
    connectStored: (again) => reach('stored', name, library, { timeout, ...again }),
  };
  return new AddonServer(binding, connection, reached, side);
}

const lists = new Map<string, readonly string[]>();

/** One list for all connections with the same names, so that each connection does not hold its own copy. */
function shared(names: readonly string[] = []): readonly string[] {
  const key = names.join();
  const list = lists.get(key) ?? Object.freeze([...names]);
  lists.set(key, list);
  return list;
}
