// The changes between two readings of a server.

import { describe, expect, it } from 'vitest';
import type { Connection, Counters, Port } from '../../lib/index.ts';
import { sessionsOf } from '../../lib/sessions/join.ts';
import type { WatchChange } from '../../lib/watch/change.ts';
import { History } from '../../lib/watch/history.ts';
import { aConnection, aPort, noCounters } from './plain_records.ts';
import { sightingOf } from './plain_sightings.ts';

const at = new Date(0);

function reading(ports: readonly Port[], connections: readonly Connection[]) {
  const sessions = sessionsOf(connections, ports);
  return sightingOf({ at, ports, sessions, sessionsBy: 'handle' });
}

/** The types of the changes from one reading to the next. */
function between(
  before: readonly [readonly Port[], readonly Connection[]],
  now: readonly [readonly Port[], readonly Connection[]],
): string[] {
  const changes = new History(reading(...before)).advance(reading(...now));
  return changes.map((change) => change.type);
}

const busy = aPort({ condition: 'authenticated', connection: 1, totalCalls: 3 });

describe('a session without a GUID', () => {
  const then = aConnection({ connectDuration: 100 });

  it('is the same while its user, its port and its handle are', () => {
    const later = aConnection({ connectDuration: 160 });
    expect(between([[busy], [then]], [[busy], [later]])).toEqual([]);
  });

  it.each([
    ['of another user', { userName: 'bob' }, {}],
    ['of a user of another domain', { logonDomain: 'CORP' }, {}],
    ['from another computer', { computer: 'LAPTOP-9' }, {}],
    ['whose duration fell', { connectDuration: 50 }, {}],
    ['after another call of the port', {}, { totalCalls: 4 }],
    ['after calls were counted anew', {}, { totalCalls: 1 }],
    ['on a port that has another handle', {}, { handle: 2 }],
    ['on another port', {}, { name: 'VPN2-2' }],
  ])('is another session %s', (_, connection, port) => {
    const later = aConnection({ connectDuration: 160, ...connection });
    const changes = between([[busy], [then]], [[{ ...busy, ...port }], [later]]);
    expect(changes.filter((type) => !type.startsWith('port'))).toEqual([
      'disconnected',
      'connected',
    ]);
  });

  it('is the same when a server has set its clock back a little', () => {
    const later = aConnection({ connectDuration: 98 });
    expect(between([[busy], [then]], [[busy], [later]])).toEqual([]);
  });

  it('is the same as long as one link of a multilink connection is', () => {
    const second = aPort({ ...busy, name: 'VPN2-2', handle: 2 });
    const redialled = { ...second, totalCalls: second.totalCalls + 1 };
    expect(between([[busy, second], [then]], [[busy, redialled], [then]])).toEqual([]);
  });

  it('is the same when it is on no port, as while it comes or goes', () => {
    expect(between([[], [then]], [[], [then]])).toEqual([]);
  });
});

describe('a session with a GUID', () => {
  const then = aConnection({ guid: 'a', connectDuration: 100 });

  it('is the same whatever else differs', () => {
    const later = aConnection({ guid: 'a', handle: 9, userName: 'alice@corp', connectDuration: 1 });
    expect(between([[busy], [then]], [[{ ...busy, connection: 9 }], [later]])).toEqual([]);
  });

  it('is another one under the same handle when the GUID is another', () => {
    const later = aConnection({ guid: 'b', connectDuration: 160 });
    expect(between([[busy], [then]], [[busy], [later]])).toEqual(['disconnected', 'connected']);
  });

  it('is recognised by its other fields when several share one GUID', () => {
    const zero = '00000000-0000-0000-0000-000000000000';
    const both = [aConnection({ guid: zero }), aConnection({ guid: zero, handle: 2 })];
    expect(between([[], both], [[], both])).toEqual([]);
    expect(between([[], both], [[], both.slice(0, 1)])).toEqual(['disconnected']);
  });

  it('is the same when the server once omits the GUID', () => {
    const later = aConnection({ connectDuration: 160 });
    expect(between([[busy], [then]], [[busy], [later]])).toEqual([]);
    expect(between([[busy], [later]], [[busy], [{ ...then, connectDuration: 170 }]])).toEqual([]);
  });
});

