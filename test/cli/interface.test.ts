// rras interface: what goes over each interface, why it is down, and what people type before they know the commands.

import { describe, expect, it } from 'vitest';
import { whyDown } from '../../lib/cli/people/interface_words.ts';
import { interfaceNamed } from '../../lib/cli/select/interface.ts';
import type { Interface } from '../../lib/interfaces/interface.ts';
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
    ['', ['Ethernet', 'Paris', 'Rome', 'Oslo', 'lima']],
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

  it('rras interface alone shows its commands', async () => {
    const { code, stdout, stderr } = await rras('interface');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/Usage: rras interface <command>/);
  });
});
