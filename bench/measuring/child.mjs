// Measures in a process of its own.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Milliseconds that a task may take beyond the seconds that it says itself. */
const LIMIT = 600_000;

/**
 * Runs a module of the benchmarks in a new process and returns its report. The module gets its task as JSON.
 */
export function inChild(module, task, { env = {} } = {}) {
  const path = fileURLToPath(module);
  const child = fork(path, [JSON.stringify(task)], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    let report;
    // A hung call could keep the process alive.
    const limit = LIMIT + 1000 * (task.seconds ?? 0);
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    child.on('message', (message) => {
      report = message;
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (report !== undefined) resolve(report);
      else reject(new Error(`${path} ${JSON.stringify(task)} ended with ${signal ?? code}`));
    });
  });
}

/** In the child: returns the task. */
export function task() {
  return JSON.parse(process.argv[2]);
}

/** In the child: sends the result and exits. */
export function report(result) {
  process.send(result, () => process.exit());
}
