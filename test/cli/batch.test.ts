// Actions on several targets: failures, servers that do not answer, and an interruption.

import { readFile, rm } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type BatchOptions, mannerOf, runBatch, type Task } from '../../lib/cli/acting/batch.ts';
import { fieldOf } from '../../lib/cli/output/fields.ts';
import { worldIn } from '../../lib/cli/terminal/world.ts';
import { RasTimeoutError } from '../../lib/errors/ras_error.ts';
import type { Hang, SimulatedFunction, Simulator } from '../../lib/simulator/index.ts';
import { deedsIn, scene } from './destructive.ts';
import { labs } from './labs.ts';
import { rras, type Surroundings, surroundingsOf } from './terminal.ts';

const here = labs();
let prepare: ((lab: Simulator) => void) | undefined;

// Lets a test change the lab before the command runs, and read it meanwhile.
vi.mock('../../lib/cli/labs/build.ts', async (original) => {
  const { build } = await original<typeof import('../../lib/cli/labs/build.ts')>();
  return {
    build: (...args: Parameters<typeof build>) => {
      const lab = build(...args);
      prepare?.(lab);
      return lab;
    },
  };
});

afterEach(() => {
  prepare = undefined;
});

const two = `${scene}
  - name: RAS02
    ports: { sstp: 2 }
    connections: [{ userName: dave, type: sstp, since: 1h }]
`;
const failing = (status: number) =>
  two.replace('    users:', `    failures: { MprAdminPortDisconnect: ${status} }\n    users:`);

async function inLab(text: string, words: readonly string[], surroundings?: Surroundings) {
  const file = await here.write('lab.yaml', text);
  await rras(['sim', 'reset', file]);
  const ended = await rras([...words, `--sim=${file}`], surroundings);
  return { ...ended, deeds: await deedsIn(here, 'lab.yaml') };
}

const optionsOfNone: BatchOptions = {
  ...{ json: undefined, jsonl: undefined, csv: undefined, quiet: undefined, fields: undefined },
  ...{ output: undefined, sort: undefined, config: undefined },
  ...{ yes: true, dryRun: undefined, whatIf: undefined, max: undefined, auditLog: undefined },
  headers: true,
  color: 'auto',
};

interface Named {
  readonly name: string;
}

/** A batch of the test's own tasks. */
async function batchOf(tasks: readonly Partial<Task<Named>>[], interrupt = new AbortController()) {
  const { written, ...outside } = surroundingsOf({ interrupt });
  const world = worldIn(outside);
  const batch = {
    command: 'disconnect',
    fields: [fieldOf<Named>()('name')],
    key: 'name',
    tasks: tasks.map((task, index) => ({
      item: { name: `VPN-${index}` },
      server: 'RAS01',
      name: `VPN-${index} on RAS01`,
      action: 'disconnectPort',
      act: async () => {},
      ...task,
    })),
    troubles: [],
    isOneServer: true,
    isSimulated: true,
    question: 'disconnect ports',
    done: 'disconnecting',
  };
  const manner = mannerOf(world, optionsOfNone, batch);
  return { exit: await runBatch(world, optionsOfNone, manner, batch), ...written };
}

describe('--max', () => {
  it.each([['--yes'], ['--dry-run'], ['--what-if', '--yes']])('holds for %j', async (...how) => {
    const words = ['disconnect', '--all', '--max', '3', ...how];
    const { code, stdout, stderr, deeds } = await inLab(scene, words);
    expect({ code, stdout, deeds }).toEqual({ code: 8, stdout: '', deeds: [] });
    expect(stderr).toMatch(/would disconnect 4 ports of RAS01, and --max allows 3/);
  });
});

it('a dry run that finds nothing has the exit code of the real run', async () => {
  for (const how of ['--yes', '--dry-run']) {
    expect(await inLab(scene, ['disconnect', '--all', '--name', 'X*', how])).toMatchObject({
      code: 6,
    });
    expect(await inLab(scene, ['disconnect', '--user', 'zoe', how])).toMatchObject({ code: 6 });
  }
});

describe('Ctrl-C', () => {
  it('during the last action does not hide its failure', async () => {
    const interrupt = new AbortController();
    const act = async () => {
      interrupt.abort();
      throw new Error('refused');
    };
    const { exit, stderr } = await batchOf([{}, { act }], interrupt);
    expect(exit).toBe('partly');
    expect(stderr).toMatch(/VPN-1 on RAS01: refused/);
    expect(stderr).toMatch(/Interrupted after 2 of 2; all were dealt with/);
  });

  it('during the last action, if that succeeds, is a success', async () => {
    const interrupt = new AbortController();
    const { exit } = await batchOf([{ act: async () => interrupt.abort() }], interrupt);
    expect(exit).toBe('ok');
  });
});

describe('--jsonl', () => {
  it('obeys --fields, and ends with the failed servers', async () => {
    const words = ['disconnect', '--all', '--yes', '--jsonl', '--fields', 'name,result'];
    const { code, stdout } = await inLab(two, [...words, '--server', 'RAS02,RAS99']);
    expect(code).toBe(7);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { name: 'VPN2-0', result: 'disconnecting' },
      { server: 'RAS99', error: expect.objectContaining({ status: 1722 }) },
    ]);
  });
});

