// rras interface: what goes over each interface, why it is down, and what people type before they know the commands.

import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { whyDown } from '../../lib/cli/people/interface_words.ts';
import { riderInWords, ridersOf } from '../../lib/cli/people/riders.ts';
import { interfaceNamed } from '../../lib/cli/select/interface.ts';
import type { Connection } from '../../lib/connections/connection.ts';
import type { Interface } from '../../lib/interfaces/interface.ts';
import type { Session } from '../../lib/sessions/session.ts';
import { labs } from './labs.ts';
import { rras, type Surroundings } from './terminal.ts';

const here = labs();

const scene = `
servers:
  - name: RAS01
    ports: { ikev2: 3, sstp: 1 }
    interfaces:
      - { name: Ethernet, type: dedicated }
      - { name: Paris, phoneNumber: vpn.paris.example, vpnStrategy: ikev2-only, connectedSince: 2h }
      - { name: Rome, answer: 809 }
      - { name: Oslo, isEnabled: false }
      - { name: Bern, connectingTime: 5s }
      - { name: lima }
    connections: [{ userName: alice, type: sstp, since: 1h }]
  - name: RAS02
    ports: { ikev2: 1 }
    interfaces: [{ name: Paris }]
`;

async function inLab(line: string, surroundings?: Surroundings) {
  const lab = await here.write('lab.yaml', scene);
  await rras(['sim', 'reset', lab]);
  const again = (next: string) => rras([...wordsOf(next), `--sim=${lab}`], surroundings);
  return { ...(await again(line)), again };
}

const wordsOf = (line: string) =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');

function interfaceOf(own: Partial<Interface>): Interface {
  return {
    server: 'RAS01',
    handle: 1,
    name: 'Paris',
    type: 'full-router',
    isEnabled: true,
    state: 'disconnected',
    unreachable: [],
    lastError: undefined,
    ...own,
  };
}

describe('why an interface is down', () => {
  const timedOut = { status: 809, code: 'ERROR_VPN_TIMEOUT' } as const;
  it.each([
    [{ state: 'connected' }, undefined],
    [{ state: 'connecting', lastError: timedOut }, undefined],
    [{}, undefined],
    [{ lastError: timedOut }, /^it was disconnected: .* \(ERROR_VPN_TIMEOUT, 809\)$/],
    [{ lastError: { status: 4, code: 'UNKNOWN_4' } }, /^it was disconnected: /],
    [
      { state: 'unreachable', unreachable: ['connection-failure'], lastError: timedOut },
      /^the last attempt to connect it failed: .* \(ERROR_VPN_TIMEOUT, 809\)$/,
    ],
    [
      { state: 'unreachable', unreachable: ['dial-out-hours', 'unknown-128'] },
      'its dial-out hours do not allow it now; reason unknown-128',
    ],
  ] as const)('%j', (own, words) => {
    const why = whyDown(interfaceOf(own));
    if (words instanceof RegExp) expect(why).toMatch(words);
    else expect(why).toBe(words);
  });
});

async function itemsOf(line: string) {
  const { code, stdout } = await inLab(`${line} --json`);
  expect(code).toBe(0);
  return JSON.parse(stdout).items;
}

