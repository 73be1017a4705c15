// The numbers of a connection as words, and the join of the older levels.

import { describe, expect, it } from 'vitest';
import { interfaceTypes, quarantineStates } from '../../lib/connections/connection.ts';
import { listConnections } from '../../lib/connections/listed.ts';
import { connectionFromEx } from '../../lib/connections/rows.ts';
import { dateOf, ipv4InNetworkOrder, ipv6PrefixOf } from '../../lib/connections/values.ts';
import {
  ikev2AuthenticationOf,
  ikev2EncryptionOf,
  interfaceTypeOf,
  pppAuthenticationOf,
  pppEncryptionOf,
  quarantineOf,
} from '../../lib/connections/words.ts';
import { readRows } from '../../lib/native/packed.ts';
import { ConnectionExRow } from '../../lib/native/rows.ts';
import { pack } from '../fixtures/packing.ts';

const NOW = Date.UTC(2026, 0, 1);
const answered = { server: 'RAS01', now: NOW };

function fromEx(values: Record<string, unknown>) {
  const [row] = readRows(ConnectionExRow, pack('connectionEx', [values]));
  if (row === undefined) throw new Error('there should be a row');
  return connectionFromEx(row, answered);
}

/** The connections of an older server, from what it has at each level. */
function joined(levels: Record<0 | 1 | 2 | 3, readonly Record<string, unknown>[]>) {
  const { 0: level0, 1: level1, 2: level2, 3: level3 } = levels;
  return listConnections(
    {
      connection0: pack('connection0', level0),
      connection1: pack('connection1', level1),
      connection2: pack('connection2', level2),
      connection3: pack('connection3', level3),
    },
    'RAS01',
  );
}

describe('words', () => {
  it.each([...interfaceTypes.entries()])('interface type %i is %s', (number, word) => {
    expect(interfaceTypeOf(number)).toBe(word);
  });

  it.each([...quarantineStates.entries()])('quarantine state %i is %s', (number, word) => {
    expect(quarantineOf(number)).toBe(word);
  });

  it('show a number that the package does not know', () => {
    expect(interfaceTypeOf(8)).toBe('unknown-8');
    expect(quarantineOf(4)).toBe('unknown-4');
    expect(pppAuthenticationOf(0xc999, 0)).toBe('unknown-51609');
    expect(ikev2AuthenticationOf(3)).toBe('unknown-3');
    expect(ikev2EncryptionOf(6)).toBe('unknown-6');
  });

  it.each([
    [0, 0, undefined],
    [0xc023, 0, 'pap'],
    [0xc027, 0, 'spap'],
    [0xc223, 5, 'chap'],
    [0xc223, 0x80, 'ms-chap'],
    [0xc223, 0x81, 'ms-chap-v2'],
    [0xc227, 0, 'eap'],
  ])('authentication protocol 0x%x with 0x%x is %s', (protocol, data, word) => {
    expect(pppAuthenticationOf(protocol, data)).toBe(word);
  });

  it.each([
    [0, 0, undefined],
    [0, 0x10, 'mppe-40-old'],
    [0, 0x20, 'mppe-40'],
    [0, 0x80, 'mppe-56'],
    [0, 0x40 | 0x01000000, 'mppe-128'],
    [0x10, 0, 'des-56'],
    [0x20, 0x40, '3des'],
    [0x40 | 2 | 4, 0, 'aes-128'],
    [0x100, 0, 'aes-192'],
    [0x80, 0, 'aes-256'],
    [0x200, 0, 'aes-gcm-128'],
    [0x400, 0, 'aes-gcm-192'],
    [0x800, 0, 'aes-gcm-256'],
  ])('link options 0x%x with compression options 0x%x are %s', (link, compression, word) => {
    expect(pppEncryptionOf(link, compression)).toBe(word);
  });

  it('are undefined for IKEv2 if nothing was negotiated', () => {
    expect(ikev2AuthenticationOf(0)).toBeUndefined();
    expect(ikev2AuthenticationOf(1)).toBe('certificate');
    expect(ikev2AuthenticationOf(2)).toBe('eap');
    expect(ikev2EncryptionOf(0)).toBeUndefined();
    expect(ikev2EncryptionOf(5)).toBe('aes-256');
  });
});

describe('values', () => {
  it('reads a FILETIME', () => {
    expect(dateOf(116_444_736_000_000_000n)).toEqual(new Date(0));
    expect(dateOf(133_485_408_000_000_000n)).toEqual(new Date('2024-01-01T00:00:00Z'));
    expect(dateOf(0n)).toEqual(new Date('1601-01-01T00:00:00Z'));
    expect(dateOf(2n ** 64n - 1n)?.getUTCFullYear()).toBe(60056);
  });

  it.each([
    ['20010db800000001', 64, '2001:db8:0:1::/64'],
    ['20010db800000000', 32, '2001:db8::/32'],
    ['fe80000000000000', 10, 'fe80::/10'],
    ['0000000000000000', 1, '::/1'],
  ])('writes the prefix %s/%i as %s', (digits, length, text) => {
    expect(ipv6PrefixOf(digits, length)).toBe(text);
  });

  it('turns an IPv4 address into the number that the API takes', () => {
    expect(ipv4InNetworkOrder('10.1.2.200')).toBe(0xc802010a);
    expect(ipv4InNetworkOrder('::1')).toBeUndefined();
    expect(ipv4InNetworkOrder('10.1.2')).toBeUndefined();
  });
});

const guid = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

