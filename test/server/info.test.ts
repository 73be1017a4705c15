// The server's information, read at the level that its Windows has, and setting its numbers of ports.

import { describe, expect, it } from 'vitest';
import { RasError } from '../../lib/index.ts';
import type { Generation } from '../../lib/simulator/index.ts';
import { calls, lab, rejection } from '../fixtures/simulated.ts';

const GET = 'MprAdminServerGetInfo';
const SET = 'MprAdminServerSetInfo';

const tunnels = { count: 3, isRasEnabled: true, isRoutingEnabled: false };

function setUp(generation: Generation, quirks = {}) {
  const scene = lab('mprapi', { server: { generation, quirks } });
  for (const protocol of ['pptp', 'l2tp', 'sstp'] as const) {
    scene.simulated.setup.setTunnel(protocol, {
      ports: 3,
      isRasEnabled: true,
      isRoutingEnabled: false,
    });
  }
  return scene;
}

const best = [
  { generation: '2000', level: 0, ports: {}, asked: 3 },
  { generation: '2003', level: 1, ports: { pptp: tunnels, l2tp: tunnels }, asked: 3 },
  {
    generation: '2008',
    level: 2,
    ports: { pptp: tunnels, l2tp: tunnels, sstp: tunnels },
    asked: 2,
  },
  {
    generation: '2008r2',
    level: 2,
    ports: { pptp: tunnels, l2tp: tunnels, sstp: tunnels },
    asked: 2,
  },
  {
    generation: '2012r2',
    level: 2,
    ports: { pptp: tunnels, l2tp: tunnels, sstp: tunnels },
    asked: 2,
  },
  {
    generation: '2016',
    level: 2,
    ports: { pptp: tunnels, l2tp: tunnels, sstp: tunnels },
    asked: 2,
  },
] as const;

describe.each(best)('a server of $generation', ({ generation, level, ports, asked }) => {
  it(`has every field of level ${level}`, async () => {
    const { connect, simulated, simulator } = setUp(generation);
    const server = await connect();
    simulator.step(60);
    expect(await server.getInfo()).toEqual({
      isLanOnly: false,
      upTime: 60,
      totalPorts: simulated.ports.length,
      portsInUse: 0,
      ...ports,
    });
    expect(calls(simulator).filter((name) => name === GET)).toHaveLength(asked);
  });

  it('is not asked again for a level that it certainly lacks', async () => {
    const { connect, simulator } = setUp(generation, { unknownServerLevel: 124 });
    const server = await connect();
    await server.getInfo();
    const before = calls(simulator).length;
    await server.getInfo();
    const after = simulator.journal.slice(before).filter((entry) => entry.function === GET);
    expect(after).toHaveLength(level === 0 ? 1 : 2);
    expect(after.every((entry) => entry.status === 0)).toBe(true);
  });
});

describe('a level that the server lacks', () => {
  it.each([50, 87, 124, 127, 1745])('is replaced by an older level after %i', async (status) => {
    const { connect } = setUp('2003', { unknownServerLevel: status });
    const server = await connect();
    const info = await server.getInfo();
    expect(info).toMatchObject({ pptp: tunnels, l2tp: tunnels });
    expect(info).not.toHaveProperty('sstp');
  });

  it.each([5, 1722])('does not hide %i', async (status) => {
    const { connect, simulated } = setUp('2016');
    const server = await connect();
    simulated.fail(GET, status, { after: 1 });
    expect(await rejection(server.getInfo())).toMatchObject({ status, syscall: GET });
  });
});

describe('what each function documents', () => {
  const refused = [
    [5, 'ERROR_ACCESS_DENIED'],
    [87, 'ERROR_INVALID_PARAMETER'],
    [1702, 'RPC_S_INVALID_BINDING'],
  ] as const;
  it.each(refused)(`${GET}: %i`, async (status, code) => {
    const { connect, simulated } = setUp('2016');
    const server = await connect();
    simulated.fail(GET, status);
    const error = await rejection(server.getInfo());
    expect(error).toBeInstanceOf(RasError);
    expect(error).toMatchObject({ code, status, syscall: GET, server: 'RAS01' });
  });

  const notSet = [
    [5, 'ERROR_ACCESS_DENIED'],
    [87, 'ERROR_INVALID_PARAMETER'],
    [903, 'ERROR_DDM_NOT_RUNNING'],
    [50, 'ERROR_NOT_SUPPORTED'],
    [6, 'ERROR_INVALID_HANDLE'],
  ] as const;
  it.each(notSet)(`${SET}: %i`, async (status, code) => {
    const { connect, simulated } = setUp('2016');
    const server = await connect();
    simulated.fail(SET, status);
    const error = await rejection(server.setInfo({ pptp: { count: 4 } }));
    expect(error).toMatchObject({ code, status, syscall: SET, server: 'RAS01' });
    expect(simulated.setup.tunnels.pptp.ports).toBe(3);
  });
});

