// A command that disconnects people does nothing without consent, however consent is missing.

import { describe, expect, it } from 'vitest';
import { deedsIn, destructive, scene } from './destructive.ts';
import { labs } from './labs.ts';
import { rras, type Surroundings } from './terminal.ts';

const here = labs();
const deeds = () => deedsIn(here, 'lab.yaml');

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
    expect(stderr).toMatch(/\? \[y\/N\] .*\nerror: Nothing was done/);
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
    expect(stdout).toMatch(/dry run/);
    expect(await deeds()).toEqual([]);
  });

  it('when it would hit more than --max', async () => {
    const { code, stdout, stderr } = await inLab([...words, '--yes', '--max', '0']);
    expect({ code, stdout }).toEqual({ code: 8, stdout: '' });
    expect(stderr).toMatch(/Nothing was done: .*--max allows 0/);
    expect(await deeds()).toEqual([]);
  });

  it('shows the targets before it asks, and acts after a yes', async () => {
    const { code, stderr } = await inLab(words, { columns: 80, answer: 'y' });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^To .*:\n(?:USER|PORT|CHANGE|INTERFACE).*\n(?:.*\n)+.*\[y\/N\] y/);
    expect((await deeds()).length).toBeGreaterThan(0);
  });
});

it('the question shows what it is about, also with --quiet', async () => {
  const words = ['disconnect', 'VPN2-0', '--quiet'];
  const asked = await inLab(words, { columns: 80, answer: 'n' });
  expect(asked.stderr).toMatch(/VPN2-0 .*alice.*\n.*\[y\/N\] n/);
  const { stdout, stderr } = await inLab([...words, '--yes'], { columns: 80 });
  expect({ stdout, stderr }).toEqual({ stdout: 'VPN2-0\n', stderr: '' });
});

it('--all leaves out idle ports', async () => {
  await inLab(['disconnect', '--all', '--yes']);
  expect(await deeds()).toEqual([
    'disconnectPort VPN2-0',
    'disconnectPort VPN2-1',
    'disconnectPort VPN3-0',
    'disconnectPort VPN3-1',
  ]);
});

describe('of a user with several connections', () => {
  it.each([[[]], [['--one']]])(
    'none is disconnected unless the line says which: %j',
    async (words) => {
      const { code, stderr } = await inLab(['disconnect', '--user', 'carol', '--yes', ...words]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/Nothing was done: carol has 2 connections/);
      expect(await deeds()).toEqual([]);
    },
  );

  it.each([
    ['--newest', ['disconnectSession VPN3-1']],
    ['--oldest', ['disconnectSession VPN3-0']],
    ['--all', ['disconnectSession VPN3-0', 'disconnectSession VPN3-1']],
  ])('%s', async (which, expected) => {
    const { code } = await inLab(['disconnect', '--user', 'carol', which, '--yes']);
    expect(code).toBe(0);
    expect(await deeds()).toEqual(expected);
  });

  it.each([
    '--user c*',
    '--user c* --newest',
    '--user alice,bob --oldest',
    '--newest',
    '--user carol --newest --all',
    '--user carol --newest --device *SSTP*',
    '--user carol --oldest --older-than 1h',
    'VPN3-0 --user carol',
    '--stale --all',
  ])('an ambiguous target is refused: %s', async (words) => {
    const { code } = await inLab(['disconnect', ...words.split(' '), '--yes']);
    expect(code).toBe(2);
    expect(await deeds()).toEqual([]);
  });

  it.each([
    ['--user carol --stale', ['disconnectSession VPN3-0']],
    ['--user carol --name VPN3-0 --all', ['disconnectSession VPN3-0']],
    ['--user carol --older-than 1h --one', ['disconnectSession VPN3-0']],
    ['--user carol --dormant', ['disconnectSession VPN3-0']],
  ])('a filter that leaves one connection makes the target clear: %s', async (words, expected) => {
    const { code } = await inLab(['disconnect', ...words.split(' '), '--yes']);
    expect(code).toBe(0);
    expect(await deeds()).toEqual(expected);
  });

  it('an unknown name is "not found"', async () => {
    expect(await inLab(['disconnect', '--user', 'zoe', '--yes'])).toMatchObject({ code: 6 });
  });
});

it('a message to one person needs no consent', async () => {
  expect(await inLab(['message', 'alice', 'Hello'])).toMatchObject({ code: 0 });
  expect(await deeds()).toEqual(['sendUserMessage VPN2-0']);
});

it('--all with a filter selects what matches', async () => {
  await inLab(['disconnect', '--all', '--device', '*sstp*', '--yes']);
  expect(await deeds()).toEqual(['disconnectPort VPN2-0', 'disconnectPort VPN2-1']);
});

it('a failure does not stop the others, and the result is "partly"', async () => {
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
  expect(errors).toEqual([expect.objectContaining({ code: 'ERROR_PORT_NOT_FOUND', status: null })]);
  expect(stderr).toMatch(/VPN9/);
  expect(await deeds()).toEqual(['disconnectPort VPN2-0']);
});

it('Ctrl-C stops before the next action, and says what was done', async () => {
  const interrupt = new AbortController();
  const lab = await here.write('lab.yaml', scene);
  await rras(['sim', 'reset', lab]);
  const line = ['disconnect', '--all', '--yes', '--jsonl', `--sim=${lab}`];
  const { code, stdout, stderr } = await rras(line, {
    interrupt,
    // The user presses Ctrl-C at the first report.
    onStdout: () => interrupt.abort(),
  });
  expect(code).toBe(10);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(
    /Interrupted after 1 of 4; not touched: VPN2-1 on RAS01, VPN3-0 on RAS01, /,
  );
  expect(await deeds()).toEqual(['disconnectPort VPN2-0']);
});
