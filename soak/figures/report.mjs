// The figures of a soak in plain words. The last line is the result.

const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * 1024;

const grouped = (/** @type {number} */ number) => Math.round(number).toLocaleString('en-US');
const mebibytes = (/** @type {number} */ bytes) => (bytes / MEBIBYTE).toFixed(1);

const verdicts = {
  flat: 'it does not grow',
  grows: 'it GROWS',
  'too short to tell': 'too short a run to tell',
};

/** @param {readonly (number | undefined)[]} values */
function most(values) {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? 'not available' : grouped(Math.max(...known));
}

/**
 * @param {import('../soak.mjs').SoakResult} result
 * @param {import('./growth.mjs').Growth} memory
 * @param {string} handlesAre
 * @returns {string[]}
 */
export function report(result, memory, handlesAre) {
  const { samples, rests, world, operations, events, left, total, wrong, seconds } = result;
  const list = (/** @type {Record<string, number>} */ counts) =>
    Object.entries(counts)
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, times]) => `${name} ${grouped(times)}`)
      .join(', ');
  // A single settled state has no slope.
  const slope = Number.isNaN(memory.slope) ? 'unknown' : grouped(memory.slope / KIBIBYTE);
  return [
    `world: ${world.servers} servers on ${world.sites} sites (${world.vanished} sites vanished and were replaced), ` +
      `${grouped(world.ports)} ports, ${world.clients} clients, ${world.watchers} watches and ${world.workers} workers at a time, ${world.rounds} settled states`,
    `operations: ${list(operations)}`,
    `events: ${list(events)}`,
    `at most: event-loop delay ${most(samples.map(({ loopDelay }) => loopDelay))} ms (99th percentile of a second), ` +
      `${most(samples.map(({ threads }) => threads))} threads of the process, ` +
      `${most(samples.map(({ packageThreads }) => packageThreads))} of the package`,
    `${handlesAre}, settled: ${rests[0]?.handles ?? 'unknown'} at first, ${rests.at(-1)?.handles ?? 'unknown'} at last`,
    `resident memory, settled, after the first third: ${mebibytes(memory.first)} MiB at first, ` +
      `${mebibytes(memory.last)} MiB at last (${memory.points} settled states)`,
    `soak: ${grouped(total)} operations, ${wrong === undefined ? 0 : 1} wrong answers, ${seconds.toFixed(0)} s, ` +
      `memory ${slope} KiB a minute (${verdicts[memory.verdict]}), ` +
      `left: ${left.unreturnedBuffers} buffers, ${left.openHandles} handles, ${left.threads} threads`,
  ];
}
