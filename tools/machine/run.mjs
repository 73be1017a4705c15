// Runs other programs. An error says how a program failed, and no program is left running.

import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment
 * @property {number} [timeout] milliseconds, after which the program is killed and `timedOut` is set
 * @property {AbortSignal} [signal] has the same effect when it is aborted
 * @property {number} [stdout] a file descriptor; by default the output is collected
 * @property {number} [stderr] a file descriptor; by default the output is collected
 */

/**
 * @typedef {object} Outcome
 * @property {number | null} code
 * @property {NodeJS.Signals | null} signal
 * @property {boolean} timedOut
 * @property {string} stdout
 * @property {string} output stdout and stderr in the order of arrival
 */

/**
 * @param {string[]} argv
 * @param {CommandOptions} [options]
 * @returns {Promise<Outcome>} for a failed program too
 */
export function attempt(argv, options = {}) {
  const [program, ...args] = argv;
  if (program === undefined) throw new TypeError('no program given');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', options.stdout ?? 'pipe', options.stderr ?? 'pipe'],
    });
    let stdout = '';
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      stdout += text;
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
    });
    let timedOut = false;
    const stop = () => {
      timedOut = true;
      child.kill('SIGKILL');
    };
    const timer = options.timeout === undefined ? undefined : setTimeout(stop, options.timeout);
    options.signal?.addEventListener('abort', stop);
    const leave = () => child.kill('SIGKILL');
    process.once('exit', leave);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', stop);
      process.off('exit', leave);
      resolve({ code, signal, timedOut, stdout, output });
    });
  });
}

/**
 * @param {string[]} argv
 * @param {CommandOptions} [options]
 * @returns {Promise<string>} the program's stdout; rejects unless the program exits with 0
 */
export async function run(argv, options = {}) {
  const { code, signal, timedOut, stdout, output } = await attempt(argv, options);
  if (code === 0) return stdout;
  const how = timedOut ? 'took too long' : `ended with ${signal ?? code}`;
  throw new Error(
    `${argv.join(' ')}\n${how}:\n${output.trimEnd().split('\n').slice(-40).join('\n')}`,
  );
}

/**
 * @param {string} program
 * @returns {string | undefined} the path of the program, if it is on PATH
 */
export function which(program) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}
