// The interfaces of the stored configuration, and what becomes of them at the next start of the router.

import { describe, expect, it } from 'vitest';
import { buildIpInfo, changeIpInfo } from '../../lib/index.ts';
import { lab, rejection } from '../fixtures/simulated.ts';

const hours = { monday: [{ from: '09:00', to: '17:30' }] };

async function both() {
  const world = lab('mprapi');
  world.simulated.addPorts('ikev2', 1);
  return { ...world, server: await world.connect(), config: await world.connectConfig() };
}

type Both = Awaited<ReturnType<typeof both>>;

function restart({ simulated }: Pick<Both, 'simulated'>): void {
  simulated.stopService();
  simulated.startService();
}

describe('an interface', () => {
  it('can be stored, listed, changed and deleted while the service is stopped', async () => {
    const { simulated, config } = await both();
    simulated.stopService();
    await config.createInterface({ name: 'Paris', dialOutHours: hours });
    await config.createInterface({ name: 'Lyon', type: 'home-router', isEnabled: false });
    const paris = { server: 'RAS01', name: 'Paris', type: 'full-router', isEnabled: true };
    expect(await config.enumInterfaces()).toEqual([
      paris,
      { server: 'RAS01', name: 'Lyon', type: 'home-router', isEnabled: false },
    ]);
    expect(await config.getInterface('paris')).toEqual({ ...paris, dialOutHours: hours });
    await config.setInterface('Paris', { isEnabled: false });
    expect(await config.getInterface('Paris')).toMatchObject({
      isEnabled: false,
      dialOutHours: hours,
    });
    await config.setInterface('Paris', { dialOutHours: null });
    expect(await config.getInterface('Paris')).toMatchObject({
      isEnabled: false,
      dialOutHours: undefined,
    });
    await config.deleteInterface('Paris');
    expect((await config.enumInterfaces()).map(({ name }) => name)).toEqual(['Lyon']);
    expect(await rejection(config.getInterface('Paris'))).toMatchObject({
      code: 'ERROR_NO_SUCH_INTERFACE',
      syscall: 'MprConfigInterfaceGetHandle',
      interface: 'Paris',
    });
  });

  it('that is stored already is not stored again, whatever the API would do', async () => {
    for (const storeInterfaceAgain of [0, 183]) {
      const { simulated, config } = await both();
      simulated.setQuirks({ storeInterfaceAgain });
      await config.createInterface({ name: 'Paris', dialOutHours: hours });
      expect(await rejection(config.createInterface({ name: 'Paris' }))).toMatchObject({
        code: 'ERROR_INTERFACE_ALREADY_EXISTS',
        interface: 'Paris',
        outcome: 'not-done',
      });
      expect(await config.getInterface('Paris')).toMatchObject({ dialOutHours: hours });
    }
  });

  it('that the router is given is forgotten at its next start, unless it is stored too', async () => {
    const world = await both();
    const { server, config } = world;
    const demandDial = { phoneNumber: 'vpn.paris.example' };
    await server.createInterface({ name: 'Paris', demandDial });
    await server.createInterface({ name: 'Lyon', demandDial });
    await config.createInterface({ name: 'Lyon' });
    restart(world);
    expect((await server.enumInterfaces()).map(({ name }) => name)).toEqual(['Lyon']);
    expect((await server.getInterface('Lyon')).demandDial).toMatchObject(demandDial);
  });

  it('that the router has forgotten keeps its entry in the phone book', async () => {
    const world = await both();
    const { server, config } = world;
    const demandDial = { phoneNumber: 'vpn.paris.example' };
    await server.createInterface({ name: 'Paris', demandDial });
    restart(world);
    expect(await server.enumInterfaces()).toEqual([]);
    await config.createInterface({ name: 'Paris' });
    restart(world);
    expect((await server.getInterface('Paris')).demandDial).toMatchObject(demandDial);
  });

  it('that is stored without an entry in the phone book has nothing to dial', async () => {
    const world = await both();
    const { server, config } = world;
    await config.createInterface({ name: 'Paris' });
    expect(await server.enumInterfaces()).toEqual([]);
    restart(world);
    expect((await server.getInterface('Paris')).demandDial?.phoneNumber).toBe('');
    expect(await rejection(server.connectInterface('Paris'))).toMatchObject({
      code: 'ERROR_INTERFACE_HAS_NO_DEVICES',
    });
  });

  it('that the router is told to delete comes back as it is stored, without its entry', async () => {
    const world = await both();
    const { simulated, server } = world;
    simulated.addInterface({
      name: 'Paris',
      demandDial: { phoneNumber: '5' },
      dialOutHours: hours,
    });
    await server.deleteInterface('Paris');
    restart(world);
    const paris = await server.getInterface('Paris');
    expect([paris.dialOutHours, paris.demandDial?.phoneNumber]).toEqual([hours, '']);
  });

  it('that is changed on one side is the same on the other only after the next start', async () => {
    const world = await both();
    const { simulated, server, config } = world;
    simulated.addInterface({ name: 'Paris' });
    await server.setInterface('Paris', { dialOutHours: hours });
    expect((await config.getInterface('Paris')).dialOutHours).toBeUndefined();
    await config.setInterface('Paris', { isEnabled: false });
    expect((await server.getInterface('Paris')).isEnabled).toBe(true);
    restart(world);
    expect(await server.getInterface('Paris')).toMatchObject({
      isEnabled: false,
      dialOutHours: undefined,
    });
  });

  it('of the running router finds the stored one of its name and type', async () => {
    const { simulated, server, config } = await both();
    simulated.addInterface({ name: 'Paris' });
    const running = await server.getInterface('Paris');
    await config.setInterface(running, { isEnabled: false });
    expect(await config.getInterface(running)).toMatchObject({ isEnabled: false });
    await config.deleteInterface(running);
    expect(await config.enumInterfaces()).toEqual([]);
  });
});