describe('a connection of the newest level', () => {
  it('has every field of IKEv2', () => {
    const connection = fromEx({
      connection: 7,
      connectDuration: 60,
      flags: 0x30,
      guid,
      quarantine: 2,
      probationEnds: 116_444_736_000_000_000n,
      projectionType: 2,
      ipAddress: '10.0.0.1',
      ipRemoteAddress: '10.0.0.9',
      ipv6Prefix: '20010db800000001',
      ipv6PrefixLength: 64,
      remoteEndpoint: '203.0.113.9',
      localEndpoint: '198.51.100.1',
      switchOvers: 3,
      bytesSent: 4_294_967_295,
      ikev2AuthenticationProtocol: 1,
      ikev2EncryptionMethod: 5,
    });
    expect(connection).toMatchObject({
      handle: 7,
      guid,
      type: 'ikev2',
      isDormant: true,
      quarantine: 'probation',
      probationEnds: new Date(0),
      start: new Date(NOW - 60_000),
      localAddress: '10.0.0.1',
      remoteAddress: '10.0.0.9',
      ipv6Prefix: '2001:db8:0:1::/64',
      localEndpoint: '198.51.100.1',
      remoteEndpoint: '203.0.113.9',
      mobikeSwitches: 3,
      counters: { bytesSent: 4_294_967_295 },
      authentication: 'certificate',
      encryption: 'aes-256',
      projection: { type: 'ikev2', encryptionMethod: 5 },
    });
  });

  it('has no probation time outside of probation, and no address without negotiation', () => {
    const connection = fromEx({
      projectionType: 1,
      quarantine: 1,
      probationEnds: 5n,
      ipError: 720,
      ipAddress: '10.0.0.1',
      ipv6Error: 720,
      ipv6PrefixLength: 64,
    });
    expect(connection).toMatchObject({
      type: 'ppp',
      isDormant: false,
      quarantine: 'quarantine',
      probationEnds: undefined,
      localAddress: undefined,
      remoteAddress: undefined,
      ipv6Prefix: undefined,
      authentication: undefined,
      encryption: undefined,
      projection: { type: 'ppp', ipv4: { error: 720, address: '10.0.0.1' } },
    });
  });

  it('takes its type from the flags if the projection is newer', () => {
    const of = (flags: number) => fromEx({ projectionType: 9, flags });
    expect(of(0x10)).toMatchObject({ type: 'ikev2', projection: undefined });
    expect(of(0x01)).toMatchObject({ type: 'ppp', projection: undefined });
    expect(of(0)).toMatchObject({ type: undefined });
  });
});

describe('the older levels', () => {
  const row0 = { connection: 7, interface: 3, userName: 'alice', flags: 1 };
  const row1 = {
    connection: 7,
    interface: 3,
    bytesSent: 12,
    ipAddress: '10.0.0.1',
    ipRemoteAddress: '10.0.0.9',
  };
  const row2 = {
    connection: 7,
    userName: 'alice',
    guid,
    authenticationProtocol: 0xc223,
    authenticationData: 0x81,
    ccpOptions: 0x40,
  };
  const row3 = {
    connection: 7,
    userName: 'alice',
    guid,
    quarantine: 0,
    ipRemoteAddress: '10.0.0.9',
  };
  const none = { 0: [row0], 1: [], 2: [], 3: [] };

  it('report the user and the duration if there is only level 0 (NT 4)', () => {
    expect(joined(none)).toMatchObject([
      {
        handle: 7,
        userName: 'alice',
        type: 'ppp',
        guid: undefined,
        isDormant: undefined,
        quarantine: undefined,
        remoteAddress: undefined,
        counters: undefined,
        projection: undefined,
      },
    ]);
  });

  it('report addresses, counters, GUID and security (2000)', () => {
    const rows = { ...none, 1: [row1], 2: [{ ...row2, ipRemoteAddress: '10.0.0.9' }] };
    expect(joined(rows)).toMatchObject([
      {
        guid,
        remoteAddress: '10.0.0.9',
        counters: { bytesSent: 12 },
        authentication: 'ms-chap-v2',
        encryption: 'mppe-128',
        quarantine: undefined,
        projection: { type: 'ppp', ipv6: undefined, netBios: { error: 0 } },
      },
    ]);
  });

  it('report quarantine and IPv6 (2008)', () => {
    const rows = { ...none, 1: [row1], 3: [row3] };
    expect(joined(rows)).toMatchObject([
      {
        guid,
        quarantine: 'normal',
        counters: { bytesSent: 12 },
        projection: { type: 'ppp', netBios: undefined, ipv6: { prefixLength: 0 } },
      },
    ]);
  });

  it('leave out data of a later holder of the handle', () => {
    const rows = { ...none, 1: [row1], 3: [{ ...row3, userName: 'bob' }] };
    expect(joined(rows)).toMatchObject([
      { userName: 'alice', guid: undefined, counters: undefined, quarantine: undefined },
    ]);
  });

  it('leave out the counters of a connection on another interface', () => {
    const rows = { ...none, 1: [{ ...row1, interface: 4 }], 3: [row3] };
    expect(joined(rows)).toMatchObject([{ guid, counters: undefined }]);
  });

  it('recognise IKEv2 only if the bit cannot mean AppleTalk', () => {
    const old = { ...none, 0: [{ ...row0, flags: 0x10 }] };
    expect(joined(old)).toMatchObject([{ type: undefined }]);
    expect(joined({ ...old, 3: [row3] })).toMatchObject([
      { type: 'ikev2', projection: undefined, remoteAddress: '10.0.0.9' },
    ]);
  });
});
