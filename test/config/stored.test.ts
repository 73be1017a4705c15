// The stored configuration beside the running router: what counts when.

import { describe, expect, it } from 'vitest';
import { buildIpInfo, changeIpInfo, type InfoBlock, readIpInfo } from '../../lib/index.ts';
import { lab, rejection } from '../fixtures/simulated.ts';

const rip: InfoBlock = { type: 8, itemSize: 2, itemCount: 1, data: Uint8Array.of(7, 7) };
const up = buildIpInfo({ status: 'up', others: [rip] });

async function both() {
  const world = lab('mprapi');
  return { ...world, server: await world.connect(), config: await world.connectConfig() };
}

function restart(simulated: Awaited<ReturnType<typeof both>>['simulated']): void {
  simulated.stopService();
  simulated.startService();
}

describe('a transport', () => {
  it('is on both sides if a scene has set it up', async () => {
    const { simulated, server, config } = await both();
    simulated.setup.setTransport(0x21, { globalInfo: up });
    expect((await server.getTransport('ip')).global?.status).toBe('up');
    expect((await config.getTransport('ip')).global?.status).toBe('up');
  });

  it('that is stored runs after the next start, not before', async () => {
    const { simulated, server, config } = await both();
    simulated.setup.setTransport(0x21, { globalInfo: up });
    await config.changeTransport('ip', ({ globalInfo }) => ({
      globalInfo: changeIpInfo(globalInfo, { status: 'down' }),
    }));
    expect((await config.getTransport('ip')).global?.status).toBe('down');
    expect((await server.getTransport('ip')).global?.status).toBe('up');
    restart(simulated);
    expect((await server.getTransport('ip')).global?.status).toBe('down');
  });

  it('that is changed in the running router is lost at the next start', async () => {
    const { simulated, server } = await both();
    simulated.setup.setTransport(0x21, { globalInfo: up });
    await server.changeTransport('ip', ({ globalInfo }) => ({
      globalInfo: changeIpInfo(globalInfo, { status: 'down' }),
    }));
    expect((await server.getTransport('ip')).global?.status).toBe('down');
    restart(simulated);
    expect((await server.getTransport('ip')).global?.status).toBe('up');
  });

  it('keeps the blocks of other clients byte for byte when one block is changed', async () => {
    const { simulated, server } = await both();
    simulated.setup.setTransport(0x21, { globalInfo: up, clientInterfaceInfo: up });
    await server.changeTransport('ip', ({ globalInfo }) => ({
      globalInfo: changeIpInfo(globalInfo, { status: 'down' }),
    }));
    const { global, clientInterfaceInfo } = await server.getTransport('ip');
    expect(global?.others).toEqual([rip]);
    expect(clientInterfaceInfo).toEqual(up);
  });

  it('can be created, listed, changed and deleted while the service is stopped', async () => {
    const { simulated, config } = await both();
    simulated.stopService();
    await config.createTransport('ip', { name: 'IP', globalInfo: up, dllPath: 'iprtrmgr.dll' });
    await config.createTransport(0x99, {});
    expect(await config.enumTransports()).toEqual([
      { id: 0x21, name: 'IP' },
      { id: 0x99, name: '153' },
    ]);
    await config.setTransport('ip', { dllPath: 'other.dll' });
    expect(await config.getTransport('ip')).toEqual({
      globalInfo: up,
      clientInterfaceInfo: new Uint8Array(),
      dllPath: 'other.dll',
      global: readIpInfo(up),
    });
    await config.deleteTransport(0x99);
    expect(await config.enumTransports()).toEqual([{ id: 0x21, name: 'IP' }]);
    expect(await rejection(config.getTransport(0x99))).toMatchObject({
      code: 'ERROR_UNKNOWN_PROTOCOL_ID',
      syscall: 'MprConfigTransportGetHandle',
    });
  });

  it('that is created twice is changed in the stored configuration, and refused by the router', async () => {
    const { server, config } = await both();
    await config.createTransport('ip', { globalInfo: up });
    await config.createTransport('ip', { clientInterfaceInfo: Uint8Array.of(1) });
    const stored = await config.getTransport('ip');
    expect([stored.globalInfo, stored.clientInterfaceInfo]).toEqual([up, Uint8Array.of(1)]);
    await server.createTransport('ip', { globalInfo: up });
    expect(await rejection(server.createTransport('ip', { globalInfo: up }))).toMatchObject({
      code: 'ERROR_PROTOCOL_ALREADY_INSTALLED',
      outcome: 'not-done',
    });
  });

  it('is read as bytes if it is not IP', async () => {
    const { simulated, server } = await both();
    simulated.setup.setTransport(0x2b, { globalInfo: up });
    expect(await server.getTransport('ipx')).toEqual({
      globalInfo: up,
      clientInterfaceInfo: new Uint8Array(),
    });
  });

  it('of which several parts are set tells that some may have been set when it fails', async () => {
    const { simulated, config } = await both();
    await config.createTransport('ip', { globalInfo: up });
    simulated.quirks.storedPartsSet = 1;
    const changes = { globalInfo: Uint8Array.of(1), clientInterfaceInfo: Uint8Array.of(2) };
    expect(await rejection(config.setTransport('ip', changes))).toMatchObject({
      status: 8,
      outcome: 'unknown',
      hint: expect.stringContaining('globalInfo, clientInterfaceInfo, dllPath'),
    });
    const { globalInfo, clientInterfaceInfo } = await config.getTransport('ip');
    expect([globalInfo, clientInterfaceInfo]).toEqual([Uint8Array.of(1), new Uint8Array()]);
  });

  it('of which one part is set is not changed when that fails', async () => {
    const { simulated, config } = await both();
    await config.createTransport('ip', { globalInfo: up });
    simulated.fail('MprConfigTransportSetInfo', 8);
    expect(await rejection(config.setTransport('ip', { globalInfo: up }))).toMatchObject({
      status: 8,
      outcome: 'not-done',
    });
  });
});

