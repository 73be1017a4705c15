// What stays the same object from one reading to the next, so that an unchanged server costs no new ones.

import { expect, it } from 'vitest';
import { connectionTable } from '../../lib/connections/tables.ts';
import { PortTable } from '../../lib/ports/table.ts';
import { History } from '../../lib/watch/history.ts';
import { Observer } from '../../lib/watch/observer.ts';
import { pack } from '../fixtures/packing.ts';

type Values = Readonly<Record<string, unknown>>;

const at = new Date(0);
const answered = { server: 'RAS01', now: 0 };
const guid = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const HAS_CONNECTION = 1;

const alice = { connection: 7, userName: 'alice', logonDomain: 'CORP', guid, connectDuration: 60 };
const bob = { connection: 8, userName: 'bób', logonDomain: 'LAB', connectDuration: 9 };

function portOf(connection: number, values: Values = {}) {
  return {
    handle: connection,
    name: `VPN${connection}`,
    flags: HAS_CONNECTION,
    connection,
    ...values,
  };
}

/** What an observer sees in a reading, which knows the one before as in a watch. */
function see(observer: Observer, connections: readonly Values[], ports: readonly Values[]) {
  const before = observer.rows;
  const tables = { port: pack('port', ports), connectionEx: pack('connectionEx', connections) };
  return observer.see({
    at,
    ports: new PortTable(tables, 'RAS01', before?.ports),
    connections: connectionTable(tables, answered, before?.connections),
  });
}

const ports = [portOf(7), portOf(8)];

it('keeps what only lasts longer or has carried more, and reads it from the new rows', () => {
  const observer = new Observer();
  const before = see(observer, [alice, bob], ports);
  expect(before.sessions[0]?.data.connectDuration).toBe(60);
  const longer = { ...alice, connectDuration: 65, bytesSent: 9, frameErrors: 1 };
  const now = see(observer, [longer, bob], [portOf(7, { connectDuration: 5 }), portOf(8)]);
  expect(now.sessions).toEqual(before.sessions);
  expect(now.sessions.every((session, place) => session === before.sessions[place])).toBe(true);
  expect(now.ports.every((port, place) => port === before.ports[place])).toBe(true);
  expect(now.sessions[0]?.data).toMatchObject({
    userName: 'alice',
    connectDuration: 65,
    counters: { bytesSent: 9 },
    ports: [{ name: 'VPN7', connectDuration: 5 }],
  });
});

it('keeps everything when every row is as it was', () => {
  const observer = new Observer();
  const before = see(observer, [alice, bob], ports);
  const now = see(observer, [alice, { ...bob, connectDuration: 70 }], ports);
  expect(now.sessions.every((session, place) => session === before.sessions[place])).toBe(true);
  expect(now.sessions[1]?.data).toMatchObject({ userName: 'bób', connectDuration: 70 });
  const redialled = see(observer, [alice, { ...bob, connectDuration: 1 }], ports);
  expect(redialled.sessions[1]).not.toBe(before.sessions[1]);
  expect(before.sessions[1]?.data.connectDuration).toBe(70);
});

it('finds a row that stands elsewhere, with its texts in another order', () => {
  const observer = new Observer();
  const before = see(observer, [alice, bob], ports);
  const now = see(observer, [bob, alice], [portOf(8), portOf(7)]);
  expect(now.sessions).toEqual([before.sessions[1], before.sessions[0]]);
  expect(now.sessions[0]).toBe(before.sessions[1]);
  expect(now.sessions[1]?.data).toMatchObject({ userName: 'alice', logonDomain: 'CORP' });
});

it.each<[string, Values]>([
  ['a number', { quarantine: 2 }],
  ['a text', { userName: 'alicf' }],
  ['a repeated text', { logonDomain: 'LAB' }],
  ['a text that is longer', { computer: 'PC-1' }],
  ['the GUID', { guid: guid.replace('6', '7') }],
])('makes a new object for a session if %s is another', (_, values) => {
  const observer = new Observer();
  const before = see(observer, [alice, bob], ports);
  const now = see(observer, [{ ...alice, ...values }, bob], ports);
  expect(now.sessions[0]).not.toBe(before.sessions[0]);
  expect(now.sessions[1]).toBe(before.sessions[1]);
  expect(before.sessions[0]?.data.userName).toBe('alice');
  expect(now.sessions[0]?.ports).toEqual(before.sessions[0]?.ports);
});

it('knows a session without a GUID by its ports and its duration', () => {
  const observer = new Observer();
  const first = see(observer, [bob], [portOf(8)]);
  const longer = see(observer, [{ ...bob, connectDuration: 10 }], [portOf(8)]);
  expect(longer.sessions[0]).toBe(first.sessions[0]);
  const shorter = see(observer, [{ ...bob, connectDuration: 1 }], [portOf(8)]);
  expect(shorter.sessions[0]).not.toBe(first.sessions[0]);
  const redialled = see(observer, [bob], [portOf(8, { totalCalls: 2 })]);
  expect(redialled.sessions[0]).not.toBe(shorter.sessions[0]);
  expect(redialled.sessions[0]?.ports).toEqual(redialled.ports);
});

it('takes the later row of a handle that is listed twice', () => {
  const observer = new Observer();
  see(observer, [alice], ports);
  const now = see(observer, [alice, { ...alice, userName: 'carol' }], ports);
  expect(now.sessions.map(({ data }) => data.userName)).toEqual(['carol']);
  const again = see(observer, [alice, { ...alice, userName: 'carol' }], ports);
  expect(again.sessions.map(({ data }) => data.userName)).toEqual(['carol']);
});

it('reports each session that is gone as itself when a handle is listed twice', () => {
  const observer = new Observer();
  const history = new History(see(observer, [alice, bob], ports));
  const carol = { ...bob, userName: 'carol' };
  const changes = history.advance(see(observer, [bob, carol], ports));
  const told = changes.map((change) => [
    change.type,
    'session' in change && change.session.userName,
  ]);
  expect(told).toEqual([
    ['disconnected', 'alice'],
    ['disconnected', 'bób'],
    ['connected', 'carol'],
  ]);
});

it('puts a port that joins a session on it, and takes away one that leaves', () => {
  const observer = new Observer();
  const one = see(observer, [alice], [portOf(7)]);
  const [session] = one.sessions;
  const link = portOf(7, { handle: 9, name: 'VPN9' });
  const two = see(observer, [alice], [portOf(7), link]);
  expect(two.sessions[0]).toBe(session);
  expect(session?.data.ports.map(({ name }) => name)).toEqual(['VPN7', 'VPN9']);
  see(observer, [alice], [link]);
  expect(session?.data.ports.map(({ name }) => name)).toEqual(['VPN9']);
});
