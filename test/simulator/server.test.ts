// A simulated server: its service, its tunnels, its key, its devices, its transports.

import { describe, expect, it } from 'vitest';
import type { Generation } from '../../lib/simulator/index.ts';
import { calls, lab, rejection } from '../fixtures/simulated.ts';

function serve(server: Parameters<typeof lab>[1] = {}) {
  const made = lab('mprapi', server);
  made.simulated.addPorts('pptp', 3);
  made.simulated.addPorts('l2tp', 2);
  made.simulated.addPorts('sstp', 1);
  return made;
}

describe('the service', () => {
  it('runs, initializes or is stopped, and answers only while it runs', async () => {
    const { connect, simulated } = serve();
    const server = await connect();
    const both = async () => [
      await server.isServiceRunning(),
      await server.isServiceInitialized().catch((error: { status: number }) => error.status),
    ];
    expect(await both()).toEqual([true, true]);
    simulated.startService('initializing');
    expect(simulated.service).toBe('initializing');
    expect(await both()).toEqual([true, false]);
    expect(await rejection(server.enumPorts())).toMatchObject({ status: 1717 });
    simulated.startService();
    expect(await both()).toEqual([true, true]);
    simulated.stopService();
    expect(await both()).toEqual([false, 1062]);
    simulated.startService('initializing');
    simulated.stopService();
    expect(simulated.service).toBe('stopped');
  });

  it('is reported as stopped to a caller without access', async () => {
    const { connect, simulated, simulator } = serve();
    const server = await connect();
    simulated.denied = true;
    expect(await server.isServiceRunning()).toBe(false);
    expect(await rejection(server.isServiceInitialized())).toMatchObject({ status: 5 });
    expect(simulator.journal).toContainEqual(
      expect.objectContaining({ function: 'MprAdminIsServiceRunning', status: 5 }),
    );
  });

  it('of a server that cannot be reached answers nothing, and nobody is hung up', async () => {
    const { connect, simulated } = serve({ server: { unreachable: true } });
    simulated.dialIn({ userName: 'alice' });
    expect(await rejection(connect())).toMatchObject({ status: 1722 });
    simulated.unreachable = false;
    const server = await connect();
    simulated.unreachable = true;
    expect(simulated.unreachable).toBe(true);
    expect(await rejection(server.enumPorts())).toMatchObject({ status: 1722 });
    expect(await server.isServiceRunning()).toBe(false);
    simulated.unreachable = false;
    expect(await server.enumSessions()).toMatchObject([{ userName: 'alice' }]);
  });

  it('counts its uptime from its start', async () => {
    const { connect, simulated, simulator } = serve();
    simulator.step(100);
    expect((await (await connect()).getInfo()).upTime).toBe(100);
    simulated.stopService();
    simulated.startService();
    simulator.step(7);
    expect((await (await connect()).getInfo()).upTime).toBe(7);
  });
});

