// Entries of the MIB as values.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildMibData,
  buildMibEntry,
  type MibVariable,
  mibQuery,
  mibVariableId,
  readMibEntry,
} from '../../lib/index.ts';
import { mibVariables } from '../../lib/mib/variables.ts';
import { seed } from '../fixtures/seed.ts';

const numRuns = Number(process.env.RRAS_TEST_RUNS ?? 400);

function entryOf(variable: MibVariable, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + data.length);
  new DataView(bytes.buffer).setUint32(0, mibVariableId(variable), true);
  bytes.set(data, 8);
  return bytes;
}

function dwords(...numbers: number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}

describe('a query', () => {
  it('has the number of the variable and its index', () => {
    expect(mibQuery('ipStats')).toEqual(dwords(3));
    expect(mibQuery('ifRow', [7])).toEqual(dwords(2, 7));
    expect(mibQuery(99, [1, 2])).toEqual(dwords(99, 1, 2));
  });

  it('has an address as the API has it: in network byte order', () => {
    expect(mibQuery('ipNetRow', [3, '192.0.2.1'])).toEqual(
      Uint8Array.of(10, 0, 0, 0, 3, 0, 0, 0, 192, 0, 2, 1),
    );
  });

  it.each([
    ['an unknown variable', () => mibQuery('ifStats' as MibVariable)],
    ['a number that is no DWORD', () => mibQuery('ifRow', [-1])],
    ['a text that is no address', () => mibQuery('ipAddrRow', ['192.0.2'])],
    ['an empty text', () => mibQuery('ipAddrRow', [''])],
  ])('refuses %s', (_, make) => {
    expect(make).toThrow(TypeError);
  });
});

describe('an entry', () => {
  it('is read as an object with the fields of its row', () => {
    const neighbour = {
      index: 3,
      physicalAddress: '00-15-5D-01-02-03',
      addr: '192.0.2.1',
      type: 4,
    };
    const data = buildMibData('ipNetTable', [neighbour, { ...neighbour, addr: '192.0.2.2' }]);
    expect(data.length).toBe(4 + 2 * 24);
    expect(readMibEntry('ipNetTable', entryOf('ipNetTable', data))).toEqual([
      neighbour,
      { ...neighbour, addr: '192.0.2.2' },
    ]);
  });

  it('may have slack at its end', () => {
    const data = Uint8Array.of(...buildMibData('ifNumber', 5), 0, 0, 0, 0);
    expect(readMibEntry('ifNumber', entryOf('ifNumber', data))).toBe(5);
  });

  it('has ports in the order of the network', () => {
    const connection = {
      state: 5,
      localAddr: '192.0.2.1',
      localPort: 443,
      remoteAddr: '198.51.100.7',
      remotePort: 50_000,
    };
    const data = buildMibData('tcpRow', connection);
    expect([...data.subarray(8, 12)]).toEqual([1, 187, 0, 0]);
    expect(readMibEntry('tcpRow', entryOf('tcpRow', data))).toEqual(connection);
  });

  it('has words for states, and numbers for those that are newer than the package', () => {
    const row = dwords(7, 9, 3, 0, 0);
    expect(readMibEntry('ifStatus', entryOf('ifStatus', row))).toMatchObject({
      adminStatus: 'unknown-9',
      operationalStatus: 'connected',
    });
  });

  it('of a multicast route has the interfaces that it goes out on', () => {
    const head = new Array<number>(15).fill(0).with(12, 2);
    const data = dwords(1, ...head, 4, 0, 0, 0, 5, 0x0100007f, 0, 0);
    expect(readMibEntry('mcastMfe', entryOf('mcastMfe', data))).toMatchObject([
      { numOutIf: 2, outgoing: [{ outIfIndex: 4 }, { outIfIndex: 5, nextHopAddr: '127.0.0.1' }] },
    ]);
    expect(readMibEntry('mcastMfe', new Uint8Array())).toEqual([]);
  });

  it('of IPv6 has the number of the route', () => {
    const route = new Uint8Array(76);
    route.set([9, 0, 0, 0, 0x20, 0x01, 0x0d, 0xb8]);
    route[20] = 32;
    expect(readMibEntry('ipForwardRow', entryOf('ipForwardRow', route))).toMatchObject({
      index: 9,
      destination: '2001:db8::',
      prefixLength: 32,
    });
  });

  it('of another variable is refused', () => {
    const entry = entryOf('udpStats', new Uint8Array(20));
    expect(() => readMibEntry('ipStats', entry)).toThrow('it is one of variable 15');
  });

  it('that is too short is refused', () => {
    expect(() => readMibEntry('ipStats', entryOf('ipStats', new Uint8Array(91)))).toThrow(
      'is not an entry of ipStats: it has 91 bytes of data',
    );
    expect(() => readMibEntry('ifTable', entryOf('ifTable', dwords(0xffffffff)))).toThrow(
      'is not an entry of ifTable',
    );
  });
});

describe('a change', () => {
  it('of a route has the fields of a route with their defaults', () => {
    const entry = buildMibEntry('routeMatching', {
      destination: '10.0.0.0',
      mask: '255.0.0.0',
      nextHop: '192.0.2.1',
      interfaceIndex: 4,
      preference: 0x7f,
      viewSet: 1,
    });
    expect(entry.length).toBe(8 + 64);
    expect([...entry.subarray(0, 12)]).toEqual([31, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0]);
  });
});

it('every variable has a number of its own, from 0 to 35', () => {
  expect(mibVariables.map(mibVariableId)).toEqual(mibVariables.map((_, i) => i));
});

/** An interface has 860 bytes; the other rows are small. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.uint8Array({ minLength: 856, maxLength: 1730 }),
  fc.nat(1730).map((length) => new Uint8Array(length).fill(65, 520)),
);

describe.each(mibVariables)('%s', (variable) => {
  it('is read within its bounds or refused, whatever bytes come', () => {
    fc.assert(
      fc.property(anyBytes, fc.nat(4), (bytes, count) => {
        const data = Uint8Array.of(count, 0, 0, 0, ...bytes);
        let value: unknown;
        try {
          value = readMibEntry(variable, entryOf(variable, data));
        } catch (error) {
          expect(error).toMatchObject({ code: 'ERR_INVALID_ARG_VALUE' });
          return;
        }
        // What was read can be written, and is the same when it is read again.
        let written: Uint8Array;
        try {
          written = Reflect.apply(buildMibData, undefined, [variable, value]);
        } catch (error) {
          // A list of its own in each row, or a text that fills its array.
          expect(error).toMatchObject({ code: 'ERR_INVALID_ARG_VALUE' });
          return;
        }
        expect(readMibEntry(variable, entryOf(variable, written))).toEqual(value);
      }),
      { seed, numRuns: Math.ceil(numRuns / 8) },
    );
  });
});
