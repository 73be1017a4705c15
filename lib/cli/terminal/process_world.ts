// What surrounds a real process.

import { userInfo } from 'node:os';
import { exitNumber } from '../exit_codes.ts';
import type { Stream } from './paper.ts';
import { safeText } from './safe_text.ts';
import type { Surroundings } from './world.ts';

export function processSurroundings(): Surroundings {
  const unread = new AbortController();
  return {
    stdout: streamOf(process.stdout, () => unread.abort()),
    stderr: streamOf(process.stderr, () => {}),
    env: process.env,
    ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
    interrupt: interruptSignal(),
    unread: unread.signal,
    simulatedClock: 'real',
    input: async () => (await import('node:stream/consumers')).buffer(process.stdin),
    account,
    onKey: process.stdin.isTTY ? onKey : undefined,
    onResize(callback) {
      process.stdout.on('resize', callback);
      return () => process.stdout.off('resize', callback);
    },
  };
}

/** On Windows with its domain, as the event log shows it. */
function account(): string {
  const { USERDOMAIN } = process.env;
  try {
    const { username } = userInfo();
    return process.platform === 'win32' && USERDOMAIN ? `${USERDOMAIN}\\${username}` : username;
  } catch {
    // A container may run under a number that has no account.
    return process.getuid === undefined ? '' : `uid ${process.getuid()}`;
  }
}

const USUAL_COLUMNS = 80;

let isLost = false;

function streamOf(stream: NodeJS.WriteStream, closed: () => void): Stream {
  let isClosed = false;
  // `rras ports | head -1` closes the pipe early. That is not an error, and a batch still goes on.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    const isEnough = ['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '');
    // The disk is full, for example: the output is lost, and the user must hear of that.
    if (!isEnough && !isClosed && stream === process.stdout) {
      isLost = true;
      process.stderr.write(`error: The output cannot be written: ${safeText(error.message)}\n`);
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
      // A terminal that does not know its width reports 0.
      return stream.isTTY ? stream.columns || USUAL_COLUMNS : undefined;
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

const CTRL_C = '\u0003';

function onKey(callback: (key: string) => void): () => void {
  const { stdin } = process;
  const read = (text: string) => {
    // In its raw mode the terminal makes no signal of Ctrl-C.
    if (text.includes(CTRL_C)) process.emit('SIGINT');
    // A key such as an arrow is a sequence that begins with an escape; pasted text is many keys.
    else if (text.startsWith('\u001b')) callback(text);
    else for (const key of text) callback(key);
  };
  stdin.setRawMode(true);
  stdin.setEncoding('utf8').on('data', read).resume();
  return () => {
    stdin.off('data', read).pause();
    stdin.setRawMode(false);
  };
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
