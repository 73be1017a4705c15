// What throws people out does nothing without consent, in each way in which it can be missing.

import { describe, expect, it } from 'vitest';
import { labs } from './labs.ts';
import { rras, type Surroundings } from './terminal.ts';

const here = labs();
const scene = `
servers:
  - name: RAS01
    ports: { sstp: 4, ikev2: 2 }
    connections:
      - { user: alice, type: sstp, since: 2h }
      - { user: bob, type: sstp, since: 1h }
      - { user: carol, type: ikev2, since: 30m }
`;

const destructive = [
  ['disconnect', 'VPN2-0'],
  ['disconnect', 'VPN2-0', 'VPN2-1', 'VPN3-0'],
  ['disconnect', '--all'],
  ['reset', 'VPN2-0'],
  ['reset', '--all'],
];

/** What was done in the lab: every deed is remembered there. */
async function deeds(): Promise<string[]> {
  const [, ...lines] = (await here.read('lab.yaml.history')).trim().split('\n');
  return lines.map((line) => {
    const { action, args } = JSON.parse(line);
    return `${action} ${args.join(' ')}`;
  });
}

async function inLab(words: readonly string[], surroundings?: Surroundings) {
  const lab = await here.write('lab.yaml', scene);
  await rras(['sim', 'reset', lab]);
  return rras([...words, `--sim=${lab}`], surroundings);
}

describe.each(destructive.map((words) => [words.join(' '), words] as const))('%s', (_, words) => {
  it('without a terminal and without --yes', async () => {
    const { code, stdout, stderr } = await inLab(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/Nothing was done: .* needs consent, and there is no terminal/);
    expect(await deeds()).toEqual([]);
  });

  it.each(['', 'n', 'no', 'yesterday', ' '])('when the answer is "%s"', async (answer) => {
    const { code, stdout, stderr } = await inLab(words, { columns: 80, answer });
    expect({ code, stdout }).toEqual({ code: 10, stdout: '' });
    expect(stderr).toMatch(/\? \[y\/N\] \nerror: Nothing was done/);
    expect(await deeds()).toEqual([]);
  });

  it('when the answer is Ctrl-C', async () => {
    const interrupt = new AbortController();
    const answer = () => {
      interrupt.abort();
      return 'y';
    };
    const { code } = await inLab(words, { columns: 80, answer, interrupt });
    expect(code).toBe(10);
    expect(await deeds()).toEqual([]);
  });

  it.each(['--dry-run', '--what-if'])('with %s, also beside --yes', async (option) => {
    const { code, stdout } = await inLab([...words, option, '--yes']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/VPN2-0 .*dry run/);
    expect(await deeds()).toEqual([]);
  });

  it('when it would hit more than --max', async () => {
    const { code, stdout, stderr } = await inLab([...words, '--yes', '--max', '0']);
    expect({ code, stdout }).toEqual({ code: 8, stdout: '' });
    expect(stderr).toMatch(/Nothing was done: .*--max allows 0/);
    expect(await deeds()).toEqual([]);
  });

  it('shows who it hits before it asks, and does it after a yes', async () => {
    const { code, stderr } = await inLab(words, { columns: 80, answer: 'y' });
    expect(code).toBe(0);
    expect(stderr.indexOf('VPN2-0')).toBeLessThan(stderr.indexOf('[y/N]'));
    expect((await deeds()).length).toBeGreaterThan(0);
  });
});

it('--all leaves out ports that nobody is on', async () => {
  await inLab(['disconnect', '--all', '--yes']);
  expect(await deeds()).toEqual([
    'disconnectPort VPN2-0',
    'disconnectPort VPN2-1',
    'disconnectPort VPN3-0',
  ]);
});

it('--all with a filter takes what fits', async () => {
  await inLab(['disconnect', '--all', '--device', '*sstp*', '--yes']);
  expect(await deeds()).toEqual(['disconnectPort VPN2-0', 'disconnectPort VPN2-1']);
});

it('one that fails hinders no other, and the end is "partly"', async () => {
  const { code, stdout, stderr } = await inLab([
    'disconnect',
    'VPN2-0',
    'VPN9',
    'VPN2-3',
    '--yes',
    '--json',
  ]);
  expect(code).toBe(7);
  const { items, errors } = JSON.parse(stdout);
  expect(items.map(({ name, result }: Record<string, string>) => [name, result])).toEqual([
    ['VPN2-0', 'disconnecting'],
    ['VPN2-3', 'failed'],
  ]);
  expect(errors).toEqual([expect.objectContaining({ status: 615 })]);
  expect(stderr).toMatch(/VPN9/);
  expect(await deeds()).toEqual(['disconnectPort VPN2-0']);
});

it('Ctrl-C ends between two, and says what was done', async () => {
  const interrupt = new AbortController();
  const lab = await here.write('lab.yaml', scene);
  await rras(['sim', 'reset', lab]);
  const line = ['disconnect', '--all', '--yes', '--jsonl', `--sim=${lab}`];
  const { code, stdout, stderr } = await rras(line, {
    interrupt,
    // Whoever reads the first report presses it.
    onStdout: () => interrupt.abort(),
  });
  expect(code).toBe(10);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/Interrupted after 1 of 3; not touched: VPN2-1 on RAS01, VPN3-0 on RAS01/);
  expect(await deeds()).toEqual(['disconnectPort VPN2-0']);
});
