// What the error of an action says about the action: not done, or not known. The functions that an action calls come
// from the journal of one that succeeds; each of them hangs and fails in its turn.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Operation, RasError, RasTimeoutError } from '../../lib/index.ts';
import { loadBinding } from '../../lib/native/load.ts';
import {
  type Asked,
  argumentsOf,
  call,
  connectionOfUser,
  domain,
  everyMethod,
  furnish,
  methods,
  portOfUser,
} from '../fixtures/methods.ts';
import {
  calls,
  everyDialect,
  functionNamed,
  functionNames,
  lab,
  onlyConnection,
  rejection,
} from '../fixtures/simulated.ts';

const actions: readonly Asked[] = [
  'setInfo',
  'setInfoEx',
  'setCredentials',
  'establishDomainRasServer',
  'removeDomainRasServer',
  'setMibEntry',
  'createMibEntry',
  'deleteMibEntry',
  'disconnectPort',
  'resetPort',
  'clearPortStats',
  'disconnectConnection',
  'disconnectSession',
  'clearConnectionStats',
  'removeQuarantine',
  'removeQuarantineByAddress',
  'sendUserMessage',
  'updateConnection',
  'setUser',
  'createInterface',
  'setInterface',
  'deleteInterface',
  'setInterfaceDevice',
  'connectInterface',
  'disconnectInterface',
  'addInterfaceTransport',
  'setInterfaceTransport',
  'removeInterfaceTransport',
  'setInterfaceCustomInfoEx',
  'updatePhonebookInfo',
  'setInterfaceCredentials',
  'setInterfaceCredentialsEx',
  'createTransport',
  'setTransport',
];

const refused = [5, 87, 903, 1722, 1727];
const brokenOff = [64, 121, 995, 1460, 1726, 1783, 1818, 31_337];

const { functions } = loadBinding('');

const frees = new Set<string>(everyDialect.map((dialect) => functionNames[dialect].free));

const immediate = () => new Promise<void>((resolve) => setImmediate(resolve));

// The time-outs of calls run by this clock, so that each comes exactly when the call hangs where it should.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The method of the action. */
function operationOf(action: Asked): Operation {
  const { method = action } = methods[action];
  return method as Operation;
}

