// Calls to the simulator's library: the journal, faults, hangs, delays, counts.

import { describe, expect, it } from 'vitest';
import { connect as connectTo } from '../../lib/index.ts';
import { Simulator } from '../../lib/simulator/index.ts';
import { methods } from '../fixtures/methods.ts';
import {
  calls,
  everyDialect,
  functionNamed,
  handleDialects,
  lab,
  rejection,
} from '../fixtures/simulated.ts';
import { busyLab, neverCalled, runUse, useOf } from './uses.ts';

const exportedFunctions = everyDialect.flatMap((dialect) => {
  const { simulator } = lab(dialect);
  const names = simulator.functions;
  simulator.dispose();
  return names.map((name) => ({ dialect, name }));
});

const used = exportedFunctions.flatMap((exported) => {
  const use = useOf(exported.dialect, exported.name);
  return use === undefined ? [] : [{ ...exported, use }];
});
const withoutStatus = used.filter(({ name }) => /(ServerDisconnect|LocalFree)$/.test(name));
const freeing = used.filter(({ name }) => /Admin(?:MIB)?(BufferFree|FreeBuffer)$/.test(name));
const telling = used.filter(({ name }) => name.endsWith('IsServiceRunning'));
const failing = used.filter(
  (each) => ![...withoutStatus, ...freeing, ...telling].some(({ name }) => name === each.name),
);

// On other systems the library exports it.
const ofWindows = process.platform === 'win32' ? [{ dialect: 'mprapi', name: 'LocalFree' }] : [];

function statusesOf(simulator: Simulator, name: string): number[] {
  return simulator.journal.filter((call) => call.function === name).map((call) => call.status);
}

it('every function is called here, or a reason says why not', () => {
  const unused = exportedFunctions.filter(
    ({ dialect, name }) => useOf(dialect, name) === undefined,
  );
  const reasons = everyDialect.flatMap((dialect) =>
    Object.keys(neverCalled[dialect] ?? {}).map((name) => ({ dialect, name })),
  );
  expect(new Set(unused)).toEqual(new Set(reasons));
});

// INVALID_HANDLE_VALUE, as wide as a pointer; beyond 2^53 a number rounds it.
const everyConnection = process.arch === 'ia32' ? 2 ** 32 - 1 : 2 ** 64 - 1;

