// Entries of the MIB as bytes: reading, walking and changing them.

import { describe, expect, it } from 'vitest';
import { lab, rejection } from '../fixtures/simulated.ts';

const IP = { transport: 'ip' } as const;
const IP_STATS = 3;
const IP_NETROW = 10;

function query(variable: number, ...index: number[]): Uint8Array {
  return new Uint8Array(Uint32Array.of(variable, ...index).buffer);
}

function entry(variable: number, ...data: number[]): Uint8Array {
  return new Uint8Array(Uint32Array.of(variable, 0, ...data).buffer);
}

function dataOf(...numbers: number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}

/** Neighbours on three interfaces. */
function withNeighbours() {
  const { connect, simulated, simulator } = lab('mprapi');
  for (const index of [
    [2, 1],
    [1, 9],
    [1, 2],
  ]) {
    simulated.setup.setMibEntry({
      transport: 0x21,
      variable: IP_NETROW,
      index,
      data: dataOf(...index),
    });
  }
  return { connect, simulated, simulator };
}

describe('an entry', () => {
  it('comes as the variable’s number, padding and its data', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.setup.setMibEntry({ transport: 0x21, variable: IP_STATS, data: dataOf(1, 128) });
    const server = await connect();
    expect(await server.getMibEntry(IP, query(IP_STATS))).toEqual(entry(IP_STATS, 1, 128));
  });

  it('is found by its index', async () => {
    const { connect } = withNeighbours();
    const server = await connect();
    expect(await server.getMibEntry(IP, query(IP_NETROW, 1, 9))).toEqual(entry(IP_NETROW, 1, 9));
  });

  it('may have no data', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.setup.setMibEntry({ transport: 0x21, variable: 18, data: new Uint8Array() });
    const server = await connect();
    expect(await server.getMibEntry(IP, query(18))).toEqual(entry(18));
  });

  it.each([1168, 259])('that is missing is an error (%i)', async (status) => {
    const { connect, simulated } = withNeighbours();
    simulated.setQuirks({ mibAbsent: status });
    const server = await connect();
    expect(await rejection(server.getMibEntry(IP, query(IP_NETROW, 3, 3)))).toMatchObject({
      status,
      syscall: 'MprAdminMIBEntryGet',
      server: 'RAS01',
    });
  });

  it('of a transport or client that is not there is an error (902, 1003)', async () => {
    const { connect } = withNeighbours();
    const server = await connect();
    expect(
      await rejection(server.getMibEntry({ transport: 'ipx' }, query(IP_STATS))),
    ).toMatchObject({ code: 'ERROR_UNKNOWN_PROTOCOL_ID', status: 902 });
    expect(
      await rejection(server.getMibEntry({ transport: 'ip', client: 8 }, query(IP_STATS))),
    ).toMatchObject({ code: 'ERROR_CAN_NOT_COMPLETE', status: 1003 });
  });
});

describe('the entries of a variable', () => {
  it('follow one another by their index until the server says that none is left', async () => {
    const { connect } = withNeighbours();
    const server = await connect();
    const read = [await server.getFirstMibEntry(IP, query(IP_NETROW))];
    for (const index of [
      [1, 2],
      [1, 9],
    ]) {
      read.push(await server.getNextMibEntry(IP, query(IP_NETROW, ...index)));
    }
    expect(read).toEqual(
      [
        [1, 2],
        [1, 9],
        [2, 1],
      ].map((index) => entry(IP_NETROW, ...index)),
    );
    expect(await rejection(server.getNextMibEntry(IP, query(IP_NETROW, 2, 1)))).toMatchObject({
      code: 'ERROR_NO_MORE_ITEMS',
      status: 259,
    });
  });

  it('do not run into those of the next variable', async () => {
    const { connect, simulated } = withNeighbours();
    simulated.setup.setMibEntry({ transport: 0x21, variable: 11, data: dataOf(1) });
    const server = await connect();
    expect(await rejection(server.getNextMibEntry(IP, query(IP_NETROW, 2, 1)))).toMatchObject({
      status: 259,
    });
    expect(await rejection(server.getFirstMibEntry(IP, query(9)))).toMatchObject({ status: 259 });
  });
});

