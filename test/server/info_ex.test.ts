// A server with all its tunnels. The struct grew with Windows, and no public document says which revision belongs
// to which size. So the newest revision that the server accepts is requested, and the answer is used only if it
// has the requested shape.

import { describe, expect, it } from 'vitest';
import type { Generation } from '../../lib/simulator/index.ts';
import { itIf, lab, rejection } from '../fixtures/simulated.ts';

const GET = 'MprAdminServerGetInfoEx';
const SET = 'MprAdminServerSetInfoEx';

const certificates = [Uint8Array.of(0x30, 1, 2, 255), Uint8Array.of(0x30, 3)];
const ekus = [
  { isOid: true, text: '1.3.6.1.5.5.7.3.1' },
  { isOid: false, text: 'Zugang für alle' },
];
const hash = Uint8Array.from({ length: 32 }, (_, i) => 255 - i);

function setUp(generation: Generation = '2016', quirks = {}) {
  const scene = lab('mprapi', { server: { generation, quirks } });
  const { setup } = scene.simulated;
  for (const [i, protocol] of (['pptp', 'l2tp', 'sstp', 'ikev2', 'gre'] as const).entries()) {
    setup.setTunnel(protocol, { ports: i + 1, isRasEnabled: true, isRoutingEnabled: i % 2 === 0 });
  }
  setup.setParameters({
    ikev2IdleTimeout: 301,
    ikev2NetworkBlackoutTime: 121,
    ikev2SaLifeTime: 302,
    ikev2SaDataSize: 1025,
    ikev2ConfigOptions: 7,
    ikev2EncryptionType: 2,
    ikev2MainModeSaLifeTime: 303,
    ikev2Certificates: certificates,
    ikev2Ekus: ekus,
    l2tpIdleTimeout: 304,
    l2tpEncryptionType: 3,
    l2tpSaLifeTime: 305,
    l2tpSaDataSize: 1026,
    l2tpMainModeSaLifeTime: 306,
    sstpHttps: true,
    sstpCertificateAlgorithm: 0x800c,
    sstpDefaultCertificate: false,
    sstpCertificateHash: hash,
  });
  return scene;
}

const revisions = [
  { generation: '2008r2', revision: 1, asked: 5 },
  { generation: '2012r2', revision: 4, asked: 2 },
  { generation: '2016', revision: 5, asked: 1 },
] as const;