describe('the journal', () => {
  it.skip.each(ofWindows)('has $dialect $name (Windows has it itself)', () => {});
  it.each(used)('has $dialect $name', async ({ dialect, name, use }) => {
    const { connect, simulator } = busyLab(dialect, use);
    await runUse(connect, use);
    expect(calls(simulator)).toContain(name);
    // Numbers, texts and null only: what comes in a struct or a buffer may be a secret.
    const given = simulator.journal.flatMap((call) => Object.values(call.arguments));
    const types = given.map((value) => (value === null ? 'null' : typeof value));
    for (const type of types) expect(['number', 'string', 'null']).toContain(type);
  });

  it('has the texts that are passed, and no secret', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const { handle } = simulated.dialIn({ userName: 'alice' });
    simulated.addUser('bob');
    const server = await connect();
    simulator.clearJournal();
    await server.sendUserMessage(handle, 'Going down');
    await server.setCredentials(new TextEncoder().encode('a secret'));
    await server.setUser('bob', { phoneNumber: '555 0100' });
    await server.getPdcServer({ domain: 'CORP' }).catch(() => undefined);
    const shown = Object.fromEntries(
      simulator.journal.map((call) => [call.function, call.arguments]),
    );
    expect(shown).toMatchObject({
      MprAdminSendUserMessage: { hConnection: handle, lpwszMessage: 'Going down' },
      MprAdminServerSetCredentials: { dwLevel: 0 },
      MprAdminUserSetInfo: { lpszUser: 'bob', dwLevel: 1 },
      MprAdminGetPDCServer: { lpszDomain: 'CORP' },
    });
    expect(JSON.stringify(simulator.journal)).not.toMatch(/secret|97,32,115|555 0100/);
  });

  it('tells server, port, arguments, status and time of each call, in order', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    const [port] = simulated.addPorts('modem', 1);
    const handle = String(port?.handle);
    const server = await connect();
    simulator.step(1.5);
    await server.enumPorts();
    await rejection(server.disconnectPort(Number(handle)));
    await server.disconnect();
    const call = { server: 'RAS01', status: 0, at: 1.5 };
    expect(simulator.journal).toEqual([
      { ...call, function: 'MprAdminServerConnect', arguments: {}, at: 0 },
      {
        ...call,
        function: 'MprAdminPortEnum',
        arguments: { dwLevel: 0, hRasConnection: everyConnection, dwPrefMaxLen: 0xffffffff },
      },
      { ...call, function: 'MprAdminBufferFree', arguments: {} },
      {
        ...call,
        function: 'MprAdminPortDisconnect',
        port: handle,
        arguments: { hPort: Number(handle) },
        status: 87,
      },
      { ...call, function: 'MprAdminServerDisconnect', arguments: {} },
    ]);
    simulator.clearJournal();
    expect(simulator.journal).toEqual([]);
  });

  it('can be taken in parts while calls are answered, without losing any', async () => {
    const { connect, simulated, simulator } = lab('rassapi');
    simulated.addPorts('sstp', 100);
    const server = await connect();
    simulator.clearJournal();
    const listings = Array.from({ length: 20 }, () => server.enumPorts());
    let isOver = false;
    const over = Promise.all(listings).then(() => {
      isOver = true;
    });
    const parts = [];
    while (!isOver) {
      parts.push(simulator.takeJournal());
      await new Promise((resolve) => setImmediate(resolve));
    }
    await over;
    parts.push(simulator.takeJournal());
    expect(simulator.journal).toEqual([]);

    await server.enumPorts();
    const taken = parts.flat().map((call) => call.function);
    expect(taken).toEqual(Array.from({ length: 20 }, () => calls(simulator)).flat());
  });

  it('names ports by name in rassapi', async () => {
    const { connect, simulated, simulator } = lab('rassapi');
    simulated.addPorts('modem', 1);
    await (await connect()).enumPorts();
    expect(simulator.journal).toContainEqual(
      expect.objectContaining({ function: 'RasAdminPortGetInfo', port: 'COM1' }),
    );
  });

  it.each([
    { dialect: 'mprapi', first: 'MprAdminServerConnect', status: 1722 },
    { dialect: 'nt4', first: 'RasAdminServerConnect', status: 1722 },
    { dialect: 'rassapi', first: 'RasAdminServerGetInfo', status: 53 },
  ] as const)(
    'has calls to servers that are not there ($dialect)',
    async ({ dialect, first, status }) => {
      const { connect, simulator } = lab(dialect);
      await rejection(connect('RAS99'));
      expect(simulator.journal).toEqual([
        { function: first, server: 'RAS99', arguments: {}, status, at: 0 },
      ]);
    },
  );

  it('keeps the last 100,000 calls', { timeout: 120_000 }, async () => {
    const { connect, simulated, simulator } = lab('rassapi');
    simulated.addPorts('sstp', 60_000);
    const server = await connect();
    await server.enumPorts();
    await server.enumPorts();
    expect(simulator.journal).toHaveLength(100_000);
    expect(simulator.journal.at(-1)?.function).toBe('RasAdminFreeBuffer');
  });
});