describe('rras interface list', () => {
  it.each([
    ['', ['Ethernet', 'Paris', 'Rome', 'Oslo', 'Bern', 'lima']],
    ["paris 'L*'", ['Paris', 'lima']],
    ['--state connected,unreachable', ['Ethernet', 'Paris', 'Oslo']],
    ['--type dedicated', ['Ethernet']],
    ['--state unknown-9', ['']],
    ['-s RAS01,RAS02 paris', ['RAS01/Paris', 'RAS02/Paris']],
    ['RAS02/Paris', ['Paris']],
  ])('%s', async (words, names) => {
    const { code, stdout } = await inLab(`interface list ${words} --quiet`);
    expect({ code, names: stdout.trimEnd().split('\n') }).toEqual({ code: 0, names });
  });

  it('has the connection that goes over an interface beside it', async () => {
    const [paris] = await itemsOf('interface list Paris');
    expect(paris).toMatchObject({
      state: 'connected',
      connectDuration: 7200,
      ports: ['VPN3-0'],
      foundBy: ['handle and name'],
      reason: null,
    });
  });

  it.each([
    ['--state down', /There is no down; there are unreachable, disconnected/],
    ['--type card', /There is no card; there are client, home-router/],
    ['--state connected,', /empty element/],
  ])('refuses %s', async (words, why) => {
    const { code, stdout, stderr } = await inLab(`interface list ${words}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(why);
  });

  it('names what is not there', async () => {
    const { code, stdout, stderr } = await inLab('interface list Paris Berlin --quiet');
    expect({ code, stdout }).toEqual({ code: 7, stdout: 'Paris\n' });
    expect(stderr).toMatch(/There is no interface Berlin on RAS01/);
  });

  it.each(['nt4', 'rassapi'])('says so where the library %s has no interfaces', async (library) => {
    const line = ['interface', 'list', '--library', library, '--timeout', '5'];
    const { code, stdout } = await rras(line);
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
  });
});

describe('rras interface show', () => {
  it('says why an interface is down, in words', async () => {
    const [oslo] = await itemsOf('interface show Oslo');
    expect(oslo).toMatchObject({
      state: 'unreachable',
      unreachable: ['admin-disabled'],
      reason: 'an administrator has disabled it',
      isEnabled: false,
    });
  });

  it('shows how it is dialled', async () => {
    const [paris] = await itemsOf('interface show paris');
    expect(paris).toMatchObject({
      name: 'Paris',
      phoneNumber: 'vpn.paris.example',
      vpnStrategy: 'ikev2-only',
      protocols: ['ip'],
      ipv4: null,
    });
    expect(paris).not.toHaveProperty('password');
  });

  it('shows a network card, which is not dialled', async () => {
    const [card] = await itemsOf('interface show Ethernet');
    expect(card).toMatchObject({ state: 'connected', type: 'dedicated', phoneNumber: null });
  });

  it.each([
    ['Berlin', 6, /There is no interface Berlin on RAS01/],
    ['Pariz', 6, /Did you mean Paris\?/],
    ["'P*'", 2, /P\* is a pattern.*\n.*rras interface list 'P\*'/],
    ["''", 2, /empty/],
    ['RAS01/', 2, /no name after the \//],
    ['Paris Rome', 2, /takes one argument/],
  ])('%s ends with %i', async (words, exit, why) => {
    const { code, stdout, stderr } = await inLab(`interface show ${words}`);
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).toMatch(why);
  });
});

it('a name that two interfaces have in different letter case is refused, and each is found by its own', () => {
  const both = ['lima', 'LIMA'].map((name, handle) => interfaceOf({ name, handle }));
  expect(interfaceNamed(both, 'LIMA', 'RAS01').handle).toBe(1);
  expect(() => interfaceNamed(both, 'Lima', 'RAS01')).toThrow(
    'Lima can be 2 interfaces: lima (handle 0), LIMA (handle 1)',
  );
});

describe('what goes over an interface', () => {
  const riding = (own: Partial<Connection>) => {
    const connection = {
      interface: 1,
      interfaceName: 'Paris',
      interfaceType: 'full-router',
      ...own,
    };
    return { userName: 'ras01', ports: [], connection } as unknown as Session;
  };
  it.each([
    [{}, 'handle and name'],
    [{ interface: 7 }, 'name'],
    [{ interfaceName: 'Rome' }, 'handle'],
    [{ interface: 7, interfaceName: 'Rome' }, undefined],
    // A client took the handle that the interface had before.
    [{ interfaceType: 'client' }, undefined],
  ] as const)('%j agrees by %s', (own, agreement) => {
    const [rider] = ridersOf(interfaceOf({}), [riding(own)]);
    expect(rider?.agreement).toBe(agreement);
    if (rider !== undefined) {
      expect(riderInWords(rider)).toMatch(
        agreement === 'handle and name' ? /ras01 \(certain: / : /ras01 \(not certain: /,
      );
    }
  });
});

describe('rras interface connect', () => {
  it('says that it is connected, and every other command of the lab sees it', async () => {
    const { code, stdout, stderr, again } = await inLab('interface connect RAS02/Paris --json');
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^To connect interface Paris of RAS02:/),
    });
    expect(JSON.parse(stdout).items[0]).toMatchObject({
      name: 'Paris',
      result: 'connected',
      state: 'connected',
      error: null,
    });
    expect((await again('interface list -s RAS02 --state connected -q')).stdout).toBe('Paris\n');
  });

  it('says why it has failed, and the interface is down for that reason', async () => {
    const { code, stdout, stderr, again } = await inLab('interface connect Rome');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Rome +failed /m);
    expect(stderr).toMatch(
      /error: .*interface Rome: The VPN server does not respond.*\(ERROR_VPN_TIMEOUT\)/,
    );
    const shown = await again('interface show Rome --json');
    expect(JSON.parse(shown.stdout).items[0]).toMatchObject({
      state: 'unreachable',
      unreachable: ['connection-failure'],
      lastError: 809,
      reason: expect.stringMatching(/^the last attempt to connect it failed: /),
    });
  });

  it('says that it is unknown when the time is over, and the attempt goes on', async () => {
    const { code, stdout, stderr, again } = await inLab('interface connect Bern --within 100ms');
    expect(code).toBe(9);
    expect(stdout).toMatch(/^Bern +unknown /m);
    expect(stderr).toMatch(
      /error: The interface Bern on RAS01 is still connecting after 0\.1 s\.\n {2}try: .*interface show Bern/,
    );
    expect((await again('interface list --state connecting -q')).stdout).toBe('Bern\n');
  });

  it('says that it is unknown after Ctrl-C', async () => {
    // The attempt itself never ends, because the clock stands still. A machine may need long to begin it.
    for (let delay = 100; ; delay *= 4) {
      const interrupt = new AbortController();
      const { code, stdout, stderr } = await inLab('interface connect Bern', {
        interrupt,
        // The plan is shown right before the attempt.
        onStderr: () => setTimeout(() => interrupt.abort(), delay),
      });
      expect(code).toBe(10);
      if (delay < 5_000 && /^Bern +failed /m.test(stdout)) continue;
      expect(stdout).toMatch(/^Bern +unknown /m);
      expect(stderr).toMatch(/The attempt goes on/);
      break;
    }
  });

  it('--no-wait only begins the attempt, and the next command sees it', async () => {
    const { code, stdout, again } = await inLab(
      'interface connect Bern --no-wait --fields name,result --csv --no-headers',
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Bern,connecting\r\n' });
    expect((await again('interface list --state connecting -q')).stdout).toBe('Bern\n');
    const rome = await again('interface connect Rome --no-wait');
    expect(rome.code).toBe(0);
  });

  it('succeeds for one that is connected', async () => {
    const { code, stdout } = await inLab('interface connect Paris');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Paris +connected /m);
  });

  it.each([
    ['Oslo', 1, /disabled/],
    ['Ethernet', 2, /Ethernet is of the type dedicated, and only demand-dial/],
    ['Berlin', 6, /There is no interface Berlin on RAS01/],
    ['Paris --no-wait --within 1s', 2, /--within is about waiting/],
    ['Paris -s RAS01,RAS02', 2, /there are 2 interfaces Paris: RAS01\/Paris, RAS02\/Paris/],
    ['Paris -s RAS01,RAS99', 4, /Paris may be on RAS99, which did not answer/],
    ['Berlin -s RAS01,RAS02', 6, /There is no interface Berlin on RAS01, RAS02/],
    ["'*'", 2, /is a pattern/],
    ["''", 2, /empty/],
    ["Paris --within ''", 2, /empty/],
  ])('%s ends with %i', async (words, exit, why) => {
    const { code, stderr } = await inLab(`interface connect ${words}`);
    expect(code).toBe(exit);
    expect(stderr).toMatch(why);
  });

  it('--dry-run does nothing', async () => {
    const { code, stdout, again } = await inLab('interface connect RAS02/Paris --dry-run');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Paris +dry run /m);
    expect((await again('interface list -s RAS02 --state connected -q')).stdout).toBe('');
  });

  it('is in the audit log with its outcome', async () => {
    const log = here.path('audit.jsonl');
    await inLab(`interface connect Rome --audit-log ${log}`);
    const line = JSON.parse((await here.read('audit.jsonl')).trim());
    expect(line).toMatchObject({
      command: 'interface connect',
      action: 'connectInterface',
      target: 'Rome on RAS01',
      consent: 'not needed',
      result: 'failed',
      error: { code: 'ERROR_VPN_TIMEOUT', status: null, outcome: 'not-done' },
    });
  });
});

describe('rras interface disconnect', () => {
  it('shows what goes over it and how sure that is before it asks', async () => {
    const { code, stderr, stdout, again } = await inLab('interface disconnect Paris --wait', {
      columns: 100,
      answer: 'y',
    });
    expect(stderr).toMatch(
      /^To disconnect interface Paris of RAS01:\nINTERFACE.*\nParis .*VPN3-0\nOver Paris goes the connection of Paris on VPN3-0 \(certain: .*\)\.\n.*a whole network can be behind it\.\nDisconnect interface Paris of RAS01\? \[y\/N\] y/,
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^Paris +down /m) });
    expect((await again('interface list --state disconnected -q')).stdout).toContain('Paris\n');
  });

  it('shows it in a dry run too', async () => {
    const { code, stderr } = await inLab('interface disconnect Paris --dry-run');
    expect(code).toBe(0);
    expect(stderr).toMatch(/Over Paris goes the connection of Paris on VPN3-0/);
  });

  it('is refused if another connection goes over it by the time of the answer', async () => {
    const lab = here.path('lab.yaml');
    const { code, stderr, again } = await inLab('interface disconnect Paris', {
      columns: 80,
      // Meanwhile it was disconnected and connected again. Another command has done so.
      answer: () => {
        const [beginning = ''] = readFileSync(`${lab}.history`, 'utf8').split('\n');
        const place = { interface: 'Paris' };
        const deed = { at: 0.1, server: 'RAS01', by: 'another' };
        const lines = [
          { ...deed, action: 'disconnectInterface', args: [place] },
          { ...deed, action: 'connectInterface', args: [place, 0] },
        ];
        writeFileSync(
          `${lab}.history`,
          [beginning, ...lines.map((line) => JSON.stringify(line)), ''].join('\n'),
        );
        return 'y';
      },
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /Nothing was done to Paris: since it was shown, a new connection goes over it/,
    );
    expect((await again('interface list Paris --state connected -q')).stdout).toBe('Paris\n');
  });

  it.each([
    ['Rome --yes', 6, /Rome of RAS01 is disconnected, not connected/],
    ['Oslo --yes', 6, /Oslo of RAS01 is unreachable, not connected/],
    ['Ethernet --yes', 2, /type dedicated/],
    ['Berlin --yes', 6, /There is no interface Berlin/],
    ['Paris -s RAS01,RAS02 --yes', 2, /there are 2 interfaces Paris/],
    ["'P*' --yes", 2, /is a pattern/],
    ["'' --yes", 2, /empty/],
    ['Paris --within 5s --yes', 2, /--within is about --wait/],
    ['Paris', 2, /needs consent/],
  ])('%s ends with %i, and nothing is disconnected', async (words, exit, why) => {
    const { code, stdout, stderr, again } = await inLab(`interface disconnect ${words}`);
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).toMatch(why);
    expect((await again('interface list Paris --state connected -q')).stdout).toBe('Paris\n');
  });
});

describe('what people type first', () => {
  it.each([
    ['interfaces', /rras interface list/],
    ['tunnels', /rras interface list/],
    ['connect Paris', /rras interface connect NAME/],
    ['interface Paris', /rras interface show Paris/],
    ['interface Paris --sim', /rras interface show Paris/],
    ['interface ls', /Did you mean rras interface list\?/],
    ['interface lst', /Did you mean rras interface list\?/],
    ['interface --server RAS01 list', /no option --server before the command/],
  ])('%s', async (line, words) => {
    const { code, stdout, stderr } = await rras(line);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });

  it.each(['disconnect Paris --yes', 'port Paris'])(
    'rras %s, where a port is named, leads to the interface',
    async (line) => {
      const { code, stdout, stderr } = await inLab(line);
      expect({ code, stdout: stdout.includes('Paris') }).toEqual({ code: 6, stdout: false });
      expect(stderr).toMatch(/Paris is an interface\.\n {2}try: .*rras interface disconnect Paris/);
    },
  );

  it('rras interface alone shows its commands', async () => {
    const { code, stdout, stderr } = await rras('interface');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/Usage: rras interface <command>/);
  });
});
