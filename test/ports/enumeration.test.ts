// Enumerations under stress: pages of any size, misbehaving servers, odd data. A list must be complete and exact,
// or the call must fail.

import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { handleDialects, lab, onlyPort, rejection } from '../fixtures/simulated.ts';

const PORTS = 20_000;

describe.each(handleDialects)('%s in pages', (dialect) => {
  // 380 and 392 are the sizes of a port on the wire and in memory; 1 is smaller than any.
  it.each([1, 380, 391, 392, 393, 10_000, 1_000_000, 0xffffffff])(
    `gives each of ${PORTS} ports once and in order when asked for %i bytes a page`,
    async (pageBytes) => {
      const { connect, simulated } = lab(dialect);
      simulated.addPorts('sstp', PORTS);
      const server = await connect();
      const names = (await server.enumPorts({ pageBytes })).map((port) => port.name);
      expect(names).toEqual(simulated.ports.map((port) => port.name));
      expect(new Set(names).size).toBe(PORTS);
    },
  );

  it('ends in an error, not in a loop, when the server says "more" and gives nothing', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 10);
    simulated.setQuirks({ pageWithoutProgress: true });
    const server = await connect();
    expect(await rejection(server.enumPorts({ pageBytes: 1 }))).toMatchObject({
      code: 'ERR_RRAS_NO_PROGRESS',
      status: 234,
      syscall: functions.enumPorts,
      server: 'RAS01',
    });
  });

  it('rejects as a whole when a later page fails, and frees the earlier ones', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 100);
    const server = await connect();
    simulated.fail(functions.enumPorts, 1726, { after: 3, times: 1 });
    expect(await rejection(server.enumPorts({ pageBytes: 4000 }))).toMatchObject({
      code: 'RPC_S_CALL_FAILED',
    });
    expect(simulator.unreturnedBuffers).toBe(0);
    expect(await server.enumPorts({ pageBytes: 4000 })).toHaveLength(100);
  });

  it('gives no port twice and no stranger when ports come and go between two pages', async () => {
    const { connect, simulated, functions } = lab(dialect);
    const names = simulated.addPorts('sstp', 40).map((port) => port.name);
    const server = await connect();
    const firstPage = simulated.hang(functions.enumPorts, { times: 1 });
    const listing = server.enumPorts({ pageBytes: 4000 });
    await expect.poll(() => firstPage.waiting).toBe(1);
    const secondPage = simulated.hang(functions.enumPorts, { times: 1 });
    firstPage.release();
    await expect.poll(() => secondPage.waiting).toBe(1);
    // A port that was listed already, the next one, and one at the end.
    simulated.removePort(names[0] ?? '');
    simulated.removePort(names[10] ?? '');
    const [added] = simulated.addPorts('ikev2', 1);
    secondPage.release();
    const expected = [...names.filter((name) => name !== names[10]), added?.name];
    expect((await listing).map((port) => port.name)).toEqual(expected);
  });

  it('checks the size of a page before it calls', async () => {
    const { connect } = lab(dialect);
    const server = await connect();
    for (const pageBytes of [0, -1, 1.5, Number.NaN, 2 ** 32]) {
      expect(await rejection(server.enumPorts({ pageBytes }))).toMatchObject({
        code: 'ERR_INVALID_ARG_VALUE',
      });
    }
    expect(await rejection(server.enumPorts({ pageBytes: '1' as never }))).toMatchObject({
      code: 'ERR_INVALID_ARG_TYPE',
    });
  });

  it.each([
    ['0', 0n],
    ['0xFFFFFFFE', 0xfffffffen],
    ['2^40', 2n ** 40n],
    ['2^53 - 1', 2n ** 53n - 1n],
  ])('keeps the handle %s exact in both directions', async (_, wide) => {
    // A HANDLE has 32 bits on a 32-bit system.
    const handle = process.arch === 'ia32' ? BigInt.asUintN(32, wide) : wide;
    const { connect, simulated } = lab(dialect);
    simulated.addPort({ name: 'odd', handle, condition: 'listening' });
    simulated.dialIn({ userName: 'alice', port: 'odd' });
    const server = await connect();
    const port = await onlyPort(server);
    expect(BigInt(port.handle)).toBe(handle);
    await server.disconnectPort(port);
    expect(simulated.connections).toEqual([]);
  });

  it.skipIf(process.arch === 'ia32')(
    'names the port whose handle no number can hold (a HANDLE has 64 bits)',
    async () => {
      const { connect, simulated } = lab(dialect);
      simulated.addPort({ name: 'fine', handle: 1n, condition: 'listening' });
      simulated.addPort({ name: 'huge', handle: 2n ** 60n + 1n, condition: 'listening' });
      const server = await connect();
      expect(await rejection(server.enumPorts())).toMatchObject({
        code: 'ERR_RRAS_HANDLE_RANGE',
        port: 'huge',
        server: 'RAS01',
        message: expect.stringContaining('0x1000000000000001'),
      });
    },
  );

  it.skipIf(process.arch === 'ia32')(
    'names the port whose connection no number can hold (a HANDLE has 64 bits)',
    async () => {
      const { connect, simulated } = lab(dialect);
      const connection = 2n ** 60n;
      simulated.addPort({ name: 'huge', handle: 1n, condition: 'authenticated', connection });
      expect(await rejection((await connect()).enumPorts())).toMatchObject({
        code: 'ERR_RRAS_HANDLE_RANGE',
        port: 'huge',
        message: expect.stringContaining('the connection 0x1000000000000000'),
      });
    },
  );

  it('reads "no connection" on an idle port from 0 and from the mark for all, and any id in use', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPort({ name: 'zero', condition: 'listening', connection: 0n });
    simulated.addPort({ name: 'mark', condition: 'listening', connection: 0xffffffffn });
    simulated.addPort({ name: 'stale', condition: 'listening', connection: 7n });
    simulated.addPort({ name: 'taken', condition: 'authenticated', connection: 0n });
    const ports = await (await connect()).enumPorts();
    expect(ports.map((port) => port.connection)).toEqual([undefined, undefined, 7, 0]);
  });
});

