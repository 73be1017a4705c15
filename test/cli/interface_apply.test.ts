// rras interface apply and diff: what is shown is what is done, and nothing is asked for a file that makes no sense.

import { describe, expect, it } from 'vitest';
import { labs } from './labs.ts';
import { rras, type Surroundings } from './terminal.ts';

const here = labs();

const scene = `
servers:
  - name: RAS01
    ports: { ikev2: 3 }
    interfaces:
      - { name: Ethernet, type: dedicated }
      - { name: Paris, phoneNumber: vpn.paris.example, vpnStrategy: ikev2-only }
      - { name: Rome, connectedSince: 1h }
      - { name: Oslo, stored: false }
      - { name: Bern, running: false }
`;

const milan = `
name: Milan
demandDial: { phoneNumber: vpn.milan.example, vpnStrategy: ikev2-only }
credentials: { userName: ras01 }
`;

const secret = 'correct horse';

async function inLab() {
  const lab = await here.write('lab.yaml', scene);
  await rras(['sim', 'reset', lab]);
  return {
    run: (words: readonly string[], surroundings?: Surroundings) =>
      rras(['interface', ...words, `--sim=${lab}`], surroundings),
    file: (name: string, content: string) => here.write(name, content),
  };
}

const stepsIn = (text: string) => text.split('\n').filter((line) => / on RAS01: /.test(line));

describe('rras interface apply', () => {
  it('shows what it would do, does exactly that, and nothing when it is repeated', async () => {
    const { run, file } = await inLab();
    const wish = await file('milan.yaml', milan);
    const password = ['--password-file', await file('password', `${secret}\n`)];
    const dry = await run(['apply', wish, ...password, '--dry-run']);
    expect(dry).toMatchObject({ code: 0 });
    expect(stepsIn(dry.stderr)).toHaveLength(3);
    expect((await run(['list', '-q'])).stdout).not.toContain('Milan');

    const done = await run(['apply', wish, ...password], { answer: 'y' });
    expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/Milan +applied/) });
    expect(stepsIn(done.stderr)).toEqual(stepsIn(dry.stderr));
    expect((await run(['list', '-q'])).stdout).toContain('Milan');
    expect((await run(['diff', 'Milan'])).stdout).toBe('');

    const again = await run(['apply', wish, ...password, '--yes']);
    expect(again).toMatchObject({ code: 0, stdout: '' });
    expect(again.stderr).toContain('matches already');
    expect(again.stderr).toContain('--set-secrets sets them');
    expect([dry, done, again].map(({ shown }) => shown).join()).not.toContain('horse');
  });

  it('sets the secrets of an interface that is there with --set-secrets, from stdin', async () => {
    const { run, file } = await inLab();
    const wish = await file('paris.yaml', 'name: Paris');
    const words = ['apply', wish, '--psk-file', '-', '--set-secrets', '--yes'];
    const { code, shown } = await run(words, { input: secret });
    expect(code).toBe(0);
    expect(stepsIn(shown)).toEqual([
      'Paris on RAS01: set pre-shared key in the running router: presharedKey (not shown)',
    ]);
    expect(shown).not.toContain('horse');
  });

  it('removes an interface on both sides', async () => {
    const { run } = await inLab();
    const wish = JSON.stringify({
      interfaces: ['Paris', 'Oslo'].map((name) => ({ name, isAbsent: true })),
    });
    const { code, stdout } = await run(['apply', '-', '--yes'], { input: wish });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/Paris +removed/) });
    expect((await run(['list', '-q'])).stdout).toBe('Ethernet\nRome\n');
    expect((await run(['diff', '-q'])).stdout).toBe('Bern\n');
  });

  it.each([
    ['a file that is not there', undefined, [], 'cannot be read'],
    ['an empty file', '', [], 'says nothing about an interface'],
    ['an empty list', 'interfaces: []', [], 'says nothing about an interface'],
    [
      'something beside the list',
      'interfaces: [{ name: A }]\nname: B',
      [],
      'name beside interfaces',
    ],
    ['broken YAML', 'name: [', [], 'cannot be read'],
    ['an empty name', "name: ''", [], 'desired.name'],
    ['a setting without a value', 'name: A\ndialOutHours:', [], 'dialOutHours has no value'],
    ['an empty text', "name: A\ndemandDial: { phoneNumber: '' }", [], 'phoneNumber has no value'],
    ['an unknown setting', 'name: A\nphone: B', [], 'phone'],
    ['a value that is none', 'name: A\nisEnabled: maybe', [], 'isEnabled'],
    ['a removal with settings', 'name: A\nisAbsent: true\nisEnabled: true', [], 'isAbsent'],
    ['a password in the file', 'name: A\ncredentials: { password: x }', [], 'has a password'],
    ['a key in the file', 'name: A\npresharedKey: x', [], 'has presharedKey'],
    ['one interface twice', 'interfaces: [{ name: A }, { name: a }]', [], 'twice'],
    [
      'one secret for two',
      'interfaces: [{ name: A }, { name: B }]',
      ['--psk-file', '-'],
      'one interface',
    ],
    ['two things from stdin', 'name: A', ['--psk-file', '-', '--password-file', '-'], 'stdin'],
    ['an empty secret', 'name: A', ['--password-file', '-'], 'no password'],
    ['secrets to be set that are not given', 'name: A', ['--set-secrets'], 'none are given'],
  ])('refuses %s before anything is asked', async (_, content, options, words) => {
    const { run, file } = await inLab();
    const wish = content === undefined ? here.path('none') : await file('wish.yaml', content);
    const { code, stdout, stderr } = await run(['apply', wish, ...options, '--yes']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  it('takes null for a restriction that is lifted', async () => {
    const { run, file } = await inLab();
    const hours = 'dialOutHours: { monday: [{ from: 09:00, to: 12:00 }] }';
    await run(['apply', await file('on.yaml', `name: Paris\n${hours}`), '--yes']);
    const off = await file('off.yaml', 'name: Paris\ndialOutHours: null');
    const { code, shown } = await run(['apply', off, '--yes']);
    expect({ code, steps: stepsIn(shown).length }).toEqual({ code: 0, steps: 2 });
  });

  it('refuses a key that ends with a line break', async () => {
    const { run, file } = await inLab();
    const wish = await file('paris.yaml', 'name: Paris');
    const { code, stderr } = await run(['apply', wish, '--psk-file', '-'], { input: 'key\n' });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('line break') });
  });
});

describe('rras interface diff', () => {
  it('shows what only one side has', async () => {
    const { run } = await inLab();
    const { code, stdout } = await run(['diff']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Oslo +interface +yes +no/);
    expect(stdout).toMatch(/Bern +interface +no +yes/);
    expect(stdout).not.toContain('Paris');
  });

  it('refuses a name that neither side has', async () => {
    const { run } = await inLab();
    expect(await run(['diff', 'Lima'])).toMatchObject({
      code: 6,
      stderr: expect.stringContaining('neither running nor stored'),
    });
  });
});
