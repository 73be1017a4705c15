// Whether memory grows: by what is held in the settled states, after the first third of the run.

import { theilSen } from './theil_sen.mjs';

// In the first minutes V8 compiles, the heap finds its size, and allocators take their pages.
const LEAST_SECONDS = 120;
const LEAST_POINTS = 8;

/**
 * @typedef {object} Judgement
 * @property {number} points
 * @property {number} slope bytes a second
 * @property {number} low
 * @property {number} high
 * @property {number} first bytes, the median of the first quarter of what is judged
 * @property {number} last bytes, the median of the last quarter
 * @property {'flat' | 'grows' | 'shrinks' | 'too short to tell'} verdict
 */

/**
 * @param {{ rests: readonly import('./sampler.mjs').Rest[], seconds: number }} result
 * @param {{ leastSeconds?: number, leastPoints?: number, of?: (rest: import('./sampler.mjs').Rest) => number }} [how]
 *   `of` says which memory
 * @returns {Judgement}
 */
export function judgeMemory(
  { rests, seconds },
  { leastSeconds = LEAST_SECONDS, leastPoints = LEAST_POINTS, of = ({ rss }) => rss } = {},
) {
  const judged = rests.slice(Math.floor(rests.length / 3));
  const { slope, low, high } = theilSen(
    judged.map((rest) => /** @type {const} */ ([rest.at, of(rest)])),
  );
  const held = judged.map(of);
  const quarter = Math.max(1, Math.floor(judged.length / 4));
  const isShort = seconds < leastSeconds || judged.length < leastPoints;
  return {
    points: judged.length,
    slope,
    low,
    high,
    first: median(held.slice(0, quarter)),
    last: median(held.slice(-quarter)),
    verdict: isShort ? 'too short to tell' : low > 0 ? 'grows' : high < 0 ? 'shrinks' : 'flat',
  };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