describe('ports by tunnel protocol', () => {
  it.each<[Generation, string[]]>([
    ['2000', []],
    ['2003', ['pptp', 'l2tp']],
    ['2008', ['pptp', 'l2tp', 'sstp']],
    ['2016', ['pptp', 'l2tp', 'sstp']],
  ])('are reported as a server of %s can', async (generation, protocols) => {
    const { connect, simulated } = serve({ server: { generation } });
    expect(simulated.generation).toBe(generation);
    simulated.dialIn({ userName: 'alice' });
    const info = await (await connect()).getInfo();
    expect(info).toMatchObject({ isLanOnly: false, totalPorts: 6, portsInUse: 1 });
    const tunnels = Object.keys(info).filter((name) => /tp$/.test(name));
    expect(tunnels).toEqual(protocols);
  });

  it('have the flags and numbers of the scene', async () => {
    const { connect, simulated } = serve();
    simulated.setup.setTunnel('l2tp', { ports: 5, isRoutingEnabled: false });
    simulated.setup.setTunnel('sstp', { ports: 0, isRasEnabled: false });
    expect(simulated.setup.tunnels.l2tp).toEqual({
      ports: 5,
      isRasEnabled: true,
      isRoutingEnabled: false,
      mostPorts: 1000,
    });
    expect(await (await connect()).getInfo()).toMatchObject({
      pptp: { count: 3, isRasEnabled: true, isRoutingEnabled: true },
      l2tp: { count: 5, isRasEnabled: true, isRoutingEnabled: false },
      sstp: { count: 0, isRasEnabled: false, isRoutingEnabled: true },
    });
  });

  it('are added and removed by setInfo, which keeps ports in use', async () => {
    const { connect, simulated } = serve();
    simulated.dialIn({ userName: 'alice', port: 'VPN0-2' });
    const server = await connect();
    const result = await server.setInfo({ pptp: { count: 1 }, l2tp: { count: 4 } });
    expect(result).toMatchObject({ isRebootRequired: false, isRestartRequired: false });
    expect(simulated.ports.map((port) => port.name)).toEqual([
      'VPN0-2',
      'VPN1-0',
      'VPN1-1',
      'VPN2-0',
      'VPN1-2',
      'VPN1-3',
    ]);
    expect(simulated.connections).toHaveLength(1);
  });

  it('can change after a delay', async () => {
    const { connect, simulated, simulator } = serve({
      server: { quirks: { reconfigurationDelay: 30 } },
    });
    const server = await connect();
    await server.setInfo({ pptp: { count: 9 } });
    simulator.step(29);
    expect(simulated.setup.tunnels.pptp.ports).toBe(3);
    simulator.step(1);
    expect(simulated.setup.tunnels.pptp.ports).toBe(9);
  });

  it('beyond the limit of the machine need a restart', async () => {
    const { connect, simulated } = serve();
    simulated.setup.setTunnel('sstp', { mostPorts: 10 });
    const server = await connect();
    expect(await server.setInfo({ sstp: { count: 11 } })).toMatchObject({ isRebootRequired: true });
    expect(simulated.setup.tunnels.sstp.ports).toBe(1);
    simulated.stopService();
    simulated.startService();
    expect(simulated.setup.tunnels.sstp).toMatchObject({ ports: 11, mostPorts: 11 });
  });

  it.each([
    { edition: 'web', protocol: 'l2tp', most: 1 },
    { edition: 'standard', protocol: 'sstp', most: 1000 },
    { edition: 'datacenter', protocol: 'pptp', most: 16_384 },
    { edition: 'datacenter', protocol: 'l2tp', most: 30_000 },
  ] as const)('are at most $most of $protocol in $edition', async ({ edition, protocol, most }) => {
    const { connect, simulated } = lab('mprapi', { server: { edition } });
    expect(simulated.edition).toBe(edition);
    simulated.addPorts('pptp', 1);
    const server = await connect();
    const ask = (count: number) => server.setInfo({ [protocol]: { count } });
    expect(await rejection(ask(most + 1))).toMatchObject({ status: 87 });
    expect(await ask(most)).toMatchObject({ isRebootRequired: most > 1000 });
  });

  it('of PPTP cannot be zero', async () => {
    const { connect } = serve();
    const server = await connect();
    expect(await rejection(server.setInfo({ pptp: { count: 0 } }))).toMatchObject({ status: 87 });
  });

  it('of SSTP can be limited to RAS', async () => {
    const { connect, simulated } = serve();
    const server = await connect();
    simulated.setup.setTunnel('sstp', { isRoutingEnabled: false });
    await server.setInfo({ sstp: { isRoutingEnabled: true } });
    expect(simulated.setup.tunnels.sstp).toMatchObject({
      ports: 1,
      isRasEnabled: true,
      isRoutingEnabled: true,
    });
    simulated.setup.setTunnel('sstp', { isRoutingEnabled: false });
    simulated.quirks.sstpRouting = false;
    const refused = rejection(server.setInfo({ sstp: { isRoutingEnabled: true } }));
    expect(await refused).toMatchObject({ status: 87 });
    expect(simulated.setup.tunnels.sstp).toMatchObject({
      isRasEnabled: true,
      isRoutingEnabled: false,
    });
  });

  it('cannot be set on a LAN-only router', async () => {
    const { connect, simulated } = serve({ server: { lanOnly: true } });
    const server = await connect();
    expect(await server.getInfo()).toMatchObject({ isLanOnly: true });
    const refused = await rejection(server.setInfo({ pptp: { count: 5 } }));
    expect(refused).toMatchObject({ status: 903, syscall: 'MprAdminServerSetInfo' });
    expect(simulated.setup.tunnels.pptp.ports).toBe(3);
    expect(await rejection(server.getInfoEx())).toMatchObject({ status: 903 });
    simulated.quirks.lanOnlyRefusesSetup = false;
    await server.setInfo({ pptp: { count: 5 } });
    expect(simulated.setup.tunnels.pptp.ports).toBe(5);
    expect(await server.getInfoEx()).toMatchObject({ isLanOnly: true });
  });
});

