// rras watch and rras stale, which take time. The tests wait for real seconds, so they all wait at once.

import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { mannerOf, runBatch } from '../../lib/cli/acting/batch.ts';
import { fieldOf } from '../../lib/cli/output/fields.ts';
import { worldIn } from '../../lib/cli/terminal/world.ts';
import { labs } from './labs.ts';
import { rras, surroundingsOf } from './terminal.ts';

const here = labs();

/** As of a command line without any. */
const noOptions = {
  ...{ json: undefined, jsonl: undefined, csv: undefined, quiet: undefined, fields: undefined },
  ...{ output: undefined, sort: undefined, config: undefined },
  ...{ yes: undefined, dryRun: undefined, whatIf: undefined, max: undefined, auditLog: undefined },
  headers: true,
  color: 'auto',
} as const;

it.concurrent('on a pipe a watch begins with a snapshot, a line of JSON', async () => {
  const { code, stdout, stderr } = await rras('watch --for 1s --every 1s --sim');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [first = ''] = stdout.split('\n');
  const { server, type, ports, sessions } = JSON.parse(first);
  expect({ server, type, ports: ports.length }).toEqual({
    server: 'RAS01',
    type: 'snapshot',
    ports: 12,
  });
  expect(sessions).toHaveLength(4);
});

it.concurrent('a filter of a watch applies to connections', async () => {
  const { stdout } = await rras('watch --for 1s --user alice --sim');
  const { ports, sessions } = JSON.parse(stdout.split('\n', 1)[0] ?? '');
  expect({ ports, sessions: sessions.length }).toEqual({ ports: [], sessions: 1 });
});

it.concurrent('on a terminal a watch is a table on an alternate screen, which it leaves at the end', async () => {
  const { code, stdout } = await rras('watch --for 1s --sim', { columns: 80 });
  expect(code).toBe(0);
  expect(stdout.startsWith('\u001b[?1049h')).toBe(true);
  expect(stdout.endsWith('\u001b[?1049l')).toBe(true);
  expect(stdout).toMatch(/RAS01: 4 connected at .*Ctrl-C ends/);
  expect(stdout).toMatch(/alice/);
});

it.concurrent('Ctrl-C or a closed pipe ends a watch without an error', async () => {
  for (const way of ['interrupt', 'unread'] as const) {
    const controller = new AbortController();
    const ended = rras('watch --sim', {
      [way]: controller,
      onStdout: () => controller.abort(),
    });
    expect(await ended).toMatchObject({ code: 0 });
  }
});

it.concurrent('an unknown server ends a watch with its error', async () => {
  const { code, stderr } = await rras('watch --for 5s --server RAS99 --sim');
  expect(code).toBe(4);
  expect(stderr).toMatch(/RAS99/);
});

it.concurrent('a watch refuses forms that need an end', async () => {
  expect(await rras('watch --json --sim')).toMatchObject({ code: 2 });
  expect(await rras('watch --csv --sim')).toMatchObject({ code: 2 });
});

it.concurrent('a connection without a byte between two samples is stale', async () => {
  const lab = await here.write(
    'idle.yaml',
    'servers: [{ ports: { sstp: 2 }, connections: [{ userName: quiet, since: 1h }] }]',
  );
  const line = [
    'stale',
    '--samples',
    '2',
    '--every',
    '1s',
    '--csv',
    '--fields',
    'userName,reasons',
  ];
  const { code, stdout } = await rras([...line, `--sim=${lab}`]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'userName,reasons\r\nquiet,idle\r\n' });
});

it.concurrent('a command that takes longer than a second says so on a terminal, and clears the line', async () => {
  const slow = 'stale --samples 2 --every 2s --sim';
  const words = 'Waiting for the server; Ctrl-C ends the waiting.';
  const [{ code, stdout, stderr }, several, piped, quick] = await Promise.all([
    rras(slow, { columns: 80 }),
    rras(slow.replace('--sim', '-s RAS01,RAS02 --sim'), { columns: 80 }),
    rras(slow),
    rras('ports --in-use --fields name --sim', { columns: 80 }),
  ]);
  expect(code).toBe(0);
  expect(stderr).toContain(`\r\u001b[K${words}`);
  expect(stderr.slice(stderr.lastIndexOf(words) + words.length)).toMatch(/^\r\p{Cc}\[K/u);
  expect(stdout).not.toContain('Waiting');
  expect(several.stderr).toContain('Waiting for the servers: 0 of 2 have answered.');
  expect(piped).toMatchObject({ code: 0, stderr: '' });
  expect(quick.stderr).toBe('');
});

it.concurrent('a batch that takes longer than a second shows its progress', async () => {
  const task = (name: string) => ({
    item: { name },
    server: 'RAS01',
    name,
    action: 'disconnectPort',
    act: () => pause(700),
  });
  const surroundings = surroundingsOf({ columns: 80 });
  const world = worldIn(surroundings);
  const batch = {
    command: 'disconnect',
    fields: [fieldOf<{ readonly name: string }>()('name')],
    key: 'name',
    tasks: ['A', 'B', 'C'].map(task),
    troubles: [],
    isOneServer: true,
    isSimulated: true,
    question: 'disconnect 3 ports',
    done: 'disconnecting',
  };
  const options = { ...noOptions, yes: true };
  expect(await runBatch(world, options, mannerOf(world, options, batch), batch)).toBe('ok');
  expect(surroundings.written.stderr).toMatch(/\p{Cc}\[K[12] of 3 dealt with.*\r\p{Cc}\[K$/su);
  expect(surroundings.written.stdout).toMatch(/^NAME +RESULT\nA .*\nB .*\nC .*\n$/);
});
