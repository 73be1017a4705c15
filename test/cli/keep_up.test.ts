// rras interface keep-up: an interface that is down is connected again, less and less often if that fails, and never
// against an administrator. The rules are played without a server, the command in labs.

import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  beginning,
  nextStep,
  type Sight,
  type Step,
} from '../../lib/cli/commands/interface/keep_up_rules.ts';
import { type Trouble, troubleOf } from '../../lib/cli/trouble.ts';
import { RasError } from '../../lib/errors/ras_error.ts';
import type { Interface } from '../../lib/interfaces/interface.ts';
import { labs } from './labs.ts';
import { rras, type Surroundings } from './terminal.ts';

const here = labs();

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

const timedOut = { status: 809, code: 'ERROR_VPN_TIMEOUT' } as const;
const sights = {
  up: { one: { ...paris, state: 'connected' } },
  connecting: { one: { ...paris, state: 'connecting' } },
  idle: { one: paris },
  failing: {
    one: {
      ...paris,
      state: 'unreachable',
      unreachable: ['connection-failure'],
      lastError: timedOut,
    },
  },
  disabled: {
    one: { ...paris, isEnabled: false, state: 'unreachable', unreachable: ['admin-disabled'] },
  },
  dismissed: {
    one: { ...paris, lastError: { status: 929, code: 'ERROR_INTERFACE_DISCONNECTED' } },
  },
  closed: { one: { ...paris, state: 'unreachable', unreachable: ['dial-out-hours'] } },
  paused: { one: { ...paris, state: 'unreachable', unreachable: ['service-paused'] } },
  attemptFailed: { trouble: concluded(809), during: 'attempt' },
  noCredentials: { trouble: concluded(909), during: 'attempt' },
  refusedPeer: { trouble: concluded(1326), during: 'attempt' },
  denied: { trouble: returned(5), during: 'reading' },
  deniedAttempt: { trouble: returned(5), during: 'attempt' },
  gone: { trouble: concluded(905), during: 'reading' },
  away: { trouble: returned(1722), during: 'reading' },
  open: { trouble: { ...returned(1727), outcome: 'unknown' }, during: 'attempt' },
} as const satisfies Record<string, Sight>;

/** The code with which an attempt has ended. */
function concluded(code: number): Trouble {
  return troubleOf(new RasError({ concluded: code, server: 'RAS01', outcome: 'not-done' }));
}

/** What a function of the API has returned. */
function returned(status: number): Trouble {
  return troubleOf(new RasError({ status, syscall: 'MprAdminInterfaceGetInfo', server: 'RAS01' }));
}

/** What is told and done, for each sight; between them pass the seconds before a name. */
function played(line: string, interval = 5000): string[] {
  let state = beginning;
  let at = 0;
  return line.split(' ').map((word) => {
    const [, seconds = '0', name = ''] = /^(\d*)(\w+)$/.exec(word) ?? [];
    at += Number(seconds) * 1000;
    const step = nextStep(state, sights[name as keyof typeof sights], { at, interval });
    state = step.state;
    return inWords(step);
  });
}

function inWords({ event, next }: Step): string {
  const done = next.kind === 'wait' ? `wait ${next.milliseconds / 1000}` : next.kind;
  return event === undefined ? done : `${event.event}, ${done}`;
}