describe.each(revisions)('a server of $generation', ({ generation, revision, asked }) => {
  it(`answers as revision ${revision}`, async () => {
    const { connect, simulated, simulator } = setUp(generation);
    const server = await connect();
    simulator.step(90);
    const info = await server.getInfoEx();
    expect(info).toMatchObject({
      revision,
      isLanOnly: false,
      upTime: 90,
      totalPorts: simulated.ports.length,
      portsInUse: 0,
      pptp: { count: 1, isRasEnabled: true, isRoutingEnabled: true },
      l2tp: { count: 2, isRasEnabled: true, isRoutingEnabled: false },
      sstp: {
        count: 3,
        isRasEnabled: true,
        isRoutingEnabled: true,
        usesHttps: true,
        certificateAlgorithm: 0x800c,
        hasDefaultCertificate: false,
        certificateHash: hash,
      },
      ikev2: {
        count: 4,
        isRasEnabled: true,
        isRoutingEnabled: false,
        idleTimeout: 301,
        networkBlackoutTime: 121,
        saLifeTime: 302,
        saDataSize: 1025,
        configOptions: 7,
        certificateNames: certificates,
      },
    });
    const gre = { count: 5, isRasEnabled: true, isRoutingEnabled: true };
    expect(info.gre).toEqual(revision >= 4 ? gre : undefined);
    expect(info.ikev2.encryptionType).toBe(revision >= 2 ? 2 : undefined);
    const known = ekus.map(({ isOid, text }) => ({ isOid, eku: text }));
    expect(info.ikev2.ekus).toEqual(revision >= 3 ? known : undefined);
    expect(info.ikev2.mainModeSaLifeTime).toBe(revision >= 5 ? 303 : undefined);
    expect(info.l2tp.saLifeTime).toBe(revision >= 3 ? 305 : undefined);
    expect(info.l2tp.mainModeSaLifeTime).toBe(revision >= 5 ? 306 : undefined);
  });

  it('is asked for the accepted revision at once, if it certainly lacks the newer ones', async () => {
    const { connect, simulator } = setUp(generation, { wrongHeader: 1305 });
    const server = await connect();
    await server.getInfoEx();
    const before = simulator.journal.filter((entry) => entry.function === GET);
    expect(before).toHaveLength(asked);
    await server.getInfoEx();
    expect(simulator.journal.filter((entry) => entry.function === GET)).toHaveLength(asked + 1);
  });

  it('answers with an older revision on request', async () => {
    const { connect } = setUp(generation);
    const server = await connect();
    for (let older = 1; older <= revision; older += 1) {
      const info = await server.getInfoEx({ revision: older });
      expect(info.revision).toBe(older);
      expect(info.ikev2.count).toBe(4);
      expect(info.sstp.certificateHash).toEqual(hash);
    }
  });

  it('answers with its own revision after a request for an older one', async () => {
    const { connect, simulated } = setUp(generation, { wrongHeader: 1305 });
    const server = await connect();
    expect(await server.getInfoEx({ revision: 1 })).toMatchObject({ revision: 1 });
    expect(await server.getInfoEx()).toMatchObject({ revision });
    await server.setInfoEx({ pptp: { count: 4 } }, { revision: 1 });
    expect(await server.getInfoEx()).toMatchObject({ revision });
    if (revision < 4) return;
    await server.setInfoEx({ gre: { count: 9 } });
    simulated.stopService();
    simulated.startService();
    expect(simulated.setup.tunnels.gre.ports).toBe(9);
  });

  const itLacks = itIf(revision < 5, 'it has every revision');
  itLacks('refuses a revision that it does not have', async () => {
    const { connect } = setUp(generation);
    const server = await connect();
    for (let newer = revision + 1; newer <= 5; newer += 1) {
      expect(await rejection(server.getInfoEx({ revision: newer }))).toMatchObject({ status: 87 });
    }
  });
});

describe('a header that the server refuses', () => {
  it.each([50, 87, 122, 124, 1305, 1306, 1783])(
    'is followed by an older revision after %i',
    async (status) => {
      const { connect } = setUp('2008r2', { wrongHeader: status });
      const server = await connect();
      expect((await server.getInfoEx()).revision).toBe(1);
    },
  );
});

describe('an answer of another shape than requested', () => {
  it('has another revision', async () => {
    const { connect } = setUp('2016', { answeredRevision: 1 });
    const server = await connect();
    expect(await rejection(server.getInfoEx())).toMatchObject({
      code: 'ERR_RRAS_UNREADABLE',
      syscall: GET,
    });
  });

  it.each([1, 8, 255])('goes %i bytes beyond the struct', async (serverOverrun) => {
    const { connect } = setUp('2016', { serverOverrun });
    const server = await connect();
    expect(await rejection(server.getInfoEx())).toMatchObject({
      code: 'ERR_RRAS_UNREADABLE',
      syscall: GET,
    });
  });

  it('is an error, not a misreading, if revision 1 means the newest struct', async () => {
    const { connect } = setUp('2016', { serverRevisions: 'always-1' });
    const server = await connect();
    expect(await rejection(server.getInfoEx())).toMatchObject({ status: 87, syscall: GET });
  });
});

const documented = [
  [5, 'ERROR_ACCESS_DENIED'],
  [903, 'ERROR_DDM_NOT_RUNNING'],
  [127, 'ERROR_PROC_NOT_FOUND'],
] as const;

