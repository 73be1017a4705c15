// The documented blocks of IP and IPv6 as plain objects.

import { describe, expect, it } from 'vitest';
import {
  addInfoBlock,
  buildInfoBlocks,
  buildIpInfo,
  changeIpInfo,
  findInfoBlock,
  type IpInfoChanges,
  infoBlockName,
  ipBlockTypes,
  parseInfoBlocks,
  readIpInfo,
  removeInfoBlock,
} from '../../lib/index.ts';
import { bytesOf, sample, statusAlone } from './sample.ts';

const rip = { type: 8, itemSize: 3, itemCount: 1, data: Uint8Array.of(1, 2, 3) };

describe("the specification's example", () => {
  it('is read as the four blocks of a fresh interface', () => {
    expect(readIpInfo(sample)).toEqual({
      multicastHeartbeat: { group: '', isActive: false, deadInterval: 10, protocol: 0, port: 0 },
      status: 'up',
      routerDiscovery: {
        maxInterval: 600,
        minInterval: 420,
        lifetime: 1800,
        isAdvertised: false,
        preference: 0,
      },
      dropsFragments: false,
      others: [],
    });
  });

  it('is unchanged byte for byte by what it has already', () => {
    const { others: _, ...info } = readIpInfo(sample);
    expect(changeIpInfo(sample, info)).toEqual(sample);
  });
});

it('builds a header of the status alone', () => {
  expect(buildIpInfo({ status: 'up' })).toEqual(statusAlone);
  expect(changeIpInfo(new Uint8Array(), { status: 'up' })).toEqual(statusAlone);
});

/** Every block that can be set, with the bytes of its data in the API's struct. */
const cases: readonly [IpInfoChanges, string, number][] = [
  [{ global: { isFiltering: true, logging: 'warnings' } }, '01 00 00 00 02 00 00 00', 8],
  [{ status: 'unknown-7' }, '07 00 00 00', 4],
  [
    {
      routes: [
        {
          destination: '10.1.0.0',
          mask: '255.255.0.0',
          nextHop: '192.168.7.1',
          metric1: 5,
          protocol: 'static-non-dial',
        },
        { version: 6, destination: '2001:db8::', prefixLength: 32, nextHop: 'fe80::1' },
      ],
    },
    `0a 01 00 00 ff ff 00 00 00 00 00 00 c0 a8 07 01 00 00 00 00 00 00 00 00
     05 00 00 00 ff ff ff ff ff ff ff ff ${'00 '.repeat(12)}
     00 00 00 00 04 00 00 00 17 27 00 00 00 00 00 00 01 00 00 00 01 00 00 00
     20 01 0d b8 ${'00 '.repeat(12)} 20 00 00 00 fe 80 ${'00 '.repeat(13)} 01
     ff ff ff ff 00 00 00 00 01 00 00 00
     00 00 00 00 04 00 00 00 16 27 00 00 00 00 00 00 01 00 00 00 00 00 00 00`,
    72,
  ],
  [{ priorities: [{ protocol: 10006, metric: 3 }] }, '01 00 00 00 16 27 00 00 03 00 00 00', 12],
  [
    { prioritiesEx: [{ protocol: 8, subProtocol: 1, metric: 0x7f }] },
    '01 00 00 00 08 00 00 00 01 00 00 00 7f 00 00 00',
    16,
  ],
  [
    {
      inputFilters: {
        defaultAction: 'drop',
        filters: [
          { source: '10.0.0.0', sourceMask: '255.0.0.0', protocol: 6, destinationPort: 443 },
          { protocol: 1, sourcePort: 8, destinationPort: 0xff },
        ],
      },
    },
    `01 00 00 00 02 00 00 00 01 00 00 00
     0a 00 00 00 ff 00 00 00 00 00 00 00 00 00 00 00 06 00 00 00 00 00 00 00 00 00 01 bb
     00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01 00 00 00 00 00 00 00 08 00 ff 00`,
    68,
  ],
  [
    {
      demandDialFiltersV6: {
        defaultAction: 'forward',
        filters: [{ destination: '2001:db8:1::', destinationPrefixLength: 48, protocol: 17 }],
      },
    },
    `01 00 00 00 01 00 00 00 00 00 00 00 ${'00 '.repeat(20)}
     20 01 0d b8 00 01 ${'00 '.repeat(10)} 30 00 00 00 11 00 00 00 00 00 00 00 00 00 00 00`,
    64,
  ],
  [
    {
      routerDiscovery: {
        maxInterval: 600,
        minInterval: 450,
        lifetime: 1800,
        isAdvertised: true,
        preference: -2147483648,
      },
    },
    '58 02 c2 01 08 07 00 00 01 00 00 00 00 00 00 80',
    16,
  ],
  [
    { multicastHeartbeat: { group: 'é', isActive: true, deadInterval: 1, protocol: 17, port: 9 } },
    `e9 00 ${'00 '.repeat(126)} 01 00 00 00 01 00 00 00 11 00 09 00`,
    140,
  ],
  [
    { multicastBoundaries: [{ group: '239.1.0.0', mask: '255.255.0.0' }] },
    'ef 01 00 00 ff ff 00 00',
    8,
  ],
  [{ multicastLimit: { ttl: 16 } }, '10 00 00 00 00 00 00 00', 8],
  [
    { ipInIp: { remote: '192.0.2.1', local: '192.0.2.2', ttl: 64 } },
    'c0 00 02 01 c0 00 02 02 40 00 00 00',
    12,
  ],
  [{ dropsFragments: true }, '01 00 00 00', 4],
  [{ enablesFilters: false }, '00 00 00 00', 4],
];