describe('the rules', () => {
  it.each([
    ['connects what is down', 'idle up 5up', ['down, connect', 'connected, wait 5', 'wait 5']],
    [
      'waits twice as long after each failure, up to a minute',
      'idle attemptFailed 5failing attemptFailed 10failing attemptFailed 20failing attemptFailed 40failing attemptFailed 60failing attemptFailed',
      [
        'down, connect',
        'failed, wait 5',
        'connect',
        'failed, wait 10',
        'connect',
        'failed, wait 20',
        'connect',
        'failed, wait 40',
        'connect',
        'failed, wait 60',
        'connect',
        'failed, wait 60',
      ],
    ],
    [
      'begins from the first pause when a connection has lasted',
      'idle attemptFailed 5failing up 60up 5idle attemptFailed',
      [
        'down, connect',
        'failed, wait 5',
        'connect',
        'connected, wait 5',
        'wait 5',
        'down, connect',
        'failed, wait 5',
      ],
    ],
    [
      'does not hurry where connections end at once',
      'idle up 5idle 5idle up 5idle',
      [
        'down, connect',
        'connected, wait 5',
        'down, wait 5',
        'connect',
        'connected, wait 5',
        'down, wait 10',
      ],
    ],
    [
      'never fights an administrator who disabled it',
      'up 5disabled 5disabled 5idle up',
      ['connected, wait 5', 'left alone, wait 5', 'wait 5', 'down, connect', 'connected, wait 5'],
    ],
    [
      'never fights an administrator who disconnected it, and goes on when somebody has connected it',
      'up 5dismissed 5dismissed 90up 90idle',
      ['connected, wait 5', 'left alone, wait 5', 'wait 5', 'connected, wait 5', 'down, connect'],
    ],
    [
      'makes no attempt that cannot succeed',
      'closed 5closed 5paused 5idle',
      ['waiting, wait 5', 'wait 5', 'waiting, wait 5', 'down, connect'],
    ],
    [
      'goes on without credentials, and when the other router refuses them: somebody may mend that',
      'idle noCredentials 5failing refusedPeer',
      ['down, connect', 'failed, wait 5', 'connect', 'failed, wait 10'],
    ],
    [
      'asks a server that is away less and less often, and goes on when it is back',
      'up 5away 5away 10away 20up',
      ['connected, wait 5', 'lost, wait 5', 'wait 10', 'wait 20', 'connected, wait 5'],
    ],
    [
      'looks again after an attempt of unknown end',
      'idle open 5connecting 5up',
      ['down, connect', 'wait 5', 'connecting, wait 5', 'connected, wait 5'],
    ],
    ['ends when access is denied', 'up 5denied', ['connected, wait 5', 'end']],
    ['ends when an attempt is denied', 'idle deniedAttempt', ['down, connect', 'end']],
    ['ends when the interface is gone', 'up 5gone', ['connected, wait 5', 'end']],
  ])('%s', (_, line, steps) => {
    expect(played(line)).toEqual(steps);
  });
});

const scene = `
servers:
  - name: RAS01
    ports: { ikev2: 2 }
    interfaces:
      - { name: Ethernet, type: dedicated }
      - { name: Paris, phoneNumber: vpn.paris.example }
      - { name: Rome, answer: 809 }
      - { name: Bern, connectingTime: 5s }
      - { name: Oslo, isEnabled: false }
    events: [{ at: 5s, denied: true }]
`;

/** Runs it until the last of the events has been told; after each of the others, what stands beside it is done. */
async function until(
  name: string,
  events: readonly (readonly [event: RegExp, then?: (lab: string) => unknown])[],
  words: readonly string[] = [],
) {
  const lab = await here.write('lab.yaml', scene);
  await rras(['sim', 'reset', lab]);
  const interrupt = new AbortController();
  const waiting = [...events];
  const surroundings: Surroundings = {
    interrupt,
    onScreen: (shown) => {
      const last = shown.trimEnd().split('\n').at(-1) ?? '';
      const [first] = waiting;
      if (first === undefined || !first[0].test(last)) return;
      waiting.shift();
      first[1]?.(lab);
      if (waiting.length === 0) interrupt.abort();
    },
  };
  const line = ['interface', 'keep-up', name, '--every=100ms', ...words, `--sim=${lab}`];
  const ended = await rras(line, surroundings);
  expect(waiting).toEqual([]);
  return { ...ended, again: (next: string) => rras([...next.split(' '), `--sim=${lab}`]) };
}

/** Another command of the lab does something. */
function deed(lab: string, action: string, ...args: readonly unknown[]): void {
  const past = readFileSync(`${lab}.history`, 'utf8').split('\n').slice(1, -1);
  const last = past.reduce((at, line) => Math.max(at, JSON.parse(line).at), 0);
  const line = { at: last + 0.01, server: 'RAS01', action, args, by: 'another' };
  writeFileSync(`${lab}.history`, `${JSON.stringify(line)}\n`, { flag: 'a' });
}