describe('what each function documents', () => {
  it.each(documented)(`${GET}: %i`, async (status, code) => {
    const { connect, simulated } = setUp();
    const server = await connect();
    simulated.fail(GET, status);
    const error = await rejection(server.getInfoEx());
    expect(error).toMatchObject({ code, status, syscall: GET, server: 'RAS01' });
  });

  it.each(documented)(`${SET}: %i`, async (status, code) => {
    const { connect, simulated } = setUp();
    const server = await connect();
    simulated.fail(SET, status);
    const error = await rejection(server.setInfoEx({ ikev2: { count: 9 } }));
    expect(error).toMatchObject({ code, status, syscall: SET, server: 'RAS01' });
    expect(simulated.setup.tunnels.ikev2.ports).toBe(4);
  });

  it(`${GET}: 127 from a server before 2008 R2`, async () => {
    const { connect } = setUp('2008');
    const server = await connect();
    expect(await rejection(server.getInfoEx())).toMatchObject({ status: 127, syscall: GET });
  });
});

describe('setInfoEx', () => {
  it.each(revisions)(
    'changes only the given settings on a server of $generation',
    async ({ generation }) => {
      const { connect, simulated } = setUp(generation);
      const server = await connect();
      const before = simulated.setup.parameters;
      const result = await server.setInfoEx({
        ikev2: { count: 9, idleTimeout: 600 },
        pptp: { isRoutingEnabled: false },
      });
      expect(result).toEqual({
        changed: ['pptp.isRoutingEnabled', 'ikev2.count', 'ikev2.idleTimeout'],
        isRebootRequired: false,
        isRestartRequired: true,
      });
      simulated.stopService();
      simulated.startService();
      expect(simulated.setup.tunnels).toMatchObject({
        pptp: { ports: 1, isRasEnabled: true, isRoutingEnabled: false },
        l2tp: { ports: 2 },
        sstp: { ports: 3 },
        ikev2: { ports: 9, isRasEnabled: true, isRoutingEnabled: false },
      });
      expect(simulated.setup.parameters).toEqual({ ...before, ikev2IdleTimeout: 600 });
    },
  );

  it('leaves the parameters of IKEv2 alone when only its ports are set', async () => {
    const { connect, simulated } = setUp();
    const server = await connect();
    const before = simulated.setup.parameters;
    await server.setInfoEx({ ikev2: { count: 9 } });
    expect(simulated.setup.parameters).toEqual(before);
  });

  it.each([
    [3010, { isRebootRequired: true, isRestartRequired: false }],
    [3011, { isRebootRequired: false, isRestartRequired: true }],
  ])('treats %i as a success', async (status, result) => {
    const { connect, simulated } = setUp();
    const server = await connect();
    simulated.fail(SET, status);
    expect(await server.setInfoEx({ ikev2: { count: 9 } })).toMatchObject(result);
  });

  it('fails with 50 if the server lacks a setting, and sets nothing', async () => {
    const { connect, simulated, simulator } = setUp('2008r2');
    const server = await connect();
    const wish = server.setInfoEx({ pptp: { count: 9 }, gre: { count: 9 } });
    const error = await rejection(wish);
    expect(error).toMatchObject({
      code: 'ERROR_NOT_SUPPORTED',
      outcome: 'not-done',
      message: expect.stringContaining('gre.count'),
    });
    expect(error).not.toHaveProperty('status');
    expect(simulator.journal.map((entry) => entry.function)).not.toContain(SET);
    expect(simulated.setup.tunnels.pptp.ports).toBe(1);
  });
});

const unchanged = { changed: [], isRebootRequired: false, isRestartRequired: false };