describe('each block', () => {
  it.each(cases)('%j has the bytes of its struct', (changes, data, itemSize) => {
    const [block] = parseInfoBlocks(buildIpInfo(changes));
    expect(block?.itemSize).toBe(itemSize);
    expect(Buffer.from(block?.data ?? []).toString('hex')).toBe(
      Buffer.from(bytesOf(data)).toString('hex'),
    );
  });

  it.each(cases)('%j is read as it was written, with the defaults filled in', (changes) => {
    const bytes = buildIpInfo(changes);
    const { others, ...read } = readIpInfo(bytes);
    expect(others).toEqual([]);
    expect(read).toMatchObject(changes);
    expect(buildIpInfo(read)).toEqual(bytes);
  });
});

describe('routes of 56 bytes, as before Windows Server 2008', () => {
  const data = bytesOf(`
    0a 01 00 00 ff ff 00 00 00 00 00 00 c0 a8 07 01 03 00 00 00 03 00 00 00 16 27 00 00
    00 00 00 00 00 00 00 00 02 00 00 00 ff ff ff ff ff ff ff ff ff ff ff ff 04 00 00 00`);
  const old = { type: ipBlockTypes.routes, itemSize: 56, itemCount: 1, data };
  const bytes = buildInfoBlocks([old]);

  it('are told by their size', () => {
    expect(readIpInfo(bytes).routes).toEqual([
      {
        version: 4,
        destination: '10.1.0.0',
        mask: '255.255.0.0',
        policy: 0,
        nextHop: '192.168.7.1',
        interfaceIndex: 3,
        type: 'direct',
        protocol: 'static',
        age: 0,
        nextHopAs: 0,
        metric1: 2,
        metric2: 0xffffffff,
        metric3: 0xffffffff,
        metric4: 0xffffffff,
        metric5: 4,
      },
    ]);
  });

  it('are written with the size that the server has', () => {
    const { routes } = readIpInfo(bytes);
    const more = [...(routes ?? []), { destination: '10.2.0.0', mask: '255.255.0.0' }];
    const changed = changeIpInfo(bytes, { routes: more });
    expect(findInfoBlock(parseInfoBlocks(changed), old.type)).toMatchObject({
      itemSize: 56,
      itemCount: 2,
    });
    expect(readIpInfo(changed).routes?.[0]).toEqual(routes?.[0]);
  });

  it('have no place for an IPv6 route', () => {
    const routes = [{ version: 6, destination: '2001:db8::', prefixLength: 32 }] as const;
    expect(() => changeIpInfo(bytes, { routes })).toThrow(/changes\.routes\[0\]\.version/);
  });
});