describe('the server with all its tunnels', () => {
  it.each<[Generation, number]>([
    ['2008r2', 1],
    ['2012r2', 4],
    ['2016', 5],
  ])('has in %s the revisions up to %i', async (generation, newest) => {
    const { connect } = serve({ server: { generation } });
    const server = await connect();
    expect(await server.getInfoEx()).toMatchObject({ revision: newest });
    for (let revision = 1; revision <= 5; ++revision) {
      const asked = server.getInfoEx({ revision });
      if (revision <= newest) expect(await asked).toMatchObject({ revision, totalPorts: 6 });
      else expect(await rejection(asked)).toMatchObject({ status: 87 });
    }
  });

  it('does not exist before 2008 R2', async () => {
    const { connect } = serve({ server: { generation: '2008' } });
    expect(await rejection((await connect()).getInfoEx())).toMatchObject({ status: 127 });
  });

  it('returns its parameters, with certificates, and accepts others', async () => {
    const { connect, simulated } = serve();
    simulated.setup.setTunnel('gre', { ports: 12 });
    simulated.setup.setParameters({
      ikev2IdleTimeout: 600,
      ikev2Certificates: [Uint8Array.of(1, 2, 3), Uint8Array.of(4)],
      ikev2Ekus: [{ isOid: true, text: '1.3.6.1.5.5.7.3.1' }],
      sstpCertificateHash: Uint8Array.of(9, 8, 7),
      sstpDefaultCertificate: false,
    });
    const server = await connect();
    expect(await server.getInfoEx()).toMatchObject({
      pptp: { count: 3 },
      gre: { count: 12 },
      ikev2: {
        count: 0,
        idleTimeout: 600,
        certificateNames: [Uint8Array.of(1, 2, 3), Uint8Array.of(4)],
        ekus: [{ isOid: true, eku: '1.3.6.1.5.5.7.3.1' }],
      },
      sstp: { certificateHash: Uint8Array.of(9, 8, 7), hasDefaultCertificate: false },
    });
    expect(await server.setInfoEx({ ikev2: { idleTimeout: 900 } })).toEqual({
      changed: ['ikev2.idleTimeout'],
      isRebootRequired: false,
      isRestartRequired: true,
    });
    expect(simulated.setup.parameters.ikev2IdleTimeout).toBe(600);
    simulated.stopService();
    simulated.startService();
    expect(simulated.setup.parameters).toMatchObject({
      ikev2IdleTimeout: 900,
      ikev2Certificates: [Uint8Array.of(1, 2, 3), Uint8Array.of(4)],
    });
  });

  it('refuses settings of IKEv2 that the documentation forbids', async () => {
    const { connect } = serve();
    const server = await connect();
    for (const ikev2 of [{ idleTimeout: 299 }, { networkBlackoutTime: 119 }, { saDataSize: 1023 }])
      expect(await rejection(server.setInfoEx({ ikev2 }))).toMatchObject({ status: 87 });
  });

  it('can pair revisions and shapes in another way', async () => {
    const { connect, simulated } = serve();
    const server = await connect();
    simulated.quirks.serverRevisions = 'always-1';
    expect(await rejection(server.getInfoEx())).toMatchObject({ status: 87 });
    simulated.quirks.serverRevisions = 'any';
    expect(await server.getInfoEx()).toMatchObject({ revision: 5 });
  });

  it.each([{ answeredRevision: 2 }, { serverOverrun: 8 }])(
    'can answer in another shape than requested: %o',
    async (quirks) => {
      const { connect } = serve({ server: { quirks } });
      const failed = await rejection((await connect()).getInfoEx());
      expect(failed).toMatchObject({ code: 'ERR_RRAS_UNREADABLE' });
    },
  );
});

describe('the pre-shared key', () => {
  it('is read, set and deleted', async () => {
    const { connect, simulated, simulator } = serve();
    const server = await connect();
    expect(await server.getCredentials()).toBeUndefined();
    const key = Uint8Array.from('a secret', (letter) => letter.charCodeAt(0));
    await server.setCredentials(key);
    expect(simulated.setup.presharedKey).toEqual(key);
    expect(await server.getCredentials()).toEqual(key);
    expect(JSON.stringify(simulator.journal)).not.toContain('secret');
    await server.setCredentials(null);
    expect(simulated.setup.presharedKey).toBeUndefined();
    simulated.setup.presharedKey = Uint8Array.of(1);
    simulated.setup.presharedKey = undefined;
    expect(await server.getCredentials()).toBeUndefined();
  });

  it('does not exist before 2003', async () => {
    const { connect } = serve({ server: { generation: '2000' } });
    expect(await rejection((await connect()).getCredentials())).toMatchObject({ status: 1745 });
  });
});