describe('what getInfoEx gave, handed back', () => {
  it.each(revisions)(
    'changes nothing on a server of $generation, and says so',
    async ({ generation, revision }) => {
      const { connect, simulated, simulator } = setUp(generation);
      const server = await connect();
      const before = simulated.setup;
      const tunnels = before.tunnels;
      const parameters = before.parameters;
      for (let read = 1; read <= revision; read += 1) {
        const info = await server.getInfoEx({ revision: read });
        simulator.step(60);
        expect(await server.setInfoEx(info)).toEqual(unchanged);
        expect(await server.setInfoEx(structuredClone(info))).toEqual(unchanged);
      }
      expect(await server.setInfoEx(await server.getInfo())).toEqual(unchanged);
      expect(simulator.journal.map((entry) => entry.function)).not.toContain(SET);
      expect(simulated.setup.tunnels).toEqual(tunnels);
      expect(simulated.setup.parameters).toEqual(parameters);
    },
  );

  it('changes what was changed in it, and nothing else', async () => {
    const { connect, simulated } = setUp();
    const server = await connect();
    const before = simulated.setup;
    const { tunnels, parameters } = before;
    const info = await server.getInfoEx();
    const ikev2 = { ...info.ikev2, idleTimeout: 600, mainModeSaLifeTime: 700 };
    const result = await server.setInfoEx({ ...info, ikev2 });
    expect(result).toEqual({
      changed: ['ikev2.idleTimeout', 'ikev2.mainModeSaLifeTime'],
      isRebootRequired: false,
      isRestartRequired: true,
    });
    // Until the service has been restarted the server reports the old value, so the change is taken back by force.
    expect(await server.setInfoEx({ ikev2: { idleTimeout: 301 } })).toEqual(unchanged);
    await server.setInfoEx({ ikev2: { idleTimeout: 301 } }, { force: true });
    simulated.stopService();
    simulated.startService();
    expect(simulated.setup.tunnels).toEqual(tunnels);
    expect(simulated.setup.parameters).toMatchObject({ ...parameters, ikev2IdleTimeout: 301 });
  });

  it.each<[string, object]>([
    ['isLanOnly', { isLanOnly: true }],
    ['sstp.usesHttps', { sstp: { usesHttps: false } }],
    ['sstp.certificateHash', { sstp: { certificateHash: Uint8Array.of(1) } }],
    ['l2tp.saLifeTime', { l2tp: { saLifeTime: 400 } }],
    ['ikev2.ekus', { ikev2: { ekus: [] } }],
    [
      'ikev2.ekus',
      {
        ikev2: {
          ekus: [
            { isOid: true, eku: '1.2' },
            { isOid: false, eku: '' },
          ],
        },
      },
    ],
    ['ikev2.certificateNames', { ikev2: { certificateNames: [certificates[1], certificates[0]] } }],
  ])('is refused with another %s, which cannot be set', async (name, change) => {
    const { connect, simulator } = setUp();
    const server = await connect();
    const settings = { pptp: { count: 9 }, ...change };
    expect(await rejection(server.setInfoEx(settings))).toMatchObject({
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: expect.stringContaining(`'settings.${name}' cannot be set`),
    });
    expect(simulator.journal.map((entry) => entry.function)).not.toContain(SET);
  });

  it('is refused by a server that is too old for some of it', async () => {
    const { connect } = setUp();
    const info = await (await connect()).getInfoEx();
    const { connect: connectOlder, simulator } = setUp('2012r2');
    const older = await connectOlder();
    expect(await rejection(older.setInfoEx(info))).toMatchObject({
      code: 'ERROR_NOT_SUPPORTED',
      message: expect.stringContaining('mainModeSaLifeTime'),
    });
    expect(simulator.journal.map((entry) => entry.function)).not.toContain(SET);
  });
});

describe.each(['nt4', 'rassapi'] as const)('%s', (dialect) => {
  it('has no such function', async () => {
    const { connect } = lab(dialect);
    const server = await connect();
    for (const call of [server.getInfoEx(), server.setInfoEx({ pptp: { count: 1 } })]) {
      expect(await rejection(call)).toMatchObject({ code: 'ERROR_CALL_NOT_IMPLEMENTED' });
    }
  });
});
