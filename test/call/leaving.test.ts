// A process can exit at every stage of a connection's life and in every way, without a crash and without
// waiting for a hung server.

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('./leaving.mjs', import.meta.url));

interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

// The child's own limit: a process that waits for a hung call would never end.
const LIMIT = 20_000;

function leave(stage: string, way: string): Promise<End> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(process.execPath, [script, stage, way], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let errors = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    child.stderr?.on('data', (data) => {
      errors += data;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, output, errors }));
  });
}

const stages = [
  'created',
  'connecting',
  'connected',
  'in-flight',
  'hung',
  'given-up',
  'closing',
  'failed',
  'closed',
  'watching',
  'watched',
];

// An awaited call keeps the process alive, like any operation of Node, and so does a watch while somebody waits
// for the next change. Nothing else does.
const staying = ['connecting', 'hung', 'closing', 'watching'];
const ending = stages.filter((stage) => !staying.includes(stage));

describe('leaving', () => {
  it.each(stages)('by process.exit when %s', async (stage) => {
    const end = await leave(stage, 'exit');
    expect(end).toMatchObject({ code: 0, signal: null, errors: '' });
  });

  it.each(stages)('by an uncaught error when %s', async (stage) => {
    const end = await leave(stage, 'throw');
    expect(end).toMatchObject({ code: 1, signal: null });
    expect(end.errors).toContain('uncaught on purpose');
  });

  it.each(stages)('of a terminated worker when %s, and the process continues', async (stage) => {
    const end = await leave(stage, 'terminate');
    expect(end).toMatchObject({ code: 0, signal: null, output: 'leaving\nalive\n', errors: '' });
  });

  it.each(ending)('by itself, with nothing left to do, when %s', async (stage) => {
    const end = await leave(stage, 'end');
    expect(end).toMatchObject({ code: 0, signal: null, errors: '' });
  });

  it.skipIf(process.platform === 'win32').each(stages)(
    'by SIGINT when %s (not on Windows, which has no such signal to send)',
    async (stage) => {
      const end = await leave(stage, 'interrupt');
      expect(end).toMatchObject({ code: null, signal: 'SIGINT', errors: '' });
    },
  );

  it('does not happen while somebody waits for a change', async () => {
    const end = await leave('watching', 'news');
    expect(end).toMatchObject({ code: 0, signal: null, output: 'leaving\ntold\n', errors: '' });
  });
});