describe.each(everyDialect)('%s', (dialect) => {
  async function furnished(action: Asked) {
    const { connect, simulated, simulator } = lab(dialect, { server: { domain } });
    furnish(simulator, simulated);
    const server = await connect();
    const port = await portOfUser(server);
    const connection = dialect === 'rassapi' ? 1 : await connectionOfUser(server);
    const args = argumentsOf(action, server, { port, connection });
    simulator.clearJournal();
    return {
      server,
      simulated,
      simulator,
      act: (options: object = {}) => call(action, server, [...args, options]),
      functions: () => calls(simulator).filter((name) => !frees.has(name)),
    };
  }

  /** The functions that the action calls, in order, each once. The last one acts. */
  async function functionsOf(action: Asked): Promise<readonly string[]> {
    const { act, functions } = await furnished(action);
    await act();
    return [...new Set(functions())];
  }

  async function isSupported(action: Asked): Promise<boolean> {
    const { connect } = lab(dialect);
    const server = await connect();
    return server.supports(operationOf(action));
  }

  describe.each(actions)('%s', (action) => {
    it('that hangs is unknown in the function that acts, and not done anywhere before', async () => {
      if (!(await isSupported(action))) return;
      const names = await functionsOf(action);
      const acting = names.at(-1);
      for (const name of names) {
        const { act, simulated, server, functions } = await furnished(action);
        const hang = simulated.hang(functionNamed(name), { times: 1 });
        const failed = rejection(act({ timeout: 20 }));
        await hang.entered();
        vi.advanceTimersByTime(20);
        const error = await failed;
        expect(error).toBeInstanceOf(RasTimeoutError);
        expect({ name, error }).toMatchObject({
          name,
          error: { server: 'RAS01', outcome: name === acting ? 'unknown' : 'not-done' },
        });
        hang.release();
        await server.enumPorts();
        expect(functions().includes(String(acting))).toBe(name === acting);
      }
    });

    it('that waits for its turn is not done', async () => {
      if (!(await isSupported(action))) return;
      const acting = (await functionsOf(action)).at(-1);
      const { act, simulated, server, functions } = await furnished(action);
      const hang = simulated.hang(functionNames[dialect].enumPorts, { times: 1 });
      const listing = server.enumPorts();
      const failed = rejection(act({ timeout: 20 }));
      await hang.entered();
      vi.advanceTimersByTime(20);
      expect(await failed).toMatchObject({ code: 'ERR_RRAS_TIMEOUT', outcome: 'not-done' });
      hang.release();
      await listing;
      await server.enumPorts();
      expect(functions()).not.toContain(acting);
    });

    it('that fails is unknown if the call broke off in the function that acts, else not done', async () => {
      if (!(await isSupported(action))) return;
      const names = await functionsOf(action);
      const acting = names.at(-1);
      for (const name of names) {
        for (const status of [...refused, ...brokenOff]) {
          const { act, simulated } = await furnished(action);
          simulated.fail(functionNamed(name), status);
          const isOpen = name === acting && brokenOff.includes(status);
          const error = await rejection(act());
          expect({ name, status, error }).toMatchObject({
            name,
            status,
            error: { outcome: isOpen ? 'unknown' : 'not-done' },
          });
        }
      }
    });

    it('that cannot be done at all is not done', async () => {
      const { act, server } = await furnished(action);
      if (!(await isSupported(action))) {
        const error = await rejection(act());
        expect(error).toBeInstanceOf(RasError);
        expect(error).toMatchObject({ outcome: 'not-done' });
        expect(error).not.toHaveProperty('status');
        expect(error).not.toHaveProperty('syscall');
      }
      await server.disconnect();
      const error = await rejection(act());
      expect(error).toMatchObject({ code: 'ERR_RRAS_CLOSED', outcome: 'not-done' });
    });
  });

  // The last function of `updateRoutes` asks for the result: test/interfaces/connecting.test.ts.
  const others = ['updateRoutes', 'disconnect'];
  it.each(everyMethod.filter((name) => ![...actions, ...others].includes(name)))(
    '%s changes nothing, so its errors say nothing about that',
    async (name) => {
      const { act, server, simulated } = await furnished(name);
      const { generations = {} } = methods[name];
      const asked = functions[dialect]?.[name]?.find((each) => !Object.hasOwn(generations, each));
      if (asked !== undefined && methods[name].failsOtherwise === undefined) {
        simulated.fail(functionNamed(asked), 1726);
        const failed = await rejection(act());
        expect(failed).toMatchObject({ status: 1726, syscall: asked });
        expect(failed).not.toHaveProperty('outcome');
      }
      await server.disconnect();
      const error = await rejection(act());
      expect(error).toMatchObject({ code: 'ERR_RRAS_CLOSED' });
      expect(error).not.toHaveProperty('outcome');
    },
  );
});

describe('a disconnect that waits until the connection is gone', () => {
  async function accepted(timeout: number) {
    const { connect, simulated, simulator, functions } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    simulated.setQuirks({ disconnectDelay: 30 });
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const connection = await onlyConnection(server);
    const failed = rejection(server.disconnectConnection(connection, { wait: true, timeout }));
    while (!calls(simulator).includes(functions.disconnectPort)) await immediate();
    return { failed, simulated, functions };
  }

  it('is unknown if the time-out comes after the server has accepted it', async () => {
    const { failed } = await accepted(900);
    vi.advanceTimersByTime(900);
    expect(await failed).toMatchObject({ code: 'ERR_RRAS_TIMEOUT', outcome: 'unknown' });
  });

  it('is unknown if the connection cannot be read afterwards', async () => {
    // A busy machine may take long to answer while the clock of the test goes on.
    const { failed, simulated, functions } = await accepted(3_600_000);
    simulated.fail(functionNamed(functions.getConnection), 5);
    while ((await Promise.race([failed, immediate()])) === undefined) vi.advanceTimersByTime(1);
    expect(await failed).toMatchObject({ code: 'ERROR_ACCESS_DENIED', outcome: 'unknown' });
  });
});

describe('a signal', () => {
  it('of its own, even that of a time-out, rejects with its own reason', async () => {
    vi.useRealTimers();
    const { connect, simulated, functions } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const hang = simulated.hang(functions.enumPorts, { times: 1 });
    const signal = AbortSignal.timeout(1);
    const error = await rejection(server.disconnectPort('VPN0-1', { signal, timeout: 60_000 }));
    expect(error).toBe(signal.reason);
    expect(error).not.toBeInstanceOf(RasError);
    hang.release();
  });
});
