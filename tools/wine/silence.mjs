// A run that hangs: noticed by its silence, and what can be told of it before it is stopped. A fork that
// hangs in native code, or as it starts or ends, takes no timeout of vitest's to an end.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const OFTEN = 5_000;
const LOOK = 10_000;
const CLOCK_TICKS = 100; // a second, in /proc: on Linux it is so on every architecture

/**
 * Aborts the signal once the log has not grown for so long, after it has read what the processes do.
 *
 * @param {string} log
 * @param {{ patience: number, program: string, look?: number }} settings `patience` and `look` in milliseconds:
 *   how long it may be silent, and for how long its processes are then watched. `program` stands in the command
 *   line of these processes.
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
 * @param {string} log what vitest wrote
 * @param {string[]} files
 * @returns {string[]} those of which it tells no result
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
        // The name before them is in brackets, and may have anything in it.
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

/** @param {string} pid what its first thread waits for in the kernel, as far as that is told */
function waitOf(pid) {
  const place = readFileSync(`/proc/${pid}/wchan`, 'utf8');
  return place === '' || place === '0' ? '' : ` in ${place}`;
}
