// npm run demo: the command on simulated servers, in 20 seconds on a terminal, as plain text on a pipe.
// --fast leaves out the pauses.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const { stdout } = process;
const isTerminal = stdout.isTTY === true;
const isFast = !isTerminal || process.argv.includes('--fast');
const hasColour = isTerminal && !process.env.NO_COLOR;

const manifest = createRequire(import.meta.url).resolve('rras/package.json');
const program = join(manifest, '..', 'dist', 'cli', 'rras.js');

if (!existsSync(program)) {
  console.error('The command has not been built yet: npm run build');
  process.exit(1);
}

const folder = await mkdtemp(join(tmpdir(), 'rras-demo-'));
const LAB = 'lab.yaml';

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());

// A child writes where this program does: its standard output, which is the terminal or the pipe.
const SAME = ['ignore', 1, 1];

/** Runs the command in the folder of the lab, as in a shell. */
function rras(words, stdio) {
  return spawn(process.execPath, [program, ...words, `--sim=${LAB}`], { cwd: folder, stdio });
}

/** Written before anything else is: a child writes to the same place. */
function write(text) {
  return new Promise((resolve) => stdout.write(text, resolve));
}

const [BOLD, DIM, PLAIN] = ['\u001b[1m', '\u001b[2m', '\u001b[22m'];

function dim(text) {
  return hasColour ? `${DIM}${text}${PLAIN}` : text;
}

function bold(text) {
  return hasColour ? `${BOLD}${text}${PLAIN}` : text;
}

async function rest(seconds) {
  if (!isFast) await pause(seconds * 1000, undefined, { signal: interrupted.signal });
}

async function typeLine(line) {
  await write(dim('$ '));
  if (hasColour) await write(BOLD);
  for (const letter of line) {
    await write(letter);
    await rest(0.012);
  }
  await write(hasColour ? `${PLAIN}\n` : '\n');
}

async function say(text) {
  await write(`\n${dim(`# ${text}`)}\n`);
  await rest(0.6);
}

/** Shows a command and what it writes. */
async function show(words, seconds) {
  await typeLine(`rras ${words.join(' ')}`);
  const child = rras(words, SAME);
  await once(child, 'close');
  interrupted.signal.throwIfAborted();
  await rest(seconds);
}

const OTHER = ['disconnect', '--user', 'bob', '--yes'];

/** A live table, until another command has disconnected somebody. */
async function watchTable() {
  await typeLine('rras watch');
  const child = rras(['watch'], SAME);
  const ended = once(child, 'close');
  await pause(isFast ? 1500 : 2500);
  if (!interrupted.signal.aborted) await once(rras(OTHER, 'ignore'), 'close');
  if (!interrupted.signal.aborted) await pause(2000);
  child.kill('SIGINT');
  await ended;
  // Windows has no signals: the watch had no time to do it.
  if (process.platform === 'win32') await write('\u001b[?25h\u001b[?1049l');
  interrupted.signal.throwIfAborted();
}

/** The same on a pipe: a line for each change, until bob is gone. */
async function watchLines() {
  await typeLine('rras watch --jsonl');
  const child = rras(['watch', '--jsonl'], ['ignore', 'pipe', 'ignore']);
  let isActing = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const { type, server, session } = JSON.parse(line);
    if (session === undefined) continue;
    await write(`${server} ${type} ${session.userName} ${session.ports[0]?.name ?? ''}\n`);
    if (type === 'connected' && !isActing) {
      isActing = true;
      rras(OTHER, 'ignore');
    }
    if (type === 'disconnected' && session.userName === 'bob') child.kill();
  }
}

async function play() {
  await write(
    `${bold('rras')}: Routing and Remote Access servers of Windows, from Node and from a shell.\n`,
  );
  await write('These servers are simulated. Without --sim the same commands reach real ones.\n');
  await say('Who is connected, on which port, since when?');
  await show(['connections'], 1.5);
  await say('Carol is there twice. Which connection is dead, and why?');
  await show(['stale'], 1.5);
  await show(['disconnect', '--stale', '--yes', '--quiet'], 0.7);
  await say('Callers come and go. Soon another command disconnects bob: watch him leave.');
  if (isTerminal) await watchTable();
  else await watchLines();
  await say('RAS02 hangs. RAS01 answers all the same.');
  await show(['connections', '--server', 'RAS01,RAS02', '--timeout', '1'], 1.5);
  await say('What does error 809 mean?');
  await typeLine('rras explain 809');
  const child = spawn(process.execPath, [program, 'explain', '809'], { stdio: SAME });
  await once(child, 'close');
  await rest(0.5);
  await write(
    `\nNow try ${bold('npx rras watch --sim')}, ${bold('npx rras --help')}, or docs/guide.md.\n`,
  );
}

try {
  await copyFile(fileURLToPath(new URL('lab.yaml', import.meta.url)), join(folder, LAB));
  await play();
} catch (error) {
  if (!interrupted.signal.aborted) throw error;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
