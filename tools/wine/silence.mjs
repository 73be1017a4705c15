// Detects a hung run by its silence, and records what its processes do before it is stopped. vitest's own
// time-outs do not end a fork that hangs in native code, while it starts or while it ends.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const OFTEN = 5_000;
const LOOK = 10_000;
const CLOCK_TICKS = 100; // per second, in /proc; the same on every architecture of Linux

/**
 * Aborts the signal when the log has not grown for the given time, after recording what the processes do.
 *
 * @param {string} log
 * @param {{ patience: number, program: string, look?: number }} settings in milliseconds: the log may be silent for
 *   `patience`, and the processes are then watched for `look`. `program` is a part of the command line of these
 *   processes.
 * @returns {{ signal: AbortSignal, evidence: () => string[], end: () => void }}
 */
export function untilSilent(log, { patience, program, look: period = LOOK }) {
  const silent = new AbortController();
  /** @type {string[]} */
  let evidence = [];
  let size = 0;
  let since = Date.now();
  const look = async () => {
    const grown = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    if (grown !== size) [size, since] = [grown, Date.now()];
    if (Date.now() - since < patience) return;
    clearInterval(timer);
    evidence = await whatTheyDo(program, period);
    silent.abort();
  };
  const timer = setInterval(() => void look(), Math.min(OFTEN, patience));
  return { signal: silent.signal, evidence: () => evidence, end: () => clearInterval(timer) };
}

/**
 * @param {string} log vitest's output
 * @param {string[]} files
 * @returns {string[]} the files for which the log has no result
 */
export function unfinished(log, files) {
  const text = readFileSync(log, 'utf8');
  return files.filter((file) => !text.includes(` ${file} (`));
}

/** @param {string} program @param {number} period milliseconds */
async function whatTheyDo(program, period) {
  if (!existsSync('/proc')) return []; // Not on Linux.
  const before = processes(program);
  await sleep(period);
  return processes(program).map(({ pid, threads, state, cpu, wait, command }) => {
    const earlier = before.find((process) => process.pid === pid)?.cpu ?? 0;
    const busy = `${(cpu - earlier).toFixed(1)} s of CPU in ${period / 1000} s`;
    const short = command.length > 200 ? `${command.slice(0, 200)}…` : command;
    return `process ${pid}: ${state}${wait}, ${busy}, ${threads} threads: ${short}`;
  });
}

/** @param {string} program */
function processes(program) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        if (!command.includes(program)) return [];
        // The name before these fields is in brackets and may contain any character.
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        const [state, user, system, threads] = [fields[0], fields[11], fields[12], fields[17]];
        const cpu = (Number(user) + Number(system)) / CLOCK_TICKS;
        return [{ pid, command, cpu, state, threads, wait: waitOf(pid) }];
      } catch {
        return []; // It has ended since.
      }
    });
}

/** What the first thread of a process waits for in the kernel, if known. @param {string} pid */
function waitOf(pid) {
  const place = readFileSync(`/proc/${pid}/wchan`, 'utf8');
  return place === '' || place === '0' ? '' : ` in ${place}`;
}