describe('changeTransport', () => {
  it('lets no other call of the same connection come between reading and writing', async () => {
    const { simulated, simulator, server } = await both();
    simulated.setup.setTransport(0x21, { globalInfo: up });
    simulator.clearJournal();
    const change = server.changeTransport('ip', () => ({ globalInfo: up }));
    const info = server.getInfo();
    await Promise.all([change, info]);
    expect(simulator.journal.map((call) => call.function).slice(0, 4)).toEqual([
      'MprAdminTransportGetInfo',
      'MprAdminBufferFree',
      'MprAdminTransportSetInfo',
      'MprAdminServerGetInfo',
    ]);
  });

  it('writes nothing if nothing is to change', async () => {
    const { simulated, simulator, server } = await both();
    simulated.setup.setTransport(0x21, { globalInfo: up });
    await server.changeTransport('ip', () => ({}));
    expect(simulator.journal.map((call) => call.function)).not.toContain(
      'MprAdminTransportSetInfo',
    );
  });

  it('hands on what the function throws, and has changed nothing', async () => {
    const { simulated, server } = await both();
    simulated.setup.setTransport(0x21, { globalInfo: up });
    const failed = server.changeTransport('ip', () => {
      throw new RangeError('no');
    });
    await expect(failed).rejects.toThrow(RangeError);
    expect((await server.getTransport('ip')).globalInfo).toEqual(up);
  });
});

describe('the numbers of ports', () => {
  it('that are stored count from the next start on', async () => {
    const { simulated, server, config } = await both();
    simulated.addPorts('pptp', 1);
    simulated.addPorts('sstp', 2);
    const result = await config.setInfo({ sstp: { count: 5 } });
    expect(result).toEqual({
      changed: ['sstp.count'],
      isRebootRequired: false,
      isRestartRequired: false,
    });
    expect((await config.getInfo()).sstp?.count).toBe(5);
    expect((await server.getInfo()).sstp?.count).toBe(2);
    restart(simulated);
    expect((await server.getInfo()).sstp?.count).toBe(5);
  });

  it('that the router was given are stored too', async () => {
    const { simulated, server, config } = await both();
    simulated.addPorts('pptp', 1);
    simulated.addPorts('sstp', 2);
    await server.setInfo({ sstp: { count: 4 } });
    expect((await config.getInfo()).sstp?.count).toBe(4);
  });

  it('beyond what the machine is set up for need a restart of it', async () => {
    const { simulated, config } = await both();
    simulated.addPorts('pptp', 1);
    const { isRebootRequired } = await config.setInfo({ l2tp: { count: 1001 } });
    expect(isRebootRequired).toBe(true);
  });

  it('are read at the level that an old server has', async () => {
    const world = lab('mprapi', { server: { generation: '2003' } });
    const config = await world.connectConfig();
    const info = await config.getInfo();
    expect(info.pptp).toBeDefined();
    expect(info.sstp).toBeUndefined();
    expect(await rejection(config.getInfoEx())).toMatchObject({ status: 127 });
  });

  it('come with the parameters of the tunnels, which are stored likewise', async () => {
    const { simulated, server, config } = await both();
    await config.setInfoEx({ ikev2: { idleTimeout: 301 } });
    expect((await config.getInfoEx()).ikev2?.idleTimeout).toBe(301);
    expect((await server.getInfoEx()).ikev2?.idleTimeout).not.toBe(301);
    restart(simulated);
    expect((await server.getInfoEx()).ikev2?.idleTimeout).toBe(301);
  });

  it('say nothing of what changes while the service runs', async () => {
    const { simulated, config } = await both();
    simulated.addPorts('sstp', 2);
    simulated.dialIn({ userName: 'alice' });
    expect(await config.getInfo()).toMatchObject({ upTime: 0, portsInUse: 0, totalPorts: 2 });
  });
});