describe('a server that does not answer', () => {
  it.each(['--newest', '--oldest', '--one'])('does nothing if %s is ambiguous', async (which) => {
    for (const how of ['--yes', '--dry-run']) {
      const words = ['disconnect', '--user', 'alice', which, how, '-s', 'RAS01,RAS99'];
      const { code, stdout, stderr, deeds } = await inLab(two, words);
      expect({ code, stdout, deeds }).toEqual({ code: 4, stdout: '', deeds: [] });
      expect(stderr).toMatch(/Nothing was done: .*alice may be on RAS99, which did not answer/);
    }
  });

  it('does not stop --all', async () => {
    const words = ['disconnect', '--user', 'alice', '--all', '--yes', '-s', 'RAS01,RAS99'];
    const { code, deeds } = await inLab(two, words);
    expect({ code, deeds }).toEqual({ code: 7, deeds: ['disconnectSession VPN2-0'] });
  });

  it.each([1722, 1717])('any more (%i) is asked once, and the others continue', async (status) => {
    const words = ['disconnect', '--all', '--yes', '--json', '-s', 'RAS01,RAS02'];
    const { code, stdout, stderr, deeds } = await inLab(failing(status), words);
    expect(code).toBe(7);
    const results = JSON.parse(stdout).items.map(({ result }: { result: string }) => result);
    expect(results).toEqual(['failed', 'not tried', 'not tried', 'not tried', 'disconnecting']);
    expect(deeds).toEqual(['disconnectPort VPN2-0']);
    expect(stderr.match(/^error: /gm)).toHaveLength(1);
  });

  it('in time is asked once, and the outcome is unknown', async () => {
    const timeOut = async () => {
      throw new RasTimeoutError({
        server: 'RAS01',
        operation: 'disconnectPort',
        timeout: 30_000,
        outcome: 'unknown',
      });
    };
    const { exit, stdout } = await batchOf([{ act: timeOut }, {}, { server: 'RAS02' }]);
    expect(exit).toBe('partly');
    expect(stdout).toMatch(/VPN-0 +unknown.*\nVPN-1 +not tried.*\nVPN-2 +disconnecting/);
  });
});

describe('a server that hangs', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Runs a command whose server hangs in a function until the command has given up. */
  async function hung(name: SimulatedFunction, words: readonly string[]) {
    const hangs: Hang[] = [];
    prepare = (lab) => {
      hangs.push(lab.server('RAS01').hang(name));
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    };
    const file = await here.write('lab.yaml', scene);
    await rras(['sim', 'reset', file]);
    hangs.length = 0;
    let isOver = false;
    const ended = rras([...words, `--sim=${file}`]).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      if (hangs.some(({ waiting }) => waiting > 0)) vi.advanceTimersByTime(500);
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const hang of hangs) hang.release();
    return ended;
  }

  it('is told with its name and what to try, and the exit code is 9', async () => {
    const { code, stdout, stderr } = await hung('MprAdminPortEnum', ['ports', '--json']);
    expect(code).toBe(9);
    expect(JSON.parse(stdout).errors).toEqual([
      {
        server: 'RAS01',
        code: 'ERR_RRAS_TIMEOUT',
        status: null,
        syscall: null,
        outcome: null,
        message: expect.stringContaining('enumPorts on RAS01 was not answered within 30000 ms'),
        hint: expect.stringContaining('--timeout'),
      },
    ]);
    expect(stderr).toMatch(/error: .*RAS01.*\n {2}try: .*--timeout/);
  });

  it('before anything is done to a port leaves it untouched: the result is failed', async () => {
    const words = ['disconnect', 'VPN2-0', '--yes', '--csv', '--fields', 'name,result'];
    const { code, stdout } = await hung('MprAdminPortGetInfo', words);
    expect({ code, stdout }).toEqual({ code: 9, stdout: 'name,result\r\nVPN2-0,failed\r\n' });
  });

  it('while it disconnects a port may still do it: the result is unknown', async () => {
    const words = ['disconnect', 'VPN2-0', '--yes', '--csv', '--fields', 'name,result'];
    const { code, stdout, stderr } = await hung('MprAdminPortDisconnect', words);
    expect({ code, stdout }).toEqual({ code: 9, stdout: 'name,result\r\nVPN2-0,unknown\r\n' });
    expect(stderr).toMatch(/may still do it.*\n {2}try: Look at the server/);
  });
});

it('a failed action says why in whole sentences, on a narrow terminal too', async () => {
  const words = ['disconnect', 'VPN2-0', 'VPN2-1', '--yes'];
  const { code, stdout, stderr } = await inLab(failing(5), words, { columns: 80 });
  expect(code).toBe(3);
  expect(stdout).toMatch(/VPN2-0 +failed/);
  expect(stderr).toMatch(
    /^error: MprAdminPortDisconnect on RAS01, port VPN2-0: .*\(ERROR_ACCESS_DENIED, 5\)\nerror: .*VPN2-1: .*, 5\)\n {2}try: .*\n$/m,
  );
});

