// The program in a world of the test's own: what it wrote, and how it ended.

import { run } from '../../lib/cli/run.ts';
import type { World } from '../../lib/cli/world.ts';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  /** The width of a terminal; without it, there is a pipe. */
  readonly columns?: number;
  readonly env?: Record<string, string>;
  /** What somebody at the terminal answers; without it, nobody can be asked. */
  readonly answer?: string | (() => string);
  readonly interrupt?: AbortController;
  readonly unread?: AbortController;
  /** Called after each writing to stdout. */
  readonly onStdout?: () => void;
}

/** A world that keeps what is written; in `shown`, both streams in their order. The simulated clock stands. */
export function worldOf({
  columns,
  env = {},
  answer,
  interrupt,
  unread,
  onStdout,
}: Surroundings): World & { readonly written: Omit<Shown, 'code'> } {
  const written = { stdout: '', stderr: '', shown: '' };
  const output = (stream: 'stdout' | 'stderr') => ({
    write(text: string) {
      written[stream] += text;
      written.shown += text;
      if (stream === 'stdout') onStdout?.();
    },
    isTTY: columns !== undefined,
    columns,
  });
  const stderr = output('stderr');
  return {
    written,
    stdout: output('stdout'),
    stderr,
    // As in a terminal that is not that of old Windows.
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
    onResize: () => () => {},
  };
}

export interface Shown extends Ended {
  /** Both streams, in their order. */
  readonly shown: string;
}

/** Runs `rras` with these words. */
export async function rras(
  line: string | readonly string[],
  surroundings: Surroundings = {},
): Promise<Shown> {
  const world = worldOf(surroundings);
  const code = await run(typeof line === 'string' ? line.split(' ') : line, world);
  return { code, ...world.written };
}
