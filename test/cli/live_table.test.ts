// What a watch on a terminal shows as people come and go, and what its keys do.

import { describe, expect, it } from 'vitest';
import { hasText, nextView, type View } from '../../lib/cli/commands/watch_view.ts';
import { type ConnectionItem, connectionItem } from '../../lib/cli/people/connection_fields.ts';
import { connect } from '../../lib/connect/connect.ts';
import type { Interface } from '../../lib/interfaces/interface.ts';
import { Simulator } from '../../lib/simulator/index.ts';
import { rras } from './terminal.ts';

async function itemOf(more: Partial<ConnectionItem>): Promise<ConnectionItem> {
  using simulator = new Simulator();
  const server = simulator.addServer('RAS01');
  server.addPorts('sstp', 1);
  server.dialIn({ userName: 'alice' });
  await using connected = await connect('RAS01', { library: simulator });
  const [session] = await connected.enumSessions();
  if (session === undefined) throw new Error('nobody');
  return { ...connectionItem('RAS01', session), ...more };
}

const alice = await itemOf({ guid: '00000000-0000-4000-8000-00000000000a' });
const bob = await itemOf({
  userName: 'bob',
  ports: ['VPN2-1'],
  guid: '00000000-0000-4000-8000-00000000000b',
});

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, seconds));

/** The view after readings of RAS01, one each second; undefined: it did not answer. */
function viewOf(...readings: readonly (readonly ConnectionItem[] | undefined)[]): View {
  let view: View | undefined;
  readings.forEach((items, index) => {
    view = nextView(view, {
      at: at(index),
      answers: items === undefined ? [] : [{ server: 'RAS01', items }],
      silent: items === undefined ? [{ server: 'RAS01', message: 'down' }] : [],
    });
  });
  if (view === undefined) throw new Error('no reading');
  return view;
}

const paris: Interface = {
  server: 'RAS01',
  handle: 1,
  name: 'Paris',
  type: 'full-router',
  isEnabled: true,
  state: 'disconnected',
  unreachable: [],
  lastError: undefined,
};

it('what interfaces do is told, the newest first, and their first reading is no news', () => {
  const readings: (Interface[] | undefined)[] = [
    undefined,
    [paris],
    [{ ...paris, state: 'connecting' }],
    [
      { ...paris, state: 'connected' },
      { ...paris, name: 'Rome' },
    ],
    [{ ...paris, lastError: { status: 629, code: 'ERROR_REMOTE_DISCONNECTION' } }],
    [
      {
        ...paris,
        state: 'unreachable',
        unreachable: ['connection-failure'],
        lastError: { status: 809, code: 'ERROR_VPN_TIMEOUT' },
      },
    ],
    undefined,
  ];
  let view: View | undefined;
  for (const [index, interfaces] of readings.entries()) {
    const answers = [{ server: 'RAS01', items: [], interfaces }];
    view = nextView(view, { at: at(index), answers, silent: [] });
  }
  expect(view?.events.map(({ text }) => text)).toEqual([
    'Paris is unreachable: failed (809)',
    'Paris is down (629)',
    'interface Rome is gone',
    'interface Rome is new',
    'Paris is up',
    'Paris is connecting',
  ]);
});

const marksOf = ({ items }: View) => items.map(({ userName, mark }) => [userName, mark]);
const textsOf = ({ events }: View) => events.map(({ text }) => text);

