// Every operation in each dialect: each call that it makes fails in a dozen ways and hangs once. The calls are
// read from the simulator's journal, and the operations from the addon, so that a new function is covered, or
// its absence is reported by name.

import { describe, expect, it } from 'vitest';
import { connect, type Dialect, RasError, type RasServer } from '../../lib/index.ts';
import { loadBinding } from '../../lib/native/load.ts';
import { type SimulatedServer, Simulator } from '../../lib/simulator/index.ts';
import {
  type Asked,
  argumentsOf,
  call,
  connectionOfUser,
  domain,
  furnish,
  isAsked,
  madeOfSeveral,
  methods,
  portOfUser,
  withoutRow,
} from '../fixtures/methods.ts';
import { everyDialect, functionNamed, givenUp, rejection } from '../fixtures/simulated.ts';

type Options = { readonly signal: AbortSignal };
type Ask = (server: RasServer, options?: Options) => Promise<unknown>;

// A size that makes three pages of three ports, or of three connections.
const ONE_A_PAGE = 1;

/** Looks a port up by its name, and reads a connection from a list, which can fail too. */
function question(name: Asked): Ask {
  const { on, isPaged } = methods[name];
  return async (server, options) => {
    const hasConnection = on !== undefined && on !== 'port' && server.dialect !== 'rassapi';
    const connection = hasConnection ? await connectionOfUser(server, options) : undefined;
    const port = on === 'session' ? await portOfUser(server, 'alice', options) : 'COM1';
    const args = argumentsOf(name, server, { port, connection });
    return call(name, server, [...args, { ...(isPaged && { pageBytes: ONE_A_PAGE }), ...options }]);
  };
}

const statuses = [5, 6, 8, 87, 903, 906, 1702, 1717, 1722, 1726, 1818, 2221, 0xc0ffee01];

// A server that lacks a level, a function or a revision answers with these; then an older one is tried.
const ofOlderServers = [50, 87, 122, 124, 127, 1305, 1306, 1745, 1783];

interface World {
  readonly simulator: Simulator;
  readonly simulated: SimulatedServer;
  readonly server: RasServer;
}

async function world(dialect: Dialect): Promise<World> {
  const simulator = new Simulator({ dialect, clock: 'stepped' });
  const simulated = simulator.addServer('RAS01', { domain });
  furnish(simulator, simulated);
  const server = await connect('RAS01', { library: simulator });
  simulator.clearJournal();
  return { simulator, simulated, server };
}

async function end({ simulator, server }: World): Promise<void> {
  await server.disconnect();
  const left = { buffers: simulator.unreturnedBuffers, handles: simulator.openHandles };
  simulator.dispose();
  expect(left).toEqual({ buffers: 0, handles: 0 });
}

interface Call {
  readonly name: string;
  /** The number of earlier calls of the same function. */
  readonly after: number;
}

/** The calls of one undisturbed run, in order. */
async function undisturbed(dialect: Dialect, ask: Ask): Promise<Call[]> {
  const here = await world(dialect);
  expect(await settled(ask(here.server))).toBe('done');
  const seen = new Map<string, number>();
  const calls: Call[] = here.simulator.journal.map(({ function: name }) => {
    const after = seen.get(name) ?? 0;
    seen.set(name, after + 1);
    return { name, after };
  });
  await end(here);
  return calls;
}

/** 'done', or the status of the error. Rethrows any error that is not the package's. */
function settled(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RasError) return error.status;
      throw error;
    },
  );
}

// Functions without a status cannot fail, and the functions that free would keep the buffer.
const canFail = (name: string) =>
  !/ServerDisconnect$|IsServiceRunning$|(BufferFree|FreeBuffer|LocalFree)$/.test(name);

describe.each(everyDialect)('%s', (dialect) => {
  // Operations without a row have their own tests, below or elsewhere.
  const operations = [
    ...Object.keys(loadBinding('').functions[dialect] ?? {}).filter(
      (operation) => !Object.hasOwn(withoutRow, operation),
    ),
    ...madeOfSeveral,
  ];

  it('has a question for every operation', () => {
    // test/config/methods.test.ts asks those of a stored configuration.
    const others = operations.filter((operation) => !operation.startsWith('config'));
    expect(others.filter((operation) => !isAsked(operation))).toEqual([]);
  });

  describe.each(operations.filter(isAsked))('%s', (operation) => {
    const ask = question(operation);

    it('reports each failure of each of its calls, and keeps working', async () => {
      const calls = await undisturbed(dialect, ask);
      expect(calls).not.toEqual([]);
      for (const { name, after } of calls.filter((call) => canFail(call.name))) {
        for (const status of [...statuses, ...ofOlderServers]) {
          const here = await world(dialect);
          here.simulated.fail(functionNamed(name), status, { times: 1, after });
          const told = await settled(ask(here.server));
          const what = `${name} fails with ${status} after ${after}`;
          // An older level may succeed.
          if (!ofOlderServers.includes(status)) expect(told, what).toBe(status);
          expect(here.simulator.unreturnedBuffers, what).toBe(0);
          expect(await here.server.enumPorts(), what).not.toHaveLength(0);
          await end(here);
        }
      }
    });

    it('can give up each of its calls when it hangs, and continues afterwards', async () => {
      const calls = await undisturbed(dialect, ask);
      expect(calls).not.toEqual([]);
      for (const name of new Set(calls.map((call) => call.name).filter(canFail))) {
        const here = await world(dialect);
        const hang = here.simulated.hang(functionNamed(name), { times: 1 });
        const error = await givenUp(hang, (options) => ask(here.server, options));
        expect(error, name).toMatchObject({ name: 'AbortError' });
        hang.release();
        expect(await here.server.enumPorts(), name).not.toHaveLength(0);
        await end(here);
      }
    });
  });

  it('connect reports each failure, and opens nothing', async () => {
    for (const status of [...statuses, ...ofOlderServers]) {
      const simulator = new Simulator({ dialect, clock: 'stepped' });
      const simulated = simulator.addServer('RAS01');
      const [name] = loadBinding('').functions[dialect]?.connect ?? [];
      if (name === undefined) throw new Error('nothing connects');
      simulated.fail(functionNamed(name), status);
      const error = await rejection(connect('RAS01', { library: simulator }));
      expect(error).toMatchObject({ status, syscall: name });
      expect(simulator.openHandles).toBe(0);
      simulator.dispose();
    }
  });
});