describe('ports', () => {
  it('of one name are distinguished by their handles', () => {
    const ports = [1, 2, 3].map((handle) =>
      aPort({ handle, name: 'COM1', deviceName: `${handle}` }),
    );
    const [gone] = new History(reading(ports, [])).advance(reading(ports.slice(1), []));
    expect(gone).toMatchObject({ type: 'port-removed', port: { deviceName: '1' } });
  });

  it('are the same after a restart has given them other handles, in whatever order', () => {
    const ports = [1, 2].map((handle) => aPort({ handle, name: `VPN2-${handle}` }));
    const later = ports.map((port) => ({ ...port, handle: port.handle + 100 })).reverse();
    expect(between([ports, []], [later, []])).toEqual([]);
  });

  it('report a leaving session before the condition, and the condition before a new session', () => {
    const changes = between(
      [[busy], [aConnection({})]],
      [[{ ...busy, condition: 'calling-back', totalCalls: 4 }], [aConnection({ userName: 'bob' })]],
    );
    expect(changes).toEqual(['disconnected', 'port-condition', 'connected']);
  });
});

describe('a field that an older server does not report', () => {
  it('is not a change when it is reported after all', () => {
    const then = aConnection({ guid: 'a' });
    const later = {
      ...then,
      isDormant: true,
      remoteEndpoint: '192.0.2.1',
      mobikeSwitches: 3,
      counters: noCounters,
    };
    expect(between([[], [then]], [[], [later]])).toEqual([]);
    expect(between([[], [later]], [[], [then]])).toEqual([]);
  });

  it('leaves traffic at its last value', () => {
    const counted = aConnection({ guid: 'a', counters: { ...noCounters, bytesSent: 5 } });
    const uncounted = aConnection({ guid: 'a', counters: undefined });
    const history = new History(reading([], [counted]));
    history.advance(reading([], [uncounted]));
    const { sessions } = history.snapshot(false);
    expect(sessions).toMatchObject([{ traffic: { bytesSent: 5 } }]);
  });
});

describe('traffic', () => {
  const GiB = 2 ** 30;

  /** The traffic that a watch computes from successive readings of the counters. */
  function follow(...readings: readonly Partial<Counters>[]) {
    const listings = readings.map((counters) =>
      reading([], [aConnection({ guid: 'a', counters: { ...noCounters, ...counters } })]),
    );
    const [first, ...others] = listings;
    if (first === undefined) throw new Error('no reading');
    const history = new History(first);
    const changes: WatchChange[] = others.flatMap((listing) => history.advance(listing));
    const [session] = history.snapshot(false).sessions;
    return { traffic: session?.traffic, changes: changes.map((change) => change.type) };
  }

  it('goes on beyond 32 bits where the counters wrap around', () => {
    const { traffic, changes } = follow(
      { bytesSent: 3 * GiB, framesSent: 3_000_000 },
      { bytesSent: 2 * GiB, framesSent: 6_000_000 },
      { bytesSent: 1 * GiB, framesSent: 9_000_000 },
    );
    expect(changes).toEqual([]);
    expect(traffic).toMatchObject({ bytesSent: 9 * GiB, framesSent: 9_000_000 });
  });

  it('continues where the counters were cleared, and reports that', () => {
    const { traffic, changes } = follow(
      { bytesSent: 3 * GiB, framesSent: 3_000_000, bytesReceived: 700, framesReceived: 7 },
      { bytesSent: 5_000, framesSent: 50, bytesReceived: 0, framesReceived: 0 },
    );
    expect(changes).toEqual(['counters-restarted']);
    expect(traffic).toEqual({
      bytesSent: 3 * GiB + 5_000,
      framesSent: 3_000_050,
      bytesReceived: 700,
      framesReceived: 7,
    });
  });

  it.each<[string, Partial<Counters>, Partial<Counters>]>([
    ['an error counter fell', { crcErrors: 1 }, { crcErrors: 0 }],
    ['more bytes fell than the frames carry', { bytesSent: GiB, framesSent: 1 }, { framesSent: 9 }],
    ['bytes fell of a server that counts no frames', { bytesSent: 900 }, { bytesSent: 100 }],
  ])('treats the counters as cleared when %s', (_, before, now) => {
    expect(follow(before, now).changes).toEqual(['counters-restarted']);
  });

  it.each<[string, Partial<Counters>, Partial<Counters>]>([
    ['frames came past their end', { framesSent: 2 ** 32 - 10 }, { framesSent: 10 }],
    ['bytes did, in a few frames', { bytesSent: 2 ** 32 - 9, framesSent: 5 }, { framesSent: 6 }],
    ['bytes did, of a server that counts no frames', { bytesSent: 4e9 }, { bytesSent: 1e9 }],
  ])('treats the counters as wrapped around when %s', (_, before, now) => {
    expect(follow(before, now).changes).toEqual([]);
  });

  it('reports a restart once', () => {
    const cleared = { bytesSent: 1, framesSent: 1 };
    const { changes } = follow({ bytesSent: 9e5, framesSent: 900 }, cleared, cleared);
    expect(changes).toEqual(['counters-restarted']);
  });
});