describe('a view', () => {
  it('begins without news', () => {
    const view = viewOf([alice, bob]);
    expect(marksOf(view)).toEqual([
      ['alice', undefined],
      ['bob', undefined],
    ]);
    expect(view.events).toEqual([]);
  });

  it('marks who is new and who has gone, for a moment', () => {
    const came = viewOf([alice], [alice, bob]);
    expect(marksOf(came)).toEqual([
      ['alice', undefined],
      ['bob', 'new'],
    ]);
    expect(textsOf(came)).toEqual(['bob connected on VPN2-1']);
    const left = viewOf([alice, bob], [alice]);
    expect(marksOf(left)).toEqual([
      ['alice', undefined],
      ['bob', 'gone'],
    ]);
    expect(left.count).toBe(1);
    const later = viewOf([alice, bob], [alice], [alice], [alice], [alice]);
    expect(marksOf(later)).toEqual([['alice', undefined]]);
    expect(textsOf(later)).toEqual(['bob left VPN2-1']);
  });

  it('marks what has changed, and not what always does', () => {
    const older = { ...alice, connectDuration: 99, bytesSent: 1e6, start: new Date(5) };
    expect(marksOf(viewOf([alice], [older]))).toEqual([['alice', undefined]]);
    const moved = viewOf([alice], [{ ...older, remoteEndpoint: '192.0.2.99' }]);
    expect(moved.items[0]).toMatchObject({ mark: 'changed', changed: ['remoteEndpoint'] });
    expect(textsOf(moved)).toEqual(['alice is now at 192.0.2.99']);
    const slept = viewOf([alice], [{ ...alice, isDormant: true }], [alice]);
    expect(textsOf(slept)).toEqual(['alice is back', 'alice went dormant']);
  });

  it('tells a session from the next one of the same user', () => {
    const again = { ...alice, guid: '00000000-0000-4000-8000-0000000000aa' };
    expect(textsOf(viewOf([alice], [again]))).toEqual([
      'alice connected on VPN2-0',
      'alice left VPN2-0',
    ]);
    // NT 4 has no GUIDs, and uses handles again.
    const old = { ...alice, guid: undefined, connectDuration: 50 };
    expect(textsOf(viewOf([old], [{ ...old, connectDuration: 51 }]))).toEqual([]);
    expect(textsOf(viewOf([old], [{ ...old, connectDuration: 1 }]))).toHaveLength(2);
  });

  it('a server that does not answer has not lost its connections', () => {
    const view = viewOf([alice, bob], undefined, undefined, [alice]);
    expect(textsOf(view)).toEqual(['bob left VPN2-1', 'answers again', 'does not answer']);
  });

  it('the filter looks at what the table shows', () => {
    expect([hasText(alice, 'ALI'), hasText(alice, 'vpn2-0'), hasText(alice, 'zzz')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

/** Runs a watch on a terminal. Each step is done when the screen first matches its pattern. */
async function watched(
  line: string,
  simulator: Simulator,
  steps: readonly (readonly [when: RegExp, step: (press: (key: string) => void) => void])[],
) {
  let press: ((key: string) => void) | undefined;
  let text = '';
  const left = [...steps];
  const ended = await rras([...line.split(' '), '-s', 'RAS01', '--library', simulator.path], {
    columns: 80,
    keyboard: (given) => {
      press = given;
    },
    onScreen: (shown) => {
      text = shown.split('\u001b[H').at(-1) ?? '';
      const [next] = left;
      if (next !== undefined && press !== undefined && next[0].test(text)) {
        left.shift();
        // Not within the writing of the screen.
        const run = press;
        setImmediate(() => next[1](run));
      }
    },
  });
  expect({ left, text }).toMatchObject({ left: [] });
  return ended;
}

describe('the keys of a watch', () => {
  function world() {
    const simulator = new Simulator();
    const server = simulator.addServer('RAS01');
    server.addPorts('sstp', 4);
    for (const userName of ['alice', 'bob']) server.dialIn({ userName });
    return { simulator, server };
  }

  it('q ends it', async () => {
    const { simulator } = world();
    using _ = simulator;
    const { code, stdout } = await watched('watch', simulator, [
      [/2 connected at .*q ends, \/ filters/, (press) => press('q')],
    ]);
    expect(code).toBe(0);
    expect(stdout.endsWith('\u001b[?1049l')).toBe(true);
  });

  it('/ filters as it is typed, Enter keeps the filter and Escape takes it away', async () => {
    const { simulator } = world();
    using _ = simulator;
    const { code } = await watched('watch', simulator, [
      [/2 connected/, (press) => press('/')],
      [/\n\/_/, (press) => [...'alq'].forEach(press)],
      // q is a letter of the filter.
      [/0 of 2 connected .*\n\/alq_/, (press) => press('\u007f')],
      [/1 of 2 connected .*\n\/al_/, (press) => press('\u001b[A')],
      [/1 of 2 connected .*\n\/al_/, (press) => press('\r')],
      [/1 of 2 connected like al at .*\n.*\n. +alice(?![\s\S]*bob)/, (press) => press('\u001b')],
      [/: 2 connected at [\s\S]*bob/, (press) => press('Q')],
    ]);
    expect(code).toBe(0);
  });

  it('shows who has come and gone, in the table and at the foot', async () => {
    const { simulator, server } = world();
    using _ = simulator;
    const [first] = server.connections;
    const { code } = await watched('watch --every 200ms', simulator, [
      [/2 connected/, () => server.dialIn({ userName: 'carol' })],
      [
        /3 connected[\s\S]*\n\+ +carol [\s\S]*\d\d carol connected on VPN2-2/,
        () => first && server.hangUp(first),
      ],
      [
        /2 connected[\s\S]*\n- +alice [\s\S]*\d\d alice left VPN2-0 \| .*carol connected/,
        (press) => press('q'),
      ],
    ]);
    expect(code).toBe(0);
  });

  it('--summary counts instead', async () => {
    const { simulator, server } = world();
    using _ = simulator;
    const { code } = await watched('watch --summary --every 200ms', simulator, [
      [
        /CONNECTED +DORMANT +ROUTERS +PORTS +USED +FREE +SENT +RECV[\s\S]*\n +2 +0 +0 +4 +2 +2 /,
        () => server.dialIn({ userName: 'carol' }),
      ],
      [/\n +3 +0 +0 +4 +3 +1 [\s\S]*carol connected/, (press) => press('q')],
    ]);
    expect(code).toBe(0);
  });
});

describe('--summary on a pipe', () => {
  it('is a line of JSON for each reading', async () => {
    const { code, stdout } = await rras('watch --summary --for 400ms --every 100ms --sim');
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines[0]).toEqual({
      at: expect.any(String),
      server: 'RAS01',
      tunnelsUp: 0,
      tunnelsDown: 2,
      connected: 4,
      dormant: 1,
      routers: 0,
      totalPorts: 12,
      portsInUse: 4,
      portsFree: 8,
      bytesSent: expect.any(Number),
      bytesReceived: expect.any(Number),
    });
  });

  it('has the fields that are asked for, of the connections that are', async () => {
    const line = 'watch --summary --for 300ms --fields connected --user alice --sim';
    const [first = ''] = (await rras(line)).stdout.split('\n');
    expect(JSON.parse(first)).toEqual({ at: expect.any(String), connected: 1 });
  });

  it('an unknown server is an error', async () => {
    expect(await rras('watch --summary --for 5s -s RAS99 --sim')).toMatchObject({ code: 4 });
    expect(await rras('watch --summary --json --sim')).toMatchObject({ code: 2 });
  });
});
