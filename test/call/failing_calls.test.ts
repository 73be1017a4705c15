// Every operation, in each dialect, with every call that it makes failing in each of a dozen ways, and
// hanging once. What the calls are is read from the simulator's journal, and which operations there are
// from the addon, so that a function that is added is covered or missed by name.

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
  methods,
  withoutRow,
} from '../fixtures/methods.ts';
import { everyDialect, givenUp, rejection } from '../fixtures/simulated.ts';

type Options = { readonly signal: AbortSignal };
type Ask = (server: RasServer, options?: Options) => Promise<unknown>;

// A size that makes three pages of three ports, or of three connections.
const ONE_A_PAGE = 1;

/** A port is looked up by its name, and a connection comes from a list that can fail, too. */
function question(name: Asked): Ask {
  const { on, isPaged } = methods[name];
  return async (server, options) => {
    const connection = on === 'connection' ? await connectionOfUser(server, options) : undefined;
    const args = argumentsOf(name, server, { port: 'COM1', connection });
    return call(name, server, [...args, { ...(isPaged && { pageBytes: ONE_A_PAGE }), ...options }]);
  };
}

const statuses = [5, 6, 8, 87, 903, 906, 1702, 1717, 1722, 1726, 1818, 2221, 0xc0ffee01];

// A server that lacks a level, a function or a revision answers with these, and is asked for less.
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
  /** How many calls of the same function come before it. */
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

/** 'done', or the status of the error. Anything but an error of the package is a mistake. */
function settled(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RasError) return error.status;
      throw error;
    },
  );
}

// What has no status to answer with; and what gives a buffer back, which is kept when that fails.
const canFail = (name: string) =>
  !/ServerDisconnect$|IsServiceRunning$|(BufferFree|FreeBuffer|LocalFree)$/.test(name);

describe.each(everyDialect)('%s', (dialect) => {
  // Those without a row have a test of their own below, or elsewhere.
  const operations = Object.keys(loadBinding('').functions[dialect] ?? {}).filter(
    (operation) => !Object.hasOwn(withoutRow, operation),
  );

  it('has a question for every operation', () => {
    expect(operations.filter((operation) => !isAsked(operation))).toEqual([]);
  });

  describe.each(operations.filter(isAsked))('%s', (operation) => {
    const ask = question(operation);

    it('tells each failure of each of its calls, and goes on working', async () => {
      const calls = await undisturbed(dialect, ask);
      expect(calls).not.toEqual([]);
      for (const { name, after } of calls.filter((call) => canFail(call.name))) {
        for (const status of [...statuses, ...ofOlderServers]) {
          const here = await world(dialect);
          here.simulated.fail(name, status, { times: 1, after });
          const told = await settled(ask(here.server));
          const what = `${name} fails with ${status} after ${after}`;
          // Whoever is asked for less may have less to say.
          if (!ofOlderServers.includes(status)) expect(told, what).toBe(status);
          expect(here.simulator.unreturnedBuffers, what).toBe(0);
          expect(await here.server.enumPorts(), what).not.toHaveLength(0);
          await end(here);
        }
      }
    });

    it('gives up each of its calls that hangs, and goes on when it is over', async () => {
      const calls = await undisturbed(dialect, ask);
      expect(calls).not.toEqual([]);
      for (const name of new Set(calls.map((call) => call.name).filter(canFail))) {
        const here = await world(dialect);
        const hang = here.simulated.hang(name, { times: 1 });
        const error = await givenUp(hang, (options) => ask(here.server, options));
        expect(error, name).toMatchObject({ name: 'AbortError' });
        hang.release();
        expect(await here.server.enumPorts(), name).not.toHaveLength(0);
        await end(here);
      }
    });
  });

  it('connect tells each failure, and opens nothing', async () => {
    for (const status of [...statuses, ...ofOlderServers]) {
      const simulator = new Simulator({ dialect, clock: 'stepped' });
      const simulated = simulator.addServer('RAS01');
      const [name] = loadBinding('').functions[dialect]?.connect ?? [];
      if (name === undefined) throw new Error('nothing connects');
      simulated.fail(name, status);
      const error = await rejection(connect('RAS01', { library: simulator }));
      expect(error).toMatchObject({ status, syscall: name });
      expect(simulator.openHandles).toBe(0);
      simulator.dispose();
    }
  });
});