describe('an interface that somebody has changed since it was read', () => {
  const changes = [
    ['enabled', (config: Both['config']) => config.setInterface('Paris', { isEnabled: false })],
    ['hours', (config: Both['config']) => config.setInterface('Paris', { dialOutHours: null })],
    [
      'type',
      async (config: Both['config']) => {
        await config.deleteInterface('Paris');
        await config.createInterface({ name: 'Paris', type: 'home-router', dialOutHours: hours });
      },
    ],
  ] as const;

  it.each(changes)('is not deleted (%s)', async (_, change) => {
    const { config } = await both();
    await config.createInterface({ name: 'Paris', dialOutHours: hours });
    const seen = await config.getInterface('Paris');
    await change(config);
    expect(await rejection(config.deleteInterface(seen))).toMatchObject({
      code: 'ERR_RRAS_INTERFACE_CHANGED',
      interface: 'Paris',
      outcome: 'not-done',
    });
    await config.deleteInterface(await config.getInterface('Paris'));
    expect(await config.enumInterfaces()).toEqual([]);
  });

  it('is compared with what was read, even if its caller changes that meanwhile', async () => {
    const { config } = await both();
    await config.createInterface({ name: 'Paris', dialOutHours: hours });
    const seen = structuredClone(await config.getInterface('Paris'));
    const done = config.deleteInterface(seen);
    Object.assign(seen, { name: 'Lyon', type: 'home-router', isEnabled: false });
    Object.assign(seen.dialOutHours ?? {}, { monday: [] });
    await expect(done).resolves.toBeUndefined();
  });

  it('is not changed if it is of another type, and is changed otherwise', async () => {
    const { config } = await both();
    await config.createInterface({ name: 'Paris' });
    const [seen] = await config.enumInterfaces();
    if (seen === undefined) throw new Error('Paris should be listed');
    await config.setInterface('Paris', { isEnabled: false });
    await config.setInterface(seen, { dialOutHours: hours });
    expect(await config.getInterface(seen)).toMatchObject({ isEnabled: false });
    await changes[2][1](config);
    const failed = await rejection(config.setInterface(seen, { isEnabled: true }));
    expect(failed).toMatchObject({ code: 'ERR_RRAS_INTERFACE_CHANGED', outcome: 'not-done' });
    expect(failed).toHaveProperty(
      'message',
      expect.stringContaining('now of the type home-router'),
    );
  });
});