describe('a fault', () => {
  it.skip.each(ofWindows)('cannot be put on $dialect $name (Windows has it itself)', () => {});
  it.each(failing)('fails $dialect $name, and ends', async ({ dialect, name, use }) => {
    const { connect, simulated, simulator } = busyLab(dialect, use);
    const fault = simulated.fail(functionNamed(name), 1234, { times: 1 });
    const failed = await rejection(runUse(connect, use));
    expect(failed).toMatchObject({ status: 1234, syscall: name });
    expect(statusesOf(simulator, name)).toContain(1234);
    simulator.clearJournal();
    await runUse(connect, use);
    const statuses = statusesOf(simulator, name);
    expect(statuses).toEqual(statuses.map(() => methods[use.asked].success ?? 0));
    expect(statuses).not.toEqual([]);
    fault.clear();
  });

  it.each(telling)('of $dialect $name makes it FALSE', async ({ dialect, name, use }) => {
    const { connect, simulated } = busyLab(dialect, use);
    const fault = simulated.fail(functionNamed(name), 5);
    expect(await runUse(connect, use)).toBe(false);
    fault.clear();
    expect(await runUse(connect, use)).toBe(true);
  });

  it.each(freeing)('of $dialect $name keeps the buffer', async ({ dialect, name, use }) => {
    // Not from the lab, which would report the unreturned buffer.
    using simulator = new Simulator({ dialect });
    const simulated = simulator.addServer();
    simulated.addPorts('sstp', 1);
    const fault = simulated.fail(functionNamed(name), 5);
    const server = await connectTo(undefined, { library: simulator });
    const ask = async () => {
      if (use.asked !== 'getMibEntry') return server.enumPorts();
      const transport = 0x21;
      simulated.setup.setMibEntry({ transport, variable: 0, data: new Uint8Array() });
      return server.getMibEntry({ transport }, new Uint8Array(4));
    };
    expect(await ask()).not.toHaveLength(0);
    expect(simulator.unreturnedBuffers).toBe(1);
    fault.clear();
    expect(await ask()).not.toHaveLength(0);
    expect(simulator.unreturnedBuffers).toBe(1);
    await server.disconnect();
  });

  it.each(withoutStatus)('cannot be put on $dialect $name', ({ dialect, name }) => {
    const { simulated } = lab(dialect);
    expect(() => simulated.fail(functionNamed(name), 5)).toThrow('must return a status to fail');
  });

  it('lets the first calls through and then fails the given number of calls', async () => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    simulated.fail('MprAdminPortEnum', 5, { after: 1, times: 2 });
    simulated.fail('MprAdminPortEnum', 903, { after: 2, times: 1 });
    const statuses = [];
    for (let i = 0; i < 6; ++i) {
      statuses.push(
        await server.enumPorts().then(
          () => 0,
          (error: { status: number }) => error.status,
        ),
      );
    }
    expect(statuses).toEqual([0, 5, 5, 903, 0, 0]);
  });

  it('lasts until it is cleared', async () => {
    const { connect, simulated } = lab('mprapi');
    const server = await connect();
    const fault = simulated.fail('MprAdminPortEnum', 5);
    await rejection(server.enumPorts());
    await rejection(server.enumPorts());
    fault.clear();
    fault.clear();
    expect(await server.enumPorts()).toEqual([]);
  });

  it('affects its server only', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    simulator.addServer('RAS02').addPorts('sstp', 1);
    simulated.fail('MprAdminServerConnect', 5);
    expect(await rejection(connect('RAS01'))).toMatchObject({ status: 5, server: 'RAS01' });
    expect(await (await connect('RAS02')).enumPorts()).toHaveLength(1);
    expect(simulator.journal.slice(0, 2)).toMatchObject([
      { function: 'MprAdminServerConnect', server: 'RAS01', status: 5 },
      { function: 'MprAdminServerConnect', server: 'RAS02', status: 0 },
    ]);
  });

  it('with status 0 claims a success that did nothing', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('modem', 1);
    simulated.dialIn({ userName: 'alice' });
    simulated.fail('MprAdminPortDisconnect', 0);
    await (await connect()).disconnectPort('COM1');
    expect(simulated.connections).toHaveLength(1);
  });
});

