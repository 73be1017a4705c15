// A server that is too old for a level is asked for an older one. The code is remembered only if it has no other
// meaning: after a stray code the server must not be read at an older level until it is disconnected.

import { describe, expect, it } from 'vitest';
import { functionNamed, lab, rejection } from '../fixtures/simulated.ts';
import { type LevelFunction, levelCodes, levelFunctions } from './unknown_level_cases.ts';

async function setUp({ generation, function: name, after }: LevelFunction, status: number) {
  const made = lab('mprapi', { server: { generation } });
  made.simulated.addPorts('pptp', 1);
  made.simulated.dialIn({ userName: 'alice', handle: 77n });
  made.simulated.addUser('alice');
  made.simulated.addInterface({ name: 'Paris' });
  const server = await made.connect();
  made.simulated.fail(functionNamed(name), status, { times: 1, after });
  return { ...made, server };
}

for (const row of levelFunctions) {
  describe(row.function, () => {
    const { ask, isBest, certain, ambiguous } = row;
    const named = (
      name: string,
      codes: readonly number[],
      test: (code: number) => Promise<void>,
    ) => (codes.length === 0 ? undefined : it.each(codes)(name, test));

    named(
      'gives way to something older after %i, and is not asked again',
      certain,
      async (code) => {
        const { server } = await setUp(row, code);
        expect(isBest(await ask(server))).toBe(false);
        expect(isBest(await ask(server))).toBe(row.isAlwaysAsked === true);
      },
    );

    named('tries an older level after %i for one call', ambiguous, async (code) => {
      const { server } = await setUp(row, code);
      expect(isBest(await ask(server))).toBe(false);
      expect(isBest(await ask(server))).toBe(true);
    });

    const others = levelCodes.filter((code) => ![...certain, ...ambiguous].includes(code));
    it.each(others)('does not hide %i, and is asked again', async (code) => {
      const { server } = await setUp(row, code);
      const error = await rejection(ask(server));
      expect(error).toMatchObject({ status: code, syscall: row.function });
      expect(isBest(await ask(server))).toBe(true);
    });
  });
}

describe('setInfoEx', () => {
  it.each([50, 87])(
    'can still set fields of the newest revision after a stray %i',
    async (code) => {
      const { connect, simulated } = lab('mprapi');
      simulated.setup.setTunnel('gre', { ports: 1, isRasEnabled: true, isRoutingEnabled: true });
      const server = await connect();
      // The newest two fail, so that the answer has a revision without GRE.
      simulated.fail('MprAdminServerGetInfoEx', code, { times: 2 });
      expect(await server.getInfoEx()).toMatchObject({ revision: 3 });
      await server.setInfoEx({ gre: { count: 9 } });
      simulated.stopService();
      simulated.startService();
      expect(simulated.setup.tunnels.gre.ports).toBe(9);
    },
  );
});
