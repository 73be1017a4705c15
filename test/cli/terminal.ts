// Runs the program within the test, and keeps its output and its exit code.

import type { Command } from '../../lib/cli/command.ts';
import { END_OF_RECORD } from '../../lib/cli/output/csv.ts';
import { allCommands } from '../../lib/cli/program.ts';
import { run } from '../../lib/cli/run.ts';
import { Paper } from '../../lib/cli/terminal/paper.ts';
import type { Surroundings as Outside } from '../../lib/cli/terminal/world.ts';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  /** The width of a terminal; without it, the output is a pipe. */
  readonly columns?: number;
  readonly env?: Record<string, string>;
  /** The answer of the user at the terminal; without it, there is no user to ask. */
  readonly answer?: string | (() => string);
  readonly interrupt?: AbortController;
  readonly unread?: AbortController;
  /** Gets a function that presses a key; without it, there is nobody at the keyboard. */
  readonly keyboard?: (press: (key: string) => void) => void;
  /** Called after each write to stdout with all that was written. */
  readonly onScreen?: (shown: string) => void;
  /** Called after each write to stdout. */
  readonly onStdout?: () => void;
  /** What comes from stdin. */
  readonly input?: string;
  /** Called after each write to stderr with all that was written. */
  readonly onStderr?: (written: string) => unknown;
}

/** Streams that keep the output; `shown` has both in order. The simulated clock stands still. */
export function surroundingsOf({
  columns,
  env = {},
  answer,
  interrupt,
  unread,
  keyboard,
  input = '',
  onScreen,
  onStdout,
  onStderr,
}: Surroundings): Outside & { readonly written: Omit<Shown, 'code'> } {
  const written = { stdout: '', stderr: '', shown: '' };
  const output = (stream: 'stdout' | 'stderr') => ({
    write(text: string) {
      written[stream] += text;
      written.shown += text;
      if (stream === 'stderr') onStderr?.(written.stderr);
      if (stream !== 'stdout') return;
      onStdout?.();
      onScreen?.(written.stdout);
    },
    isTTY: columns !== undefined,
    columns,
  });
  const stderr = output('stderr');
  return {
    written,
    stdout: output('stdout'),
    stderr,
    // As in any terminal except the one of old Windows.
    env: { TERM_PROGRAM: 'test', NO_COLOR: '1', ...env },
    ask:
      answer === undefined
        ? undefined
        : async (question) => {
            const given = typeof answer === 'string' ? answer : answer();
            stderr.write(`${question}${given}\n`);
            return given;
          },
    interrupt: (interrupt ?? new AbortController()).signal,
    unread: (unread ?? new AbortController()).signal,
    simulatedClock: 'stepped',
    input: async () => Buffer.from(input),
    account: () => 'LAB\\tester',
    onKey:
      keyboard === undefined
        ? undefined
        : (callback) => {
            keyboard(callback);
            return () => {};
          },
    onResize: () => () => {},
  };
}

export interface Shown extends Ended {
  /** Both streams in order. */
  readonly shown: string;
}

/** Runs `rras` with these words. */
export async function rras(
  line: string | readonly string[],
  surroundings: Surroundings = {},
): Promise<Shown> {
  const outside = surroundingsOf(surroundings);
  const code = await run(typeof line === 'string' ? line.split(' ') : line, outside);
  return { code, ...outside.written };
}

/** Every command that does something: of a family, its commands. */
export async function runnableCommands(): Promise<Command[]> {
  return (await allCommands()).flatMap((each) => each.commands ?? each);
}

/** Their names but that of the hidden one: 'ports', 'interface list'. */
export async function commandNames(): Promise<string[]> {
  return (await runnableCommands()).map(({ name }) => name).filter((name) => !name.startsWith('_'));
}

/** CSV in a file, or on a terminal. */
export function recordsOn(isTTY: boolean, records: readonly string[]): string {
  let written = '';
  const write = (text: string) => {
    written += text;
  };
  new Paper({ write, isTTY, columns: undefined }).data(records, END_OF_RECORD);
  return written;
}