describe('a change', () => {
  const bytes = buildInfoBlocks(addInfoBlock(parseInfoBlocks(sample), rip));

  it('keeps the blocks of other clients byte for byte, and the order', () => {
    const changed = parseInfoBlocks(changeIpInfo(bytes, { status: 'down' }));
    expect(changed.map(({ type }) => type)).toEqual(parseInfoBlocks(bytes).map((one) => one.type));
    expect(findInfoBlock(changed, rip.type)).toEqual(rip);
    expect(readIpInfo(buildInfoBlocks(changed))).toMatchObject({ status: 'down', others: [rip] });
  });

  it('with null makes a block empty, which tells the router to delete what it has', () => {
    const changed = changeIpInfo(bytes, { routerDiscovery: null });
    expect(readIpInfo(changed).routerDiscovery).toBeNull();
    const block = findInfoBlock(parseInfoBlocks(changed), ipBlockTypes.routerDiscovery);
    expect(block).toMatchObject({ itemSize: 0, itemCount: 0 });
  });

  it('without a block leaves it alone, and a block that was taken out is absent', () => {
    expect(readIpInfo(changeIpInfo(bytes, {}))).toEqual(readIpInfo(bytes));
    const without = removeInfoBlock(parseInfoBlocks(bytes), ipBlockTypes.routerDiscovery);
    expect('routerDiscovery' in readIpInfo(buildInfoBlocks(without))).toBe(false);
  });

  it('replaces or adds a block of another client', () => {
    const longer = { ...rip, itemCount: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
    const nat = { ...rip, type: 0x81372715 };
    expect(readIpInfo(changeIpInfo(bytes, { others: [longer, nat] })).others).toEqual([
      longer,
      nat,
    ]);
  });
});

it('a block of another size than the documented one is handed out as bytes', () => {
  const strange = { ...rip, type: ipBlockTypes.status };
  const info = readIpInfo(buildInfoBlocks([strange]));
  expect('status' in info).toBe(false);
  expect(info.others).toEqual([strange]);
});

it.each([
  [{ status: 'sideways' }, /'changes\.status' must be one of up, down, testing, or unknown- and/],
  [{ status: 'unknown-4294967296' }, /'changes\.status' must be one of/],
  [{ routes: [{ destination: '10.0.0.0' }] }, /"changes\.routes\[0\]\.mask" property must be/],
  [
    { routes: [{ destination: '10.0.0', mask: '255.0.0.0' }] },
    /'changes\.routes\[0\]\.destination' must be an IPv4 address/,
  ],
  [{ routes: [null] }, /"changes\.routes\[0\]"/],
  [{ routes: 'all' }, /"changes\.routes" property must be an instance of Array/],
  [{ routes: [{ version: 6, destination: 'fe80::1%3', prefixLength: 1 }] }, /an IPv6 address/],
  [{ multicastLimit: { ttl: -1 } }, /'changes\.multicastLimit\.ttl' must be a whole number/],
  [{ inputFilters: { defaultAction: 'drop' } }, /"changes\.inputFilters\.filters"/],
  [{ dropsFragments: 1 }, /"changes\.dropsFragments" property must be of type boolean/],
  [
    {
      multicastHeartbeat: { group: 'x'.repeat(64), isActive: true, deadInterval: 1 },
    },
    /must have at most 63 characters/,
  ],
  [{ routez: [] }, /'changes\.routez' is not known/],
])('refuses %j', (changes, message) => {
  expect(() => Reflect.apply(buildIpInfo, undefined, [changes])).toThrow(message);
});

it('the same number is a different client in another transport', () => {
  expect(infoBlockName('ip', 8)).toBe('rip');
  expect(infoBlockName('ipx', 8)).toBe('ipxwan');
  expect(infoBlockName('ipv6', 0xffff0005)).toBe('routes');
  expect(infoBlockName('ip', 0x81372715)).toBe('nat');
  expect(infoBlockName('ip', 77)).toBe('unknown-77');
});