describe('a hang', () => {
  it.skip.each(ofWindows)(
    'holds $dialect $name until the release (Windows has it itself)',
    () => {},
  );
  it.each(used)('holds $dialect $name until the release', async ({ dialect, name, use }) => {
    const { connect, simulated, simulator } = busyLab(dialect, use);
    const hang = simulated.hang(functionNamed(name), { times: 1 });
    const running = runUse(connect, use);
    await hang.entered();
    expect(hang.waiting).toBe(1);
    expect(calls(simulator)).not.toContain(name);
    hang.release();
    await running;
    expect(hang.waiting).toBe(0);
    expect(calls(simulator)).toContain(name);
  });

  it('holds the given number of calls, and a fault applies after it', async () => {
    const { connect, simulated } = lab('mprapi');
    const servers = await Promise.all([connect(), connect(), connect()]);
    const hang = simulated.hang('MprAdminPortEnum', { times: 2 });
    simulated.fail('MprAdminPortEnum', 5);
    const held = servers.slice(0, 2).map((server) => rejection(server.enumPorts()));
    await hang.entered(2);
    expect(await rejection(servers[2]?.enumPorts() ?? held)).toMatchObject({ status: 5 });
    hang.release();
    expect(await Promise.all(held)).toMatchObject([{ status: 5 }, { status: 5 }]);
  });

  it('does not block the rest of the simulator', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    simulator.addServer('RAS02').addPorts('sstp', 1);
    const [one, two] = [await connect('RAS01'), await connect('RAS02')];
    using hang = simulated.hang('MprAdminPortEnum');
    const held = one.enumPorts();
    await hang.entered();
    expect(await two.enumPorts()).toHaveLength(1);
    simulated.addPorts('sstp', 3);
    hang.release();
    expect(await held).toHaveLength(3);
  });

  it('reports that it ended before any call came', async () => {
    const { simulated } = lab('mprapi');
    const hang = simulated.hang('MprAdminPortEnum');
    const entered = rejection(hang.entered(2));
    hang.release();
    hang.release();
    expect(await entered).toMatchObject({ message: 'The hang ended before 2 calls were in it' });
  });

  it.each(everyDialect)('fails when the simulator is disposed of (%s)', async (dialect) => {
    const { connect, simulated, simulator, functions } = busyLab(dialect);
    const server = await connect();
    const hang = simulated.hang(functions.enumPorts);
    const held = rejection(server.enumPorts());
    await hang.entered();
    simulator.dispose();
    const status = dialect === 'rassapi' ? 53 : 1722;
    expect(await held).toMatchObject({ status });
    expect(await rejection(server.enumPorts())).toMatchObject({ status });
  });

  it('of the freeing function ends with the simulator, and the buffer is freed', async () => {
    const { connect, simulated, simulator, functions } = busyLab('mprapi');
    const server = await connect();
    const hang = simulated.hang(functions.free);
    const held = server.enumPorts();
    await hang.entered();
    simulator.dispose();
    expect(await held).toHaveLength(7);
    expect(simulator.unreturnedBuffers).toBe(0);
    expect(simulator.wrongFrees).toBe(0);
  });
});

describe('a disconnect', () => {
  it.each(everyDialect)('can take time (%s)', async (dialect) => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('modem', 1);
    simulated.dialIn({ userName: 'alice' });
    simulated.quirks.disconnectDelay = 10;
    const server = await connect();
    await server.disconnectPort('COM1');
    expect(simulated.ports[0]).toMatchObject({ condition: 'disconnected' });
    expect(simulated.connections).toHaveLength(1);
    // Again: the disconnect is under way already.
    const idle = dialect === 'rassapi' ? 2221 : 87;
    expect(await rejection(server.disconnectPort('COM1'))).toMatchObject({ status: idle });
    simulator.step(9.9);
    expect(simulated.connections).toHaveLength(1);
    simulator.step(0.1);
    expect(simulated.connections).toEqual([]);
    expect((await server.enumPorts())[0]).toMatchObject({ condition: 'listening' });
  });

  it('shows the condition of the quirk meanwhile', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('modem', 1);
    const { handle } = simulated.dialIn({ userName: 'alice' });
    simulated.setQuirks({ disconnectDelay: 10, disconnectingCondition: 'authenticated' });
    const server = await connect();
    await server.disconnectPort('COM1');
    expect((await server.enumPorts())[0]).toMatchObject({
      condition: 'authenticated',
      connection: Number(handle),
    });
  });

  it.each(everyDialect)(
    'of a caller who is still being authenticated fails (%s)',
    async (dialect) => {
      const { connect, simulated } = lab(dialect);
      simulated.addPorts('modem', 1);
      simulated.dialIn({ userName: 'alice', authenticationTime: 5 });
      const status = dialect === 'rassapi' ? 2221 : 87;
      expect(await rejection((await connect()).disconnectPort('COM1'))).toMatchObject({ status });
    },
  );
});