describe.each(['mprapi', 'nt4', 'rassapi'] as const)('%s with odd data', (dialect) => {
  it('brings names that fill their arrays to the last character', async () => {
    const { connect, simulated } = lab(dialect);
    // mprapi's arrays have one place more for a terminator, which may be missing.
    const extra = dialect === 'rassapi' ? 0 : 1;
    const full = {
      name: 'n'.repeat(16 + extra),
      mediaName: 'm'.repeat(16 + extra),
      deviceName: 'd'.repeat(128 + extra),
      deviceType: 't'.repeat(16 + extra),
    };
    simulated.addPort({ ...full, condition: 'listening' });
    const [port] = await (await connect()).enumPorts();
    expect(port).toMatchObject(full);
  });

  it('brings unpaired surrogates, letters beyond ASCII and empty names unchanged', async () => {
    const { connect, simulated } = lab(dialect);
    const names = ['\ud800', 'a\udc00b', '', 'Büro-ß', '東京-1', '\ud83d\ude00', 'plain'];
    for (const name of names) {
      simulated.addPort({
        name,
        deviceName: name,
        mediaName: '',
        deviceType: '',
        condition: 'listening',
      });
    }
    const ports = await (await connect()).enumPorts();
    expect(ports.map((port) => port.name)).toEqual(names);
    expect(ports.map((port) => port.deviceName)).toEqual(names);
  });

  it('brings a condition that is newer than the package as unknown, with its number', async () => {
    const { connect, simulated } = lab(dialect);
    for (const condition of [99, 0xffffffff]) {
      simulated.addPort({ name: `c${condition}`, condition });
    }
    const ports = await (await connect()).enumPorts();
    expect(ports.map((port) => port.condition)).toEqual(['unknown-99', 'unknown-4294967295']);
  });

  it('survives JSON and structuredClone with every field', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('ikev2', 1);
    simulated.dialIn({ userName: 'alice', computer: 'LAPTOP-7' });
    const [port] = await (await connect()).enumPorts();
    if (port === undefined) throw new Error('no port');
    expect(JSON.parse(JSON.stringify(port))).toMatchObject({
      name: port.name,
      condition: 'authenticated',
      totalCalls: port.totalCalls,
    });
    expect(structuredClone(port)).toEqual({ ...port });
    expect(inspect(port)).toMatch(/^\{/);
  });
});

describe('rassapi', () => {
  it('asks for the condition of each port, and says unknown of one that goes away meanwhile', async () => {
    const { connect, simulated, functions } = lab('rassapi');
    simulated.addPorts('sstp', 2);
    simulated.fail(functions.getPort, 55, { times: 1 });
    const ports = await (await connect()).enumPorts();
    expect(ports.map((port) => port.condition)).toEqual(['unknown-0', 'listening']);
  });

  it('rejects when the details of a port cannot be had', async () => {
    const { connect, simulated, functions } = lab('rassapi');
    simulated.addPorts('sstp', 2);
    simulated.fail(functions.getPort, 1722, { after: 1, times: 1 });
    expect(await rejection((await connect()).enumPorts())).toMatchObject({
      code: 'RPC_S_SERVER_UNAVAILABLE',
      syscall: 'RasAdminPortGetInfo',
    });
  });
});

it('a large listing keeps no memory outside of the heap until the next garbage collection', async () => {
  const { connect, simulated } = lab('mprapi');
  simulated.addPorts('sstp', 2000);
  const server = await connect();
  const list = async () => {
    expect(await server.enumPorts()).toHaveLength(2000);
    return process.memoryUsage().external;
  };
  const first = await list();
  let last = first;
  for (let time = 0; time < 20; time += 1) last = await list();
  const oneListing = 2000 * 12 * Uint32Array.BYTES_PER_ELEMENT;
  expect(last - first).toBeLessThan(3 * oneListing);
});

it('a connection that is undefined is refused: the ports of one connection are not all ports', async () => {
  const { connect, simulator } = lab('mprapi');
  const server = await connect();
  simulator.clearJournal();
  const unset = { connection: undefined } as unknown as { connection: number };
  expect(await rejection(server.enumPorts(unset))).toMatchObject({ code: 'ERR_INVALID_ARG_TYPE' });
  expect(simulator.journal).toEqual([]);
});