describe('a network card', () => {
  it('cannot be disabled in the stored configuration, unless a server allows it', async () => {
    const { simulated, config } = await both();
    simulated.addInterface({ name: 'card', type: 'dedicated' });
    const disable = () => config.setInterface('card', { isEnabled: false });
    expect(await rejection(disable())).toMatchObject({ code: 'ERROR_INVALID_PARAMETER' });
    simulated.setQuirks({ disableStoredLanInterface: 0 });
    await disable();
    expect(await config.getInterface('card')).toMatchObject({ isEnabled: false });
  });
});

describe('a scene', () => {
  it('may run an interface that is not stored, and store one that does not run', async () => {
    const world = await both();
    const { simulated, server } = world;
    simulated.addInterface({ name: 'Paris', stored: false });
    simulated.stored.addInterface({ name: 'Lyon', demandDial: { phoneNumber: '5' } });
    expect(simulated.interfaces.map(({ name }) => name)).toEqual(['Paris']);
    expect(simulated.stored.interfaces.map(({ name }) => name)).toEqual(['Lyon']);
    restart(world);
    expect(simulated.interfaces.map(({ name }) => name)).toEqual(['Lyon']);
    expect((await server.connectInterface('Lyon')).state).toBe('connected');
    simulated.stored.removeInterface('lyon');
    expect(() => simulated.stored.removeInterface('Lyon')).toThrow("'Lyon' is stored");
    expect(() => simulated.stored.addInterface({ name: 'LYON' })).toThrow('already exists');
  });

  it('sets both sides', async () => {
    const { simulated, config } = await both();
    simulated.addInterface({ name: 'Paris' });
    simulated.setInterface('Paris', { isEnabled: false, dialOutHours: hours });
    expect(await config.getInterface('Paris')).toMatchObject({
      isEnabled: false,
      dialOutHours: hours,
    });
    simulated.removeInterface('Paris');
    expect(simulated.stored.interfaces).toEqual([]);
  });
});