describe('a backup', () => {
  it('brings the configuration back, for the next start', async () => {
    const { simulated, server, config } = await both();
    simulated.setup.setTransport(0x21, { globalInfo: up });
    await config.backUp('C:\\backup');
    await config.setTransport('ip', { globalInfo: Uint8Array.of(1) });
    restart(simulated);
    await config.restore('C:\\Backup\\');
    expect((await config.getTransport('ip')).globalInfo).toEqual(up);
    expect((await server.getTransport('ip')).globalInfo).toEqual(Uint8Array.of(1));
    restart(simulated);
    expect((await server.getTransport('ip')).globalInfo).toEqual(up);
  });

  it('is named by a folder with a backslash at its end', async () => {
    const { simulator, config } = await both();
    await config.backUp('C:\\backup');
    expect(simulator.journal.at(-1)?.arguments).toEqual({ lpwsPath: 'C:\\backup\\' });
  });

  it('that is not there is an error', async () => {
    const { config } = await both();
    expect(await rejection(config.restore('C:\\nothing'))).toMatchObject({ status: 3 });
  });
});

describe('install', () => {
  const confirm = 'wipe the configuration of this computer';

  it('wipes the configuration of the local computer', async () => {
    const { simulated, connectConfig } = lab('mprapi', { name: '' });
    const config = await connectConfig();
    simulated.setup.setTransport(0x21, { globalInfo: up });
    await config.install({ confirm });
    expect(await config.enumTransports()).toEqual([]);
  });

  it('calls nothing without its confirmation', async () => {
    const { simulator, connectConfig } = lab('mprapi', { name: '' });
    const config = await connectConfig();
    simulator.clearJournal();
    for (const options of [undefined, {}, { confirm: 'yes' }, { confirm: true }]) {
      const call = Reflect.apply(config.install, config, [options]);
      await expect(call).rejects.toThrow(/'options\.confirm' must be 'wipe the configuration/);
    }
    expect(simulator.journal).toEqual([]);
  });

  it('is refused for another computer, without a call', async () => {
    const { simulator, config } = await both();
    simulator.clearJournal();
    expect(await rejection(config.install({ confirm }))).toMatchObject({
      code: 'ERROR_NOT_SUPPORTED',
      outcome: 'not-done',
    });
    expect(simulator.journal).toEqual([]);
  });
});

describe('the switch of static filters', () => {
  it('is on until it is switched off', async () => {
    const { config } = await both();
    expect(await config.getFilter('ip')).toEqual({ isEnabled: true });
    await config.setFilter('ip', { isEnabled: false });
    expect(await config.getFilter('ip')).toEqual({ isEnabled: false });
    expect(await config.getFilter('ipv6')).toEqual({ isEnabled: true });
  });
});

describe('lists', () => {
  it('that come one entry at a time are whole', async () => {
    const { simulated, config } = await both();
    for (const id of [0x21, 0x2b, 0x57]) simulated.setup.setTransport(id, {});
    simulated.quirks.storedPageOfOne = true;
    expect((await config.enumTransports()).map(({ id }) => id)).toEqual([0x21, 0x2b, 0x57]);
  });

  it('are empty with 259', async () => {
    const { simulator, config } = await both();
    expect(await config.enumTransports()).toEqual([]);
    expect(simulator.journal.at(-1)).toMatchObject({ status: 259 });
  });

  it('that fail are an error and never empty', async () => {
    const { simulated, config } = await both();
    simulated.fail('MprConfigTransportEnum', 8);
    expect(await rejection(config.enumTransports())).toMatchObject({ status: 8 });
  });
});

it('handles of the two sides never meet', async () => {
  const { simulated, simulator, server, config } = await both();
  simulated.setup.setTransport(0x21, { globalInfo: up });
  await Promise.all([server.getTransport('ip'), config.getTransport('ip')]);
  expect(simulator.openHandles).toBe(2);
  await config.disconnect();
  expect(simulator.openHandles).toBe(1);
  expect((await server.getTransport('ip')).globalInfo).toEqual(up);
});

it.each([
  ['createTransport', ['ip', { globalInfo: [1] }], /"settings\.globalInfo" property/],
  ['createTransport', ['ip', { name: 'x'.repeat(41) }], /must not be longer than 40/],
  ['createTransport', ['ip', { dllPath: 'a\0b' }], /must not have a NUL/],
  ['createTransport', ['ipv4', {}], /'transport' must be one of ip/],
  ['setTransport', ['ip', {}], /'changes' must have one of globalInfo/],
  ['setTransport', ['ip', { name: 'x' }], /'changes\.name' is not known/],
  ['changeTransport', ['ip', {}], /"change" argument must be of type function/],
  ['setFilter', ['ip', { isEnabled: 1 }], /"filter\.isEnabled" property must be of type boolean/],
  ['backUp', [''], /'folder' must not be empty/],
] as const)('%s refuses %j', async (method, args, message) => {
  const { config } = await both();
  await expect(Reflect.apply(config[method], config, args)).rejects.toThrow(message);
});
