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

/** Runs `rras` with these words. The simulated clock stands, so durations are the same each time. */
export async function rras(
  line: string | readonly string[],
  { columns, env = {}, answer, interrupt, unread, onStdout }: Surroundings = {},
): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const output = (stream: 'stdout' | 'stderr') => ({
    write(text: string) {
      written[stream] += text;
      if (stream === 'stdout') onStdout?.();
    },
    isTTY: columns !== undefined,
    columns,
  });
  const world: World = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    // As in a terminal that is not that of old Windows.
    env: { TERM_PROGRAM: 'test', NO_COLOR: '1', ...env },
    ask:
      answer === undefined
        ? undefined
        : async (question) => {
            written.stderr += `${question}\n`;
            return typeof answer === 'string' ? answer : answer();
          },
    interrupt: (interrupt ?? new AbortController()).signal,
    unread: (unread ?? new AbortController()).signal,
    simulatedClock: 'stepped',
    onResize: () => () => {},
  };
  const code = await run(typeof line === 'string' ? line.split(' ') : line, world);
  return { code, ...written };
}