describe('the command', () => {
  it('connects an interface, and again when it was disconnected, and Ctrl-C leaves it as it is', async () => {
    const { code, stdout, stderr, again } = await until('Paris', [
      [/is connected$/, (lab) => deed(lab, 'disconnectInterface', { interface: 'Paris' })],
      [/is down/],
      [/is connected$/],
    ]);
    expect(code).toBe(0);
    expect(stdout.replaceAll(/^\d\d:\d\d:\d\d /gm, '')).toMatch(
      /^Paris on RAS01 is down\nParis on RAS01 is connected\nParis on RAS01 is down.*\(the next attempt in 0\.1 s\)\nParis on RAS01 is connected\n$/,
    );
    expect(stderr).toBe('Ended. Paris on RAS01 stays as it is.\n');
    expect((await again('interface list Paris --state connected -q')).stdout).toBe('Paris\n');
  });

  it('leaves an interface alone that an administrator has disabled, until it is enabled', async () => {
    const enable = (isEnabled: boolean) => (lab: string) =>
      deed(lab, 'setInterface', { interface: 'Paris' }, { isEnabled });
    const { stdout } = await until('Paris', [
      [/is connected$/, enable(false)],
      [/is left alone .*: an administrator has disabled it$/, enable(true)],
      [/is connected$/],
    ]);
    expect(stdout).not.toMatch(/could not be connected/);
  });

  it('says why an attempt has failed, and when the next one is', async () => {
    const { stdout } = await until('Rome', [
      [/could not be connected: .*\(ERROR_VPN_TIMEOUT\) \(the next attempt in 0\.1 s\)$/],
      [/could not be connected: .* \(the next attempt in 0\.2 s\)$/],
    ]);
    expect(stdout.match(/is down/g)).toHaveLength(1);
  });

  it('waits for an attempt that takes its time', async () => {
    const { stdout } = await until('Bern', [[/is connecting$/]], ['--within', '100ms']);
    expect(stdout).not.toMatch(/could not be connected/);
  });

  it('writes a line of JSON for each event, and each attempt into the audit log', async () => {
    const log = here.path('audit.jsonl');
    const { stdout } = await until('Rome', [[/"failed"/]], ['--jsonl', '--audit-log', log]);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events).toEqual([
      expect.objectContaining({ server: 'RAS01', interface: 'Rome', event: 'down', reason: null }),
      expect.objectContaining({ event: 'failed', retryIn: 0.1, reason: expect.any(String) }),
    ]);
    const [line = ''] = (await here.read('audit.jsonl')).split('\n');
    expect(JSON.parse(line)).toMatchObject({
      command: 'interface keep-up',
      action: 'connectInterface',
      consent: 'not needed',
      result: 'failed',
    });
  });

  it('ends when the interface is gone', async () => {
    const without = scene.replace(/.*name: Paris.*\n/, '');
    const interrupt = new AbortController();
    const lab = await here.write('lab.yaml', scene);
    await rras(['sim', 'reset', lab]);
    const { code, stderr } = await rras(
      ['interface', 'keep-up', 'Paris', '--every=100ms', `--sim=${lab}`],
      {
        interrupt,
        onScreen: (shown) => {
          if (!/connected\n$/.test(shown)) return;
          writeFileSync(lab, without);
          // The next command begins the lab anew.
          rras(['interface', 'list', `--sim=${lab}`]).then(
            () => {},
            () => interrupt.abort(),
          );
        },
      },
    );
    expect(code).toBe(6);
    expect(stderr).toMatch(/There is no interface Paris on RAS01 any more/);
  });

  it('ends when access is denied', async () => {
    const interrupt = new AbortController();
    const lab = await here.write('lab.yaml', scene);
    await rras(['sim', 'reset', lab]);
    const later = { at: 6, server: 'RAS01', action: 'disconnectInterface', by: 'another' };
    const { code, stderr } = await rras(
      ['interface', 'keep-up', 'Paris', '--every=100ms', `--sim=${lab}`],
      {
        interrupt,
        onScreen: (shown) => {
          const line = JSON.stringify({ ...later, args: [{ interface: 'Rome' }] });
          if (/connected\n$/.test(shown))
            writeFileSync(`${lab}.history`, `${line}\n`, { flag: 'a' });
        },
      },
    );
    expect(code).toBe(3);
    expect(stderr).toMatch(/Paris on RAS01 cannot be kept up: .*ERROR_ACCESS_DENIED/);
  });

  it.each([
    ['Ethernet', 2, /type dedicated/],
    ['Berlin', 6, /There is no interface Berlin/],
    ['P*', 2, /is a pattern/],
    ['', 2, /empty/],
  ])('"%s" ends with %i before anything is done', async (name, exit, why) => {
    const lab = await here.write('lab.yaml', scene);
    await rras(['sim', 'reset', lab]);
    const { code, stdout, stderr } = await rras(['interface', 'keep-up', name, `--sim=${lab}`]);
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).toMatch(why);
  });
});
