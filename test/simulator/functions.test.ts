// What can be told to fail, to hang, to take its time: functions by their names, or methods of the package,
// which mean the same in every dialect.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOnSessions, type Operation, operations } from '../../lib/call/operations.ts';
import { RasErrorCode } from '../../lib/index.ts';
import { loadBinding } from '../../lib/native/load.ts';
import { functionsOf } from '../../lib/simulator/functions.ts';
import type { SimulatedMethod } from '../../lib/simulator/index.ts';
import {
  argumentsOf,
  call,
  connectionOfUser,
  domain,
  everyMethod,
  furnish,
  methods,
  portOfUser,
} from '../fixtures/methods.ts';
import { seed } from '../fixtures/seed.ts';
import { everyDialect, lab, rejection } from '../fixtures/simulated.ts';

const { functions } = loadBinding('');

describe.each(everyDialect)('%s', (dialect) => {
  it('has the functions that the types name', () => {
    const { simulator } = lab(dialect);
    const expected = functionsOf[dialect].filter(
      (name) => process.platform !== 'win32' || name !== 'LocalFree',
    );
    expect(simulator.functions).toEqual(expected);
  });

  // An operation that is part of a method has no method of its name.
  const named = everyMethod.filter((name) => (operations as readonly string[]).includes(name));
  const served = named.filter(
    (name) => name !== 'disconnect' && functions[dialect]?.[name] !== undefined,
  );
  const failing = served.filter((name) => methods[name].failsOtherwise === undefined);

  it.each(failing)('fails %s by its name', async (method) => {
    const { connect, simulated, simulator } = lab(dialect, { server: { domain } });
    furnish(simulator, simulated);
    const server = await connect();
    const port = await portOfUser(server);
    const connection = dialect === 'rassapi' ? undefined : await connectionOfUser(server);
    const args = argumentsOf(method, server, { port, connection });
    simulated.fail(method as SimulatedMethod, 31_337);
    expect(await rejection(call(method, server, args))).toMatchObject({ status: 31_337 });
  });

  const missing = named.filter(
    (name) =>
      name !== 'disconnect' &&
      !isOnSessions(name as Operation) &&
      functions[dialect]?.[name] === undefined,
  );
  it.skipIf(missing.length === 0).each(missing)('refuses %s, which it cannot do', (method) => {
    const { simulated } = lab(dialect);
    expect(() => simulated.fail(method as SimulatedMethod, 5)).toThrow(
      `must be a method for which ${dialect} has a function`,
    );
  });

  it('fails the connecting by the name of the function `connect`', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.fail('connect', 'ERROR_ACCESS_DENIED');
    expect(await rejection(connect())).toMatchObject({ code: 'ERROR_ACCESS_DENIED' });
  });

  it('fails a method on sessions, which is made of several operations', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const [session] = await server.enumSessions();
    if (session === undefined) throw new Error('alice should be on');
    using _ = simulated.fail('disconnectSession', 'ERROR_ACCESS_DENIED');
    expect(await rejection(server.disconnectSession(session))).toMatchObject({ status: 5 });
    simulated.fail('enumSessions', 'ERROR_ACCESS_DENIED', { times: 1 });
    expect(await rejection(server.enumSessions())).toMatchObject({ status: 5 });
    expect(await server.enumSessions()).toHaveLength(1);
  });

  it('counts the calls of all functions of a method together', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    simulated.fail('enumPorts', 'ERROR_ACCESS_DENIED', { times: 1, after: 1 });
    expect(await server.enumPorts()).toHaveLength(1);
    expect(await rejection(server.enumPorts())).toMatchObject({ status: 5 });
    expect(await server.enumPorts()).toHaveLength(1);
  });

  it('hangs a method by its name', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const hang = simulated.hang('enumPorts');
    const ports = server.enumPorts();
    await hang.entered();
    hang.release();
    expect(await ports).toHaveLength(1);
  });
});

it('takes every known status by its name', () => {
  const { simulated } = lab('mprapi');
  for (const name of Object.keys(RasErrorCode) as (keyof typeof RasErrorCode)[]) {
    simulated.fail('enumPorts', name, { times: 1 }).clear();
  }
});

describe('a wrong name', () => {
  it('of a function or method is refused with the three nearest', () => {
    const { simulated } = lab('mprapi');
    const wrong = 'enumPort' as 'enumPorts';
    for (const refused of [
      () => simulated.fail(wrong, 5),
      () => simulated.hang(wrong),
      () => simulated.delay(wrong, { latency: 1 }),
      () => simulated.onCall(wrong, () => undefined),
    ]) {
      expect(refused).toThrow(
        /'name' must be a method or a function of mprapi, such as 'enumPorts', '\w+' or '\w+'/,
      );
    }
  });

  it('of a status is refused with the three nearest', () => {
    const { simulated } = lab('mprapi');
    const wrong = 'ERROR_ACCESS_DENIDE' as 'ERROR_ACCESS_DENIED';
    expect(() => simulated.fail('enumPorts', wrong)).toThrow(
      /must be a number or a known name, such as ERROR_ACCESS_DENIED, \w+, \w+/,
    );
  });

  it('shows the right one, wherever one letter is wrong', () => {
    const { simulated, simulator } = lab('mprapi');
    // Those of this system: on Windows, LocalFree is no function of the library.
    const names = [...simulator.functions, 'enumPorts', 'getConnection', 'disconnectConnection'];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom('x', ''),
        (name, place, instead) => {
          const at = place % name.length;
          const wrong = `${name.slice(0, at)}${instead}${name.slice(at + 1)}`;
          const right: readonly string[] = [...simulator.functions, ...everyMethod];
          fc.pre(!right.includes(wrong));
          expect(() => simulated.hang(wrong as 'enumPorts')).toThrow(`'${name}'`);
        },
      ),
      { seed },
    );
  });
});