describe('a change', () => {
  // A route: destination, mask, policy, next hop, interface, type, protocol …
  const route = [0x0a, 0xff, 0, 0x0b, 7, 4, 3, ...new Array<number>(9).fill(0)];

  it('creates, sets and deletes a route', async () => {
    const { connect, simulated } = withNeighbours();
    const server = await connect();
    await server.createMibEntry(IP, entry(31, ...route));
    const created = simulated.setup.mib.filter(({ variable }) => variable === 31);
    expect(created).toEqual([
      {
        transport: 0x21,
        client: 10_000,
        variable: 31,
        index: [0x0a, 0xff, 7, 0x0b, 3],
        data: dataOf(...route),
      },
    ]);
    const changed = route.with(5, 3);
    await server.setMibEntry(IP, entry(31, ...changed));
    expect(simulated.setup.mib.find(({ variable }) => variable === 31)?.data).toEqual(
      dataOf(...changed),
    );
    await server.deleteMibEntry(IP, query(31, 0x0a, 0xff, 7, 0x0b, 3));
    expect(simulated.setup.mib.filter(({ variable }) => variable === 31)).toEqual([]);
  });

  it('of an entry that is missing is an error that says what was asked', async () => {
    const { connect, simulated } = withNeighbours();
    const before = simulated.setup.mib;
    const server = await connect();
    for (const call of [
      server.setMibEntry(IP, entry(31, ...route)),
      server.deleteMibEntry(IP, query(31, 1, 2, 3, 4, 5)),
    ]) {
      expect(await rejection(call)).toMatchObject({ status: 1168, outcome: 'not-done' });
    }
    expect(simulated.setup.mib).toEqual(before);
  });
});

describe('the handle of the MIB', () => {
  it('is opened with the first question, used for all, and released with the server', async () => {
    const { connect, simulator } = withNeighbours();
    const server = await connect();
    expect(simulator.openHandles).toBe(1);
    await server.getMibEntry(IP, query(IP_NETROW, 1, 2));
    await server.getMibEntry(IP, query(IP_NETROW, 1, 9));
    expect(simulator.openHandles).toBe(2);
    await server.disconnect();
    expect(simulator.openHandles).toBe(0);
    expect(simulator.unreturnedBuffers).toBe(0);
  });

  it('is asked for again after it could not be opened', async () => {
    const { connect, simulated } = withNeighbours();
    const server = await connect();
    simulated.fail('MprAdminMIBServerConnect', 1722, { times: 1 });
    expect(await rejection(server.getMibEntry(IP, query(IP_NETROW, 1, 2)))).toMatchObject({
      status: 1722,
      syscall: 'MprAdminMIBServerConnect',
    });
    expect(await server.getMibEntry(IP, query(IP_NETROW, 1, 2))).toEqual(entry(IP_NETROW, 1, 2));
  });
});

describe.each(['nt4', 'rassapi'] as const)('%s', (dialect) => {
  it('has no MIB', async () => {
    const { connect } = lab(dialect);
    const server = await connect();
    expect(server.supports('getMibEntry')).toBe(false);
    expect(await rejection(server.getMibEntry(IP, query(IP_STATS)))).toMatchObject({
      code: 'ERROR_CALL_NOT_IMPLEMENTED',
    });
  });
});

const documented = [
  [5, 'ERROR_ACCESS_DENIED'],
  [902, 'ERROR_UNKNOWN_PROTOCOL_ID'],
  [1003, 'ERROR_CAN_NOT_COMPLETE'],
] as const;
const outOfMemory = [8, 'ERROR_NOT_ENOUGH_MEMORY'] as const;

describe.each([
  ['getMibEntry', 'MprAdminMIBEntryGet', [...documented, outOfMemory]],
  ['getFirstMibEntry', 'MprAdminMIBEntryGetFirst', [...documented, outOfMemory]],
  ['getNextMibEntry', 'MprAdminMIBEntryGetNext', [...documented, outOfMemory]],
  ['setMibEntry', 'MprAdminMIBEntrySet', documented],
  ['createMibEntry', 'MprAdminMIBEntryCreate', [...documented, outOfMemory]],
  ['deleteMibEntry', 'MprAdminMIBEntryDelete', documented],
] as const)('%s', (method, syscall, errors) => {
  it.each(errors)(`${syscall}: %i`, async (status, code) => {
    const { connect, simulated } = withNeighbours();
    const server = await connect();
    simulated.fail(syscall, status);
    const bytes = method.startsWith('get') ? query(IP_NETROW, 1, 2) : entry(IP_NETROW, 1, 2);
    expect(await rejection(server[method](IP, bytes))).toMatchObject({
      code,
      status,
      syscall,
      server: 'RAS01',
    });
  });

  it('is refused where access is denied', async () => {
    const { connect, simulated } = withNeighbours();
    const server = await connect();
    simulated.denied = true;
    const bytes = entry(IP_NETROW, 1, 2);
    expect(await rejection(server[method](IP, bytes))).toMatchObject({ status: 5, syscall });
  });
});