describe('a transport of an interface', () => {
  const up = buildIpInfo({ status: 'up' });
  const routed = changeIpInfo(up, {
    routes: [{ destination: '10.1.0.0', mask: '255.255.0.0', metric1: 5 }],
  });

  it('is stored, listed, changed and removed, and the router follows at its next start', async () => {
    const world = await both();
    const { simulated, server, config } = world;
    simulated.setup.setTransport(0x21, {});
    simulated.addInterface({ name: 'Paris' });
    await config.addInterfaceTransport('Paris', 'ip', { info: up });
    await config.addInterfaceTransport('Paris', 'ipv6', { info: up, name: 'six' });
    await config.addInterfaceTransport('Paris', 0x99, { info: Uint8Array.of(1) });
    expect(await config.enumInterfaceTransports('Paris')).toEqual([
      { id: 0x21, name: 'IP' },
      { id: 0x57, name: 'six' },
      { id: 0x99, name: '153' },
    ]);
    expect(await config.getInterfaceTransport('Paris', 0x99)).toEqual({ info: Uint8Array.of(1) });
    await config.changeInterfaceTransport('Paris', 'ip', ({ info, ip }) => {
      expect(ip?.status).toBe('up');
      return { info: changeIpInfo(info, { status: 'down' }) };
    });
    expect((await config.getInterfaceTransport('Paris', 'ip')).ip?.status).toBe('down');
    await config.setInterfaceTransport('Paris', 'ip', { info: routed });
    await config.removeInterfaceTransport('Paris', 0x99);
    expect(await rejection(server.getInterfaceTransport('Paris', 'ip'))).toMatchObject({
      code: 'ERROR_NO_SUCH_INTERFACE',
    });
    restart(world);
    const { info, ip } = await server.getInterfaceTransport('Paris', 'ip');
    expect(info).toEqual(routed);
    expect(ip?.routes).toHaveLength(1);
    expect(Object.keys(simulated.interface('Paris').transports)).toEqual(['33', '87']);
  });

  it('that is added twice is changed where it is stored, and refused by the router', async () => {
    const { simulated, server, config } = await both();
    simulated.setup.setTransport(0x21, {});
    simulated.addInterface({ name: 'Paris' });
    for (const info of [up, routed]) await config.addInterfaceTransport('Paris', 'ip', { info });
    expect((await config.getInterfaceTransport('Paris', 'ip')).info).toEqual(routed);
    await server.addInterfaceTransport('Paris', 'ip', { info: up });
    expect(
      await rejection(server.addInterfaceTransport('Paris', 'ip', { info: routed })),
    ).toMatchObject({ code: 'ERROR_PROTOCOL_ALREADY_INSTALLED', outcome: 'not-done' });
    await server.changeInterfaceTransport('Paris', 'ip', () => ({ info: routed }));
    expect((await server.getInterfaceTransport('Paris', 'ip')).info).toEqual(routed);
    await server.removeInterfaceTransport('Paris', 'ip');
    expect(simulated.interface('Paris').transports).toEqual({});
    expect(Object.keys(simulated.stored.interfaces[0]?.transports ?? {})).toEqual(['33']);
  });

  it('is left alone if there is nothing to change', async () => {
    const { simulated, simulator, server, config } = await both();
    simulated.addInterface({ name: 'Paris', transports: { 33: up } });
    await server.changeInterfaceTransport('Paris', 'ip', () => ({}));
    await config.changeInterfaceTransport('Paris', 'ip', () => ({}));
    const called = simulator.journal.map((call) => call.function);
    expect(called.filter((name) => name.endsWith('TransportSetInfo'))).toEqual([]);
  });

  it('is not touched if the interface is another one by now', async () => {
    const { simulated, server, config } = await both();
    simulated.addInterface({ name: 'Paris', transports: { 33: up } });
    const seen = { ...(await server.getInterface('Paris')), type: 'home-router' } as const;
    for (const side of [server, config]) {
      for (const done of [
        side.getInterfaceTransport(seen, 'ip'),
        side.addInterfaceTransport(seen, 'ip', { info: up }),
        side.setInterfaceTransport(seen, 'ip', { info: up }),
        side.changeInterfaceTransport(seen, 'ip', () => ({ info: up })),
        side.removeInterfaceTransport(seen, 'ip'),
      ]) {
        expect(await rejection(done)).toMatchObject({ code: 'ERR_RRAS_INTERFACE_CHANGED' });
      }
    }
  });
});