describe('devices and transports', () => {
  it('lists the device of each port once', async () => {
    const { connect, simulated } = serve();
    simulated.addPorts('modem', 2);
    expect(await (await connect()).enumDevices()).toEqual([
      { type: 'vpn', name: 'WAN Miniport (PPTP)' },
      { type: 'vpn', name: 'WAN Miniport (L2TP)' },
      { type: 'vpn', name: 'WAN Miniport (SSTP)' },
      { type: 'modem', name: 'Standard 33600 bps Modem' },
    ]);
  });

  it.each([false, true])(
    'is empty without ports, with a buffer or not (%s)',
    async (emptyBuffer) => {
      const { connect } = lab('mprapi', { server: { quirks: { emptyBuffer } } });
      expect(await (await connect()).enumDevices()).toEqual([]);
    },
  );

  it('has the stored settings of a transport', async () => {
    const { connect, simulated } = serve();
    const blocks = { globalInfo: Uint8Array.of(1, 2), clientInterfaceInfo: Uint8Array.of(3) };
    simulated.setup.setTransport(0x21, blocks);
    simulated.setup.setTransport(0x57, { globalInfo: Uint8Array.of(4) });
    expect(simulated.setup.transports).toHaveLength(2);
    const server = await connect();
    expect(await server.getTransport('ip')).toEqual(blocks);
    expect(await server.getTransport('ipv6')).toEqual({
      globalInfo: Uint8Array.of(4),
      clientInterfaceInfo: new Uint8Array(),
    });
    simulated.setup.removeTransport(0x21);
    expect(await rejection(server.getTransport('ip'))).toMatchObject({ status: 902 });
    expect(() => simulated.setup.removeTransport(0x21)).toThrow('There is no transport 33');
  });
});

describe('texts of errors', () => {
  it('exist for the codes of the router, and by a quirk for others', async () => {
    const { connect, simulated } = serve();
    const server = await connect();
    expect(await server.getErrorString(905)).toContain('905');
    expect(await server.getErrorString(947)).toBeUndefined();
    expect(await server.getErrorString(601)).toBeUndefined();
    simulated.quirks.textsOfRasErrors = true;
    expect(await server.getErrorString(601)).toContain('601');
  });

  it('need no server: every simulator has the call in its journal, and any fault applies', async () => {
    const { connect, simulator } = serve();
    const other = lab('mprapi', { name: 'RAS02' });
    const server = await connect();
    await server.getErrorString(905);
    const call = { function: 'MprAdminGetErrorString', server: '', status: 0 };
    expect(simulator.journal).toContainEqual(expect.objectContaining(call));
    expect(other.simulator.journal).toContainEqual(expect.objectContaining(call));
    other.simulated.fail('MprAdminGetErrorString', 8);
    expect(await rejection(server.getErrorString(905))).toMatchObject({ status: 8 });
  });
});

describe('the redistributable for NT 4', () => {
  it('has three functions that are never called, because their arguments are unknown', async () => {
    const { connect, simulator, simulated } = lab('nt4');
    simulated.addUser('alice');
    const server = await connect();
    const lacking = { code: 'ERROR_CALL_NOT_IMPLEMENTED' };
    expect(await rejection(server.getUser('alice'))).toMatchObject(lacking);
    expect(await rejection(server.setUser('alice', { mayDialIn: true }))).toMatchObject(lacking);
    expect(await rejection(server.getErrorString(601))).toMatchObject(lacking);
    expect(simulated.user('alice').mayDialIn).toBe(false);
    const untouchable = /^RasAdmin(GetErrorString|UserGetInfo|UserSetInfo)$/;
    expect(simulator.functions.filter((name) => untouchable.test(name))).toHaveLength(3);
    expect(calls(simulator).filter((name) => untouchable.test(name))).toEqual([]);
  });
});

describe('Rassapi.dll of Windows Server 2003', () => {
  it('answers 120 to calls that need no connection', async () => {
    const { connect, simulator, simulated } = lab('rassapi');
    simulated.addUser('alice');
    const server = await connect();
    expect(await server.getUser('alice')).toMatchObject({ mayDialIn: false });
    simulator.addServer('NEW', { notImplemented: true }).addUser('alice');
    const elsewhere = { server: 'NEW' };
    const asked = [
      server.getUser('alice', elsewhere),
      server.setUser('alice', { mayDialIn: true }, elsewhere),
      server.getPdcServer(elsewhere),
      // This call names no server, so any server that lacks the function answers.
      server.getErrorString(601),
    ];
    const answers = await Promise.all(asked.map(rejection));
    expect(answers).toMatchObject(asked.map(() => ({ status: 120 })));
    expect(simulator.server('NEW').user('alice').mayDialIn).toBe(false);
  });

  it('does so for the first call, too', async () => {
    const { connect } = lab('rassapi', { server: { notImplemented: true } });
    expect(await rejection(connect())).toMatchObject({ status: 120 });
  });
});