describe('setInfo', () => {
  it.each(['2003', '2016'] as const)(
    'changes only the given settings on a server of %s',
    async (generation) => {
      const { connect, simulated } = setUp(generation);
      const server = await connect();
      const result = await server.setInfo({ pptp: { count: 5 }, l2tp: { isRoutingEnabled: true } });
      expect(result).toEqual({
        changed: ['pptp.count', 'l2tp.isRoutingEnabled'],
        isRebootRequired: false,
        isRestartRequired: false,
      });
      expect(simulated.setup.tunnels).toMatchObject({
        pptp: { ports: 5, isRasEnabled: true, isRoutingEnabled: false },
        l2tp: { ports: 3, isRasEnabled: true, isRoutingEnabled: true },
        sstp: { ports: 3, isRasEnabled: true, isRoutingEnabled: false },
      });
    },
  );

  it('reports that the server must be restarted first (3010)', async () => {
    const { connect, simulated } = setUp('2016');
    simulated.setup.setTunnel('pptp', { mostPorts: 4 });
    const server = await connect();
    expect(await server.setInfo({ pptp: { count: 5 } })).toMatchObject({ isRebootRequired: true });
  });

  it('fails on a server of 2000, which is too old', async () => {
    const { connect } = setUp('2000');
    const server = await connect();
    expect(await rejection(server.setInfo({ pptp: { count: 5 } }))).toMatchObject({
      code: 'ERROR_NOT_SUPPORTED',
    });
  });

  it('fails on a server of 2003 if SSTP is given, and sets nothing', async () => {
    const { connect, simulated } = setUp('2003');
    const server = await connect();
    const wish = server.setInfo({ pptp: { count: 5 }, sstp: { count: 5 } });
    expect(await rejection(wish)).toMatchObject({ code: 'ERROR_NOT_SUPPORTED' });
    expect(simulated.setup.tunnels.pptp.ports).toBe(3);
  });
});

const unchanged = { changed: [], isRebootRequired: false, isRestartRequired: false };

describe('what getInfo gave, handed back', () => {
  it.each(['2000', '2003', '2016'] as const)(
    'changes nothing on a server of %s, and says so',
    async (generation) => {
      const { connect, simulated, simulator } = setUp(generation);
      const server = await connect();
      const before = simulated.setup.tunnels;
      const info = await server.getInfo();
      // Time goes on and callers come; neither is a wish for other settings.
      simulator.step(60);
      simulated.dialIn({ userName: 'alice' });
      for (const settings of [
        info,
        JSON.parse(JSON.stringify(info)),
        { ...info, sstp: undefined },
      ]) {
        expect(await server.setInfo(settings)).toEqual(unchanged);
      }
      expect(calls(simulator)).not.toContain(SET);
      expect(simulated.setup.tunnels).toEqual(before);
    },
  );

  it('changes what was changed in it', async () => {
    const { connect, simulated } = setUp('2016');
    const server = await connect();
    const info = await server.getInfo();
    const result = await server.setInfo({ ...info, sstp: { ...info.sstp, count: 7 } });
    expect(result.changed).toEqual(['sstp.count']);
    expect(simulated.setup.tunnels).toMatchObject({
      pptp: { ports: 3 },
      sstp: { ports: 7, isRasEnabled: true },
    });
  });

  it.each([
    ['isLanOnly', { isLanOnly: true }],
    ['rasVersion', { rasVersion: 40 }],
  ])('is refused with another %s, which cannot be set', async (name, change) => {
    const { connect, simulator } = setUp('2016');
    const server = await connect();
    const settings = { ...(await server.getInfo()), pptp: { count: 9 }, ...change };
    expect(await rejection(server.setInfo(settings))).toMatchObject({
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: expect.stringContaining(`'settings.${name}' cannot be set`),
    });
    expect(calls(simulator)).not.toContain(SET);
  });

  it('is written when that is forced, which takes back a change that waits for a restart', async () => {
    const { connect, simulated } = setUp('2016');
    simulated.setup.setTunnel('sstp', { mostPorts: 4 });
    const server = await connect();
    const info = await server.getInfo();
    const waiting = await server.setInfo({ sstp: { count: 5 } });
    expect(waiting).toMatchObject({ changed: ['sstp.count'], isRebootRequired: true });
    expect(await server.setInfo(info, { force: true })).toEqual(unchanged);
    simulated.stopService();
    simulated.startService();
    expect(simulated.setup.tunnels.sstp.ports).toBe(3);
  });
});

describe('a server in the older dialects', () => {
  it('rassapi reports its ports and its version', async () => {
    const { connect, simulated } = lab('rassapi');
    simulated.addPorts('modem', 2);
    const server = await connect();
    expect(await server.getInfo()).toEqual({
      isLanOnly: undefined,
      upTime: undefined,
      totalPorts: 2,
      portsInUse: 0,
      rasVersion: 40,
    });
  });

  it('nt4 has no such function', async () => {
    const { connect } = lab('nt4');
    const server = await connect();
    expect(server.supports('getInfo')).toBe(false);
    expect(await rejection(server.getInfo())).toMatchObject({ code: 'ERROR_CALL_NOT_IMPLEMENTED' });
  });
});

describe('the service', () => {
  it.each(['mprapi', 'nt4'] as const)('%s: runs or not', async (dialect) => {
    const { connect, simulated } = lab(dialect);
    const server = await connect();
    expect(await server.isServiceRunning()).toBe(true);
    simulated.stopService();
    expect(await server.isServiceRunning()).toBe(false);
  });

  it('is initialised some time after it starts', async () => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    expect(await server.isServiceInitialized()).toBe(true);
    simulated.stopService();
    simulated.startService('initializing');
    expect(await server.isServiceRunning()).toBe(true);
    expect(await server.isServiceInitialized()).toBe(false);
  });

  it.each([
    [87, 'ERROR_INVALID_PARAMETER'],
    [1062, 'ERROR_SERVICE_NOT_ACTIVE'],
    [5, 'ERROR_ACCESS_DENIED'],
  ] as const)('MprAdminIsServiceInitialized: %i', async (status, code) => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    simulated.fail('MprAdminIsServiceInitialized', status);
    expect(await rejection(server.isServiceInitialized())).toMatchObject({
      code,
      status,
      syscall: 'MprAdminIsServiceInitialized',
    });
  });
});
