// The world of a real process.

import { exitNumber } from './exit_codes.ts';
import type { Output, World } from './world.ts';

export function processWorld(): World {
  const unread = new AbortController();
  return {
    stdout: outputOf(process.stdout, () => unread.abort()),
    stderr: outputOf(process.stderr, () => {}),
    env: process.env,
    ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
    interrupt: interruptSignal(),
    unread: unread.signal,
    simulatedClock: 'real',
    onResize(callback) {
      process.stdout.on('resize', callback);
      return () => process.stdout.off('resize', callback);
    },
  };
}

let isLost = false;

function outputOf(stream: NodeJS.WriteStream, closed: () => void): Output {
  let isClosed = false;
  // `rras ports | head -1`: whoever reads has enough. That is no failure, and a batch that goes on does
  // so without being heard.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    const isEnough = ['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '');
    // A full disk, say: what was to be written is lost, and whoever asked for it must hear of that.
    if (!isEnough && !isClosed && stream === process.stdout) {
      isLost = true;
      process.stderr.write(`error: The output cannot be written: ${error.message}\n`);
    }
    isClosed = true;
    closed();
  });
  return {
    write(text) {
      if (!isClosed) stream.write(text);
    },
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
    get rows() {
      return stream.isTTY ? stream.rows : undefined;
    },
  };
}

// Ctrl-C, the end of a service or of a job, and a terminal that is closed; SIGBREAK is Windows' own.
const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

// The first one ends the work at the next good place, the second one at once.
function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const interruption of INTERRUPTIONS) {
    process.on(interruption, () => {
      if (controller.signal.aborted) process.exit(exitNumber('cancelled'));
      controller.abort();
    });
  }
  return controller.signal;
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const readline = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise<string>((resolve, reject) => {
      // Ctrl-D at the question: no answer is no consent.
      readline.on('close', () => resolve(''));
      // In its raw mode the terminal makes no signal of Ctrl-C.
      readline.on('SIGINT', () => {
        process.stderr.write('\n');
        process.emit('SIGINT');
        resolve('');
      });
      readline.question(question).then(resolve, reject);
    });
  } finally {
    readline.close();
  }
}

/** Ends the process when all is written. Not before: what goes to a pipe may still be on its way. */
export async function leave(code: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    if (!stream.destroyed) {
      await new Promise<void>((resolve) => {
        stream.write('', () => resolve());
      });
    }
  }
  process.exit(isLost && code === 0 ? exitNumber('failure') : code);
}
