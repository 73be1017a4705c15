// The figures of a soak in plain words. The last line says it all.

import { median } from './judgement.mjs';

const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * 1024;

const grouped = (number) => Math.round(number).toLocaleString('en-US');
const perMinute = (bytes) => {
  // Of a single settled state there is no slope.
  if (Number.isNaN(bytes)) return 'unknown';
  const kibibytes = (bytes * 60) / KIBIBYTE;
  return `${kibibytes > 0 ? '+' : kibibytes < 0 ? '−' : ''}${grouped(Math.abs(kibibytes))}`;
};
const mebibytes = (bytes) => (bytes / MEBIBYTE).toFixed(1);

/** @param {readonly (number | undefined)[]} values @param {string} [unit] */
function span(values, unit = '') {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return 'not available on this system';
  const most = known.reduce((a, b) => Math.max(a, b));
  return `${median(known).toFixed(0)}${unit} in the middle, ${most.toFixed(0)}${unit} at most`;
}

/**
 * @param {import('../soak.mjs').SoakResult} result
 * @param {import('./judgement.mjs').Judgement} memory
 * @param {string} handlesAre
 * @param {Record<'allocated' | 'taken', import('./judgement.mjs').Judgement>} [malloc]
 * @returns {string[]}
 */
export function report(result, memory, handlesAre, malloc) {
  const { samples, rests, world, operations, events, left } = result;
  const list = (counts) =>
    Object.entries(counts)
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, times]) => `${name} ${grouped(times)}`)
      .join(', ');
  const of = (name) => samples.map((sample) => sample[name]);
  const handles = rests.map((rest) => rest.handles).filter((count) => count !== undefined);
  return [
    `world: ${world.servers} servers on ${world.sites} sites (${world.vanished} sites vanished and were replaced), ` +
      `${grouped(world.ports)} ports, ${world.clients} clients, ${world.watchers} watches and ${world.workers} workers at a time, ${world.rounds} settled states`,
    `operations: ${list(operations)}`,
    `events: ${list(events)}`,
    `operations a second: ${span(of('operations'))}`,
    `event-loop delay, 99th percentile of a second: ${span(of('loopDelay'), ' ms')}`,
    `threads of the process: ${span(of('threads'))}; of the package: ${span(of('packageThreads'))}, ${left.threads} at the end`,
    `${handlesAre === 'not available' ? 'handles of the process' : handlesAre}: ${span(of('handles'))}` +
      (handles.length === 0
        ? ''
        : `; settled, ${handles[0]} at first and ${handles.at(-1)} at last`),
    inFull('RSS', memory),
    ...(malloc === undefined
      ? []
      : [inFull('taken by malloc', malloc.taken), inFull('given out by it', malloc.allocated)]),
  ];
}

/** @param {string} what @param {import('./judgement.mjs').Judgement} judgement */
function inFull(what, { first, last, slope, low, high, points, verdict }) {
  return (
    `${what}, settled, after the first third: ${mebibytes(first)} MiB at first, ${mebibytes(last)} MiB at last; ` +
    `slope ${perMinute(slope)} KiB a minute (95 % interval ${perMinute(low)} to ${perMinute(high)}, ` +
    `${points} settled states): ${inWords[verdict]}`
  );
}

const inWords = {
  flat: 'not distinguishable from 0',
  grows: 'it GROWS',
  shrinks: 'it shrinks',
  'too short to tell': 'too short a run to tell',
};

/**
 * The same in the few lines that fit into the picture.
 *
 * @param {import('../soak.mjs').SoakResult} result
 * @param {import('./judgement.mjs').Judgement} memory
 */
export function inShort({ total, wrong, world, left }, memory) {
  return [
    `${grouped(total)} operations, ${wrong === undefined ? 0 : 1} wrong answers`,
    `${world.servers} servers, ${grouped(world.ports)} ports; ${world.vanished} sites vanished and were replaced`,
    `RSS, settled, after the first third: ${mebibytes(memory.first)} to ${mebibytes(memory.last)} MiB`,
    `slope ${perMinute(memory.slope)} KiB a minute (95 %: ${perMinute(memory.low)} to ${perMinute(memory.high)})`,
    inWords[memory.verdict],
    `left: ${left.unreturnedBuffers} buffers, ${left.openHandles} handles, ${left.threads} threads`,
  ];
}

/**
 * @param {import('../soak.mjs').SoakResult} result
 * @param {import('./judgement.mjs').Judgement} memory
 */
export function lastLine({ total, wrong, seconds, left }, memory) {
  return (
    `soak: ${grouped(total)} operations, ${wrong === undefined ? 0 : 1} wrong answers, ${seconds.toFixed(0)} s, ` +
    `RSS ${perMinute(memory.slope)} KiB a minute (${inWords[memory.verdict]}), ` +
    `left: ${left.unreturnedBuffers} buffers, ${left.openHandles} handles, ${left.threads} threads`
  );
}