describe('the settings for IKEv2 of an interface', () => {
  const policy = {
    integrityMethod: 2,
    encryptionMethod: 4,
    cipherTransform: 3,
    authenticationTransform: 2,
    pfsGroup: 1,
    dhGroup: 2,
  };
  const ikev2 = {
    saLifeTime: 3600,
    saDataSize: 2048,
    mainModeSaLifeTime: 7200,
    certificateName: Uint8Array.of(1, 2, 3),
    certificateHash: Uint8Array.of(4, 5),
    policy,
  };
  const read = { ...ikev2, trafficSelectors: { initiator: 0, responder: 0 } };

  it('are set, changed and removed on each side', async () => {
    const { simulated, server, config } = await both();
    simulated.addInterface({ name: 'Paris' });
    for (const side of [server, config]) {
      const none = { flags: 0, ikev2: undefined };
      expect(await side.getInterfaceCustomInfoEx('Paris')).toEqual(none);
      await side.setInterfaceCustomInfoEx('Paris', { ikev2 });
      expect(await side.getInterfaceCustomInfoEx('Paris')).toEqual({ flags: 1, ikev2: read });
      await side.setInterfaceCustomInfoEx('Paris', { ikev2: { saLifeTime: 300 } });
      const shorter = { flags: 1, ikev2: { ...read, saLifeTime: 300 } };
      expect(await side.getInterfaceCustomInfoEx('Paris')).toEqual(shorter);
      await side.setInterfaceCustomInfoEx('Paris', {
        ikev2: { policy: null, certificateName: null, certificateHash: null },
      });
      expect((await side.getInterfaceCustomInfoEx('Paris')).ikev2).toMatchObject({
        policy: undefined,
        certificateName: new Uint8Array(),
        certificateHash: new Uint8Array(),
      });
      await side.setInterfaceCustomInfoEx('Paris', { ikev2: null });
      expect(await side.getInterfaceCustomInfoEx('Paris')).toEqual(none);
    }
  });

  it('that are stored are those of the router after its next start', async () => {
    const world = await both();
    const { simulated, server, config } = world;
    simulated.addInterface({ name: 'Paris' });
    await config.setInterfaceCustomInfoEx('Paris', { ikev2 });
    expect((await server.getInterfaceCustomInfoEx('Paris')).flags).toBe(0);
    restart(world);
    expect((await server.getInterfaceCustomInfoEx('Paris')).ikev2).toEqual(read);
  });

  it('lack what an older server does not have, and are refused there with it', async () => {
    const world = lab('mprapi', { server: { generation: '2012r2' } });
    world.simulated.addInterface({ name: 'Paris' });
    const { mainModeSaLifeTime, ...known } = ikev2;
    for (const side of [await world.connect(), await world.connectConfig()]) {
      await side.setInterfaceCustomInfoEx('Paris', { ikev2: known });
      expect((await side.getInterfaceCustomInfoEx('Paris')).ikev2).toEqual({
        ...known,
        mainModeSaLifeTime: undefined,
        trafficSelectors: undefined,
      });
      const newer = side.setInterfaceCustomInfoEx('Paris', { ikev2: { mainModeSaLifeTime } });
      expect(await rejection(newer)).toMatchObject({
        code: 'ERROR_NOT_SUPPORTED',
        outcome: 'not-done',
      });
    }
  });

  it('are not there before Windows Server 2012', async () => {
    const world = lab('mprapi', { server: { generation: '2008r2' } });
    world.simulated.addInterface({ name: 'Paris' });
    for (const side of [await world.connect(), await world.connectConfig()]) {
      expect(await rejection(side.getInterfaceCustomInfoEx('Paris'))).toMatchObject({
        code: 'ERROR_PROC_NOT_FOUND',
      });
    }
  });

  it('are of demand-dial interfaces only, and have the limits of the documentation', async () => {
    const { simulated, server, config } = await both();
    simulated.addInterface({ name: 'card', type: 'dedicated' });
    simulated.addInterface({ name: 'Paris' });
    for (const side of [server, config]) {
      for (const [name, saLifeTime] of [
        ['card', 3600],
        ['Paris', 299],
      ] as const) {
        const set = side.setInterfaceCustomInfoEx(name, { ikev2: { ...ikev2, saLifeTime } });
        expect(await rejection(set)).toMatchObject({
          code: 'ERROR_INVALID_PARAMETER',
          outcome: 'not-done',
        });
      }
    }
  });

  it('are not touched if the interface is another one by now', async () => {
    const { simulated, server, config } = await both();
    simulated.addInterface({ name: 'Paris' });
    const seen = { ...(await server.getInterface('Paris')), type: 'home-router' } as const;
    for (const side of [server, config]) {
      const set = side.setInterfaceCustomInfoEx(seen, { ikev2 });
      expect(await rejection(set)).toMatchObject({ code: 'ERR_RRAS_INTERFACE_CHANGED' });
      const get = side.getInterfaceCustomInfoEx(seen);
      expect(await rejection(get)).toMatchObject({ code: 'ERR_RRAS_INTERFACE_CHANGED' });
    }
  });
});