describe('quirks in calls', () => {
  it.each(handleDialects)('a stopped service can accept connects (%s)', async (dialect) => {
    const { connect, simulated } = lab(dialect);
    simulated.stopService();
    expect(await rejection(connect())).toMatchObject({ status: 1717 });
    simulated.setQuirks({ connectWhenStopped: 0, callWhenStopped: 1722 });
    const server = await connect();
    expect(await rejection(server.enumPorts())).toMatchObject({ status: 1722 });
  });

  it('a port can be too large for a page', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 10);
    const server = await connect();
    const pages = async (pageBytes: number) => {
      simulator.clearJournal();
      expect(await server.enumPorts({ pageBytes })).toHaveLength(10);
      return calls(simulator).filter((name) => name === 'MprAdminPortEnum').length;
    };
    expect(await pages(380)).toBe(10);
    expect(await pages(379)).toBe(10);
    expect(await pages(760)).toBe(5);
    simulated.quirks.bytesPerPort = 392;
    expect(await pages(783)).toBe(10);
    simulated.quirks.pageOfOne = false;
    expect(await rejection(pages(391))).toMatchObject({ code: 'ERR_RRAS_NO_PROGRESS' });
  });

  it.each(everyDialect)('an empty answer can have a buffer (%s)', async (dialect) => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.quirks.emptyBuffer = true;
    if (dialect === 'rassapi') simulated.addPorts('sstp', 1);
    const listed = await (await connect()).enumPorts();
    expect(listed.map((port) => port.name)).toEqual(simulated.ports.map((port) => port.name));
    const freed = calls(simulator).filter((name) => name === functions.free);
    expect(freed).toHaveLength(dialect === 'rassapi' ? 2 : 1);
  });

  it('a server can insist on how it is named', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    simulated.quirks.serverNameForm = 'plain';
    expect((await connect()).name).toBe('RAS01');
    simulated.quirks.serverNameForm = 'backslashes';
    expect(await rejection(connect())).toMatchObject({ status: 1722 });
    expect(statusesOf(simulator, 'MprAdminServerConnect')).toEqual([0, 1722]);
    expect(simulator.openHandles).toBe(1);
  });

  it('a port in rassapi can be unknown under two numbers', async () => {
    const { connect, simulated, functions } = lab('rassapi');
    simulated.addPorts('modem', 1);
    const server = await connect();
    for (const status of [55, 601]) {
      simulated.quirks.unknownPort = status;
      simulated.addPorts('modem', 1);
      const hang = simulated.hang(functions.disconnectPort, { times: 1 });
      const gone = rejection(server.disconnectPort(simulated.ports.at(-1)?.name ?? ''));
      await hang.entered();
      simulated.removePort(simulated.ports.at(-1) ?? '');
      hang.release();
      expect(await gone).toMatchObject({ status });
    }
  });
});

describe('unreturned buffers and open handles', () => {
  it('are counted, even after the end', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const server = await connect();
    expect(simulator.openHandles).toBe(1);
    const hang = simulated.hang('MprAdminBufferFree');
    const listing = server.enumPorts();
    await hang.entered();
    expect(simulator.unreturnedBuffers).toBe(1);
    hang.release();
    await listing;
    simulator.dispose();
    expect(simulator).toMatchObject({ unreturnedBuffers: 0, openHandles: 1 });
    await server.disconnect();
    expect(simulator).toMatchObject({ openHandles: 0, wrongFrees: 0 });
  });

  it('belong to one simulator', async () => {
    const [one, two] = [lab('nt4'), lab('nt4')];
    await one.connect();
    const counts = (simulator: Simulator) => simulator.openHandles;
    expect([one, two].map(({ simulator }) => counts(simulator))).toEqual([1, 0]);
  });
});
