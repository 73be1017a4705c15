// Starts the program as a shell does.

import { type SpawnOptionsWithoutStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { it } from 'vitest';
import type { Ended } from './terminal.ts';

export const program = fileURLToPath(new URL('../../dist/cli/rras.js', import.meta.url));
const pseudoTerminal = fileURLToPath(new URL('in_terminal.py', import.meta.url));

export const isWindows = process.platform === 'win32';
export const hasPseudoTerminal =
  !isWindows && spawnSync('python3', ['-c', 'import pty, termios']).status === 0;

/** For tests with several processes, which take long on emulated systems. */
export const PATIENCE = 120_000;

const whyNoTerminal = isWindows
  ? 'not on Windows, which has no pseudo-terminal that a test could open'
  : 'needs python3, to open a pseudo-terminal';

/** A test that needs a pseudo-terminal, or another thing that only such systems have. */
export function terminalIt(name: string, test: () => Promise<void>): void {
  if (hasPseudoTerminal) it(name, test, PATIENCE);
  else it.skip(`${name} (${whyNoTerminal})`, test);
}

// The result of a test must not depend on the environment of its user.
const {
  NO_COLOR: _,
  FORCE_COLOR: __,
  RRAS_SERVER: ___,
  RRAS_SIM: ____,
  ...surroundings
} = process.env;
const nowhere = join(tmpdir(), 'rras-no-configuration');
const environment = {
  ...surroundings,
  XDG_CONFIG_HOME: nowhere,
  APPDATA: nowhere,
  TERM: 'xterm',
};

function ending(
  command: string,
  argv: readonly string[],
  options: SpawnOptionsWithoutStdio = {},
  input = '',
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, argv, { env: environment, ...options });
    const written = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      written.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      written.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, ...written }));
    // The program may end without reading its input.
    child.stdin.on('error', () => {}).end(input);
  });
}

/** Runs the program on pipes. */
export function spawned(
  argv: readonly string[],
  { env = {}, input = '' }: { env?: Readonly<Record<string, string>>; input?: string } = {},
): Promise<Ended> {
  const options = { env: { ...environment, ...env } };
  return ending(process.execPath, [program, ...argv], options, input);
}

export interface WatchLine {
  readonly server: string;
  readonly type: string;
  readonly session?: { readonly userName: string };
  readonly sessions?: readonly { readonly userName: string }[];
}

/** Runs a watch until its changes suffice. `meanwhile` is called once, after the first change. */
export async function watched(
  argv: readonly string[],
  suffice: (changes: readonly WatchLine[]) => boolean,
  meanwhile: () => Promise<unknown> = async () => {},
): Promise<readonly WatchLine[]> {
  const child = spawn(process.execPath, [program, ...argv], { env: environment });
  const ended = once(child, 'close');
  child.stderr.resume();
  const changes: WatchLine[] = [];
  let acting: Promise<unknown> | undefined;
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    changes.push(...lines.map((line) => JSON.parse(line)));
    if (changes.length > 0) acting ??= meanwhile();
    if (suffice(changes)) child.kill();
  });
  await ended;
  await acting;
  return changes;
}

/** Runs it in a pseudo-terminal of that width, where the user types the answer when the question appears. */
export async function inTerminal(
  argv: readonly string[],
  { columns = 80, question = '', answer = '', env = {} } = {},
): Promise<{ code: number; shown: string }> {
  const command = [process.execPath, program, ...argv];
  return typed(command, { columns, question, answer }, env);
}

/** Runs any program in a pseudo-terminal, where the user types the text when the prompt appears. */
export function typedInTerminal(
  command: readonly string[],
  prompt: string,
  keys: string,
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; shown: string }> {
  return typed(command, { columns: 200, question: prompt, answer: keys }, env);
}

async function typed(
  command: readonly string[],
  { columns, question, answer }: { columns: number; question: string; answer: string },
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; shown: string }> {
  const { code, stdout } = await ending(
    'python3',
    [pseudoTerminal, String(columns), question, answer, ...command],
    { env: { ...environment, ...env } },
  );
  return { code, shown: stdout.replaceAll('\r\n', '\n') };
}

export function shell(command: string, argv: readonly string[], env: Record<string, string> = {}) {
  return ending(command, argv, { env: { ...environment, ...env } });
}