it('a network card has a name that people see, and a GUID', async () => {
  const { simulated, config } = await both();
  const name = '{5E7A3C10-0000-4000-8000-000000000001}';
  simulated.addInterface({ name, type: 'dedicated', friendlyName: 'Ethernet 2' });
  expect(await config.getFriendlyName(name)).toBe('Ethernet 2');
  expect(await config.getGuidName('ethernet 2')).toBe(name);
  simulated.addInterface({ name: 'Paris' });
  simulated.setQuirks({ guidNameOfDemandDial: 50 });
  expect(await rejection(config.getGuidName('Paris'))).toMatchObject({ status: 50 });
  expect(await rejection(config.getFriendlyName('Paris'))).toMatchObject({
    code: 'ERROR_NOT_FOUND',
    interface: 'Paris',
  });
});

it('backups have the interfaces, and an installation wipes them with the phone book', async () => {
  const { simulated, connectConfig } = lab('mprapi', { name: '' });
  const config = await connectConfig();
  simulated.addInterface({ name: 'Paris', demandDial: { phoneNumber: '5' } });
  await config.backUp('C:\\saved');
  await config.install({ confirm: 'wipe the configuration of this computer' });
  expect(await config.enumInterfaces()).toEqual([]);
  await config.createInterface({ name: 'Paris' });
  restart({ simulated });
  expect(simulated.interface('Paris').demandDial.phoneNumber).toBe('');
  await config.deleteInterface('Paris');
  await config.restore('C:\\saved');
  expect((await config.enumInterfaces()).map(({ name }) => name)).toEqual(['Paris']);
});

it('lists that come one entry at a time are whole', async () => {
  const { simulated, config } = await both();
  const names = ['Paris', 'Lyon', 'Nice'];
  for (const name of names) simulated.stored.addInterface({ name });
  simulated.quirks.storedPageOfOne = true;
  expect((await config.enumInterfaces()).map(({ name }) => name)).toEqual(names);
});

it.each([
  ['createInterface', [{ name: '' }], /'settings\.name' must not be empty/],
  ['createInterface', [{ name: 'x', demandDial: {} }], /'settings\.demandDial' is not known/],
  ['setInterface', ['x', { demandDial: {} }], /'settings\.demandDial' is not known/],
  ['setInterface', ['x', { isEnabled: 1 }], /"settings\.isEnabled" property must be of type/],
  ['addInterfaceTransport', ['x', 'ip', {}], /"settings\.info" property must be/],
  [
    'addInterfaceTransport',
    ['x', 'ip', { info: new Uint8Array() }],
    /must not be empty; buildInfo/,
  ],
  ['setInterfaceTransport', ['x', 'ipv4', { info: new Uint8Array(1) }], /must be one of ip/],
  ['changeInterfaceTransport', ['x', 'ip', {}], /"change" argument must be of type function/],
  ['getInterfaceTransport', [7, 'ip'], /"interface" argument must be of type string/],
  ['setInterfaceCustomInfoEx', ['x', { ikev2: {} }], /must have one of saLifeTime/],
  [
    'setInterfaceCustomInfoEx',
    ['x', { ikev2: { policy: { dhGroup: 1 } } }],
    /"settings\.ikev2\.policy\.integrityMethod" property must be/,
  ],
  ['setInterfaceCustomInfoEx', ['x', { ikev2: { certificateName: 'x' } }], /certificateName/],
  ['getFriendlyName', [''], /'guidName' must not be empty/],
  ['getInterface', [7], /"interface" argument must be of type string or a StoredInterface/],
  [
    'deleteInterface',
    [{ server: 'RAS02', name: 'x', type: 'full-router' }],
    /must be an interface of this server; it is one of RAS02/,
  ],
] as const)('%s refuses %j', async (method, args, message) => {
  const { config } = await both();
  await expect(Reflect.apply(config[method], config, args)).rejects.toThrow(message);
});