it('wait asks every server at once, so one that is not ready delays no other', async () => {
  const names = Array.from({ length: 9 }, (_, index) => `S${index + 1}`);
  const text = `servers:\n${names.map((name) => `  - { name: ${name}, ports: { sstp: 1 } }\n`).join('')}`;
  const file = await here.write('nine.yaml', text);
  const hung: { release(): void }[] = [];
  const isAsked = new Promise<void>((resolve, reject) => {
    prepare = (lab) => {
      for (const name of names.slice(0, 8)) hung.push(lab.server(name).hang('MprAdminPortEnum'));
      const asked = () =>
        lab.journal.some((call) => call.function === 'MprAdminPortEnum' && call.server === 'S9');
      vi.waitUntil(asked, { timeout: 20_000 }).then(() => resolve(), reject);
    };
  });
  const line = ['wait', '--timeout', '60', '--server', names.join(','), '--csv', `--sim=${file}`];
  const ended = rras(line);
  await isAsked;
  for (const hang of hung) hang.release();
  expect(await ended).toMatchObject({ code: 0 });
});

it('a watch says at once which of its servers cannot be reached', async () => {
  const interrupt = new AbortController();
  let seen = '';
  const surroundings = surroundingsOf({
    interrupt,
    onStdout: () => {
      seen = surroundings.written.stdout;
      if (seen.includes('TYPO') && seen.includes('snapshot')) interrupt.abort();
    },
  });
  const { run } = await import('../../lib/cli/run.ts');
  const code = await run(['watch', '--jsonl', '--server', 'RAS01,TYPO', '--sim'], surroundings);
  expect(code).toBe(7);
  expect(surroundings.written.stderr).toMatch(/error: .*TYPO.*\n {2}try: /);
  const lines = seen
    .trimEnd()
    .split('\n')
    .map((each) => JSON.parse(each));
  expect(lines).toContainEqual({
    server: 'TYPO',
    error: expect.objectContaining({ status: 1722 }),
  });
});

describe('the audit log', () => {
  async function logOf(text: string, words: readonly string[], surroundings?: Surroundings) {
    const file = here.path('audit.jsonl');
    await rm(file, { force: true });
    const ended = await inLab(text, [...words, '--audit-log', file], surroundings);
    const log = await readFile(file, 'utf8').catch(() => undefined);
    return {
      ...ended,
      log: log
        ?.split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    };
  }

  it('has a line for each action: when, who, on what, what was shown, what happened', async () => {
    const { log } = await logOf(failing(5), ['disconnect', 'VPN2-0', '--yes']);
    expect(log).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        account: 'LAB\\tester',
        command: 'disconnect',
        server: 'RAS01',
        isSimulated: true,
        action: 'disconnectPort',
        target: 'VPN2-0 on RAS01',
        shown: expect.objectContaining({ name: 'VPN2-0', userName: 'alice' }),
        consent: '--yes',
        result: 'failed',
        error: {
          code: 'ERROR_ACCESS_DENIED',
          status: 5,
          outcome: 'not-done',
          message: expect.any(String),
        },
      },
    ]);
  });

  it.each([
    ['disconnect --all --yes', 4, '--yes'],
    ['disconnect --user carol --all', 2, 'asked'],
    ['clear-stats --user alice --yes', 1, '--yes'],
    ['reset VPN2-0 --yes', 1, '--yes'],
    ['message alice hello', 1, 'not needed'],
    ['user alice --set mayDialIn=no --yes', 1, '--yes'],
  ])('of %s', async (line, count, consent) => {
    const { code, log } = await logOf(scene, line.split(' '), { columns: 80, answer: 'y' });
    expect(code).toBe(0);
    expect(log).toHaveLength(count);
    for (const entry of log ?? []) expect(entry).toMatchObject({ consent, error: null });
  });

  it('has no line for a dry run, a declined question or a listing', async () => {
    expect(await logOf(scene, ['disconnect', '--all', '--dry-run'])).toMatchObject({
      code: 0,
      log: undefined,
    });
    const refused = await logOf(scene, ['disconnect', '--all'], { columns: 80, answer: 'n' });
    expect(refused.log).toEqual([]);
  });

  it('can be set with RRAS_AUDIT_LOG, and is appended to', async () => {
    const file = here.path('environment.jsonl');
    for (const port of ['VPN2-0', 'VPN2-1']) {
      await inLab(scene, ['disconnect', port, '--yes'], { env: { RRAS_AUDIT_LOG: file } });
    }
    expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(2);
  });

  it('stops the command before any action if it cannot be opened', async () => {
    const file = here.path('no/such/folder/audit.jsonl');
    const words = ['disconnect', '--all', '--yes', '--audit-log', file];
    const { code, deeds, stderr } = await inLab(scene, words);
    expect({ code, deeds }).toEqual({ code: 2, deeds: [] });
    expect(stderr).toMatch(/Nothing was done: the audit log cannot be opened/);
  });
});
